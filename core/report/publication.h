// The whole site as a pure function of what is published and of the reader's address.
#pragma once

#include <vector>

#include "model/publication.h"
#include "report/page.h"
#include "report/route.h"
#include "score/select.h"

namespace tiendo {

// The month that the page shows: the reader's, else the dataset's latest.
Month month_shown(const Publication& publication, const Route& route);
Moment moment_shown(const Publication& publication, const Route& route);
std::vector<Month> months_on_offer(const Publication& publication);  // newest first

Page make_page(const Publication& publication, const Route& route);
Frame make_frame(const Publication& publication, const Route& route);

}  // namespace tiendo

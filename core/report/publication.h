// The whole site as a pure function of what is published, of the reader's address and of what can be
// opened from here (report/shelf.h; nothing outside of the site).
#pragma once

#include <vector>

#include "model/publication.h"
#include "report/page.h"
#include "report/route.h"
#include "report/shelf.h"
#include "score/select.h"

namespace tiendo {

// The month that the page shows: the reader's, else the dataset's latest.
Month month_shown(const Publication& publication, const Route& route);
Moment moment_shown(const Publication& publication, const Route& route);
// As an address has it: of the dataset's latest month nothing.
std::optional<Month> in_address(const Publication& publication, Month month);
std::vector<Month> months_on_offer(const Publication& publication);  // newest first

// "Title, version 1.0.0", as the foot of every page has it.
std::string dataset_words(const DatasetInfo& info, Language language);

Page make_page(const Publication& publication, const Route& route, const Shelf& shelf = {});
Frame make_frame(const Publication& publication, const Route& route, const Shelf& shelf = {});

}  // namespace tiendo

// The months in which something happened that a page can speak of: a figure's period ended, a report
// came, a deadline fell due. Every page and every step of a slider asks for them.
#pragma once

#include <vector>

#include "model/publication.h"

namespace tiendo {

struct News {
  // What the site opens with: the publisher's word, else the last month with a figure or a report,
  // else the month of the last document.
  Month latest;
  std::vector<Month> months;  // up to it, ascending, each once
};

News news_in(const Dataset& dataset);
const News& news_of(const Publication& publication);  // the same, worked out once

}  // namespace tiendo

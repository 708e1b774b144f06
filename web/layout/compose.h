// From a Page to a Sheet for a width: cards, columns, tables, figures. Pure and deterministic, so
// that tests can ask of any page at any width whether a word is cut off or two overlap.
#pragma once

#include "layout/long_table.h"
#include "layout/sheet.h"
#include "report/page.h"

namespace tiendo {

// A menu is closed until its button is pressed; then its options are shown over the page.
struct Menu { Choice choice; Box button; };

struct ComposedPage {
  Sheet sheet;
  std::vector<Menu> menus;  // "!menu:N" opens menus[N]
  std::vector<LongTable> long_tables;  // of the page, which must stay while their rows are set
};

// The page's own part: heading, lede, blocks, foot.
ComposedPage compose(const Page& page, const Frame& frame, float width);

// What stays in place around it: the bar at the top and, on a phone, the one at the bottom.
struct ComposedFrame {
  Sheet top, bottom;        // bottom.height is 0 where there is none
  std::vector<Menu> menus;  // "!bar:N" opens menus[N]
  std::string search_href;
};
ComposedFrame compose(const Frame& frame, float width);

// The options of an open menu.
Sheet compose_options(const Choice& choice, float width);

}  // namespace tiendo

// A Sheet is a laid-out part of the screen: the marks to paint, the areas that answer to pointer
// and keyboard, and the same content as a tree of nodes for assistive technology. It is made once
// for a page and a width; a frame only paints what is visible of it.
//
// Pure: no ImGui, no GL, no browser. Pixels are CSS pixels, (0, 0) is the sheet's top left corner.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/scene.h"

namespace tiendo {

// What an area does when it is activated: it leads to an address ("#/…", "https://…") or, where it
// begins with '!', it asks the app for something that is not a place ("!menu:2", "!theme:dark").
inline bool is_action(std::string_view href) { return !href.empty() && href.front() == '!'; }

struct Area {
  Box box;
  std::string href;   // empty: only words to show
  std::string words;  // tooltip
  std::size_t first_mark = 0, last_mark = 0;  // the marks that light up under the pointer
  // A slider: pressed or dragged along it, it leads to href with "{}" replaced by the number there.
  bool slides = false;
  float inset = 0;  // at both ends of the box, before `low` and after `high`
  double low = 0, high = 1, step = 1;
};

// What an element takes from the reader; it leads to the node's href with "{}" replaced by it.
struct Input {
  bool is_text = false;    // else a number between low and high
  bool as_typed = false;   // of a text: leads on with every key
  std::string value, placeholder;
  double low = 0, high = 1, step = 1;
  std::string words;       // the value as it is read aloud
};

// One element of the mirror. `tag` is the HTML element; an empty tag is a run of text.
struct Node {
  std::string tag;
  std::string text;   // before the children
  std::string href;   // of "a" and "button"
  std::string label;  // aria-label
  std::string role;   // where the element's own does not do
  std::string state;  // "page": aria-current, "ascending"/"descending": aria-sort,
                      // "selected": of an option, "row"/"col": scope, "first": of a chart's marks,
                      // without a link: the keyboard comes to the others by it
  bool quoted = false;  // words of a Vietnamese document
  std::optional<Input> input;  // of "input"
  Box box;              // width 0: no place of its own
  int long_table = -1;  // of a "tbody": whose rows it gets later (layout/long_table.h)
  std::vector<Node> children;
};

struct Sheet {
  float width = 0, height = 0;
  std::vector<Mark> marks;
  std::vector<Area> areas;
  std::vector<Node> nodes;
  bool heights_only = false;  // of a ruler: heights come out, what is set is not kept

  const Area* area_at(Point point) const;  // the smallest one there
};

Box bounds(const Mark& mark);  // generous; for leaving out what is not visible
void move(Mark& mark, float dx, float dy);

// The nodes as JSON for shell/mirror.mjs.
std::string to_json(const std::vector<Node>& nodes);

}  // namespace tiendo

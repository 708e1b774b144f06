// Choices: a row of segments where they fit, else a menu button. Every option is a link.
#include <algorithm>

#include "chart/text_width.h"
#include "layout/composer.h"

namespace tiendo {

namespace {

constexpr TextStyle option_style{.size = 15, .leading = 1.4f};
constexpr float option_padding = 16, option_gap = 8, option_height = target_min;
// A menu of two a row on a phone: its label stands over its value.
constexpr TextStyle over_style{.size = 12, .leading = 1.4f, .ink = Ink::muted};
constexpr float stacked_height = 56, stacked_padding = 12;

const Option& selected(const Choice& choice) {
  for (const Option& option : choice.options)
    if (option.selected) return option;
  return choice.options.front();
}

// Before the value; nothing where the bar has no room for it.
std::string label_of(const Choice& choice) {
  return choice.label.empty() ? std::string() : choice.label + ": ";
}

float option_width(const Option& option) {
  return text_width(option.text, option_style.size, Weight::bold) + 2 * option_padding;
}

void set_segment(Sheet& sheet, const Option& option, Box box) {
  const std::size_t first = sheet.marks.size();
  sheet.marks.push_back(RectMark{.box = box, .radius = 6,
                                 .fill = option.selected ? Ink::text : Ink::surface,
                                 .stroke = option.selected ? Ink::text : Ink::line_strong});
  TextStyle style = option_style;
  style.align = Align::centre;
  style.ink = option.selected ? Ink::surface : Ink::text;
  if (option.selected) style.weight = Weight::bold;
  set_line(sheet, option.text, style,
           {box.x + box.width / 2, box.y + (box.height - style.line_height()) / 2});
  if (!option.selected)
    sheet.areas.push_back(
        {.box = box, .href = option.href, .first_mark = first, .last_mark = first + 1});
}

Node link_to(const Option& option, Box box) {
  return {.tag = is_action(option.href) ? "button" : "a", .text = option.text, .href = option.href,
          .state = option.selected ? "page" : "", .box = box};
}

}  // namespace

float Composer::segments_width(const Choice& choice) const {
  float width = -option_gap;
  for (const Option& option : choice.options) width += option_width(option) + option_gap;
  return width;
}

float Composer::menu_width(const Choice& choice) const {
  const float name = text_width(label_of(choice), option_style.size);
  return name + text_width(selected(choice).text, option_style.size, Weight::bold) +
         2 * option_padding + 24;
}

float Composer::place_menu(const Choice& choice, Slot slot, std::vector<Node>& nodes,
                           MenuLook look) {
  const bool stacked = look == MenuLook::stacked;
  const float padding = stacked ? stacked_padding : option_padding;
  const Box box{slot.x, slot.y, stacked ? slot.width : std::min(slot.width, menu_width(choice)),
                stacked ? stacked_height : option_height};
  const std::size_t first = sheet_.marks.size();
  sheet_.marks.push_back(
      RectMark{.box = box, .radius = 6, .fill = Ink::surface, .stroke = Ink::line_strong});
  TextStyle name = option_style, value = option_style;
  name.ink = Ink::muted;
  value.weight = Weight::bold;
  const float inner = box.width - 2 * padding, room = inner - (stacked ? 16 : 24);
  Point at{box.x + padding, box.y + (box.height - option_style.line_height()) / 2};
  if (stacked) {
    at.y = box.y + (box.height - over_style.line_height() - value.line_height()) / 2;
    set_line(sheet_, shorten(choice.label, over_style.size, over_style.weight, inner), over_style,
             at);
    at.y += over_style.line_height();
  } else if (text_width(label_of(choice), name.size) + 48 < room) {
    at.x += set_line(sheet_, label_of(choice), name, at);
  }
  const float value_room = box.x + padding + room + 4 - at.x;
  set_line(sheet_, shorten(selected(choice).text, value.size, value.weight, value_room), value, at);
  sheet_.marks.push_back(SymbolMark{
      .centre = {box.right() - padding - 4, at.y + value.line_height() / 2},
      .size = 8, .symbol = Symbol::triangle_down, .ink = Ink::muted});
  sheet_.areas.push_back({.box = box, .href = menu_action_ + std::to_string(menus_.size()),
                          .first_mark = first, .last_mark = first + 1});
  menus_.push_back({choice, box});
  Node list{.tag = "select", .label = choice.label, .box = box};
  for (const Option& option : choice.options)
    list.children.push_back({.tag = "option", .text = option.text, .href = option.href,
                             .state = option.selected ? "selected" : ""});
  nodes.push_back(std::move(list));
  return box.height;
}

float Composer::place_segments(const Choice& choice, Slot slot, std::vector<Node>& nodes) {
  if (choice.options.size() == 1 && is_action(choice.options[0].href)) {  // a button
    const Box box{slot.x, slot.y, option_width(choice.options[0]), option_height};
    set_segment(sheet_, choice.options[0], box);
    nodes.push_back(link_to(choice.options[0], box));
    return option_height;
  }
  Node list{.tag = "nav", .label = choice.label};
  float x = slot.x;
  for (const Option& option : choice.options) {
    const Box box{x, slot.y, option_width(option), option_height};
    set_segment(sheet_, option, box);
    list.children.push_back(link_to(option, box));
    x += box.width + option_gap;
  }
  nodes.push_back(std::move(list));
  return option_height;
}

bool Composer::is_menu(const Choice& choice, float width) const {
  return choice.look == ChoiceLook::menu || segments_width(choice) > width;
}

// Two menus a row; one alone has the row for itself.
float Composer::place_stacked(const Choices& choices, Slot slot, std::vector<Node>& nodes) {
  float y = slot.y;
  const std::size_t count = choices.choices.size();
  for (std::size_t i = 0; i < count; i += 2, y += stacked_height + option_gap) {
    const bool alone = i + 1 == count;
    const float width = alone ? slot.width : (slot.width - option_gap) / 2;
    place_menu(choices.choices[i], {slot.x, y, width}, nodes, MenuLook::stacked);
    if (!alone)
      place_menu(choices.choices[i + 1], {slot.x + width + option_gap, y, width}, nodes,
                 MenuLook::stacked);
  }
  return y - option_gap - slot.y;
}

float Composer::place(const Choices& choices, Slot slot, std::vector<Node>& nodes) {
  const auto is_stacked = [&](const Choice& choice) {
    return !choice.options.empty() && !choice.label.empty() && is_menu(choice, slot.width);
  };
  if (room_ == Room::phone && choices.choices.size() > 1 &&
      std::all_of(choices.choices.begin(), choices.choices.end(), is_stacked))
    return place_stacked(choices, slot, nodes);
  float x = slot.x, y = slot.y;
  bool any = false;
  for (const Choice& choice : choices.choices) {
    if (choice.options.empty()) continue;
    const bool menu = is_menu(choice, slot.width);
    const float width = menu ? std::min(slot.width, menu_width(choice)) : segments_width(choice);
    if (any && x + width > slot.x + slot.width) x = slot.x, y += option_height + option_gap;
    const Slot here{x, y, slot.x + slot.width - x};
    if (menu)
      place_menu(choice, here, nodes);
    else
      place_segments(choice, here, nodes);
    x += width + gap;
    any = true;
  }
  return any ? y + option_height - slot.y : 0;
}

Sheet compose_options(const Choice& choice, float width) {
  Sheet sheet{.width = width};
  float y = 8;
  for (const Option& option : choice.options) {
    const Box box{0, y, width, target_min};
    const std::size_t first = sheet.marks.size();
    sheet.marks.push_back(RectMark{.box = {8, y, width - 16, target_min}, .radius = 6,
                                   .fill = option.selected ? Ink::field : Ink::surface});
    TextStyle style = option_style;
    if (option.selected) style.weight = Weight::bold;
    const float room = width - 2 * option_padding - 16;
    set_line(sheet, shorten(option.text, style.size, style.weight, room), style,
             {8 + option_padding, y + (target_min - style.line_height()) / 2});
    sheet.areas.push_back(
        {.box = box, .href = option.href, .first_mark = first, .last_mark = first + 1});
    y += target_min;
  }
  sheet.height = y + 8;
  return sheet;
}

}  // namespace tiendo

// Choices: a row of segments where they fit, else a menu button. Every option is a link.
//
// No words are cut: a menu's label gives way to its value, a value too long for its line has two,
// a menu that asks for more than half of a phone has the row for itself.
#include <algorithm>

#include "chart/text_width.h"
#include "layout/composer.h"

namespace tiendo {

namespace {

constexpr TextStyle option_style{.size = 15, .leading = 1.4f};
constexpr float option_padding = 16, option_gap = 8, option_height = target_min;
// A menu of two a row on a phone: its label stands over its value.
constexpr TextStyle over_style{.size = type::note, .leading = 1.3f, .ink = Ink::muted};
constexpr float stacked_height = 60, stacked_padding = 12;
constexpr float mark_room = 24;  // of the triangle that says that it is a menu

const Option& selected(const Choice& choice) {
  for (const Option& option : choice.options)
    if (option.selected) return option;
  return choice.options.front();
}

// Before the value; nothing where the bar has no room for it.
std::string label_of(const Choice& choice) {
  return choice.label.empty() ? std::string() : choice.label + ": ";
}

TextStyle value_style() {
  TextStyle style = option_style;
  style.weight = Weight::bold;
  return style;
}

float value_width(const Choice& choice) {
  return text_width(selected(choice).text, option_style.size, Weight::bold);
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
  return name + value_width(choice) + 2 * option_padding + mark_room;
}

float Composer::place_menu(const Choice& choice, Slot slot, std::vector<Node>& nodes,
                           MenuLook look) {
  const bool stacked = look == MenuLook::stacked;
  const float padding = stacked ? stacked_padding : option_padding;
  const float width = stacked ? slot.width : std::min(slot.width, menu_width(choice));
  const float room = width - 2 * padding - mark_room;
  TextStyle name = stacked ? over_style : option_style, value = value_style();
  name.ink = Ink::muted;
  value.lines_max = name.lines_max = 2;
  const std::string label = stacked ? choice.label : label_of(choice);
  const float label_width = text_width(label, name.size);
  const bool beside = !stacked && label_width + value_width(choice) <= room + 1;
  const Words label_words{{.text = label}}, value_words{{.text = selected(choice).text}};
  const float above = stacked ? measure_words(label_words, name, room) : 0;
  const float lines = above + measure_words(value_words, value, beside ? room + 4 : room);
  const Box box{slot.x, slot.y, width,
                std::max(stacked ? stacked_height : option_height, lines + 16)};
  const std::size_t first = sheet_.marks.size();
  sheet_.marks.push_back(
      RectMark{.box = box, .radius = 6, .fill = Ink::surface, .stroke = Ink::line_strong});
  Point at{box.x + padding, box.y + (box.height - lines) / 2};
  std::vector<Node> unused;
  if (stacked) at.y += set_words(sheet_, unused, label_words, name, at, room);
  if (beside) at.x += set_line(sheet_, label, name, at);
  set_words(sheet_, unused, value_words, value, at, beside ? value_width(choice) + 4 : room);
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

// Two menus a row where both have room; one alone has the row for itself.
float Composer::place_stacked(const Choices& choices, Slot slot, std::vector<Node>& nodes) {
  float y = slot.y;
  const float half = (slot.width - option_gap) / 2;
  const auto fits = [half](const Choice& choice) {
    return value_width(choice) + 2 * stacked_padding + mark_room <= half;
  };
  const std::vector<Choice>& all = choices.choices;
  for (std::size_t i = 0; i < all.size();) {
    const bool two = i + 1 < all.size() && fits(all[i]) && fits(all[i + 1]);
    const float width = two ? half : slot.width;
    float height = place_menu(all[i], {slot.x, y, width}, nodes, MenuLook::stacked);
    if (two)
      height = std::max(height, place_menu(all[i + 1], {slot.x + half + option_gap, y, half}, nodes,
                                           MenuLook::stacked));
    i += two ? 2 : 1;
    y += height + option_gap;
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
  float x = slot.x, y = slot.y, tallest = 0;
  for (const Choice& choice : choices.choices) {
    if (choice.options.empty()) continue;
    const bool menu = is_menu(choice, slot.width);
    const float width = menu ? std::min(slot.width, menu_width(choice)) : segments_width(choice);
    if (tallest > 0 && x + width > slot.x + slot.width) {
      x = slot.x;
      y += tallest + option_gap;
      tallest = 0;
    }
    const Slot here{x, y, slot.x + slot.width - x};
    tallest = std::max(tallest, menu ? place_menu(choice, here, nodes)
                                     : place_segments(choice, here, nodes));
    x += width + gap;
  }
  return y + tallest - slot.y;
}

Sheet compose_options(const Choice& choice, float width) {
  Sheet sheet{.width = width};
  std::vector<Node> unused;
  const float room = width - 2 * option_padding - 16;
  float y = 8;
  for (const Option& option : choice.options) {
    const Words words{{.text = option.text}};
    const TextStyle style = option.selected ? value_style() : option_style;
    const float text = measure_words(words, style, room), height = std::max(target_min, text + 12);
    const std::size_t first = sheet.marks.size();
    sheet.marks.push_back(RectMark{.box = {8, y, width - 16, height}, .radius = 6,
                                   .fill = option.selected ? Ink::field : Ink::surface});
    set_words(sheet, unused, words, style, {8 + option_padding, y + (height - text) / 2}, room);
    sheet.areas.push_back({.box = {0, y, width, height}, .href = option.href,
                           .first_mark = first, .last_mark = first + 1});
    y += height;
  }
  sheet.height = y + 8;
  return sheet;
}

}  // namespace tiendo

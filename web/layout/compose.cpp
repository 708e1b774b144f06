#include "layout/compose.h"

#include <algorithm>

#include "chart/text_width.h"
#include "layout/composer.h"

namespace tiendo {

namespace {

constexpr TextStyle bar_style{.size = 15, .leading = 1.4f};

// The mark of the site: a corner that fills.
void set_logo(Sheet& sheet, Point at, float size) {
  sheet.marks.push_back(AreaMark{
      .points = {{at.x, at.y}, {at.x + size, at.y}, {at.x, at.y + size}}, .fill = Ink::accent});
}

float set_brand(Sheet& sheet, const Frame& frame, Point at, float height,
                std::vector<Node>& nodes) {
  const TextStyle name{.size = type::title, .leading = 1.3f, .weight = Weight::bold};
  const std::size_t first = sheet.marks.size();
  set_logo(sheet, {at.x, at.y + (height - 16) / 2}, 16);
  const float width = 28 + set_line(sheet, frame.brand, name,
                                    {at.x + 28, at.y + (height - name.line_height()) / 2});
  const Box box{at.x, at.y + (height - target_min) / 2, width, target_min};
  const std::string home = frame.views.options.empty() ? "" : frame.views.options.front().href;
  sheet.areas.push_back({.box = box, .href = home, .first_mark = first, .last_mark = first});
  nodes.push_back({.tag = "a", .text = frame.brand, .href = home, .box = box});
  return width;
}

// A view as a tab: bold with a bar of the accent below where the reader is.
float set_tab(Sheet& sheet, const Option& option, Point at, float height, float space,
              std::vector<Node>& nodes) {
  TextStyle style = bar_style;
  if (option.selected) style.weight = Weight::bold;
  const float width = text_width(option.text, style.size, Weight::bold);
  const std::size_t first = sheet.marks.size();
  style.ink = option.selected ? Ink::text : Ink::muted;
  set_line(sheet, option.text, style, {at.x, at.y + (height - style.line_height()) / 2});
  const float beside = std::min(10.0f, space / 2);
  const Box box{at.x - beside, at.y, width + 2 * beside, height};
  if (option.selected)
    sheet.marks.push_back(
        RectMark{.box = {at.x, at.y + height - 3, width, 3}, .fill = Ink::accent});
  sheet.areas.push_back({.box = box, .href = option.href, .first_mark = first, .last_mark = first});
  nodes.push_back({.tag = "a", .text = option.text, .href = option.href,
                   .state = option.selected ? "page" : "", .box = box});
  return width;
}

// The language link, at the right edge `right`; returns the room it takes.
float set_language(Sheet& sheet, const Frame& frame, float right, float y, float height,
                   std::vector<Node>& nodes) {
  const bool shorter = room_of(sheet.width) == Room::phone && !frame.other_language_short.empty();
  const std::string& text = shorter ? frame.other_language_short : frame.other_language.text;
  const float width = std::max(target_min, text_width(text, bar_style.size) + 24);
  const Box box{right - width, y + (height - target_min) / 2, width, target_min};
  const std::size_t first = sheet.marks.size();
  sheet.marks.push_back(RectMark{.box = box, .radius = 6,
                                 .fill = Ink::surface, .stroke = Ink::line_strong});
  TextStyle style = bar_style;
  style.align = Align::centre;
  set_line(sheet, text, style,
           {box.x + box.width / 2, y + (height - style.line_height()) / 2});
  sheet.areas.push_back({.box = box, .href = frame.other_language.href, .first_mark = first,
                         .last_mark = first + 1});
  nodes.push_back({.tag = "a", .text = frame.other_language.text, .href = frame.other_language.href,
                   .box = box});
  return width;
}

// The link to the search, with a lens; its word where there is room.
float set_search(Sheet& sheet, const Frame& frame, float right, float y, float height,
                 std::vector<Node>& nodes) {
  const bool worded = room_of(sheet.width) == Room::desktop;
  const float word = worded ? text_width(frame.search.text, bar_style.size) + 8 : 0;
  const float width = std::max(target_min, word + 40);
  const Box box{right - width, y + (height - target_min) / 2, width, target_min};
  const std::size_t first = sheet.marks.size();
  sheet.marks.push_back(RectMark{.box = box, .radius = 6,
                                 .fill = Ink::surface, .stroke = Ink::line_strong});
  const Point lens{box.x + (width - word) / 2 - 1, box.y + box.height / 2 - 1};
  sheet.marks.push_back(LineMark{.points = {{lens.x + 4, lens.y + 4}, {lens.x + 9, lens.y + 9}},
                                 .ink = Ink::text, .width = 2.5f});
  sheet.marks.push_back(
      SymbolMark{.centre = lens, .size = 13, .symbol = Symbol::ring, .ink = Ink::text});
  if (worded)
    set_line(sheet, frame.search.text, bar_style,
             {lens.x + 16, y + (height - bar_style.line_height()) / 2});
  sheet.areas.push_back({.box = box, .href = frame.search.href, .words = frame.search_hint,
                         .first_mark = first, .last_mark = sheet.marks.size()});
  nodes.push_back({.tag = "a", .text = frame.search.text, .href = frame.search.href,
                   .state = frame.search.selected ? "page" : "", .box = box});
  return width;
}

std::string play_words(const Play& play) { return play.playing ? play.stop : play.start; }

float play_width(const Play& play, bool worded) {
  const float words = std::max(text_width(play.start, bar_style.size),
                               text_width(play.stop, bar_style.size));
  return worded ? words + 48 : target_min;
}

// A triangle that plays, a square that stops; its words where there is room for them.
void set_play(Sheet& sheet, const Play& play, Box box, bool worded, std::vector<Node>& nodes) {
  const std::size_t first = sheet.marks.size();
  sheet.marks.push_back(RectMark{.box = box, .radius = 6,
                                 .fill = Ink::surface, .stroke = Ink::line_strong});
  const Point centre{worded ? box.x + 22 : box.x + box.width / 2, box.y + box.height / 2};
  if (play.playing)
    sheet.marks.push_back(
        RectMark{.box = {centre.x - 6, centre.y - 6, 12, 12}, .fill = Ink::text});
  else
    sheet.marks.push_back(AreaMark{.points = {{centre.x - 5, centre.y - 7},
                                              {centre.x + 8, centre.y},
                                              {centre.x - 5, centre.y + 7}},
                                   .fill = Ink::text});
  if (worded)
    set_line(sheet, play_words(play), bar_style,
             {box.x + 36, box.y + (box.height - bar_style.line_height()) / 2});
  const std::string href = play.playing ? "!stop" : "!play";
  sheet.areas.push_back({.box = box, .href = href, .words = worded ? "" : play_words(play),
                         .first_mark = first, .last_mark = first + 1});
  nodes.push_back({.tag = "button", .text = play_words(play), .href = href, .box = box});
}

constexpr float tab_space = 28;  // between two of them; where there is no room for it, less

float views_width(const Frame& frame) {
  float width = -tab_space;
  for (const Option& option : frame.views.options)
    width += text_width(option.text, bar_style.size, Weight::bold) + tab_space;
  return width;
}

// Illustration data says so on every screen, above everything else.
float set_illustration(Sheet& sheet, const Frame& frame, float width, std::vector<Node>& nodes) {
  if (frame.illustration.empty()) return 0;
  const TextStyle style{.size = type::note, .leading = 1.4f, .weight = Weight::bold,
                        .ink = Ink::surface, .align = Align::centre};
  const std::size_t band = sheet.marks.size();
  sheet.marks.push_back(RectMark{.fill = Ink::accent});
  Node node{.tag = "p"};
  const float height =
      set_text(sheet, node.children, frame.illustration, style, {16, 8}, width - 32) + 16;
  std::get<RectMark>(sheet.marks[band]).box = {0, 0, width, height};
  nodes.push_back(std::move(node));
  return height;
}

// What is so on every page for now, below the bar; how far it is along the lower edge.
float set_notice(Sheet& sheet, const Notice& notice, float width, float y,
                 std::vector<Node>& nodes) {
  const float margin = side_margin(width);
  const TextStyle style{.size = type::note, .leading = 1.7f};
  const std::size_t band = sheet.marks.size();
  sheet.marks.push_back(RectMark{.fill = Ink::field});
  Node node{.tag = "p", .role = "status"};
  const float height = set_words(sheet, node.children, notice.words, style, {margin, y + 6},
                                 width - 2 * margin) + 12;
  std::get<RectMark>(sheet.marks[band]).box = {0, y, width, height};
  if (notice.share)
    sheet.marks.push_back(
        RectMark{.box = {0, y + height - 4, width * static_cast<float>(*notice.share), 4},
                 .fill = Ink::accent});
  nodes.push_back(std::move(node));
  return height;
}

void compose_top(ComposedFrame& out, const Frame& frame, float width) {
  Sheet& sheet = out.top;
  sheet.width = width;
  const Room room = room_of(width);
  const float margin = side_margin(width), right = width - margin;
  sheet.marks.push_back(RectMark{.fill = Ink::surface});
  Node header{.tag = "header"};
  const float y = set_illustration(sheet, frame, width, header.children);
  const float row = room == Room::phone ? 56 : 64;
  const float space = room == Room::phone ? 4 : 8;
  Composer composer(sheet, out.menus, room, "!bar:");
  float x = margin + set_brand(sheet, frame, {margin, y}, row, header.children);
  float end = right - set_language(sheet, frame, right, y, row, header.children) - space;
  if (!frame.search.text.empty())
    end -= set_search(sheet, frame, end, y, row, header.children) + space;
  if (frame.months && !frame.months->options.empty()) {
    Choice months = *frame.months;
    if (room == Room::phone) months.label.clear();
    const float wide = std::min(composer.menu_width(months), end - x - space);
    months.label = frame.months->label;
    composer.place_menu(months, {end - wide, y + (row - target_min) / 2, wide}, header.children);
    end -= wide + space;
    if (frame.play && room != Room::phone) {  // on a phone it stands on the page
      end -= target_min;
      set_play(sheet, *frame.play, {end, y + (row - target_min) / 2, target_min, target_min}, false,
               header.children);
      end -= 8;
    }
  }
  float bottom = y + row;
  Node views{.tag = "nav", .label = frame.views.label};
  const float tabs = views_width(frame);
  if (room != Room::phone) {
    const bool one_row = x + 40 + tabs + 24 <= end;
    const float tagline = text_width(frame.tagline, type::note);
    if (!one_row && x + 16 + tagline + 16 <= end)
      set_line(sheet, frame.tagline, {.size = type::note, .leading = 1.4f, .ink = Ink::muted},
               {x + 16, y + (row - type::note * 1.4f) / 2 + 2});
    float tab_x = one_row ? x + 40 : margin;
    const float tab_y = one_row ? y : y + row - 8;
    const float tab_height = one_row ? row : 44;
    const float over = one_row ? 0 : std::max(0.0f, tabs - (right - margin));
    const auto gaps = static_cast<float>(std::max<std::size_t>(frame.views.options.size(), 2) - 1);
    const float between = tab_space - over / gaps;
    for (const Option& option : frame.views.options)
      tab_x += between +
               set_tab(sheet, option, {tab_x, tab_y}, tab_height, between, views.children);
    bottom = tab_y + tab_height;
    header.children.push_back(std::move(views));
  }
  for (const Notice& notice : frame.notices)
    bottom += set_notice(sheet, notice, width, bottom, header.children);
  sheet.height = bottom + 1;
  std::get<RectMark>(sheet.marks.front()).box = {0, 0, width, sheet.height};
  sheet.marks.push_back(RectMark{.box = {0, bottom, width, 1}, .fill = Ink::line});
  sheet.nodes.push_back(std::move(header));
}

constexpr std::size_t bottom_views = 4;  // the others are behind "more"

void set_bottom_item(Sheet& sheet, const Option& option, Symbol icon, Box box) {
  const Ink ink = option.selected ? Ink::accent : Ink::muted;
  const float middle = box.x + box.width / 2;
  if (option.selected)
    sheet.marks.push_back(RectMark{.box = {box.x + 8, 0, box.width - 16, 3}, .fill = Ink::accent});
  sheet.marks.push_back(
      SymbolMark{.centre = {middle, 22}, .size = 16, .symbol = icon, .ink = ink});
  const TextStyle style{.size = type::note, .leading = 1.4f, .ink = ink, .align = Align::centre};
  set_line(sheet, option.text, style, {middle, 36});
  const std::size_t none = sheet.marks.size();
  sheet.areas.push_back({.box = box, .href = option.href, .first_mark = none, .last_mark = none});
}

void compose_bottom(ComposedFrame& out, const Frame& frame, float width) {
  if (room_of(width) != Room::phone) return;
  // Shapes, so that no font has to have them.
  constexpr Symbol icons[] = {Symbol::half_circle, Symbol::triangle_up, Symbol::circle,
                              Symbol::square, Symbol::diamond};
  Sheet& sheet = out.bottom;
  sheet.width = width;
  sheet.height = 64;
  sheet.marks.push_back(RectMark{.box = {0, 0, width, 64}, .fill = Ink::surface});
  sheet.marks.push_back(RectMark{.box = {0, 0, width, 1}, .fill = Ink::line_strong});
  Node views{.tag = "nav", .label = frame.views.label};
  Menu more{.choice = {.label = frame.more, .look = ChoiceLook::menu}, .button = {}};
  Option more_option{.text = frame.more, .href = "!bar:" + std::to_string(out.menus.size())};
  // Each as wide as its word, and a fair share of what is left.
  float left = width - text_width(frame.more, type::note);
  for (std::size_t i = 0; i < bottom_views && i < frame.views.options.size(); ++i)
    left -= text_width(frame.views.options[i].text, type::note);
  const auto room = [&](const std::string& word) {
    return text_width(word, type::note) + left / static_cast<float>(bottom_views + 1);
  };
  float x = 0;
  for (std::size_t i = 0; i < frame.views.options.size(); ++i) {
    const Option& option = frame.views.options[i];
    const bool shown = i < bottom_views;
    const Box box{x, 0, room(shown ? option.text : frame.more), 64};
    if (shown) {
      set_bottom_item(sheet, option, icons[i], box);
      x += box.width;
    } else {
      more.choice.options.push_back(option);
      more_option.selected = more_option.selected || option.selected;
    }
    views.children.push_back({.tag = "a", .text = option.text, .href = option.href,
                              .state = option.selected ? "page" : "", .box = box});
  }
  more.button = {x, 0, width - x, 64};
  set_bottom_item(sheet, more_option, icons[bottom_views], more.button);
  out.menus.push_back(std::move(more));
  sheet.nodes.push_back(std::move(views));
}

}  // namespace

ComposedPage compose(const Page& page, const Frame& frame, float width) {
  ComposedPage out;
  Sheet& sheet = out.sheet;
  sheet.width = width;
  const Room room = room_of(width);
  const float margin = side_margin(width), inner = width - 2 * margin;
  const TextStyle heading{.size = room == Room::phone ? type::heading_phone : type::heading,
                          .leading = 1.25f, .weight = Weight::bold};
  const TextStyle lede{.size = type::body, .leading = 1.5f, .ink = Ink::muted};
  Node main{.tag = "main"};
  float y = room == Room::phone ? 24.0f : 40.0f;
  std::vector<Node> unused;
  const float heading_width = std::min(inner, heading.size * 28);
  const float height = set_text(sheet, unused, page.heading, heading, {margin, y}, heading_width);
  main.children.push_back(
      {.tag = "h1", .text = page.heading, .box = {margin, y, heading_width, height}});
  y += height + 8;
  if (!page.lede.empty()) {
    Node p{.tag = "p"};
    y += set_words(sheet, p.children, page.lede, lede, {margin, y}, std::min(inner, 760.0f));
    main.children.push_back(std::move(p));
  }
  y += 24;
  if (frame.play && room == Room::phone) {
    const Box box{margin, y, std::min(inner, play_width(*frame.play, true)), target_min};
    set_play(sheet, *frame.play, box, true, main.children);
    y += target_min + 8;
  }
  Composer composer(sheet, out.menus, room, "!menu:", &out.long_tables);
  y += composer.place(page.blocks, {margin, y, inner}, 2, main.children) + 32;
  sheet.nodes.push_back(std::move(main));
  Node foot{.tag = "footer"}, p{.tag = "p"};
  const TextStyle foot_style{.size = type::note, .leading = 1.6f, .ink = Ink::faint};
  y += set_words(sheet, p.children, frame.foot, foot_style, {margin, y}, std::min(inner, 880.0f)) +
       40;
  foot.children.push_back(std::move(p));
  Choices choices{frame.share};
  choices.choices.push_back(frame.themes);
  y += composer.place(choices, {margin, y - 24, inner}, foot.children);
  sheet.nodes.push_back(std::move(foot));
  sheet.height = y;
  return out;
}

ComposedFrame compose(const Frame& frame, float width) {
  ComposedFrame out;
  out.search_href = frame.search.href;
  compose_top(out, frame, width);
  compose_bottom(out, frame, width);
  return out;
}

}  // namespace tiendo

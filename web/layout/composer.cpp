#include "layout/composer.h"

#include <algorithm>

#include "base/overloaded.h"
#include "chart/palette.h"
#include "chart/text_width.h"

namespace tiendo {

namespace {

constexpr TextStyle note_style{.size = type::note, .leading = 1.45f, .ink = Ink::muted};

// Stat boxes keep at least this much, so that "1.227 / 1.298" fits.
constexpr float stat_width_min = 232;

float space_between(const Block& above, const Block& below) {
  const bool quiet = std::holds_alternative<Paragraph>(above.content) &&
                     std::holds_alternative<Paragraph>(below.content);
  return quiet ? 8 : gap;
}

std::string tag_of_level(int level) { return "h" + std::to_string(std::min(level, 6)); }

}  // namespace

namespace {

float symbol_room(const TextStyle& style) { return style.size * 0.72f + 8; }

}  // namespace

float status_width(const Status& status, const TextStyle& style) {
  return symbol_room(style) + text_width(status.word, style.size, style.weight);
}

float status_least(const Status& status, const TextStyle& style) {
  return symbol_room(style) + longest_word({Span{.text = status.word}}, style);
}

float set_status(Sheet& sheet, const Status& status, const TextStyle& style, Point at,
                 float width) {
  const float size = style.size * 0.72f, room = symbol_room(style);
  sheet.marks.push_back(SymbolMark{
      .centre = {at.x + size / 2, base_line(at.y, style) - 0.357f * style.size},
      .size = size,
      .symbol = status.symbol,
      .ink = status.ink});
  TextStyle word = style;
  word.ink = text_ink(status.ink);
  word.align = Align::left;
  std::vector<Node> unused;  // the caller mirrors the word with what it belongs to
  return set_text(sheet, unused, status.word, word, {at.x + room, at.y}, width - room + 1);
}

float Composer::place(const std::vector<Block>& blocks, Slot slot, int level,
                      std::vector<Node>& nodes) {
  float y = slot.y;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i > 0) y += space_between(blocks[i - 1], blocks[i]);
    y += place(blocks[i], {slot.x, y, slot.width}, level, nodes);
  }
  return y - slot.y;
}

float Composer::place(const Block& block, Slot slot, int level, std::vector<Node>& nodes) {
  return std::visit(
      overloaded{
          [&](const Heading& b) { return place(b, slot, level, nodes); },
          [&](const Card& b) { return place(b, slot, level, nodes); },
          [&](const Row& b) { return place(b, slot, level, nodes); },
          [&](const auto& b) { return place(b, slot, nodes); },
      },
      block.content);
}

float Composer::place(const Heading& heading, Slot slot, int level, std::vector<Node>& nodes) {
  Node node{.tag = tag_of_level(level), .text = heading.text};
  std::vector<Node> unused;
  const float above = level == 2 ? 16.0f : 0.0f;
  const TextStyle style{.size = level == 2 ? type::title : type::body, .leading = 1.35f,
                        .weight = Weight::bold};
  const float height =
      set_text(sheet_, unused, heading.text, style, {slot.x, slot.y + above}, slot.width);
  node.box = {slot.x, slot.y + above, slot.width, height};
  nodes.push_back(std::move(node));
  return above + height;
}

float Composer::place(const Paragraph& paragraph, Slot slot, std::vector<Node>& nodes) {
  const TextStyle body{.size = type::body, .leading = 1.55f};
  const TextStyle& style = paragraph.role == ParagraphRole::note ? note_style : body;
  Node node{.tag = "p"};
  const float width = std::min(slot.width, style.size * 46);  // a line that the eye can follow
  const float height =
      set_words(sheet_, node.children, paragraph.words, style, {slot.x, slot.y}, width);
  nodes.push_back(std::move(node));
  return height;
}

// The figure with its unit beside it, or below where there is no room.
float Composer::place_value(const Stat& stat, Slot slot, Node& node) {
  const TextStyle big{.size = type::figure, .leading = 1.2f, .weight = Weight::bold};
  const TextStyle unit{.size = type::title, .leading = 1.4f, .ink = Ink::muted};
  float y = slot.y;
  float size = big.size;
  // A short unit stays beside its figure, even where the figure has to give way a little.
  const float unit_width = text_width(stat.unit, unit.size, unit.weight) + 6;
  const float kept = unit_width < 64 ? unit_width : 0;
  while (size > 24 && text_width(stat.value, size, big.weight) + kept > slot.width) size -= 2;
  TextStyle value = big;
  value.size = size;
  value.leading = big.line_height() / size;
  const float width = set_line(sheet_, stat.value, value, {slot.x, y});
  const float unit_room = slot.width - width - 6;
  const bool beside = text_width(stat.unit, unit.size, unit.weight) <= unit_room;
  if (beside) {
    const float y_unit = base_line(y, value) - base_line(0, unit);
    set_line(sheet_, stat.unit, unit, {slot.x + width + 6, y_unit});
  }
  y += value.line_height();
  node.children.push_back(
      {.tag = "p", .text = stat.value + (stat.unit.empty() ? "" : " " + stat.unit)});
  std::vector<Node> unused;
  if (!beside && !stat.unit.empty())
    y += set_text(sheet_, unused, stat.unit, note_style, {slot.x, y}, slot.width);
  return y - slot.y;
}

float Composer::place(const Stat& stat, Slot slot, std::vector<Node>& nodes) {
  const TextStyle label{.size = type::note, .leading = 1.4f, .ink = Ink::muted};
  const TextStyle state{.size = type::note, .leading = 1.5f, .weight = Weight::bold};
  const TextStyle line{.size = type::note, .leading = 1.5f};
  const TextStyle foot{.size = type::note, .leading = 1.45f, .ink = Ink::faint};
  Node node{.tag = "li"};
  float y = slot.y;
  const std::size_t first = sheet_.marks.size();
  Node name{.tag = stat.href.empty() ? "p" : "a", .href = stat.href};
  y += set_text(sheet_, name.children, stat.label, label, {slot.x, y}, slot.width) + 4;
  node.children.push_back(std::move(name));
  if (!stat.value.empty()) y += place_value(stat, {slot.x, y, slot.width}, node);
  y += 4;
  if (stat.status) {
    y += set_status(sheet_, *stat.status, state, {slot.x, y}, slot.width) + 2;
    node.children.push_back({.tag = "p", .text = stat.status->word});
  }
  for (const Words& words : stat.lines) {
    Node p{.tag = "p"};
    y += set_words(sheet_, p.children, words, line, {slot.x, y}, slot.width);
    node.children.push_back(std::move(p));
  }
  if (!stat.foot.empty()) {
    Node p{.tag = "p"};
    y += 6 + set_words(sheet_, p.children, stat.foot, foot, {slot.x, y + 6}, slot.width);
    node.children.push_back(std::move(p));
  }
  if (!stat.href.empty()) {
    const Box box{slot.x - card_padding(), slot.y - card_padding(), slot.width + 2 * card_padding(),
                  y - slot.y + 2 * card_padding()};
    node.children.front().box = box;
    sheet_.areas.push_back(
        {.box = box, .href = stat.href, .first_mark = first, .last_mark = first + 1});
  }
  nodes.push_back(std::move(node));
  return y - slot.y;
}

float Composer::place(const Stats& stats, Slot slot, std::vector<Node>& nodes) {
  const std::size_t count = stats.stats.size();
  if (count == 0) return 0;
  const float padding = card_padding();
  const auto fitting = static_cast<std::size_t>((slot.width + gap) / (stat_width_min + gap));
  std::size_t columns = std::clamp<std::size_t>(fitting, 1, count);
  // Rather a little narrower than one box alone below the others.
  if (columns > 1 && columns + 1 == count &&
      slot.width >= static_cast<float>(count) * (0.85f * stat_width_min + gap) - gap)
    columns = count;
  if (columns < count && columns > 1) columns = (count + (count + columns - 1) / columns - 1) /
                                                ((count + columns - 1) / columns);
  const float width =
      (slot.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  Node list{.tag = "ul"};
  float y = slot.y;
  for (std::size_t i = 0; i < count; i += columns) {
    std::vector<std::size_t> cards;
    float tallest = 0;
    for (std::size_t k = i; k < std::min(count, i + columns); ++k) {
      const float x = slot.x + static_cast<float>(k - i) * (width + gap);
      cards.push_back(open_card({x, y, width}));
      const float height = place(stats.stats[k], {x + padding, y + padding, width - 2 * padding},
                                 list.children);
      tallest = std::max(tallest, height + 2 * padding);
    }
    level_cards(cards, tallest);
    y += tallest + gap;
  }
  nodes.push_back(std::move(list));
  return y - gap - slot.y;
}

float Composer::place(const Figure& figure, Slot slot, std::vector<Node>& nodes) {
  Scene scene = layout(figure.chart, slot.width);
  Node node{
      .tag = "figure", .label = figure.title, .box = {slot.x, slot.y, scene.width, scene.height}};
  node.children.push_back({.tag = "p", .text = figure.description});
  const std::size_t first = sheet_.marks.size();
  for (Mark& mark : scene.marks) {
    move(mark, slot.x, slot.y);
    sheet_.marks.push_back(std::move(mark));
  }
  Node list{.tag = "ul"};
  for (const Spot& spot : scene.spots) {
    const Box box{spot.box.x + slot.x, spot.box.y + slot.y, spot.box.width, spot.box.height};
    sheet_.areas.push_back({.box = box, .href = spot.href, .words = spot.words,
                            .first_mark = first, .last_mark = first});
    Node item{.tag = "li"};
    if (spot.href.empty()) {
      item.text = spot.words;
      item.box = box;
      if (list.children.empty()) item.state = "first";
    } else {
      item.children.push_back({.tag = "a", .text = spot.words, .href = spot.href, .box = box});
    }
    list.children.push_back(std::move(item));
  }
  if (!list.children.empty()) node.children.push_back(std::move(list));
  nodes.push_back(std::move(node));
  return scene.height;
}

float Composer::place(const Quote& quote, Slot slot, std::vector<Node>& nodes) {
  const TextStyle words{.size = type::body, .leading = 1.55f};
  Node node{.tag = "blockquote"};
  Node said{.tag = "p", .quoted = true};
  const float inset = 16;
  float y = slot.y;
  y += set_text(sheet_, said.children, quote.words, words, {slot.x + inset, y}, slot.width - inset);
  y += 2;
  Node cite{.tag = "p"};
  y += set_words(sheet_, cite.children, quote.source, note_style, {slot.x + inset, y},
                 slot.width - inset);
  sheet_.marks.push_back(
      RectMark{.box = {slot.x, slot.y + 2, 3, y - slot.y - 4}, .fill = Ink::accent});
  node.children.push_back(std::move(said));
  node.children.push_back(std::move(cite));
  nodes.push_back(std::move(node));
  return y - slot.y;
}

float Composer::place(const Terms& terms, Slot slot, std::vector<Node>& nodes) {
  const TextStyle name{.size = type::note, .leading = 1.6f, .ink = Ink::muted};
  const TextStyle value{.size = type::body, .leading = 1.5f};
  Node list{.tag = "dl"};
  const bool beside = slot.width >= 480;
  float widest = 0;
  for (const Term& term : terms.terms)
    widest = std::max(widest, text_width(term.name, name.size, name.weight));
  const float name_width = beside ? std::min(widest + 24, slot.width * 0.4f) : slot.width;
  float y = slot.y;
  for (const Term& term : terms.terms) {
    Node dt{.tag = "dt"}, dd{.tag = "dd"};
    const float drop = beside ? base_line(0, value) - base_line(0, name) : 0;
    const float name_height =
        set_text(sheet_, dt.children, term.name, name, {slot.x, y + drop}, name_width - 16) + drop;
    const float x = beside ? slot.x + name_width : slot.x;
    const float y_value = beside ? y : y + name_height;
    const float height = set_words(sheet_, dd.children, term.value, value, {x, y_value},
                                   slot.x + slot.width - x);
    y = std::max(y + name_height, y_value + height) + 8;
    list.children.push_back(std::move(dt));
    list.children.push_back(std::move(dd));
  }
  nodes.push_back(std::move(list));
  return terms.terms.empty() ? 0 : y - 8 - slot.y;
}

std::size_t Composer::open_card(Slot slot) {
  sheet_.marks.push_back(RectMark{.box = {slot.x, slot.y, slot.width, 0}, .radius = 8,
                                  .fill = Ink::surface, .stroke = Ink::line});
  return sheet_.marks.size() - 1;
}

void Composer::close_card(std::size_t mark, float height) {
  std::get<RectMark>(sheet_.marks[mark]).box.height = height;
}

void Composer::level_cards(const std::vector<std::size_t>& cards, float height) {
  for (const std::size_t card : cards) {
    close_card(card, height);
    const Box& box = std::get<RectMark>(sheet_.marks[card]).box;
    for (Area& area : sheet_.areas)  // a box that is one link is pressed anywhere in it
      if (area.box.x == box.x && area.box.y == box.y && area.box.width == box.width)
        area.box.height = height;
  }
}

float Composer::place(const Card& card, Slot slot, int level, std::vector<Node>& nodes) {
  const float padding = card_padding();
  const std::size_t frame = open_card(slot);
  const Slot inner{slot.x + padding, slot.y + padding, slot.width - 2 * padding};
  Node node{.tag = "section"};
  float y = inner.y;
  std::vector<Node> unused;
  if (!card.title.empty()) {
    const TextStyle title{.size = type::title, .leading = 1.3f, .weight = Weight::bold};
    const float height = set_text(sheet_, unused, card.title, title, {inner.x, y}, inner.width);
    node.children.push_back({.tag = tag_of_level(level), .text = card.title,
                             .box = {inner.x, y, inner.width, height}});
    y += height + 2;
  }
  if (!card.subtitle.empty()) {
    Node p{.tag = "p"};
    y += set_text(sheet_, p.children, card.subtitle, note_style, {inner.x, y}, inner.width);
    node.children.push_back(std::move(p));
  }
  if (y > inner.y) y += 12;
  y += place(card.blocks, {inner.x, y, inner.width}, level + 1, node.children);
  if (!card.foot.empty()) {
    Node p{.tag = "p"};
    const TextStyle foot{.size = type::note, .leading = 1.5f, .ink = Ink::faint};
    y += 12;
    y += set_words(sheet_, p.children, card.foot, foot, {inner.x, y}, inner.width);
    node.children.push_back(std::move(p));
  }
  if (!card.takeaways.empty()) {
    Node p{.tag = "p"};
    const TextStyle style{.size = type::note, .leading = 1.5f, .ink = Ink::faint};
    y += 12;
    y += set_words(sheet_, p.children, card.takeaways, style, {inner.x, y}, inner.width);
    node.children.push_back(std::move(p));
  }
  nodes.push_back(std::move(node));
  const float height = y + padding - slot.y;
  close_card(frame, height);
  return height;
}

float Composer::place(const Row& row, Slot slot, int level, std::vector<Node>& nodes) {
  const auto count = static_cast<float>(row.columns.size());
  const float spare = slot.width - gap * (count - 1);
  float shares = 0, least = 1;
  for (const RowColumn& column : row.columns) shares += column.share;
  for (const RowColumn& column : row.columns) least = std::min(least, column.share / shares);
  const bool beside = spare * least >= row.min_width;
  float x = slot.x, y = slot.y, tallest = 0;
  struct Alone { std::size_t card; float height; };
  std::vector<Alone> alone;  // that reach the bottom of their column
  for (const RowColumn& column : row.columns) {
    const float width = beside ? spare * column.share / shares : slot.width;
    const std::size_t first = sheet_.marks.size();
    const float height = place(column.blocks, {x, y, width}, level, nodes);
    if (column.blocks.size() == 1 && std::holds_alternative<Card>(column.blocks[0].content))
      alone.push_back({first, height});
    if (beside) {
      x += width + gap;
      tallest = std::max(tallest, height);
    } else {
      y += height + gap;
    }
  }
  if (!beside) return y - gap - slot.y;
  std::vector<std::size_t> cards;
  for (const Alone& one : alone)  // a much lower one would be blank below
    if (one.height > 0.75f * tallest) cards.push_back(one.card);
  level_cards(cards, tallest);
  return tallest;
}

}  // namespace tiendo

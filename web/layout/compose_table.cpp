// Tables: columns that are always there, and details that fold under the row's name where the
// width does not allow a column of their own. The mirror always has every column.
#include <algorithm>
#include <optional>

#include "chart/text_width.h"
#include "layout/composer.h"

namespace tiendo {

namespace {

constexpr TextStyle head_style{.size = 14, .leading = 1.4f, .ink = Ink::muted};
constexpr TextStyle cell_style{.size = 16, .leading = 1.45f};
constexpr TextStyle detail_style{.size = 14, .leading = 1.45f, .ink = Ink::muted};
constexpr float bar_width_min = 72;  // and of a line
constexpr float status_gap = 8;

struct TableColumn {
  std::size_t index = 0;
  float x = 0, width = 0;
};

struct TablePlan {
  float gap = 16;
  std::vector<TableColumn> columns;  // shown as columns
  std::vector<std::size_t> folded;   // shown on a line of their own under the row
};

// A bar or a line: read aloud, not set.
bool is_drawn(const Cell& cell) { return cell.bar || cell.line; }

// What a cell needs on one line and at least.
float cell_natural(const Cell& cell) {
  if (is_drawn(cell)) return bar_width_min;
  const float status = cell.status ? status_width(*cell.status, cell_style) + status_gap : 0;
  return status + natural_width(cell.words, cell_style);
}

float column_natural(const Table& table, std::size_t index) {
  float width = text_width(table.columns[index].title, head_style.size, Weight::regular) +
                (table.columns[index].ascending ? 16.0f : 0.0f);
  for (const TableRow& row : table.rows) width = std::max(width, cell_natural(row.cells[index]));
  return width;
}

float column_least(const Table& table, std::size_t index) {
  float width = longest_word({Span{.text = table.columns[index].title}}, head_style);
  for (const TableRow& row : table.rows) {
    const Cell& cell = row.cells[index];
    width = std::max(width, is_drawn(cell) ? bar_width_min : longest_word(cell.words, cell_style));
    if (cell.status) width = std::max(width, status_least(*cell.status, cell_style));
  }
  return width;
}

// A column that wraps wants about this much before a detail is given a column of its own.
float wanted(const Table& table, std::size_t index, float natural) {
  const Column& column = table.columns[index];
  return column.grow > 0 ? std::min(natural, column.lead ? 240.0f : 160.0f) : natural;
}

// What a column must have: its longest word; where it names the row also a fair part of the width,
// so that names are not set a word a line beside roomy figures.
float must_have(const Table& table, std::size_t index, float natural, float width) {
  const float word = column_least(table, index);
  if (!table.columns[index].lead) return word;
  return std::max(word, std::min(wanted(table, index, natural), 0.4f * width));
}

bool fits(const Table& table, const std::vector<std::size_t>& shown, float width, float gap,
          const std::vector<float>& natural) {
  float need = gap * static_cast<float>(shown.empty() ? 0 : shown.size() - 1);
  for (const std::size_t index : shown) need += wanted(table, index, natural[index]);
  return need <= width;
}

// Columns get what they want where there is room, and growing ones share what is left. Where there
// is none, all give way in proportion, but none below its longest word while the others can.
void share_out(const Table& table, TablePlan& plan, float width,
               const std::vector<float>& natural) {
  const float room = width - plan.gap * static_cast<float>(plan.columns.size() - 1);
  float want = 0, least = 0, grow = 0;
  for (const TableColumn& column : plan.columns) {
    want += wanted(table, column.index, natural[column.index]);
    least += std::min(must_have(table, column.index, natural[column.index], width),
                      wanted(table, column.index, natural[column.index]));
    grow += table.columns[column.index].grow;
  }
  const float part = want <= least ? 1 : std::clamp((room - least) / (want - least), 0.0f, 1.0f);
  const float shrink = least > room ? room / least : 1;
  const float extra = std::max(0.0f, room - want);
  float x = 0;
  for (TableColumn& column : plan.columns) {
    const Column& spec = table.columns[column.index];
    const float most = wanted(table, column.index, natural[column.index]);
    const float fewest =
        std::min(must_have(table, column.index, natural[column.index], width), most) * shrink;
    column.width = fewest + (most - fewest) * part;
    if (grow > 0)
      column.width += extra * spec.grow / grow;
    else if (spec.lead)
      column.width += extra;
    column.x = x;
    x += column.width + plan.gap;
  }
}

bool is_bars(const Table& table, std::size_t index) {
  return !table.rows.empty() && is_drawn(table.rows.front().cells[index]);
}

// The next column to give up its place: the last detail, then the bars, whose values stand beside
// them.
std::optional<std::size_t> next_to_fold(const Table& table, const std::vector<std::size_t>& shown) {
  for (std::size_t i = shown.size(); i-- > 0;)
    if (table.columns[shown[i]].place == ColumnPlace::detail) return i;
  for (std::size_t i = shown.size(); i-- > 0;)
    if (is_bars(table, shown[i])) return i;
  return std::nullopt;
}

// Where not even what they must have stands side by side, the last column beside the row's name.
std::optional<std::size_t> last_to_give_way(const Table& table,
                                            const std::vector<std::size_t>& shown, float width,
                                            float gap, const std::vector<float>& natural) {
  float least = gap * static_cast<float>(shown.size() - 1);
  for (const std::size_t index : shown)
    least += must_have(table, index, natural[index], width);
  if (least <= width) return std::nullopt;
  for (std::size_t i = shown.size(); i-- > 1;)
    if (!table.columns[shown[i]].lead) return i;
  return std::nullopt;
}

TablePlan plan_table(const Table& table, float width) {
  std::vector<float> natural(table.columns.size());
  for (std::size_t i = 0; i < natural.size(); ++i) natural[i] = column_natural(table, i);
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) shown.push_back(i);
  TablePlan plan{.gap = width < 480 ? 12.0f : 16.0f};
  while (!fits(table, shown, width, plan.gap, natural)) {
    const std::optional<std::size_t> fold = next_to_fold(table, shown);
    if (!fold) break;
    if (!is_bars(table, shown[*fold])) plan.folded.insert(plan.folded.begin(), shown[*fold]);
    shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(*fold));
  }
  while (const auto fold = last_to_give_way(table, shown, width, plan.gap, natural)) {
    plan.folded.insert(plan.folded.begin(), shown[*fold]);
    shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(*fold));
  }
  for (const std::size_t index : shown) plan.columns.push_back({.index = index});
  share_out(table, plan, width, natural);
  return plan;
}

Node cell_node(const Table& table, std::size_t column, const Cell& cell) {
  Node node{.tag = table.columns[column].lead ? "th" : "td"};
  if (table.columns[column].lead) node.state = "row";
  if (cell.status) node.text = cell.status->word + (cell.words.empty() ? "" : " ");
  return node;
}

float set_bar(Sheet& sheet, const Cell& cell, Slot slot) {
  const float height = 10, y = slot.y + (cell_style.line_height() - height) / 2;
  sheet.marks.push_back(
      RectMark{.box = {slot.x, y, slot.width, height}, .radius = 2, .fill = Ink::field});
  const float width = slot.width * static_cast<float>(std::clamp(*cell.bar, 0.0, 1.0));
  if (width > 0)
    sheet.marks.push_back(RectMark{
        .box = {slot.x, y, std::max(width, 2.0f), height}, .radius = 2, .fill = cell.bar_ink});
  return cell_style.line_height();
}

float set_line_of(Sheet& sheet, const Sparkline& line, Slot slot) {
  Scene scene = layout(line, std::min(slot.width, 120.0f));
  for (Mark& mark : scene.marks) {
    move(mark, slot.x, slot.y + (cell_style.line_height() - scene.height) / 2);
    sheet.marks.push_back(std::move(mark));
  }
  return std::max(cell_style.line_height(), scene.height);
}

float set_cell(Sheet& sheet, std::vector<Node>& nodes, const Column& column, const Cell& cell,
               Slot slot) {
  if (is_drawn(cell)) {
    for (const Span& span : cell.words) nodes.push_back({.text = span.text});
    return cell.bar ? set_bar(sheet, cell, slot) : set_line_of(sheet, *cell.line, slot);
  }
  TextStyle style = cell_style;
  style.align = column.align;
  if (column.lead) style.weight = Weight::regular;
  if (!cell.status) return set_words(sheet, nodes, cell.words, style, {slot.x, slot.y}, slot.width);
  const float status = status_width(*cell.status, style);
  const float words = cell.words.empty() ? 0 : status_gap + natural_width(cell.words, style);
  const bool beside = status + words <= slot.width + 0.5f;
  const float content = std::min(slot.width, beside ? status + words : status);
  const float x = slot.x + (column.align == Align::right    ? slot.width - content
                            : column.align == Align::centre ? (slot.width - content) / 2
                                                            : 0);
  const float height = set_status(sheet, *cell.status, style, {x, slot.y}, slot.x + slot.width - x);
  if (cell.words.empty()) return height;
  if (!beside)
    return height +
           set_words(sheet, nodes, cell.words, detail_style, {slot.x, slot.y + height}, slot.width);
  style.align = Align::left;
  return set_words(sheet, nodes, cell.words, style, {x + status + status_gap, slot.y},
                   slot.width - status);
}

// The folded cells of a row as one line: "Xếp loại: Khá · Từ 26/9: +0,27". Their nodes stay theirs.
float set_folded(Sheet& sheet, const Table& table, const TablePlan& plan, const TableRow& row,
                 Slot slot, std::vector<Node>& cells) {
  Words line;
  std::vector<std::size_t> column_of;  // of each span
  const auto add = [&](Span span, std::size_t column) {
    line.push_back(std::move(span));
    column_of.push_back(column);
  };
  constexpr auto nowhere = static_cast<std::size_t>(-1);
  float y = slot.y;
  for (const std::size_t index : plan.folded) {
    const Cell& cell = row.cells[index];
    if (cell.status) y += set_status(sheet, *cell.status, detail_style, {slot.x, y}, slot.width);
    if (cell.words.empty()) continue;
    if (!line.empty()) add({.text = " · "}, nowhere);
    if (!table.columns[index].title.empty())
      add({.text = table.columns[index].title + ": "}, nowhere);
    for (const Span& span : cell.words) add(span, index);
  }
  std::vector<Node> nodes;
  y += set_words(sheet, nodes, line, detail_style, {slot.x, y}, slot.width);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (column_of[i] != nowhere) cells[column_of[i]].children.push_back(std::move(nodes[i]));
  return y - slot.y;
}

// Bars that gave up their place are still read aloud.
void mirror_hidden_bars(const Table& table, const TablePlan& plan, const TableRow& row,
                        std::vector<Node>& cells) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!is_bars(table, i)) continue;
    const auto shown = [i](const TableColumn& column) { return column.index == i; };
    if (std::none_of(plan.columns.begin(), plan.columns.end(), shown))
      for (const Span& span : row.cells[i].words) cells[i].children.push_back({.text = span.text});
  }
}

float set_head(Sheet& sheet, const Table& table, const TablePlan& plan, Slot slot, Node& row) {
  float tallest = 0;
  std::vector<Box> boxes(table.columns.size());
  for (const TableColumn& column : plan.columns) {
    const Column& spec = table.columns[column.index];
    TextStyle style = head_style;
    style.align = spec.align;
    Words words{{.text = spec.title, .href = spec.href}};
    if (spec.ascending) words.front().weight = Weight::bold;
    std::vector<Node> unused;
    const float height = set_words(sheet, unused, words, style, {slot.x + column.x, slot.y},
                                   column.width);
    boxes[column.index] = {slot.x + column.x, slot.y, column.width, height};
    tallest = std::max(tallest, height);
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& spec = table.columns[i];
    Node head{.tag = "th", .state = "col"};
    if (spec.ascending) head.state = *spec.ascending ? "ascending" : "descending";
    if (spec.href.empty())
      head.text = spec.title;
    else
      head.children.push_back({.tag = "a", .text = spec.title, .href = spec.href, .box = boxes[i]});
    row.children.push_back(std::move(head));
  }
  return tallest;
}

}  // namespace

float Composer::place(const Table& table, Slot slot, std::vector<Node>& nodes) {
  if (table.columns.empty()) return 0;
  const TablePlan plan = plan_table(table, slot.width);
  constexpr float padding = 9;
  Node node{.tag = "table", .label = table.caption};
  Node head{.tag = "thead"}, body{.tag = "tbody"}, head_row{.tag = "tr"};
  float y = slot.y + set_head(sheet_, table, plan, slot, head_row) + 8;
  head.children.push_back(std::move(head_row));
  sheet_.marks.push_back(RectMark{.box = {slot.x, y - 1, slot.width, 1}, .fill = Ink::line_strong});
  for (const TableRow& row : table.rows) {
    Node row_node{.tag = "tr"};
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      row_node.children.push_back(cell_node(table, i, row.cells[i]));
    const float top = y + padding;
    const std::size_t background = sheet_.marks.size();
    sheet_.marks.push_back(RectMark{.box = {slot.x, y, slot.width, 0}});
    float tallest = cell_style.line_height();
    float lead_x = slot.x;
    for (const TableColumn& column : plan.columns) {
      const Slot cell{slot.x + column.x, top, column.width};
      const float height = set_cell(sheet_, row_node.children[column.index].children,
                                    table.columns[column.index], row.cells[column.index], cell);
      tallest = std::max(tallest, height);
      if (table.columns[column.index].lead) lead_x = cell.x;
    }
    const Slot under{lead_x, top + tallest, slot.x + slot.width - lead_x};
    const float folded = set_folded(sheet_, table, plan, row, under, row_node.children);
    mirror_hidden_bars(table, plan, row, row_node.children);
    const float bottom = top + tallest + folded + padding;
    if (row.highlighted) {
      RectMark& mark = std::get<RectMark>(sheet_.marks[background]);
      mark.box = {slot.x - 8, y, slot.width + 16, bottom - y};
      mark.radius = 4;
      mark.fill = Ink::field;
    }
    y = bottom;
    row_node.box = {slot.x, top - padding, slot.width, bottom - top + padding};
    body.children.push_back(std::move(row_node));
    if (&row != &table.rows.back())
      sheet_.marks.push_back(RectMark{.box = {slot.x, y - 1, slot.width, 1}, .fill = Ink::line});
  }
  node.box = {slot.x, slot.y, slot.width, y - slot.y};
  node.children.push_back(std::move(head));
  node.children.push_back(std::move(body));
  nodes.push_back(std::move(node));
  return y - slot.y;
}

}  // namespace tiendo

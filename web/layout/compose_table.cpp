// Tables: columns that are always there, and details that fold under the row's name where the
// width does not allow a column of their own. The mirror always has every column.
#include <algorithm>
#include <optional>

#include "layout/composer.h"
#include "layout/long_table.h"

namespace tiendo {

namespace {

constexpr TextStyle detail_style{.size = 14, .leading = 1.45f, .ink = Ink::muted};
constexpr float row_padding = 9;

Node cell_node(const Table& table, std::size_t column, const Cell& cell) {
  Node node{.tag = table.columns[column].lead ? "th" : "td"};
  if (table.columns[column].lead) node.state = "row";
  if (cell.status) node.text = cell.status->word + (cell.words.empty() ? "" : " ");
  return node;
}

float set_bar(Sheet& sheet, const Cell& cell, Slot slot) {
  const float height = 10, y = slot.y + (table_cell_style.line_height() - height) / 2;
  sheet.marks.push_back(
      RectMark{.box = {slot.x, y, slot.width, height}, .radius = 2, .fill = Ink::field});
  const float width = slot.width * static_cast<float>(std::clamp(*cell.bar, 0.0, 1.0));
  if (width > 0)
    sheet.marks.push_back(RectMark{
        .box = {slot.x, y, std::max(width, 2.0f), height}, .radius = 2, .fill = cell.bar_ink});
  return table_cell_style.line_height();
}

float set_line_of(Sheet& sheet, const Sparkline& line, Slot slot) {
  Scene scene = layout(line, std::min(slot.width, 120.0f));
  for (Mark& mark : scene.marks) {
    move(mark, slot.x, slot.y + (table_cell_style.line_height() - scene.height) / 2);
    sheet.marks.push_back(std::move(mark));
  }
  return std::max(table_cell_style.line_height(), scene.height);
}

float set_cell(Sheet& sheet, std::vector<Node>& nodes, const Column& column, const Cell& cell,
               Slot slot) {
  if (is_drawn(cell)) {
    for (const Span& span : cell.words) nodes.push_back({.text = span.text});
    return cell.bar ? set_bar(sheet, cell, slot) : set_line_of(sheet, *cell.line, slot);
  }
  TextStyle style = table_cell_style;
  style.align = column.align;
  if (column.lead) style.weight = Weight::regular;
  if (!cell.status) return set_words(sheet, nodes, cell.words, style, {slot.x, slot.y}, slot.width);
  const float status = status_width(*cell.status, style);
  const float words = cell.words.empty() ? 0 : table_status_gap + natural_width(cell.words, style);
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
  return set_words(sheet, nodes, cell.words, style, {x + status + table_status_gap, slot.y},
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
    const auto has_text = [](const Span& span) { return !span.text.empty(); };
    if (std::none_of(cell.words.begin(), cell.words.end(), has_text)) continue;
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

// Over the bars, from end to end.
void set_ticks(Sheet& sheet, const std::vector<std::string>& ticks, Slot slot) {
  const auto last = static_cast<float>(ticks.size() - 1);
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    TextStyle style = table_head_style;
    style.align = i == 0 ? Align::left : i + 1 == ticks.size() ? Align::right : Align::centre;
    set_line(sheet, ticks[i], style,
             {slot.x + slot.width * static_cast<float>(i) / last, slot.y});
  }
}

float set_head(Sheet& sheet, const Table& table, const TablePlan& plan, Slot slot, Node& row) {
  float tallest = 0;
  std::vector<Box> boxes(table.columns.size());
  for (const TableColumn& column : plan.columns) {
    const Column& spec = table.columns[column.index];
    TextStyle style = table_head_style;
    if (!spec.ticks.empty()) {
      set_ticks(sheet, spec.ticks, {slot.x + column.x, slot.y, column.width});
      continue;
    }
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

// One row at the slot's top, its mirror as a "tr"; returns its height.
float set_row(Sheet& sheet, const Table& table, const TablePlan& plan, const TableRow& row,
              Slot slot, std::vector<Node>& nodes) {
  Node row_node{.tag = "tr"};
  row_node.children.resize(table.columns.size());
  if (!sheet.heights_only)
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      row_node.children[i] = cell_node(table, i, row.cells[i]);
  const float top = slot.y + row_padding;
  const std::size_t background = sheet.marks.size();
  sheet.marks.push_back(RectMark{.box = {slot.x, slot.y, slot.width, 0}});
  float tallest = table_cell_style.line_height();
  float lead_x = slot.x;
  for (const TableColumn& column : plan.columns) {
    const Slot cell{slot.x + column.x, top, column.width};
    const float height = set_cell(sheet, row_node.children[column.index].children,
                                  table.columns[column.index], row.cells[column.index], cell);
    tallest = std::max(tallest, height);
    if (table.columns[column.index].lead) lead_x = cell.x;
  }
  const Slot under{lead_x, top + tallest, slot.x + slot.width - lead_x};
  const float folded = set_folded(sheet, table, plan, row, under, row_node.children);
  const float height = 2 * row_padding + tallest + folded;
  if (sheet.heights_only) return height;
  mirror_hidden_bars(table, plan, row, row_node.children);
  if (row.highlighted) {
    RectMark& mark = std::get<RectMark>(sheet.marks[background]);
    mark.box = {slot.x - 8, slot.y, slot.width + 16, height};
    mark.radius = 4;
    mark.fill = Ink::field;
  }
  row_node.box = {slot.x, slot.y, slot.width, height};
  nodes.push_back(std::move(row_node));
  if (&row != &table.rows.back())
    sheet.marks.push_back(
        RectMark{.box = {slot.x, slot.y + height - 1, slot.width, 1}, .fill = Ink::line});
  return height;
}

}  // namespace

LongTable measure_rows(const Table& table, TablePlan plan, Slot slot) {
  LongTable rows{.table = &table, .plan = std::move(plan), .x = slot.x, .width = slot.width,
                 .tops = {}};
  Sheet ruler{.heights_only = true};
  std::vector<Node> none;
  rows.tops.reserve(table.rows.size() + 1);
  rows.tops.push_back(slot.y);
  for (const TableRow& row : table.rows) {
    ruler.marks.clear();
    slot.y += set_row(ruler, table, rows.plan, row, slot, none);
    rows.tops.push_back(slot.y);
  }
  return rows;
}

Sheet compose_rows(const LongTable& rows, std::size_t first, std::size_t last) {
  Sheet sheet;
  for (std::size_t i = first; i < last; ++i)
    set_row(sheet, *rows.table, rows.plan, rows.table->rows[i],
            {rows.x, rows.tops[i], rows.width}, sheet.nodes);
  return sheet;
}

float Composer::place(const Table& table, Slot slot, std::vector<Node>& nodes) {
  if (table.columns.empty()) return 0;
  TablePlan plan = plan_table(table, slot.width);
  Node node{.tag = "table", .label = table.caption};
  Node head{.tag = "thead"}, body{.tag = "tbody"}, head_row{.tag = "tr"};
  float y = slot.y + set_head(sheet_, table, plan, slot, head_row) + 8;
  head.children.push_back(std::move(head_row));
  sheet_.marks.push_back(RectMark{.box = {slot.x, y - 1, slot.width, 1}, .fill = Ink::line_strong});
  if (long_tables_ && table.rows.size() > LongTable::from_rows) {
    body.long_table = static_cast<int>(long_tables_->size());
    long_tables_->push_back(measure_rows(table, std::move(plan), {slot.x, y, slot.width}));
    y = long_tables_->back().tops.back();
  } else {
    for (const TableRow& row : table.rows)
      y += set_row(sheet_, table, plan, row, {slot.x, y, slot.width}, body.children);
  }
  node.box = {slot.x, slot.y, slot.width, y - slot.y};
  node.children.push_back(std::move(head));
  node.children.push_back(std::move(body));
  nodes.push_back(std::move(node));
  return y - slot.y;
}

}  // namespace tiendo

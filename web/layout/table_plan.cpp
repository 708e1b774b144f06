#include "layout/table_plan.h"

#include <algorithm>
#include <optional>

#include "layout/composer.h"

namespace tiendo {

bool is_bars(const Table& table, std::size_t index) {
  return !table.rows.empty() && is_drawn(table.rows.front().cells[index]);
}

namespace {

constexpr float drawn_width_min = 72;  // of a bar or a line

// What a column takes on one line, and at least: with one word a line.
struct ColumnNeed { float natural = 0, least = 0; };

void grow_to(ColumnNeed& need, const Cell& cell) {
  if (is_drawn(cell)) {
    need.natural = std::max(need.natural, drawn_width_min);
    need.least = std::max(need.least, drawn_width_min);
    return;
  }
  const Extent extent = extent_of(cell.words, table_cell_style);
  float natural = extent.line;
  if (cell.status) {
    natural += status_width(*cell.status, table_cell_style) + table_status_gap;
    need.least = std::max(need.least, status_least(*cell.status, table_cell_style));
  }
  need.natural = std::max(need.natural, natural);
  need.least = std::max(need.least, extent.word);
}

std::vector<ColumnNeed> needs_of(const Table& table) {
  std::vector<ColumnNeed> needs;
  for (const Column& column : table.columns) {
    const Extent title = extent_of({Span{.text = column.title}}, table_head_style);
    needs.push_back({title.line + (column.ascending ? 16.0f : 0.0f), title.word});
  }
  for (const TableRow& row : table.rows)
    for (std::size_t i = 0; i < needs.size(); ++i) grow_to(needs[i], row.cells[i]);
  return needs;
}

// A column that wraps wants about this much before a detail is given a column of its own.
float wanted(const Column& column, const ColumnNeed& need) {
  return column.grow > 0 ? std::min(need.natural, column.lead ? 240.0f : 160.0f) : need.natural;
}

// What a column must have: its longest word; where it names the row also a fair part of the width,
// so that names are not set a word a line beside roomy figures.
float must_have(const Column& column, const ColumnNeed& need, float width) {
  if (!column.lead) return need.least;
  return std::max(need.least, std::min(wanted(column, need), 0.4f * width));
}

bool fits(const Table& table, const std::vector<std::size_t>& shown, float width, float gap,
          const std::vector<ColumnNeed>& needs) {
  float need = gap * static_cast<float>(shown.empty() ? 0 : shown.size() - 1);
  for (const std::size_t index : shown) need += wanted(table.columns[index], needs[index]);
  return need <= width;
}

// The same for short figures as a whole: "19 tháng" on one line beside a name on two.
float must_have_whole(const Column& column, const ColumnNeed& need, float width) {
  constexpr float short_max = 100;
  const bool is_short = !column.lead && column.grow == 0 && need.natural <= short_max;
  return is_short ? need.natural : must_have(column, need, width);
}

// Columns get what they want where there is room, and growing ones share what is left. Where there
// is none, all give way in proportion, but none below what it must have while the others can.
void share_out(const Table& table, TablePlan& plan, float width,
               const std::vector<ColumnNeed>& needs) {
  const float room = width - plan.gap * static_cast<float>(plan.columns.size() - 1);
  float want = 0, grow = 0;
  for (const TableColumn& column : plan.columns) {
    want += wanted(table.columns[column.index], needs[column.index]);
    grow += table.columns[column.index].grow;
  }
  const auto least_of = [&](auto must) {
    float least = 0;
    for (const TableColumn& column : plan.columns)
      least += std::min(must(table.columns[column.index], needs[column.index], width),
                        wanted(table.columns[column.index], needs[column.index]));
    return least;
  };
  const bool whole = least_of(must_have_whole) <= room;
  const auto must = whole ? must_have_whole : must_have;
  const float least = least_of(must);
  const float part = want <= least ? 1 : std::clamp((room - least) / (want - least), 0.0f, 1.0f);
  const float shrink = least > room ? room / least : 1;
  const float extra = std::max(0.0f, room - want);
  float x = 0;
  for (TableColumn& column : plan.columns) {
    const Column& spec = table.columns[column.index];
    const float most = wanted(table.columns[column.index], needs[column.index]);
    const float fewest =
        std::min(must(table.columns[column.index], needs[column.index], width), most) * shrink;
    column.width = fewest + (most - fewest) * part;
    if (grow > 0)
      column.width += extra * spec.grow / grow;
    else if (spec.lead)
      column.width += extra;
    column.x = x;
    x += column.width + plan.gap;
  }
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
                                            float gap, const std::vector<ColumnNeed>& needs) {
  float least = gap * static_cast<float>(shown.size() - 1);
  for (const std::size_t index : shown)
    least += must_have(table.columns[index], needs[index], width);
  if (least <= width) return std::nullopt;
  for (std::size_t i = shown.size(); i-- > 1;)
    if (!table.columns[shown[i]].lead) return i;
  return std::nullopt;
}

}  // namespace

TablePlan plan_table(const Table& table, float width) {
  const std::vector<ColumnNeed> needs = needs_of(table);
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) shown.push_back(i);
  TablePlan plan{.gap = width < 480 ? 12.0f : 16.0f};
  while (!fits(table, shown, width, plan.gap, needs)) {
    const std::optional<std::size_t> fold = next_to_fold(table, shown);
    if (!fold) break;
    if (!is_bars(table, shown[*fold])) plan.folded.insert(plan.folded.begin(), shown[*fold]);
    shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(*fold));
  }
  while (const auto fold = last_to_give_way(table, shown, width, plan.gap, needs)) {
    plan.folded.insert(plan.folded.begin(), shown[*fold]);
    shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(*fold));
  }
  for (const std::size_t index : shown) plan.columns.push_back({.index = index});
  share_out(table, plan, width, needs);
  return plan;
}

}  // namespace tiendo

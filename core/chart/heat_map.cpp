// Rows of names and cells, an ink from pale (low) to deep (high) in each. A cell without a figure
// shows the sign that says why, or is hatched. Names stand left of the cells, on a phone above
// them. The titles of the columns come again in long maps; where a column is narrower than a word,
// neighbours stand on different heights, each with a short line down to its column; where that does
// not do, only some of them are named.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "chart/charts.h"
#include "chart/key.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/shade.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float wide_px = 480;  // from here on the names stand at the left of the cells
constexpr float gap_px = 2, label_gap_px = 12, padding_px = 5;
constexpr float cell_height_px = 34, cell_width_max_px = 128, crowded_px = 24;
constexpr float title_px = 80, title_width_max_px = 120, title_gap_px = 6;
constexpr std::size_t levels_max = 3;  // of titles
constexpr std::size_t rows_between_titles = 20;

// Over its column: `level` 0 is next to the cells.
struct Title {
  TextBlock block;
  float x = 0, column = 0;  // column: its middle
  std::size_t level = 0;
};

struct Grid {
  const HeatMap& chart;
  bool labels_left = false;
  float label_width = 0, left = 0;
  float step = 0, gap = 0;  // from cell to cell, between them
  std::vector<Title> titles;
  std::vector<float> lifts;  // of each level: from the cells to its lower edge; then of all

  Box cell(std::size_t column, float y, float height) const {
    return {left + static_cast<float>(column) * step, y, step - gap, height};
  }
};

float widest_word(std::string_view title) {
  float widest = 0;
  for (std::size_t start = 0; start < title.size();) {
    const std::size_t end = std::min(title.find(' ', start), title.size());
    widest = std::max(widest, text_width(title.substr(start, end - start), label_px));
    start = end + 1;
  }
  return widest;
}

// Each on the lowest level that has room for it.
void set_titles(Grid& grid, float width) {
  const bool crowded = grid.step < crowded_px;
  const auto stride = static_cast<std::size_t>(crowded ? std::ceil(title_px / grid.step) : 1);
  std::vector<float> taken;  // of each level: up to where
  grid.lifts = {padding_px};
  for (std::size_t i = 0; i < grid.chart.columns.size(); i += stride) {
    const std::string& words = grid.chart.columns[i];
    const Box cell = grid.cell(i, 0, 0);
    const float own =
        std::min(static_cast<float>(stride) * grid.step - title_gap_px, width - cell.x);
    const float room = stride > 1 ? own : std::max(own, std::min(widest_word(words) + 0.1f,
                                                                 title_width_max_px));
    const Align align = stride == 1 ? Align::centre : Align::left;
    Title title = {{wrap(words, label_px, Weight::regular, room, 3),
                    {label_px, Ink::muted, Weight::regular, align}},
                   cell.x, cell.x + cell.width / 2, 0};
    const float title_width = title.block.width();
    if (stride == 1)
      title.x = std::max(0.0f, std::min(title.column - title_width / 2, width - title_width));
    while (title.level < taken.size() && title.x < taken[title.level]) ++title.level;
    if (title.level == levels_max) continue;
    taken.resize(std::max(taken.size(), title.level + 1));
    taken[title.level] = title.x + title_width + title_gap_px;
    grid.titles.push_back(std::move(title));
  }
  for (std::size_t level = 0; level < taken.size(); ++level) {
    float height = 0;
    for (const Title& title : grid.titles)
      if (title.level == level) height = std::max(height, title.block.height());
    grid.lifts.push_back(grid.lifts.back() + height);
  }
}

Grid grid_of(const HeatMap& chart, float width) {
  Grid grid = {chart, width >= wide_px, width, 0, 0, gap_px, {}, {}};
  const float columns = static_cast<float>(chart.columns.size());
  float widest = 0;
  for (const HeatRow& row : chart.rows)
    widest = std::max(widest, text_width(row.label, label_px) + 1);
  const float labels = std::min(widest, std::min(width * 0.36f, 320.0f)) + label_gap_px;
  const float cells = grid.labels_left ? width - labels : width;
  if (cells / columns < 8) grid.gap = 0;
  grid.step = std::min((cells + grid.gap) / columns, cell_width_max_px);
  if (grid.labels_left) {  // cells of the greatest width may leave room that the names can have
    const float room = width - label_gap_px - columns * grid.step + grid.gap;
    grid.label_width = std::min(widest, room);
    grid.left = grid.label_width + label_gap_px;
  }
  set_titles(grid, width);
  return grid;
}

// Returns the room that they take.
float add_titles(Scene& scene, const Grid& grid, float top) {
  const float cells = top + grid.lifts.back();
  for (const Title& title : grid.titles) {
    const float bottom = cells - grid.lifts[title.level];
    add_block(scene, {title.x, bottom - title.block.height()}, title.block);
    if (title.level > 0)
      add_line(scene, {title.column, bottom + 1}, {title.column, cells - 2}, Ink::line_strong);
  }
  return grid.lifts.back();
}

// The sign, and the figure or its words where they fit.
void add_cell(Scene& scene, const HeatCell& cell, const Box& box) {
  const bool known = cell.share && drawable(*cell.share);
  const bool signed_cell = !known && cell.symbol;
  Ink words = Ink::muted;
  if (known) {
    const Ink shade = shade_of(*cell.share);
    add_rect(scene, box, shade, cell_radius(box));
    words = ink_on(shade);
  } else if (signed_cell) {
    add_rect(scene, box, Ink::field, cell_radius(box));
  } else {
    add_hatching(scene, box);
  }
  const float sign = signed_cell ? std::min(11.0f, box.width) : 0;
  const float gap = signed_cell ? 6.0f : 0.0f;
  const float width = text_width(cell.value_label, label_px);
  const bool has_words = !cell.value_label.empty() && sign + gap + width + 4 <= box.width;
  const float left = box.x + (box.width - sign - (has_words ? gap + width : 0)) / 2;
  const float middle = box.y + box.height / 2;
  if (signed_cell) add_symbol(scene, {left + sign / 2, middle}, sign, *cell.symbol, cell.ink);
  if (has_words)
    add_text(scene, {left + sign + gap, middle + 0.36f * label_px}, cell.value_label,
             {label_px, words});
  add_spot(scene, box, cell.words, cell.href);
}

// Returns the room that the row takes.
float add_row(Scene& scene, const Grid& grid, const HeatRow& row, float y) {
  const TextBlock label = {wrap(row.label, label_px, Weight::regular, grid.label_width, 2),
                           TextStyle{}};
  float cells_top = y, cells_height = std::max(cell_height_px, label.height() + 2);
  if (!grid.labels_left) {
    cells_top = y + padding_px + label.height() + 2;
    cells_height = cell_height_px;
  }
  const float label_top =
      grid.labels_left ? y + (cells_height - label.height()) / 2 : y + padding_px;
  scene.height = cells_top + cells_height + (grid.labels_left ? gap_px : padding_px);
  add_block(scene, {0, label_top}, label);
  if (!row.href.empty() && !label.lines.empty()) {
    const float height = grid.labels_left ? cells_height : cells_top - y;
    add_spot(scene, {0, y, grid.label_width, height}, row.label, row.href);
  }
  for (std::size_t i = 0; i < grid.chart.columns.size(); ++i) {
    const Box box = grid.cell(i, cells_top, cells_height);
    add_cell(scene, i < row.cells.size() ? row.cells[i] : HeatCell{}, box);
  }
  return scene.height - y;
}

}  // namespace

Scene layout(const HeatMap& chart, float width) {
  Scene scene;
  scene.width = usable_width(width);
  float y = add_key(scene, chart.low_label, chart.high_label, chart.breaks, chart.missing_label,
                    chart.signs);
  if (chart.rows.empty() || chart.columns.empty()) {
    add_empty_frame(scene, y);
    return scene;
  }
  const Grid grid = grid_of(chart, scene.width);
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    if (i % rows_between_titles == 0) {
      if (i > 0) y += 2 * padding_px;
      y += add_titles(scene, grid, y);
    }
    y += add_row(scene, grid, chart.rows[i], y);
  }
  return scene;
}

}  // namespace tiendo

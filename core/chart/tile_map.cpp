// One tile a province on the grid that the data brings: name, value, and an ink from pale (low) to
// deep (high), with a key above where the chart names the ends of its scale. A tile without a value
// is hatched. The archipelagos are drawn as small rings with their names.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "chart/charts.h"
#include "chart/key.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/shade.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float gap_px = 3, padding_px = 4, tile_width_max_px = 84;
constexpr int cells_max = 400;  // columns or rows of a grid that is still drawn

struct Grid {
  int column = 0, row = 0, columns = 0, rows = 0;  // of the top left cell; how many
  float tile_width = 0, tile_height = 0, top = 0;

  bool contains(int a_column, int a_row) const {
    return a_column - column < columns && a_row - row < rows;
  }
  Box cell(int a_column, int a_row) const {
    const float x = static_cast<float>(a_column - column) * (tile_width + gap_px);
    const float y = static_cast<float>(a_row - row) * (tile_height + gap_px);
    return {x, top + y, tile_width, tile_height};
  }
};

bool is_cut(const std::vector<std::string>& lines) {
  for (const std::string& line : lines)
    if (line.size() >= 3 && line.compare(line.size() - 3, 3, "…") == 0) return true;
  return false;
}

// With some air at its sides where no letter is lost by it.
TextBlock name_block(const std::string& name, float tile_width, Ink ink) {
  std::vector<std::string> lines = wrap(name, label_px, Weight::regular, tile_width - 8, 2);
  if (lines.empty() || is_cut(lines))
    lines = wrap(name, label_px, Weight::regular, tile_width - 2, 2);
  return {std::move(lines), {label_px, ink, Weight::regular, Align::centre}};
}

template <class Item>
void enclose(Grid& grid, const std::vector<Item>& items, bool& empty) {
  for (const Item& item : items) {
    const int right = empty ? item.column : std::max(grid.column + grid.columns - 1, item.column);
    const int bottom = empty ? item.row : std::max(grid.row + grid.rows - 1, item.row);
    grid.column = empty ? item.column : std::min(grid.column, item.column);
    grid.row = empty ? item.row : std::min(grid.row, item.row);
    grid.columns = std::min(right - grid.column + 1, cells_max);
    grid.rows = std::min(bottom - grid.row + 1, cells_max);
    empty = false;
  }
}

Grid grid_of(const TileMap& chart, float width) {
  Grid grid;
  bool empty = true;
  enclose(grid, chart.tiles, empty);
  enclose(grid, chart.islands, empty);
  const float columns = static_cast<float>(std::max(grid.columns, 1));
  grid.tile_width = std::clamp((width + gap_px) / columns - gap_px, 1.0f, tile_width_max_px);
  std::size_t lines = 1;
  for (const Tile& tile : chart.tiles)
    lines = std::max(lines, name_block(tile.label, grid.tile_width, Ink::text).lines.size());
  grid.tile_height = static_cast<float>(lines) * line_height * label_px + line_height * label_px +
                     2 * padding_px;
  return grid;
}

void add_tile(Scene& scene, const Tile& tile, const Box& box) {
  const bool known = tile.share && drawable(*tile.share);
  Ink words = Ink::muted;
  if (known) {
    const Ink ink = shade_of(*tile.share);
    add_rect(scene, box, ink, 3);
    words = ink_on(ink);
  } else {
    add_hatching(scene, box);
  }
  const float width = box.width - padding_px, middle = box.x + box.width / 2;
  const TextBlock name = name_block(tile.label, box.width, words);
  const TextStyle value_style = {label_px, words, known ? Weight::bold : Weight::regular,
                                 Align::centre};
  std::string value = shorten(tile.value_label, value_style.size, value_style.weight, width);
  const float value_height = value.empty() ? 0 : line_height * label_px;
  const float top = box.y + (box.height - name.height() - value_height) / 2;
  add_block(scene, {middle - name.width() / 2, top}, name);
  add_text(scene, {middle, first_base_line(top + name.height(), label_px)}, std::move(value),
           value_style);
  add_spot(scene, box, tile.words, tile.href);
}

void add_islands(Scene& scene, const TileIslands& islands, const Box& box) {
  const TextBlock name = name_block(islands.label, box.width, Ink::muted);
  const float dots_px = 16;
  const float top = box.y + std::max(0.0f, (box.height - dots_px - name.height()) / 2);
  const float middle = box.x + box.width / 2;
  constexpr Point places[] = {{-8, 9}, {2, 13}, {7, 4}};
  constexpr float sizes[] = {6, 5, 5};
  for (std::size_t i = 0; i < 3; ++i)
    add_symbol(scene, {middle + places[i].x, top + places[i].y}, sizes[i], Symbol::ring,
               Ink::muted);
  add_block(scene, {middle - name.width() / 2, top + dots_px}, name);
  add_spot(scene, box, islands.label, "");
}

}  // namespace

Scene layout(const TileMap& chart, float width) {
  Scene scene;
  scene.width = usable_width(width);
  Grid grid = grid_of(chart, scene.width);
  grid.top = add_key(scene, chart.low_label, chart.high_label, chart.breaks, chart.missing_label,
                     {});
  if (chart.tiles.empty() && chart.islands.empty()) {
    add_empty_frame(scene, grid.top);
    return scene;
  }
  scene.height = std::max(grid.cell(grid.column, grid.row + grid.rows - 1).bottom(), spot_px);
  std::vector<std::pair<int, int>> taken;  // a cell holds one tile: the first that claims it
  const auto claim = [&](int column, int row) {
    const std::pair<int, int> cell = {column, row};
    if (!grid.contains(column, row)) return false;
    if (std::find(taken.begin(), taken.end(), cell) != taken.end()) return false;
    taken.push_back(cell);
    return true;
  };
  for (const Tile& tile : chart.tiles)
    if (claim(tile.column, tile.row)) add_tile(scene, tile, grid.cell(tile.column, tile.row));
  for (const TileIslands& islands : chart.islands)
    if (claim(islands.column, islands.row))
      add_islands(scene, islands, grid.cell(islands.column, islands.row));
  return scene;
}

}  // namespace tiendo

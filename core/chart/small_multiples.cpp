// The same small line for many units, panel by panel on one pair of axes: values at the left of the
// grid, dates under the last panel of each column. Missing values are gaps, provisional ones
// hollow; a panel without any value is hatched and says so. The target runs through every panel and
// is named in the first where its words have room at its line. A panel is one spot.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "chart/axis.h"
#include "chart/charts.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/palette.h"
#include "chart/scale.h"
#include "chart/shade.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float panel_least_px = 108, gap_px = 18, plot_px = 76;
constexpr float under_label_px = 6, under_plot_px = 16, inset_px = 6;
constexpr float last_px = 7, hollow_px = 7, alone_px = 5;

struct Grid {
  const SmallMultiples& chart;
  std::size_t columns = 1;
  float left = 0, step = 0, panel_width = 0;
  LinearScale y;  // from the bottom of a plot at 0
  ValueTicks ticks;
  std::vector<std::string> tick_labels;
};

Interval value_extent(const SmallMultiples& chart) {
  AxisExtent extent(chart.low, chart.high);
  for (const SmallMultiple& panel : chart.panels)
    for (const LinePoint& point : panel.points)
      if (point.value) extent.include(*point.value);
  if (chart.target) extent.include(*chart.target);
  return extent.interval();
}

// No more columns than panels; fewer where they would leave one panel alone in the last row.
std::size_t balanced(std::size_t columns, std::size_t panels) {
  if (panels <= columns) return std::max<std::size_t>(panels, 1);
  for (std::size_t fewer = columns; fewer > columns / 2 && fewer > 1; --fewer)
    if (panels % fewer != 1) return fewer;
  return columns;
}

Grid grid_of(const SmallMultiples& chart, float width) {
  Grid grid = {chart, 1, 0, 0, 0, {}, {}, {}};
  const Interval extent = value_extent(chart);
  grid.ticks = nice_ticks(extent.from, extent.to, 2);
  grid.tick_labels = value_tick_labels(grid.ticks, 0, chart.unit, chart.language);
  grid.y = {{grid.ticks.values.front(), grid.ticks.values.back()}, {0, -plot_px}};
  grid.left = value_axis_width(grid.tick_labels, label_px, width * 0.3f);
  const float columns = std::floor((width - grid.left + gap_px) / (panel_least_px + gap_px));
  grid.columns = static_cast<std::size_t>(std::clamp(columns, 1.0f, 8.0f));
  grid.columns = balanced(grid.columns, chart.panels.size());
  // a few panels do not grow without end
  const float count = std::max(static_cast<float>(grid.columns), std::min(columns, 3.0f));
  grid.panel_width = (width - grid.left - gap_px * (count - 1)) / count;
  grid.step = grid.panel_width + gap_px;
  return grid;
}

// The drawing of one panel.
struct Panel {
  const SmallMultiple& multiple;
  Box plot;
  LinearScale y;
  TimeScale x;

  bool shows(const LinePoint& point) const {
    return point.value && drawable(*point.value) && x.contains(point.at);
  }
  Point at(const LinePoint& point) const { return {x(point.at), y(*point.value)}; }
};

void add_line_of(Scene& scene, LabelPlacer& placer, const Panel& panel) {
  const Ink ink = panel.multiple.ink;
  std::vector<Point> run;
  const auto end_run = [&] {
    for (std::size_t i = 1; i < run.size(); ++i) placer.avoid_line(run[i - 1], run[i]);
    if (run.size() > 1) add(scene, LineMark{run, ink, 1.5f, false});
    if (run.size() == 1) add_symbol(scene, run.front(), alone_px, Symbol::circle, ink);
    run.clear();
  };
  const LinePoint* last = nullptr;
  for (const LinePoint& point : panel.multiple.points) {
    if (!panel.shows(point)) {
      end_run();
      continue;
    }
    run.push_back(panel.at(point));
    last = &point;
  }
  end_run();
  for (const LinePoint& point : panel.multiple.points)
    if (panel.shows(point) && point.provisional)
      add_symbol(scene, panel.at(point), hollow_px, Symbol::ring, ink);
  if (last == nullptr) return;
  if (!last->provisional) add_symbol(scene, panel.at(*last), last_px, Symbol::circle, ink);
  placer.avoid(box_around(panel.at(*last), last_px, last_px));
  const TextBlock value = {wrap(panel.multiple.value_label, label_px, Weight::bold,
                                panel.plot.width, 1),
                           {label_px, text_ink(ink), Weight::bold}};
  const Point at = panel.at(*last);
  const float left = at.x - value.width() + last_px / 2;
  placer.place(scene, value,
               {{left, at.y - 6 - value.height()}, {left, at.y + 6}, left_of(at, value, 8),
                right_of(at, value, 8)},
               plot_px / 2);
}

void add_target(Scene& scene, LabelPlacer& placer, const Panel& panel, double target) {
  const Point from = {panel.plot.x, panel.y(target)}, to = {panel.plot.right(), from.y};
  add_dashed_line(scene, from, to, Ink::accent, 1.5f);
  placer.avoid_line(from, to);
}

bool name_target(Scene& scene, LabelPlacer& placer, const Panel& panel, double target,
                 const std::string& words) {
  const float y = panel.y(target);
  const TextBlock block = {wrap(words, label_px, Weight::regular, panel.plot.width, 1),
                           {label_px, Ink::accent}};
  const float left = panel.plot.x + 8, right = panel.plot.right() - block.width() - 2;
  const float over = y - 4 - block.height(), under = y + 4;
  return placer.place(scene, block,
                      {{left, over}, {right, over}, {left, under}, {right, under}}, 0,
                      Over::nothing).has_value();
}

void add_words_of_silence(Scene& scene, const Panel& panel) {
  const Box& plot = panel.plot;
  const TextBlock block = {wrap(panel.multiple.value_label, label_px, Weight::regular,
                                plot.width - 16, 3),
                           {label_px, Ink::muted, Weight::regular, Align::centre}};
  if (block.lines.empty()) return;
  const Point at = {plot.x + (plot.width - block.width()) / 2,
                    plot.y + (plot.height - block.height()) / 2};
  add_rect(scene, {at.x - 4, at.y, block.width() + 8, block.height()}, Ink::field);
  add_block(scene, at, block);
}

void add_dates(Scene& scene, const Panel& panel, Language language) {
  const TimeScale& x = panel.x;
  const std::vector<TimeTick> dates = time_ticks(x, label_px, language);
  ValueTicks ticks;
  std::vector<std::string> labels;
  for (const TimeTick& date : dates) {
    const float at = x(date.at), bottom = panel.plot.bottom();
    add_line(scene, {at, bottom}, {at, bottom + 4}, Ink::line_strong);
    ticks.values.push_back(static_cast<double>(day_number(date.middle)));
    labels.push_back(date.label);
  }
  const LinearScale days = {{static_cast<double>(day_number(x.from)),
                             static_cast<double>(day_number(x.to))},
                            {panel.plot.x, panel.plot.right()}};
  add_ruler(scene, days, ticks, labels, panel.plot.bottom() + under_label_px);
}

// Returns whether the target was named in it.
bool add_panel(Scene& scene, const Grid& grid, std::size_t index, const TextBlock& label, float top,
               bool name_its_target) {
  const SmallMultiples& chart = grid.chart;
  const std::size_t column = index % grid.columns;
  const float left = grid.left + static_cast<float>(column) * grid.step;
  const float bottom = top + plot_px;
  Panel panel = {chart.panels[index], {left, top, grid.panel_width, plot_px}, grid.y, {}};
  panel.y.range = {bottom, top};
  panel.x = {chart.from, chart.to, {left + inset_px, panel.plot.right() - inset_px}};
  add_block(scene, {left, top - under_label_px - label.height()}, label);
  LabelPlacer placer(panel.plot);
  if (column == 0) {
    add_value_axis(scene, placer, panel.plot, panel.y, grid.ticks, grid.tick_labels, label_px);
  } else {
    for (const double value : grid.ticks.values)
      add_line(scene, {left, panel.y(value)}, {panel.plot.right(), panel.y(value)},
               value == grid.ticks.values.front() ? Ink::line_strong : Ink::line);
  }
  const std::vector<LinePoint>& points = panel.multiple.points;
  const bool silent = std::none_of(points.begin(), points.end(), [&](const LinePoint& point) {
    return panel.shows(point);
  });
  if (silent) add_hatching(scene, panel.plot);
  const bool has_target = chart.target && drawable(*chart.target);
  if (has_target) add_target(scene, placer, panel, *chart.target);
  silent ? add_words_of_silence(scene, panel) : add_line_of(scene, placer, panel);
  const bool named = has_target && !silent && name_its_target &&
                     name_target(scene, placer, panel, *chart.target, chart.target_label);
  if (index + grid.columns >= chart.panels.size()) add_dates(scene, panel, chart.language);
  const float spot_top = top - under_label_px - label.height();
  add_spot(scene, {left, spot_top, grid.panel_width, bottom - spot_top}, panel.multiple.words,
           panel.multiple.href);
  return named;
}

}  // namespace

Scene layout(const SmallMultiples& chart, float width) {
  Scene scene;
  scene.width = usable_width(width);
  if (chart.panels.empty()) {
    add_empty_frame(scene);
    return scene;
  }
  const Grid grid = grid_of(chart, scene.width);
  const std::size_t count = chart.panels.size();
  const std::size_t rows = (count + grid.columns - 1) / grid.columns;
  float y = 0;
  bool named = false;  // the target
  if (!chart.unit.empty() && chart.unit != "%") {
    const TextBlock unit = {wrap(chart.unit, label_px, Weight::regular, scene.width, 1),
                            {label_px, Ink::muted}};
    add_block(scene, {0, 0}, unit);
    y += line_height * label_px + under_label_px;
  }
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t first = row * grid.columns, last = std::min(first + grid.columns, count);
    std::vector<TextBlock> labels;
    float label_height = 0;
    for (std::size_t i = first; i < last; ++i) {
      labels.push_back({wrap(chart.panels[i].label, label_px, Weight::regular, grid.panel_width, 3),
                        {label_px, Ink::text}});
      label_height = std::max(label_height, labels.back().height());
    }
    const float top = y + label_height + under_label_px;
    y = top + plot_px + under_plot_px;
    scene.height = top + plot_px + under_label_px + line_height * label_px;
    for (std::size_t i = first; i < last; ++i)
      named = add_panel(scene, grid, i, labels[i - first], top, !named) || named;
  }
  return scene;
}

}  // namespace tiendo

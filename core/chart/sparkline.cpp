// A line as small as a word: the course, and a dot on the last value.
#include <algorithm>
#include <optional>

#include "chart/charts.h"
#include "chart/marks.h"
#include "chart/scale.h"

namespace tiendo {
namespace {

constexpr float height_px = 28, margin_px = 4;
constexpr float width_least_px = 24;

std::optional<Interval> extent(const Sparkline& chart) {
  std::optional<Interval> extent;
  for (const std::optional<double>& value : chart.values) {
    if (!value || !drawable(*value)) continue;
    if (!extent) extent = Interval{*value, *value};
    extent->from = std::min(extent->from, *value);
    extent->to = std::max(extent->to, *value);
  }
  return extent;
}

void add_run(Scene& scene, const std::vector<Point>& run, Ink ink) {
  if (run.size() > 1) add(scene, LineMark{run, ink, 1.5f, false});
  if (run.size() == 1) add_symbol(scene, run.front(), 3, Symbol::circle, ink);
}

}  // namespace

Scene layout(const Sparkline& chart, float width) {
  Scene scene;
  scene.width = width > width_least_px ? std::min(width, usable_width(width)) : width_least_px;
  scene.height = height_px;
  const std::optional<Interval> domain = extent(chart);
  if (!domain) {
    add_line(scene, {margin_px, height_px / 2}, {scene.width - margin_px, height_px / 2},
             Ink::line);
    return scene;
  }
  const LinearScale y = {*domain, {height_px - margin_px, margin_px}};
  const LinearScale x = {{0, static_cast<double>(chart.values.size() - 1)},
                         {margin_px, scene.width - margin_px}};
  std::vector<Point> run;
  Point last;
  for (std::size_t i = 0; i < chart.values.size(); ++i) {
    const std::optional<double>& value = chart.values[i];
    if (value && drawable(*value)) {
      last = {x(static_cast<double>(i)), y(*value)};
      run.push_back(last);
    } else {
      add_run(scene, run, chart.ink);
      run.clear();
    }
  }
  add_run(scene, run, chart.ink);
  add_symbol(scene, last, 6, Symbol::circle, chart.ink);
  add_spot(scene, {0, 0, scene.width, scene.height}, chart.words, chart.href);
  return scene;
}

}  // namespace tiendo

// Bars from zero. Labels::above: words and value on a line, a thin bar below them, for few bars
// with long names. Labels::beside: name, value, bar in three columns, for ranks.
#include <algorithm>
#include <cmath>
#include <utility>

#include "chart/axis.h"
#include "chart/charts.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float symbol_px = 10, symbol_room_px = 18, value_gap_px = 12;
constexpr float row_px = 44, ruler_px = 24;  // of Labels::beside
constexpr float bar_least_px = 2;  // a small value is not nothing
constexpr float label_line_px = line_height * label_px;

bool has_value(const Bar& bar) { return bar.value && drawable(*bar.value); }

Interval value_domain(const BarChart& chart) {
  Interval domain = {0, 0};
  for (const Bar& bar : chart.bars) {
    if (!has_value(bar)) continue;
    domain.from = std::min(domain.from, *bar.value);
    domain.to = std::max(domain.to, *bar.value);
  }
  if (chart.axis_max && drawable(*chart.axis_max) && *chart.axis_max > domain.from)
    domain.to = *chart.axis_max;
  if (domain.from == domain.to) domain.to = 1;
  return domain;
}

TextStyle value_style(const Bar& bar) {
  return has_value(bar) ? TextStyle{label_px, Ink::text, Weight::bold, Align::right}
                        : TextStyle{label_px, Ink::muted, Weight::regular, Align::right};
}

std::string fitting_value(const Bar& bar, float width) {
  const TextStyle style = value_style(bar);
  return shorten(bar.value_label, style.size, style.weight, width);
}

float value_width(const Bar& bar, float width_max) {
  const TextStyle style = value_style(bar);
  return text_width(fitting_value(bar, width_max), style.size, style.weight);
}

TextBlock label_block(const Bar& bar, float width) {
  return {wrap(bar.label, label_px, Weight::regular, width, 2), TextStyle{}};
}

// Symbol, then the label's lines; `top` is the top of the text.
void add_label(Scene& scene, const Bar& bar, float left, float top, const TextBlock& block) {
  const float centre_y = first_base_line(top, label_px) - 0.36f * label_px;
  if (bar.symbol)
    add_symbol(scene, {left + symbol_px / 2, centre_y}, symbol_px, *bar.symbol, bar.ink);
  add_block(scene, {left + (bar.symbol ? symbol_room_px : 0), top}, block);
}

void add_bar(Scene& scene, const Bar& bar, const LinearScale& x, float top, float thickness) {
  if (x.domain.from < 0)  // bars to both sides
    add_line(scene, {x(0), top - 3}, {x(0), top + thickness + 3}, Ink::line_strong);
  if (!has_value(bar) || *bar.value == 0) return;
  const float zero = x(0), end = x(std::clamp(*bar.value, x.domain.from, x.domain.to));
  const float length = std::max(std::abs(end - zero), bar_least_px);
  const float left = end < zero ? zero - length : std::min(zero, scene.width - length);
  add_rect(scene, {left, top, length, thickness}, bar.ink, 2);
}

Scene layout_above(const BarChart& chart, float width) {
  constexpr float thickness = 8, label_to_bar = 4, padding = 9;
  Scene scene;
  scene.width = width;
  const LinearScale x = {value_domain(chart), {0, width}};
  float y = 0;
  for (const Bar& bar : chart.bars) {
    const float value_room = value_width(bar, width * 0.45f) + value_gap_px;
    const TextBlock label =
        label_block(bar, width - value_room - (bar.symbol ? symbol_room_px : 0));
    const float text_height = std::max(label.height(), label_line_px);
    const float height = padding + text_height + label_to_bar + thickness + padding;
    add_label(scene, bar, 0, y + padding, label);
    add_text(scene, {width, first_base_line(y + padding, label_px)},
             fitting_value(bar, width * 0.45f), value_style(bar));
    add_bar(scene, bar, x, y + padding + text_height + label_to_bar, thickness);
    scene.height = y + height;
    add_spot(scene, {0, y, width, height}, bar.words, bar.href);
    y += height;
  }
  return scene;
}

// The three columns of Labels::beside.
struct Columns {
  float label_width = 0, value_width = 0, value_right = 0, bar = 0, bar_width = 0;
};

Columns columns_of(const BarChart& chart, float width) {
  Columns columns;
  float labels = 0;
  bool symbols = false;
  for (const Bar& bar : chart.bars) {
    labels = std::max(labels, text_width(bar.label, label_px));
    if (has_value(bar))
      columns.value_width = std::max(columns.value_width, value_width(bar, width * 0.25f));
    symbols = symbols || bar.symbol;
  }
  const float before = symbols ? symbol_room_px : 0;
  columns.label_width = std::min(labels + 1, width * 0.36f - before);
  columns.value_right = before + columns.label_width + value_gap_px + columns.value_width;
  columns.bar = columns.value_right + value_gap_px;
  columns.bar_width = width - columns.bar;
  return columns;
}

// Round values above the bars, and white gaps at them in bars and tracks.
void add_ruler(Scene& scene, const LinearScale& x, Language language) {
  const int count = std::max(1, static_cast<int>((x.range.to - x.range.from) / 80));
  const ValueTicks ticks = nice_ticks(x.domain.from, x.domain.to, count);
  for (const double value : ticks.values)
    if (value > x.domain.from && value < x.domain.to)
      add_line(scene, {x(value), ruler_px}, {x(value), scene.height}, Ink::surface, 1.5f);
  add_ruler(scene, x, ticks, value_tick_labels(ticks, 0, "", language), 0);
}

void add_row(Scene& scene, const Bar& bar, const Columns& columns, const LinearScale& x, float y,
             bool track) {
  constexpr float thickness = 12;
  const TextBlock label = label_block(bar, columns.label_width);
  const float middle = y + row_px / 2;
  const float value_top = middle - label_line_px / 2;
  add_label(scene, bar, 0, middle - label.height() / 2, label);
  TextStyle style = value_style(bar);
  if (has_value(bar)) {
    add_text(scene, {columns.value_right, first_base_line(value_top, label_px)},
             fitting_value(bar, columns.value_width), style);
  } else {  // the words stand in place of the bar
    style.align = Align::left;
    add_text(scene, {columns.bar, first_base_line(value_top, label_px)},
             fitting_value(bar, columns.bar_width), style);
  }
  if (track && has_value(bar))
    add_rect(scene, {columns.bar, middle - thickness / 2, columns.bar_width, thickness}, Ink::field,
             2);
  add_bar(scene, bar, x, middle - thickness / 2, thickness);
  add_spot(scene, {0, y, scene.width, row_px}, bar.words, bar.href);
}

Scene layout_beside(const BarChart& chart, float width) {
  const Columns columns = columns_of(chart, width);
  const LinearScale x = {value_domain(chart), {columns.bar, width}};
  const bool track = chart.axis_max.has_value();
  const float top = track ? ruler_px : 0;
  Scene scene;
  scene.width = width;
  scene.height = top + row_px * static_cast<float>(chart.bars.size());
  for (std::size_t i = 0; i < chart.bars.size(); ++i)
    add_row(scene, chart.bars[i], columns, x, top + row_px * static_cast<float>(i), track);
  if (track) add_ruler(scene, x, chart.language);
  for (std::size_t i = 1; i < chart.bars.size(); ++i) {
    const float y = top + row_px * static_cast<float>(i);
    add_line(scene, {0, y}, {width, y}, Ink::line);
  }
  return scene;
}

// No bars: the empty frame that they would stand in.
Scene empty_frame(float width) {
  Scene scene;
  scene.width = width;
  scene.height = row_px;
  add_line(scene, {0.5f, 0}, {0.5f, row_px}, Ink::line_strong);
  add_line(scene, {0, row_px / 2}, {width, row_px / 2}, Ink::line);
  return scene;
}

}  // namespace

Scene layout(const BarChart& chart, float width) {
  width = usable_width(width);
  if (chart.bars.empty()) return empty_frame(width);
  return chart.labels == BarChart::Labels::above ? layout_above(chart, width)
                                                 : layout_beside(chart, width);
}

}  // namespace tiendo

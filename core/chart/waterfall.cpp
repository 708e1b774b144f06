// From nothing to a score: a row a step, its bar from where the one before it ended, joined to it
// by a thin line. Totals are bold and stand on zero; what lowers the total has the other ink; a
// step without a figure has words in place of a bar. From `wide_px` on name, value and bar stand
// beside one another, below it the bar stands under its words.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "chart/axis.h"
#include "chart/charts.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

using Kind = WaterfallStep::Kind;

constexpr float wide_px = 560;
constexpr float padding_px = 7, value_gap_px = 12, ruler_px = 24;
constexpr float part_px = 12, total_px = 18, bar_least_px = 2;

// A step, and where its bar begins and ends.
struct Row {
  const WaterfallStep& step;
  double from = 0, to = 0;
  TextBlock label, detail;
  float top = 0, height = 0;
  float bar_y = 0;  // middle of the bar

  bool absent() const { return step.kind == Kind::absent || !drawable(step.value); }
  bool total() const { return step.kind == Kind::total && !absent(); }
  float thickness() const { return total() ? total_px : part_px; }
  float text_height() const { return label.height() + detail.height(); }
};

struct Frame {
  bool labels_left = false;
  float label_width = 0, value_right = 0;
  LinearScale x;
  ValueTicks ticks;

  float left() const { return static_cast<float>(x.range.from); }
};

Weight weight_of(const WaterfallStep& step) {
  return step.kind == Kind::total ? Weight::bold : Weight::regular;
}

std::string fitting_value(const WaterfallStep& step, float width) {
  return shorten(step.value_label, label_px, weight_of(step), width);
}

// What lowers the total is told apart without taking a state's colour.
Ink bar_ink(const WaterfallStep& step) {
  const bool lowers = step.kind == Kind::part && step.value < 0;
  return lowers && step.ink == Ink::series ? Ink::series_other : step.ink;
}

std::vector<Row> rows_of(const Waterfall& chart) {
  std::vector<Row> rows;
  double running = 0;
  for (const WaterfallStep& step : chart.steps) {
    Row row = {step, running, running, {}, {}, 0, 0, 0};
    if (!row.absent()) {
      row.from = row.total() ? 0 : running;
      row.to = row.from + step.value;
      running = row.to;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Interval domain_of(const Waterfall& chart, const std::vector<Row>& rows) {
  Interval domain = {0, 0};
  for (const Row& row : rows) {
    domain.from = std::min(domain.from, std::min(row.from, row.to));
    domain.to = std::max(domain.to, std::max(row.from, row.to));
  }
  if (chart.axis_max && drawable(*chart.axis_max)) domain.to = std::max(domain.to, *chart.axis_max);
  if (domain.from == domain.to) domain.to = 1;
  return domain;
}

Frame frame_of(const Waterfall& chart, const std::vector<Row>& rows, float width) {
  Frame frame;
  frame.labels_left = width >= wide_px;
  float left = 0;
  if (frame.labels_left) {
    float labels = 0, values = 0;
    for (const Row& row : rows) {
      labels = std::max(labels, text_width(row.step.label, label_px, weight_of(row.step)));
      labels = std::max(labels, text_width(row.step.detail, label_px));
      if (row.absent()) continue;
      const std::string value = fitting_value(row.step, width * 0.2f);
      values = std::max(values, text_width(value, label_px, weight_of(row.step)));
    }
    frame.label_width = std::min(labels + 1, std::min(width * 0.4f, 420.0f));
    frame.value_right = frame.label_width + value_gap_px + values;
    left = frame.value_right + value_gap_px;
  }
  frame.x = {domain_of(chart, rows), {left, width}};
  const int count = std::max(1, static_cast<int>((width - left) / 80));
  frame.ticks = nice_ticks(frame.x.domain.from, frame.x.domain.to, count);
  return frame;
}

// Words and the height that they and the bar need.
void measure(Row& row, const Frame& frame, float width, float top) {
  const Weight weight = weight_of(row.step);
  float room = frame.label_width;
  if (!frame.labels_left) {
    const std::string value = row.absent() ? "" : fitting_value(row.step, width * 0.4f);
    room = width - (value.empty() ? 0 : text_width(value, label_px, weight) + value_gap_px);
  }
  row.label = {wrap(row.step.label, label_px, weight, room, 2), {label_px, Ink::text, weight}};
  row.detail = {wrap(row.step.detail, label_px, Weight::regular, frame.labels_left ? room : width,
                     2),
                {label_px, Ink::muted}};
  row.top = top;
  if (frame.labels_left) {
    row.height = std::max(row.text_height() + 2 * padding_px, spot_px);
    row.bar_y = top + row.height / 2;
  } else {
    const float lane = row.absent() ? line_height * label_px : row.thickness();
    row.height = padding_px + row.text_height() + 4 + lane + padding_px;
    row.bar_y = top + row.height - padding_px - lane / 2;
  }
}

// Behind the bars; zero is the strongest.
void add_hairlines(Scene& scene, const Frame& frame) {
  for (const double value : frame.ticks.values)
    if (value >= frame.x.domain.from && value <= frame.x.domain.to)
      add_line(scene, {frame.x(value), ruler_px}, {frame.x(value), scene.height},
               value == 0 ? Ink::line_strong : Ink::line);
}

// No line goes through the letters of a block.
void clear_behind(Scene& scene, Point top_left, const TextBlock& block) {
  if (block.lines.empty()) return;
  const float right = std::min(top_left.x + block.width() + 3, scene.width);
  const float left = std::max(top_left.x - 3, 0.0f);
  add_rect(scene, {left, top_left.y, right - left, block.height()}, Ink::surface);
}

// In place of the bar of a step without a figure, as near to where it would begin as it fits.
void add_absence(Scene& scene, const Frame& frame, const Row& row) {
  const TextBlock block = {wrap(row.step.value_label, label_px, Weight::regular,
                                scene.width - frame.left(), 1),
                           {label_px, Ink::muted}};
  const float left = std::min(frame.x(row.to) + 6, scene.width - block.width());
  const Point at = {std::max(left, frame.left()), row.bar_y - block.height() / 2};
  clear_behind(scene, at, block);
  add_block(scene, at, block);
}

void add_value(Scene& scene, const Frame& frame, const Row& row) {
  const float right = frame.labels_left ? frame.value_right : scene.width;
  const float room =
      frame.labels_left ? right - frame.label_width - value_gap_px + 0.01f : right * 0.4f;
  const float top =
      frame.labels_left ? row.bar_y - line_height * label_px / 2 : row.top + padding_px;
  const TextBlock block = {{fitting_value(row.step, room)},
                           {label_px, Ink::text, weight_of(row.step), Align::right}};
  if (block.lines[0].empty()) return;
  const Point at = {right - block.width(), top};
  if (!frame.labels_left) clear_behind(scene, at, block);
  add_block(scene, at, block);
}

void add_words(Scene& scene, const Frame& frame, const Row& row) {
  const float top = frame.labels_left ? row.top + (row.height - row.text_height()) / 2
                                      : row.top + padding_px;
  const Point label = {0, top}, detail = {0, top + row.label.height()};
  if (!frame.labels_left) {  // first, so that neither cuts the other's letters
    clear_behind(scene, label, row.label);
    clear_behind(scene, detail, row.detail);
  }
  add_block(scene, label, row.label);
  add_block(scene, detail, row.detail);
  row.absent() ? add_absence(scene, frame, row) : add_value(scene, frame, row);
}

void add_bar(Scene& scene, const Frame& frame, const Row& row) {
  if (row.absent() || row.from == row.to) return;
  const float from = frame.x(row.from), to = frame.x(row.to);
  const float length = std::max(std::abs(to - from), bar_least_px);
  const float left = to < from ? from - length : from;
  const float thickness = row.thickness();
  const float begin = std::max(std::min(left, scene.width - length), frame.left());
  add_rect(scene, {begin, row.bar_y - thickness / 2, length, thickness}, bar_ink(row.step), 2);
}

}  // namespace

Scene layout(const Waterfall& chart, float width) {
  Scene scene;
  scene.width = usable_width(width);
  if (chart.steps.empty()) {
    add_empty_frame(scene);
    return scene;
  }
  std::vector<Row> rows = rows_of(chart);
  const Frame frame = frame_of(chart, rows, scene.width);
  scene.height = ruler_px;
  for (Row& row : rows) {
    measure(row, frame, scene.width, scene.height);
    scene.height += row.height;
  }
  add_ruler(scene, frame.x, frame.ticks, value_tick_labels(frame.ticks, 0, "", chart.language), 0);
  add_hairlines(scene, frame);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const float at = frame.x(rows[i].absent() ? rows[i].to : rows[i - 1].to);
    add_line(scene, {at, rows[i - 1].bar_y}, {at, rows[i].bar_y}, Ink::muted);
  }
  for (const Row& row : rows) {
    if (row.total() && row.top > ruler_px)
      add_line(scene, {0, row.top}, {scene.width, row.top}, Ink::line_strong);
    add_words(scene, frame, row);
    add_bar(scene, frame, row);
    add_spot(scene, {0, row.top, scene.width, row.height}, row.step.words, row.step.href);
  }
  return scene;
}

}  // namespace tiendo

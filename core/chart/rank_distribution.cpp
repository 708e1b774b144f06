// How sure ranks are, a row a unit on one axis of ranks, 1 at the left: a bar over the interval, a
// tick at the median, a dot at the rank as published, and behind them how many of the runs gave
// each rank. A row of which nothing is known is hatched. The axis comes again in long lists. Names
// stand left of the axis, on narrow pages above it.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "base/format.h"
#include "chart/axis.h"
#include "chart/charts.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/shade.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float wide_px = 560;
constexpr float padding_px = 5, gap_px = 12, axis_px = 22, under_words_px = 4;
constexpr float lane_px = 30;        // height of the drawing of one row
constexpr float ridge_px = 24, interval_px = 7, median_px = 15, rank_px = 10;
constexpr float ridge_step_px = 2;   // ranks nearer together are drawn as one
constexpr float ridge_column_max_px = 48;
constexpr std::size_t rows_between_axes = 20;

struct Frame {
  const RankDistribution& chart;
  bool labels_left = false;
  float label_width = 0, rank_right = 0, left = 0;
  LinearScale x;
  ValueTicks ticks;
  std::vector<std::string> tick_labels;
};

std::string rank_words(const Frame& frame, const RankSpread& row) {
  return row.rank ? format_number(*row.rank, 0, frame.chart.language) : "–";
}

// 1, then round ranks as far as the last.
void set_ticks(Frame& frame, int ranks, float width) {
  const int count = std::clamp(static_cast<int>(width / 60), 1, 12);
  const ValueTicks round = nice_ticks(0, ranks, count);
  frame.ticks.values = {1};
  for (const double value : round.values)
    if (value > 1 && value <= ranks && value == std::floor(value))
      frame.ticks.values.push_back(value);
  frame.tick_labels = value_tick_labels(frame.ticks, 0, "", frame.chart.language);
}

Frame frame_of(const RankDistribution& chart, float width) {
  Frame frame = {chart, width >= wide_px, width, 0, 0, {}, {}, {}};
  if (frame.labels_left) {
    float widest = 0, ranks = 0;
    for (const RankSpread& row : chart.rows) {
      widest = std::max({widest, text_width(row.label, label_px),
                         text_width(row.value_label, label_px)});
      ranks = std::max(ranks, text_width(rank_words(frame, row), label_px, Weight::bold));
    }
    frame.label_width = std::min(widest + 1, std::min(width * 0.34f, 320.0f));
    frame.rank_right = frame.label_width + gap_px + ranks;
    frame.left = frame.rank_right + gap_px;
  }
  int ranks = std::max(chart.ranks, 1);
  for (const RankSpread& row : chart.rows) {
    if (row.rank) ranks = std::max(ranks, std::min(*row.rank, 1'000'000));
    if (row.high > ranks && row.high < 1e6) ranks = static_cast<int>(std::ceil(row.high));
  }
  frame.x = {{0.5, ranks + 0.5}, {frame.left, width}};
  set_ticks(frame, ranks, width - frame.left);
  return frame;
}

// Names of the ranks; lighter where they come again.
void add_axis(Scene& scene, const Frame& frame, float top, bool again) {
  add_ruler(scene, frame.x, frame.ticks, frame.tick_labels, top, again ? Ink::faint : Ink::muted);
}

// Shares of the runs as columns on `base`, the greatest `ridge_px` high.
void add_ridge(Scene& scene, const Frame& frame, const RankSpread& row, float base) {
  const double ranks = frame.x.domain.to - 0.5;
  const float room = scene.width - frame.left;
  const std::size_t count =
      std::min(row.shares.size(), static_cast<std::size_t>(std::max(ranks, 0.0)));
  const auto merged = static_cast<std::size_t>(
      std::max(std::ceil(ridge_step_px * ranks / static_cast<double>(room)), 1.0));
  std::vector<double> columns((count + merged - 1) / merged);
  double greatest = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (drawable(row.shares[i]) && row.shares[i] > 0) {
      columns[i / merged] += row.shares[i];
      greatest = std::max(greatest, columns[i / merged]);
    }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const float height = greatest > 0 ? ridge_px * static_cast<float>(columns[i] / greatest) : 0;
    if (height < 0.5f) continue;
    const float from = frame.x(static_cast<double>(i * merged) + 0.5);
    const float to = std::min(frame.x(static_cast<double>((i + 1) * merged) + 0.5), scene.width);
    const float gap = to - from > 4 ? 1.0f : 0.0f;
    const float column = std::min(to - from - gap, ridge_column_max_px);
    add_rect(scene, {(from + to - column) / 2, base - height, column, height}, Ink::seq2);
  }
}

void add_lane(Scene& scene, const Frame& frame, const RankSpread& row, float top) {
  const float base = top + lane_px - interval_px / 2 - 4, middle = base;
  for (const double rank : frame.ticks.values)
    add_line(scene, {frame.x(rank), top}, {frame.x(rank), top + lane_px}, Ink::line);
  const bool has_interval = drawable(row.low) && drawable(row.high) && row.low <= row.high;
  if (!has_interval && !row.rank && row.shares.empty()) {
    add_hatching(scene, {frame.left, middle - interval_px, scene.width - frame.left,
                         2 * interval_px});
    return;
  }
  add_ridge(scene, frame, row, base);
  add_line(scene, {frame.left, middle}, {scene.width, middle}, Ink::line);
  const double last = frame.x.domain.to - 0.5;
  const auto place = [&](double rank) { return frame.x(std::clamp(rank, 1.0, last)); };
  if (has_interval) {
    const float half = std::min((frame.x(2) - frame.x(1)) / 2, interval_px / 2);
    const float from = place(row.low) - half, to = place(row.high) + half;
    add_rect(scene, {from, middle - interval_px / 2, to - from, interval_px}, Ink::seq3, 3);
    if (drawable(row.median)) {
      const float at = place(row.median);
      add_line(scene, {at, middle - median_px / 2}, {at, top + lane_px - 1}, Ink::text, 2);
    }
  }
  if (row.rank) {
    const float at = place(*row.rank);
    add_symbol(scene, {std::clamp(at, rank_px / 2, scene.width - rank_px / 2), middle}, rank_px,
               Symbol::circle, Ink::series);
  }
}

void add_row(Scene& scene, const Frame& frame, const RankSpread& row) {
  const float y = scene.height;
  const TextBlock rank = {{rank_words(frame, row)}, {label_px, Ink::text, Weight::bold,
                                                    Align::right}};
  const float spread_room = frame.labels_left ? frame.label_width : scene.width * 0.42f;
  TextBlock spread = {wrap(row.value_label, label_px, Weight::regular, spread_room, 1),
                      {label_px, Ink::muted}};
  if (frame.labels_left) {
    const TextBlock label = {wrap(row.label, label_px, Weight::regular, frame.label_width, 2),
                             TextStyle{}};
    const float words = label.height() + spread.height();
    const float height = std::max(words, lane_px) + 2 * padding_px;
    scene.height = y + height;
    const float top = y + (height - words) / 2;
    add_block(scene, {0, top}, label);
    add_block(scene, {0, top + label.height()}, spread);
    add_block(scene, {frame.rank_right - rank.width(), y + (height - rank.height()) / 2}, rank);
    add_lane(scene, frame, row, y + (height - lane_px) / 2);
  } else {  // rank, name and spread on a line over the lane
    const float left = rank.width() + 8;
    const float room = scene.width - left - (spread.lines.empty() ? 0 : spread.width() + gap_px);
    const TextBlock label = {wrap(row.label, label_px, Weight::regular, room, 2), TextStyle{}};
    const float words = std::max(label.height(), rank.height());
    scene.height = y + words + under_words_px + lane_px + 2 * padding_px;
    add_block(scene, {0, y + padding_px}, rank);
    add_block(scene, {left, y + padding_px}, label);
    spread.style.align = Align::right;
    add_block(scene, {scene.width - spread.width(), y + padding_px}, spread);
    add_lane(scene, frame, row, y + padding_px + words + under_words_px);
  }
  add_spot(scene, {0, y, scene.width, scene.height - y}, row.words, row.href);
}

}  // namespace

Scene layout(const RankDistribution& chart, float width) {
  Scene scene;
  scene.width = usable_width(width);
  if (chart.rows.empty()) {
    add_empty_frame(scene);
    return scene;
  }
  const Frame frame = frame_of(chart, scene.width);
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    if (i % rows_between_axes == 0) {
      add_axis(scene, frame, scene.height, i > 0);
      scene.height += axis_px;
    }
    if (i > 0) add_line(scene, {0, scene.height}, {scene.width, scene.height}, Ink::line);
    add_row(scene, frame, chart.rows[i]);
  }
  return scene;
}

}  // namespace tiendo

// One unit among its peers, row by row: a light line from the low to the high end of the row's
// scale, a quiet dot for each peer, moved up or down a little where dots would lie on one another,
// and the strong one on top with its label; several strong ones have signs of their own, named in a
// key above. The target is an accent line with its words. A row without dots is hatched. Names
// stand left of the lines, on narrow pages above them.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/sort.h"
#include "chart/charts.h"
#include "chart/key.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/palette.h"
#include "chart/scale.h"
#include "chart/shade.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float wide_px = 640;
constexpr float dot_px = 8, thin_dot_px = 5;  // of the quiet ones: alone, and under several strong
constexpr float strong_px = 13, dots_height_px = 30;
constexpr float words_px = line_height * label_px + 2;  // of a line of labels at the dots
constexpr float padding_px = 8, label_gap_px = 20, value_gap_px = 12;
constexpr std::array<float, 5> swarm_offsets = {0, -5, 5, -10, 10};

struct Frame {
  bool labels_left = false;
  float label_width = 0, left = 0, dot_size = dot_px, top = 0;
};

// A row on its way into the scene.
struct Lane {
  const StripRow& row;
  LinearScale x;
  float dot_size;
  Box box;      // of the dots and all their words
  float y = 0;  // of the line
};

LinearScale scale_of(const StripRow& row, float left, float right) {
  Interval domain = {drawable(row.low) ? row.low : 0, drawable(row.high) ? row.high : 0};
  if (domain.to < domain.from) std::swap(domain.from, domain.to);
  const auto include = [&domain](double value) {
    if (!drawable(value)) return;
    domain.from = std::min(domain.from, value);
    domain.to = std::max(domain.to, value);
  };
  for (const StripDot& dot : row.dots) include(dot.value);
  if (row.target) include(*row.target);
  return {domain, {left + strong_px / 2, right - strong_px / 2}};
}

bool has_target(const StripRow& row) { return row.target && drawable(*row.target); }

bool has_dots(const StripRow& row) {
  return std::any_of(row.dots.begin(), row.dots.end(),
                     [](const StripDot& dot) { return drawable(dot.value); });
}

// Whether words stand over the dots.
bool has_words(const StripRow& row) {
  if (has_target(row) && !row.target_label.empty()) return true;
  return std::any_of(row.dots.begin(), row.dots.end(), [](const StripDot& dot) {
    return dot.strong && !dot.label.empty() && drawable(dot.value);
  });
}

// Quiet dots from left to right, each at the first height where it touches no other; the crowd
// that finds none lies where its neighbour is farthest.
void add_quiet_dots(Scene& scene, const Lane& lane) {
  std::vector<const StripDot*> dots;
  for (const StripDot& dot : lane.row.dots)
    if (!dot.strong && drawable(dot.value)) dots.push_back(&dot);
  sort_by(dots, [](const StripDot* a, const StripDot* b) { return a->value < b->value; });
  std::array<float, swarm_offsets.size()> last;
  last.fill(-2 * lane.dot_size);
  for (const StripDot* dot : dots) {
    const float x = lane.x(dot->value);
    std::size_t level = 0;
    for (std::size_t i = 0; i < last.size(); ++i) {
      if (x - last[i] >= lane.dot_size - 1) {
        level = i;
        break;
      }
      if (last[i] < last[level]) level = i;
    }
    last[level] = x;
    const Point at = {x, lane.y + swarm_offsets[level]};
    add_symbol(scene, at, lane.dot_size, Symbol::circle, dot->ink);
    add_spot(scene, box_around(at, spot_least_px, spot_least_px), dot->words, dot->href);
  }
}

void add_label_at(Scene& scene, LabelPlacer& placer, Point at, const std::string& label,
                  float width, const TextStyle& style, float gap) {
  const TextBlock block = {wrap(label, style.size, style.weight, width, 1), style};
  const float up = at.y - gap - block.height(), down = at.y + gap;
  placer.place(scene, block,
               {above(at, block, gap), {at.x + 6, up}, {at.x - 6 - block.width(), up},
                below(at, block, gap), {at.x + 6, down}, {at.x - 6 - block.width(), down}},
               8);
}

void add_end_labels(Scene& scene, LabelPlacer& placer, const Lane& lane) {
  const float room = lane.box.width / 2 - 8, top = lane.box.bottom() - words_px;
  const auto end_label = [room](const std::string& words) {
    return TextBlock{wrap(words, label_px, Weight::regular, room, 1), {label_px, Ink::muted}};
  };
  const TextBlock low = end_label(lane.row.low_label), high = end_label(lane.row.high_label);
  placer.place(scene, low, {{lane.box.x, top}}, 0);
  placer.place(scene, high, {{lane.box.right() - high.width(), top}}, 0);
}

void add_lane(Scene& scene, const Lane& lane) {
  const StripRow& row = lane.row;
  const float left = lane.box.x, right = lane.box.right();
  LabelPlacer placer(lane.box);
  if (!has_dots(row)) {
    add_hatching(scene, {left, lane.y - 7, right - left, 14});
  } else {
    add_line(scene, {left, lane.y}, {right, lane.y}, Ink::line, 2);
    add_quiet_dots(scene, lane);
  }
  const float half = dots_height_px / 2;
  if (has_target(row)) {
    const float at = lane.x(*row.target);
    add_line(scene, {at, lane.y - half}, {at, lane.y + half}, Ink::accent, 2);
  }
  for (const StripDot& dot : row.dots) {
    if (!dot.strong || !drawable(dot.value)) continue;
    const Point at = {lane.x(dot.value), lane.y};
    add_symbol(scene, at, strong_px, dot.symbol, dot.ink);
    add_spot(scene, box_around(at, spot_least_px, spot_least_px), dot.words, dot.href);
  }
  for (const StripDot& dot : row.dots)
    if (dot.strong && drawable(dot.value))
      add_label_at(scene, placer, {lane.x(dot.value), lane.y}, dot.label, lane.box.width * 0.6f,
                   {label_px, text_ink(dot.ink), Weight::bold}, half);
  if (has_target(row))
    add_label_at(scene, placer, {lane.x(*row.target), lane.y}, row.target_label,
                 lane.box.width * 0.6f, {label_px, Ink::accent}, half);
  add_end_labels(scene, placer, lane);
}

// The row's name and value at the left, or over the lane: name left, value right. Returns the room
// that they take.
float add_words(Scene& scene, const Frame& frame, const StripRow& row, float y, float height) {
  const bool beside = frame.labels_left;
  TextBlock value = {wrap(row.value_label, label_px, Weight::bold,
                          beside ? frame.label_width : scene.width * 0.45f, beside ? 2 : 1),
                     {label_px, Ink::text, Weight::bold}};
  float room = frame.label_width;
  if (!beside && !value.lines.empty()) room -= value.width() + value_gap_px;
  const TextBlock label = {wrap(row.label, label_px, Weight::regular, room, 2), TextStyle{}};
  const float taken =
      beside ? label.height() + value.height() : std::max(label.height(), value.height());
  if (height > 0) {
    const float top = beside ? y + (height - taken) / 2 : y + padding_px;
    const float right = scene.width - value.width();
    add_block(scene, {0, top}, label);
    value.style.align = beside ? Align::left : Align::right;
    add_block(scene, beside ? Point{0, top + label.height()} : Point{right, top}, value);
    if (!row.href.empty() && !row.label.empty())
      add_spot(scene, {0, top, frame.label_width, taken}, row.label + ' ' + row.value_label,
               row.href);
  }
  return taken;
}

void add_row(Scene& scene, const Frame& frame, const StripRow& row) {
  const float y = scene.height;
  const float over = has_words(row) ? words_px : 0;
  const bool ends = !row.low_label.empty() || !row.high_label.empty();
  const float lane_height = over + dots_height_px + (ends || over > 0 ? words_px : 0);
  const float words = add_words(scene, frame, row, y, 0);
  const float height = frame.labels_left ? std::max(words, lane_height) + 2 * padding_px
                                         : words + 4 + lane_height + 2 * padding_px;
  scene.height = y + height;
  if (y > frame.top) add_line(scene, {0, y}, {scene.width, y}, Ink::line);
  add_words(scene, frame, row, y, height);
  const float top = frame.labels_left ? y + (height - lane_height) / 2
                                      : y + height - padding_px - lane_height;
  const Box box = {frame.left, top, scene.width - frame.left, lane_height};
  add_lane(scene, {row, scale_of(row, box.x, box.right()), frame.dot_size, box,
                   top + over + dots_height_px / 2});
}

}  // namespace

Scene layout(const DotStrip& chart, float width) {
  Scene scene;
  scene.width = usable_width(width);
  if (chart.rows.empty()) {
    add_empty_frame(scene);
    return scene;
  }
  Frame frame = {scene.width >= wide_px, scene.width, 0};
  if (!chart.signs.empty()) frame.dot_size = thin_dot_px;
  frame.top = scene.height = add_signs(scene, 0, chart.signs);
  if (frame.labels_left) {
    float widest = 0;
    for (const StripRow& row : chart.rows)
      widest = std::max({widest, text_width(row.label, label_px),
                         text_width(row.value_label, label_px, Weight::bold)});
    frame.label_width = std::min(widest + 1, std::min(scene.width * 0.32f, 320.0f));
    frame.left = frame.label_width + label_gap_px;
  }
  for (const StripRow& row : chart.rows) add_row(scene, frame, row);
  return scene;
}

}  // namespace tiendo

// Two orders or two moments, a line for each unit between them, the strong ones on top. Each end is
// named: the strong first, the quiet ones as far as there is room near their ends. Labels of a side
// keep the order of their ends and are moved apart as little as possible, with a short line to the
// end that they left. A unit that is in one of the two only has a ring there and no line across.
// Where names would be cut on both sides they stand on the right alone, the values on the left too.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/sort.h"
#include "chart/charts.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/palette.h"
#include "chart/scale.h"
#include "chart/shade.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float quiet_px = 6, strong_px = 10, stub_px = 18;
constexpr float label_gap_px = 16;     // from the axis to the label, room for the short lines
constexpr float plot_least_px = 72;    // between the labels of a phone
constexpr float label_width_max_px = 260, title_gap_px = 8;
constexpr float near_share = 0.75f;    // of a label's height: nearer to a named end is no room

enum class Side : unsigned char { from, to };

struct Frame {
  const SlopeChart& chart;
  float left = 0, right = 0;  // the two axes
  float from_width = 0, to_width = 0;  // of the labels
  bool named_once = false;
  float top = 0, bottom = 0;  // of the room for labels
  LinearScale y;

  float at(Side side) const { return side == Side::from ? left : right; }
  float width(Side side) const { return side == Side::from ? from_width : to_width; }
  float label_height() const { return line_height * label_px + 1; }
};

// One end of a line, and where its label goes.
struct End {
  const SlopeLine* line = nullptr;
  float y = 0;
  std::optional<float> label_top;
};

std::optional<double> value_at(const SlopeLine& line, Side side) {
  const std::optional<double>& value = side == Side::from ? line.from : line.to;
  return value && drawable(*value) ? value : std::nullopt;
}

TextStyle label_style(const SlopeLine& line) {
  return {label_px, line.strong ? text_ink(line.ink) : Ink::muted,
          line.strong ? Weight::bold : Weight::regular};
}

// The value stands at the axis, so it is the name that is shortened.
std::string label_words(const Frame& frame, const SlopeLine& line, Side side, float width) {
  const Weight weight = line.strong ? Weight::bold : Weight::regular;
  const std::string& value = side == Side::from ? line.from_label : line.to_label;
  if (value.empty()) return shorten(line.label, label_px, weight, width);
  const float room = width - text_width(value + ' ', label_px, weight);
  const bool elsewhere = frame.named_once && side == Side::from && value_at(line, Side::to);
  const std::string name = elsewhere ? "" : shorten(line.label, label_px, weight, room);
  if (name.empty()) return shorten(value, label_px, weight, width);
  return side == Side::from ? name + ' ' + value : value + ' ' + name;
}

float widest_label(const Frame& frame, Side side, float most) {
  float widest = 0;
  for (const SlopeLine& line : frame.chart.lines)
    if (value_at(line, side))
      widest = std::max(widest, text_width(label_words(frame, line, side, most), label_px,
                                           line.strong ? Weight::bold : Weight::regular));
  return widest + 0.01f;
}

std::vector<End> ends_of(const Frame& frame, Side side) {
  std::vector<End> ends;
  for (const SlopeLine& line : frame.chart.lines)
    if (const std::optional<double> value = value_at(line, side))
      ends.push_back({&line, frame.y(*value), {}});
  return ends;
}

// Which ends are named: the strong, then the quiet ones that are not too near to a named one.
std::vector<End*> named_ends(const Frame& frame, std::vector<End>& ends) {
  const float height = frame.label_height();
  const auto most = static_cast<std::size_t>(std::max((frame.bottom - frame.top) / height, 1.0f));
  std::vector<End*> named;
  for (const bool strong : {true, false})
    for (End& end : ends) {
      if (end.line->strong != strong || named.size() == most) continue;
      const bool near = std::any_of(named.begin(), named.end(), [&](const End* other) {
        return std::abs(other->y - end.y) < near_share * height;
      });
      if (strong || !near) named.push_back(&end);
    }
  sort_by(named, [](const End* a, const End* b) { return a->y < b->y; });
  return named;
}

// Moves labels apart in their order with the least sum of squared moves: labels that touch become a
// block, which lies at the mean of what its labels wish for.
void set_label_tops(const Frame& frame, std::vector<End*>& named) {
  struct Block { float wish; std::size_t count; };  // the first label's top
  const float height = frame.label_height();
  std::vector<Block> blocks;
  for (const End* end : named) {
    blocks.push_back({end->y - height / 2, 1});
    while (blocks.size() > 1) {
      const Block last = blocks.back();
      Block& before = blocks[blocks.size() - 2];
      const float before_height = static_cast<float>(before.count) * height;
      if (before.wish + before_height <= last.wish) break;
      const float last_count = static_cast<float>(last.count);
      const float count = static_cast<float>(before.count) + last_count;
      before.wish += last_count * (last.wish - before_height - before.wish) / count;
      before.count += last.count;
      blocks.pop_back();
    }
  }
  std::size_t i = 0;
  for (const Block& block : blocks)
    for (std::size_t k = 0; k < block.count; ++k)
      named[i++]->label_top = block.wish + static_cast<float>(k) * height;
  float least = frame.top;
  for (End* end : named) {
    end->label_top = std::max(*end->label_top, least);
    least = *end->label_top + height;
  }
  float most = frame.bottom - height;
  for (i = named.size(); i-- > 0;) {
    named[i]->label_top = std::min(*named[i]->label_top, most);
    most = *named[i]->label_top - height;
  }
}

void add_end(Scene& scene, const Frame& frame, Side side, const End& end) {
  const SlopeLine& line = *end.line;
  const float axis = frame.at(side), outwards = side == Side::from ? -1.0f : 1.0f;
  Box box = box_around({axis, end.y}, spot_least_px, spot_least_px);
  if (end.label_top) {
    const TextStyle style = label_style(line);
    const std::string words = label_words(frame, line, side, frame.width(side));
    const float edge = axis + outwards * label_gap_px;
    const float width = text_width(words, style.size, style.weight);
    const float middle = *end.label_top + frame.label_height() / 2;
    if (std::abs(middle - end.y) > 3)
      add_line(scene, {axis + outwards * 5, end.y}, {edge - outwards * 2, middle},
               Ink::line_strong);
    const TextBlock block = {{words}, style};
    add_block(scene, {side == Side::from ? edge - width : edge, *end.label_top}, block);
    const float left = std::min(axis - 12, edge - width), right = std::max(axis + 12, edge + width);
    box = side == Side::from ? Box{left, *end.label_top, axis + 12 - left, frame.label_height()}
                             : Box{axis - 12, *end.label_top, right - axis + 12,
                                   frame.label_height()};
  }
  add_spot(scene, box, line.words, line.href);
}

void add_slope(Scene& scene, const Frame& frame, const SlopeLine& line) {
  const std::optional<double> from = value_at(line, Side::from), to = value_at(line, Side::to);
  const float size = line.strong ? strong_px : quiet_px, width = line.strong ? 2.5f : 1.5f;
  if (from && to) {
    const Point a = {frame.left, frame.y(*from)}, b = {frame.right, frame.y(*to)};
    add_line(scene, a, b, line.ink, width);
    add_symbol(scene, a, size, Symbol::circle, line.ink);
    add_symbol(scene, b, size, Symbol::circle, line.ink);
  } else if (from || to) {
    const float axis = from ? frame.left : frame.right, inwards = from ? 1.0f : -1.0f;
    const Point at = {axis, frame.y(from ? *from : *to)};
    add_dashed_line(scene, at, {axis + inwards * stub_px, at.y}, line.ink, width);
    add_symbol(scene, at, size + 2, Symbol::ring, line.ink);
  }
}

Frame frame_of(const SlopeChart& chart, float width) {
  Frame frame = {chart, 0, 0, 0, 0, false, 0, 0, {}};
  const float room = width - plot_least_px - 2 * label_gap_px;
  const float natural = std::max(widest_label(frame, Side::from, width),
                                 widest_label(frame, Side::to, width));
  frame.named_once = natural > std::min(room / 2, label_width_max_px);
  frame.from_width = frame.named_once ? widest_label(frame, Side::from, room / 2) : natural;
  frame.to_width =
      frame.named_once ? widest_label(frame, Side::to, room - frame.from_width) : natural;
  frame.left = frame.from_width + label_gap_px;
  frame.right = width - frame.to_width - label_gap_px;
  std::optional<Interval> domain;
  for (const SlopeLine& line : chart.lines)
    for (const Side side : {Side::from, Side::to})
      if (const std::optional<double> value = value_at(line, side)) {
        if (!domain) domain = Interval{*value, *value};
        domain->from = std::min(domain->from, *value);
        domain->to = std::max(domain->to, *value);
      }
  frame.y.domain = domain.value_or(Interval{});
  if (chart.ranks) std::swap(frame.y.domain.from, frame.y.domain.to);
  return frame;
}

// The titles over their axes; returns their height.
float add_titles(Scene& scene, const Frame& frame) {
  const auto title = [&](const std::string& words) {
    return TextBlock{wrap(words, label_px, Weight::bold, scene.width / 2 - title_gap_px, 2),
                     {label_px, Ink::text, Weight::bold}};
  };
  TextBlock from = title(frame.chart.from_title), to = title(frame.chart.to_title);
  from.style.align = Align::right;
  const float height = std::max(from.height(), to.height());
  const float left = std::max(frame.left + 4 - from.width(), 0.0f);
  const float right = std::min(frame.right - 4, scene.width - to.width());
  add_block(scene, {left, height - from.height()}, from);
  add_block(scene, {std::max(right, left + from.width() + 2 * title_gap_px), height - to.height()},
            to);
  return height + title_gap_px;
}

}  // namespace

Scene layout(const SlopeChart& chart, float width) {
  Scene scene;
  scene.width = usable_width(width);
  if (chart.lines.empty()) {
    add_empty_frame(scene);
    return scene;
  }
  Frame frame = frame_of(chart, scene.width);
  frame.top = add_titles(scene, frame);
  std::vector<End> from = ends_of(frame, Side::from), to = ends_of(frame, Side::to);
  if (from.empty() && to.empty()) {
    add_hatching(scene, {0, frame.top, scene.width, spot_px});
    scene.height = frame.top + spot_px;
    return scene;
  }
  const float rows = static_cast<float>(std::max({from.size(), to.size(), std::size_t{2}}));
  frame.bottom = frame.top + std::clamp(rows * (frame.label_height() + 4), 96.0f, 760.0f);
  scene.height = frame.bottom;
  const float half = frame.label_height() / 2;
  frame.y.range = {frame.bottom - half, frame.top + half};
  for (const Side side : {Side::from, Side::to}) {
    std::vector<End>& ends = side == Side::from ? from : to;
    for (End& end : ends) end.y = frame.y(*value_at(*end.line, side));
    std::vector<End*> named = named_ends(frame, ends);
    set_label_tops(frame, named);
    const float axis = frame.at(side);
    add_line(scene, {axis, frame.top}, {axis, frame.bottom}, Ink::line_strong);
  }
  for (const bool strong : {false, true})
    for (const SlopeLine& line : chart.lines)
      if (line.strong == strong) add_slope(scene, frame, line);
  for (const End& end : from) add_end(scene, frame, Side::from, end);
  for (const End& end : to) add_end(scene, frame, Side::to, end);
  return scene;
}

}  // namespace tiendo

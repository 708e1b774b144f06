// Measured values against what was promised. Promises are dots on a dashed accent line, the last
// one filled, the earlier ones hollow; series are joined dots, broken where a value is missing; the
// time of which nothing was published is a grey field; where the pace would lead is a thin dashed
// line in a pale band. Labels stand at their marks, in a key below only what finds no place there.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "chart/axis.h"
#include "chart/key.h"
#include "chart/line_drawing.h"
#include "chart/palette.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float point_px = 9, crowded_point_px = 5, axis_gap_px = 9;
constexpr float value_gap_px = 8, key_gap_px = 4;
constexpr std::size_t values_max = 4;  // points of a series, to have their values beside them

Interval value_extent(const LineChart& chart) {
  AxisExtent extent(chart.low, chart.high);
  for (const LineSeries& series : chart.series)
    for (const LinePoint& point : series.points)
      if (point.value) extent.include(*point.value);
  for (const auto* promises : {&chart.promises, &chart.other_promises})
    for (const LinePromise& promise : *promises) extent.include(promise.value);
  if (chart.projection) extent.include(chart.projection->end);  // its band may leave the plot
  return extent.interval();
}

// "Cả nước 39,98 %" on a line, or name over value where that is wider than `width`.
TextBlock series_label(const LineSeries& series, float width) {
  TextBlock block;
  block.style = {label_px, text_ink(series.ink), Weight::bold, Align::left};
  std::string whole = series.label;
  if (!series.label.empty() && !series.value_label.empty()) whole += ' ';
  whole += series.value_label;
  if (whole.empty()) return block;
  if (text_width(whole, label_px, Weight::bold) <= width) {
    block.lines = {std::move(whole)};
    return block;
  }
  block.lines = wrap(series.label, label_px, Weight::bold, width, 2);
  std::string value = shorten(series.value_label, label_px, Weight::bold, width);
  if (!value.empty()) block.lines.push_back(std::move(value));
  return block;
}

// The grey field: below the promises that lie in it, so that their words stay on the clear ground.
std::optional<Box> silent_field(const LineDrawing& drawing) {
  const LineChart& chart = drawing.chart;
  if (!chart.silent_from || chart.to <= *chart.silent_from) return {};
  if (chart.silent_to && *chart.silent_to <= *chart.silent_from) return {};
  const float left = drawing.x.inside(*chart.silent_from);
  float top = drawing.plot.y;
  for (const LinePromise& promise : chart.promises)
    if (drawable(promise.value) && *chart.silent_from <= promise.due)
      top = std::max(top, drawing.y(promise.value) + 2 * line_height * label_px);
  if (top > drawing.plot.y + drawing.plot.height * 0.6f) top = drawing.plot.y;
  const float right = chart.silent_to ? drawing.x.inside(*chart.silent_to) : drawing.plot.right();
  return Box{left, top, right - left, drawing.plot.bottom() - top - 0.5f};
}

void label_silence(LineDrawing& drawing) {
  const std::optional<Box> field = silent_field(drawing);
  if (!field) return;
  TextBlock block;
  block.style = {label_px, Ink::muted, Weight::regular, Align::centre};
  block.lines = wrap(drawing.chart.silence_label, label_px, Weight::regular,
                     std::clamp(field->width - 16, 88.0f, 240.0f), 3);
  const float top = field->y + (field->height - block.height()) / 2;
  drawing.placer.place(drawing.scene, block,
                       {{field->x + (field->width - block.width()) / 2, top},
                        {field->right() - block.width() - 4, top}},
                       field->height / 2);
}

// What is joined: a missing value ends a run, and where nothing is joined every point is one.
std::vector<std::vector<const LinePoint*>> runs_of(const LineDrawing& drawing,
                                                   const LineSeries& series) {
  std::vector<std::vector<const LinePoint*>> runs;
  bool joins = false;
  for (const LinePoint& point : series.points) {
    if (drawing.shows(point)) {
      if (!joins) runs.emplace_back();
      runs.back().push_back(&point);
    }
    joins = series.joined && drawing.shows(point);
  }
  return runs;
}

void draw_series(LineDrawing& drawing, const LineSeries& series) {
  const std::vector<std::vector<const LinePoint*>> runs = runs_of(drawing, series);
  for (const auto& run : runs) {
    LineMark line = {{}, series.ink, 2, false};
    for (const LinePoint* point : run) line.points.push_back(drawing.at(*point));
    for (std::size_t i = 1; i < run.size(); ++i)
      drawing.placer.avoid_line(line.points[i - 1], line.points[i]);
    if (run.size() > 1) add(drawing.scene, std::move(line));
  }
  const float room = drawing.point_room;
  const float size = room >= 2 * point_px ? point_px : crowded_point_px;
  const bool all_dots = room >= crowded_point_px + 2;
  for (const auto& run : runs)
    for (const LinePoint* point : run) {
      const Point at = drawing.at(*point);
      const bool last = &run == &runs.back() && point == run.back();
      if (all_dots || run.size() == 1 || point->provisional || last) {
        const bool hollow = point->provisional || series.hollow;
        (hollow ? add_hollow_symbol : add_symbol)(drawing.scene, at, size, series.symbol,
                                                  series.ink);
      }
      drawing.placer.avoid(box_around(at, size, size));
      const float spot_width = std::clamp(room, spot_least_px, spot_px);
      add_spot(drawing.scene, box_around(at, spot_width, spot_px), point->words, point->href);
    }
}

// Between the two nearest figures of any series: all of the chart have marks of one size.
float nearest_points(const LineDrawing& drawing) {
  float nearest = drawing.plot.width;
  for (const LineSeries& series : drawing.chart.series) {
    const LinePoint* before = nullptr;
    for (const LinePoint& point : series.points) {
      if (!drawing.shows(point)) continue;
      if (before) nearest = std::min(nearest, drawing.x(point.at) - drawing.x(before->at));
      before = &point;
    }
  }
  return nearest;
}

struct Ends {
  Point first, last;
};
std::optional<Ends> ends_of(const LineDrawing& drawing, const LineSeries& series) {
  std::optional<Ends> ends;
  for (const LinePoint& point : series.points) {
    if (!drawing.shows(point)) continue;
    const Point at = drawing.at(point);
    ends = Ends{ends ? ends->first : at, at};
  }
  return ends;
}

bool has_room_at_end(const LineDrawing& drawing, Point last, const TextBlock& block) {
  return !drawing.chart.silent_from &&
         last.x + line_label_gap_px + block.width() <= drawing.scene.width;
}

// At the end if there is room, else above, below or before it. A name alone may stand at the
// beginning too; a value is the last one's and stands at no other mark.
std::vector<Point> places_of_label(const LineDrawing& drawing, const LineSeries& series,
                                   const Ends& ends, const TextBlock& block) {
  const auto& [first, last] = ends;
  const float gap = line_label_gap_px;
  const float left = last.x - block.width() + (drawing.chart.silent_from ? 0.0f : 4.0f);
  const bool at_end = has_room_at_end(drawing, last, block);
  std::vector<Point> places;
  if (at_end) places.push_back(right_of(last, block, gap));
  if (at_end && drawing.is_crowded()) return places;
  if (series.value_label.empty() && first.x - gap - block.width() >= drawing.plot.x)
    places.push_back(left_of(first, block, gap));
  const bool alone = first.x == last.x;  // no line of its own before the mark
  if (alone) places.push_back(left_of(last, block, gap));
  places.insert(places.end(), {{left, last.y - gap - block.height()}, {left, last.y + gap}});
  if (!alone) places.push_back(left_of(last, block, gap));
  if (series.value_label.empty())
    places.insert(places.end(), {above(first, block, gap), below(first, block, gap)});
  return places;
}

// Whether no other series looks the same, so that a key can name it.
bool has_own_sign(const LineChart& chart, const LineSeries& series) {
  return std::none_of(chart.series.begin(), chart.series.end(), [&](const LineSeries& other) {
    return &other != &series && other.ink == series.ink && other.symbol == series.symbol &&
           other.hollow == series.hollow;
  });
}

// On one line, else on more; across marks only where a key cannot name the series.
bool label_series(LineDrawing& drawing, const LineSeries& series) {
  const std::optional<Ends> ends = ends_of(drawing, series);
  if (!ends || series.label.empty()) return true;
  const bool crowded = drawing.is_crowded(), in_key = has_own_sign(drawing.chart, series);
  const float nudge_px = crowded ? 16.0f : series.value_label.empty() ? 60.0f : 24.0f;
  for (const float share : {0.42f, 0.2f}) {
    const float width = std::max(drawing.plot.width * share, share > 0.3f ? 120.0f : 90.0f);
    TextBlock block = series_label(series, width);
    if (!has_room_at_end(drawing, ends->last, block)) block.style.align = Align::right;
    const Over over = crowded || in_key || share > 0.3f ? Over::nothing : Over::marks;
    const auto places = places_of_label(drawing, series, *ends, block);
    if (place_label(drawing, block, places, nudge_px, over)) return true;
  }
  return !in_key;
}

KeySign sign_of(const LineSeries& series) {
  std::string words = series.key_label;
  if (words.empty()) words = series.label + ' ' + series.value_label;
  return {series.symbol, series.ink, std::move(words),
          series.hollow ? KeySign::Look::hollow : KeySign::Look::filled};
}

void label_all_series(LineDrawing& drawing) {
  const std::vector<LineSeries>& all = drawing.chart.series;
  for (const LineSeries& series : all)
    if (!label_series(drawing, series)) drawing.in_key.push_back(&series);
  for (const LineSeries& series : all)
    if (!series.key_label.empty() && ends_of(drawing, series)) drawing.in_key.push_back(&series);
}

// The values of a series of few points, where there is room beside a mark. The label of the series
// says the last one, unless it is in the key.
void label_values(LineDrawing& drawing, const LineSeries& series) {
  std::vector<const LinePoint*> points;
  for (const LinePoint& point : series.points)
    if (drawing.shows(point)) points.push_back(&point);
  if (points.size() > values_max) return;
  const std::vector<const LineSeries*>& in_key = drawing.in_key;
  const bool labelled = std::find(in_key.begin(), in_key.end(), &series) == in_key.end();
  if (labelled && !points.empty()) points.pop_back();
  for (const LinePoint* point : points) {
    if (point->value_label.empty()) continue;
    const Point at = drawing.at(*point);
    const TextBlock block = {{point->value_label}, {label_px, text_ink(series.ink)}};
    place_label(drawing, block,
                {above(at, block, value_gap_px), below(at, block, value_gap_px),
                 left_of(at, block, value_gap_px), right_of(at, block, value_gap_px)},
                0, Over::nothing);
  }
}

void add_key_below(LineDrawing& drawing, bool with_trajectory) {
  std::vector<KeySign> key;
  for (const LineSeries* series : drawing.in_key) key.push_back(sign_of(*series));
  key.insert(key.end(), drawing.promises_in_key.begin(), drawing.promises_in_key.end());
  if (with_trajectory) key.push_back(trajectory_sign(drawing.chart));
  if (key.empty()) return;
  const float top = drawing.scene.height + key_gap_px;
  drawing.scene.height = top + add_signs(drawing.scene, top, key);
}

// Room right of the plot for labels of lines that run to the end of the axis.
float room_for_end_labels(const LineChart& chart, float width) {
  if (width < 560 || chart.silent_from) return 8;
  float room = 8;
  for (const LineSeries& series : chart.series) {
    const long span = std::max(days_between(chart.from, chart.to), 1L);
    const LinePoint* last = nullptr;
    for (const LinePoint& point : series.points)
      if (point.value && drawable(*point.value)) last = &point;
    if (last == nullptr || days_between(last->at, chart.to) * 6 > span) continue;
    const TextBlock block = series_label(series, width * 0.25f);
    room = std::max(room, block.width() + line_label_gap_px + 2);
  }
  return room;
}

LineDrawing prepare(const LineChart& chart, float width) {
  LineDrawing drawing = {chart, {}, LabelPlacer({0, 0, 0, 0}), {}, {}, {}, 0, 0, {}, {}};
  Scene& scene = drawing.scene;
  scene.width = width;
  scene.height = chart.height >= 160 ? std::min(chart.height, 2000.0f)
                                     : std::clamp(width * 0.45f, 288.0f, 400.0f);
  const bool unit_on_top = !chart.unit.empty() && chart.unit != "%";
  const float top = unit_on_top ? 2 * line_height * label_px : 0.7f * line_height * label_px;
  const float bottom = scene.height - line_height * label_px - axis_gap_px;
  drawing.placer = LabelPlacer({0, 0, width, bottom});

  const Interval extent = value_extent(chart);
  const ValueTicks ticks =
      nice_ticks(extent.from, extent.to, std::clamp(static_cast<int>((bottom - top) / 44), 2, 6));
  const std::vector<std::string> labels =
      value_tick_labels(ticks, chart.decimals, chart.unit, chart.language);
  const float left = value_axis_width(labels, label_px, width * 0.4f);
  drawing.plot = {left, top, width - left - room_for_end_labels(chart, width), bottom - top};
  drawing.y = {{ticks.values.front(), ticks.values.back()}, {bottom, top}};
  drawing.x = {chart.from, chart.to, {left + 8, drawing.plot.right() - 8}};

  add_value_axis(scene, drawing.placer, drawing.plot, drawing.y, ticks, labels, label_px);
  draw_projection_band(drawing);
  drawing.ground = scene.marks.size();
  if (const std::optional<Box> field = silent_field(drawing)) {
    add_rect(scene, *field, Ink::field);
    drawing.placer.avoid({field->x + 4, field->y, field->width - 4, field->height});
  }
  const std::vector<TimeTick> dates = time_ticks(drawing.x, label_px, chart.language);
  for (const TimeTick& date : dates)
    add_line(scene, {drawing.x(date.at), bottom}, {drawing.x(date.at), bottom + 4},
             Ink::line_strong);
  add_time_labels(scene, drawing.placer, drawing.x, dates, bottom + axis_gap_px, label_px);
  if (unit_on_top) {
    const TextBlock unit = {wrap(chart.unit, label_px, Weight::regular, width, 1),
                            {label_px, Ink::muted, Weight::regular, Align::left}};
    drawing.placer.place(scene, unit, {{0, 0}}, 0);
  }
  return drawing;
}

}  // namespace

bool place_label(LineDrawing& drawing, const TextBlock& block, const std::vector<Point>& candidates,
                 float nudge_max_px, Over over) {
  const std::optional<Box> box =
      drawing.placer.place(drawing.scene, block, candidates, nudge_max_px, over);
  if (!box) return false;
  const float left = std::max(box->x - 3, 0.0f);
  const float right = std::min(box->right() + 3, drawing.scene.width);
  const RectMark clear = {{left, box->y, right - left, box->height}, 0, Ink::surface, Ink::none};
  std::vector<Mark>& marks = drawing.scene.marks;
  marks.insert(marks.begin() + static_cast<std::ptrdiff_t>(drawing.ground), Mark(clear));
  return true;
}

Scene layout(const LineChart& chart, float width) {
  LineDrawing drawing = prepare(chart, usable_width(width));
  draw_trajectory(drawing);
  draw_projection(drawing);
  draw_promises(drawing);
  drawing.point_room = nearest_points(drawing);
  for (std::size_t i = chart.series.size(); i-- > 0;) draw_series(drawing, chart.series[i]);
  label_promises(drawing);
  label_all_series(drawing);
  label_other_promises(drawing);
  label_projection(drawing);
  label_slip(drawing);
  label_silence(drawing);
  for (const LineSeries& series : chart.series) label_values(drawing, series);
  const bool trajectory_labelled = label_trajectory(drawing);
  add_key_below(drawing, !trajectory_labelled);
  return std::move(drawing.scene);
}

}  // namespace tiendo

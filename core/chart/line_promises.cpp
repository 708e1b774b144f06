// Of the line chart: the promises and how they slipped, the way that leads to the last one, and the
// way that the figures would go at their pace.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "chart/line_drawing.h"
#include "chart/palette.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float promise_px = 12, along_gap_px = 4;
constexpr float figure_room_px = 40;  // around a figure: words in it seem to be its own

// The straight way between two dated values, as far as the axis goes.
struct Way {
  Point begin, end;
  Point middle() const { return {(begin.x + end.x) / 2, (begin.y + end.y) / 2}; }
};
std::optional<Way> way_on_axis(const LineDrawing& drawing, const LinePromise& from,
                               const LinePromise& to) {
  const TimeScale& x = drawing.x;
  if (!drawable(from.value) || !drawable(to.value)) return {};
  if (to.due <= from.due || to.due < x.from || x.to < from.due) return {};
  const LinearScale y = {{x(from.due), x(to.due)}, {drawing.y(from.value), drawing.y(to.value)}};
  const float left = x.inside(from.due), right = x.inside(to.due);
  return Way{{left, y(left)}, {right, y(right)}};
}

// From the first value shown straight to the promise in force.
std::optional<Way> trajectory(const LineDrawing& drawing) {
  if (!drawing.chart.trajectory || drawing.chart.promises.empty()) return {};
  for (const LineSeries& series : drawing.chart.series)
    for (const LinePoint& point : series.points)
      if (drawing.shows(point)) {
        LinePromise start;
        start.due = point.at;
        start.value = *point.value;
        return way_on_axis(drawing, start, drawing.chart.promises.back());
      }
  return {};
}

// Corners that put a block at the line, first over it, then under it.
std::vector<Point> places_along(const Way& way, float share, const TextBlock& block) {
  const Point at = {std::lerp(way.begin.x, way.end.x, share),
                    std::lerp(way.begin.y, way.end.y, share)};
  const float before = at.x - along_gap_px - block.width(), after = at.x + along_gap_px;
  const float over = at.y - along_gap_px - block.height(), under = at.y + along_gap_px;
  const bool rises = way.end.y < way.begin.y;
  return {{rises ? before : after, over}, {rises ? after : before, under}};
}

bool is_at_figure(const LineDrawing& drawing, const Box& box) {
  for (const LineSeries& series : drawing.chart.series)
    for (const LinePoint& point : series.points)
      if (drawing.shows(point) &&
          overlap(box, box_around(drawing.at(point), figure_room_px, figure_room_px)))
        return true;
  return false;
}

// Nothing where the axes do not hold it.
std::optional<Way> projection(const LineDrawing& drawing) {
  const std::optional<LineProjection>& line = drawing.chart.projection;
  if (!line || !drawable(line->value) || !drawable(line->end)) return {};
  if (line->to <= line->from || !drawing.x.contains(line->from) || !drawing.x.contains(line->to))
    return {};
  return Way{{drawing.x(line->from), drawing.y(line->value)},
             {drawing.x(line->to), drawing.y(line->end)}};
}

// From the start to the value at the end of the way; where that is beyond the plot, along its edge.
void append_edge(const LineDrawing& drawing, const Way& way, double value,
                 std::vector<Point>& points) {
  const Box& plot = drawing.plot;
  const Point end = {way.end.x, drawing.y(value)};
  const float edge = std::clamp(end.y, plot.y, plot.bottom());
  if (edge != end.y) {
    const float share = (edge - way.begin.y) / (end.y - way.begin.y);
    points.push_back({std::lerp(way.begin.x, end.x, share), edge});
  }
  points.push_back({end.x, edge});
}

void draw_promise(LineDrawing& drawing, const LinePromise& promise, Symbol symbol) {
  if (!drawable(promise.value) || !drawing.x.contains(promise.due)) return;
  const Point at = {drawing.x(promise.due), drawing.y(promise.value)};
  add_symbol(drawing.scene, at, promise_px, symbol, Ink::accent);
  drawing.placer.avoid(box_around(at, promise_px, promise_px));
  add_spot(drawing.scene, box_around(at, spot_px, spot_px), promise.words, promise.href);
}

}  // namespace

void draw_promises(LineDrawing& drawing) {
  const std::vector<LinePromise>& promises = drawing.chart.promises;
  for (std::size_t i = 1; i < promises.size(); ++i) {
    const std::optional<Way> way = way_on_axis(drawing, promises[i - 1], promises[i]);
    if (!way) continue;
    add_dashed_line(drawing.scene, way->begin, way->end, Ink::accent, 2);
    drawing.placer.avoid_line(way->begin, way->end);
  }
  for (const LinePromise& promise : drawing.chart.other_promises)
    draw_promise(drawing, promise, Symbol::ring);
  for (const LinePromise& promise : promises)  // the last one is in force
    draw_promise(drawing, promise, &promise == &promises.back() ? Symbol::circle : Symbol::ring);
}

void label_promises(LineDrawing& drawing) {
  const std::vector<LinePromise>& promises = drawing.chart.promises;
  const float width_max = std::max(drawing.plot.width * 0.48f, 120.0f);
  for (std::size_t i = promises.size(); i-- > 0;) {  // the promise in force first
    const LinePromise& promise = promises[i];
    if (!drawable(promise.value)) continue;
    Point at = {drawing.x.inside(promise.due), drawing.y(promise.value)};
    if (i > 0)  // beyond the axis: where the way to it leaves
      if (const std::optional<Way> way = way_on_axis(drawing, promises[i - 1], promise))
        at = way->end;
    TextBlock block;
    block.style = {label_px, Ink::accent, Weight::bold, Align::left};
    block.lines = wrap(promise.label, label_px, Weight::bold, width_max, 2);
    place_label(drawing, block,
                {above(at, block, line_label_gap_px), below(at, block, line_label_gap_px),
                 right_of(at, block, line_label_gap_px), left_of(at, block, line_label_gap_px)},
                40, Over::marks);
  }
}

// Beside the mark, so that none seems to be of the next one; without a place there in the key,
// where the value says which mark it is.
void label_other_promises(LineDrawing& drawing) {
  for (const LinePromise& promise : drawing.chart.other_promises) {
    if (!drawable(promise.value) || !drawing.x.contains(promise.due)) continue;
    TextBlock block;
    block.style = {label_px, Ink::accent, Weight::regular, Align::left};
    block.lines = wrap(promise.label, label_px, Weight::regular,
                       std::max(drawing.plot.width * 0.3f, 120.0f), 3);
    const Point at = {drawing.x(promise.due), drawing.y(promise.value)};
    const Point right = right_of(at, block, line_label_gap_px);
    const Point left = left_of(at, block, line_label_gap_px);
    if (!place_label(drawing, block, {right, left}, 8, Over::nothing))
      drawing.promises_in_key.push_back({Symbol::ring, Ink::accent, promise.label});
  }
}

void label_slip(LineDrawing& drawing) {
  const std::vector<LinePromise>& promises = drawing.chart.promises;
  if (promises.size() < 2) return;
  const std::optional<Way> way =
      way_on_axis(drawing, promises[promises.size() - 2], promises.back());
  if (!way) return;
  TextBlock block;
  block.style = {label_px, Ink::accent, Weight::regular, Align::centre};
  block.lines = wrap(drawing.chart.slip_label, label_px, Weight::regular,
                     drawing.plot.width * 0.5f, 1);
  place_label(drawing, block,
              {below(way->middle(), block, 5), above(way->middle(), block, 5),
               below(way->end, block, line_label_gap_px)},
              24, Over::nothing);
}

void draw_trajectory(LineDrawing& drawing) {
  const std::optional<Way> way = trajectory(drawing);
  if (!way) return;
  add_line(drawing.scene, way->begin, way->end, Ink::line_strong, 1.5f);
  drawing.placer.avoid_line(way->begin, way->end);
}

// Beside the line, at any part of it, but at no figure, whose name it would seem to be.
bool label_trajectory(LineDrawing& drawing) {
  const std::optional<Way> way = trajectory(drawing);
  if (!way || drawing.chart.trajectory_label.empty()) return true;
  TextBlock block;
  block.style = {label_px, Ink::muted, Weight::regular, Align::left};
  block.lines = wrap(drawing.chart.trajectory_label, label_px, Weight::regular,
                     std::max(drawing.plot.width * 0.3f, 100.0f), 2);
  std::vector<Point> places;
  for (const float share : {0.5f, 0.4f, 0.6f, 0.3f, 0.7f, 0.2f, 0.8f})
    for (const Point place : places_along(*way, share, block))
      if (!is_at_figure(drawing, {place.x, place.y, block.width(), block.height()}))
        places.push_back(place);
  return place_label(drawing, block, places, 0, Over::nothing);
}

KeySign trajectory_sign(const LineChart& chart) {
  return {Symbol::dash, Ink::line_strong, chart.trajectory_label, KeySign::Look::line};
}

void draw_projection_band(LineDrawing& drawing) {
  const std::optional<Way> way = projection(drawing);
  if (!way) return;
  const LineProjection& line = *drawing.chart.projection;
  if (!line.low || !line.high || !drawable(*line.low) || !drawable(*line.high)) return;
  AreaMark band = {{way->begin}, Ink::seq2};
  std::vector<Point> lower;
  append_edge(drawing, *way, *line.high, band.points);
  append_edge(drawing, *way, *line.low, lower);
  band.points.insert(band.points.end(), lower.rbegin(), lower.rend());
  add(drawing.scene, std::move(band));
}

void draw_projection(LineDrawing& drawing) {
  const std::optional<Way> way = projection(drawing);
  if (!way) return;
  const LineProjection& line = *drawing.chart.projection;
  add_dashed_line(drawing.scene, way->begin, way->end, Ink::series, 1.5f);
  drawing.placer.avoid_line(way->begin, way->end);
  add_spot(drawing.scene, box_around(way->end, spot_px, spot_px), line.words, line.href);
}

void label_projection(LineDrawing& drawing) {
  const std::optional<Way> way = projection(drawing);
  if (!way) return;
  TextBlock block;
  block.style = {label_px, text_ink(Ink::series), Weight::regular, Align::left};
  block.lines = wrap(drawing.chart.projection->label, label_px, Weight::regular,
                     std::max(drawing.plot.width * 0.34f, 110.0f), 2);
  const Point at = way->end;
  place_label(drawing, block,
              {right_of(at, block, line_label_gap_px), below(at, block, line_label_gap_px),
               above(at, block, line_label_gap_px), left_of(at, block, line_label_gap_px)},
              60, Over::marks);
}

}  // namespace tiendo

// Tasks on a time axis, one row each. The first deadline is a ring, a moved one a diamond at the
// end of a dashed line, done a filled circle; where nothing says that it was done, a line runs from
// the last deadline to now and ends in the sign of the row's state. Dates off the axis have no
// mark.
#include <algorithm>
#include <cmath>
#include <optional>

#include "chart/axis.h"
#include "chart/charts.h"
#include "chart/key.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/scale.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float wide_px = 600;  // from here on the labels stand at the left of the rows
constexpr float mark_px = 12, symbol_room_px = 18;
constexpr float track_px = 24;  // height of a row's drawing under its label
constexpr float row_padding_px = 8, key_gap_px = 8;

struct Frame {
  const Timeline& chart;
  TimeScale x;
  bool labels_left = false;
  float label_width = 0, plot_left = 0;
  float dates_top = 0, top = 0;  // of the upper dates, of the first row
};

// A row and what it needs.
struct Row {
  const TimelineRow& task;
  TextBlock label;
  float height;
};

Row row_of(const Frame& frame, const TimelineRow& task) {
  const float room = frame.label_width - symbol_room_px;
  Row row = {task, {wrap(task.label, label_px, Weight::regular, room, 3), TextStyle{}}, 0};
  row.height = std::max(
      row.label.height() + 2 * row_padding_px + (frame.labels_left ? 0 : track_px), spot_px);
  return row;
}

void add_span(Scene& scene, const Frame& frame, Date from, Date to, float y, Ink ink, bool dashed) {
  const TimeScale& x = frame.x;
  if (to <= from || to < x.from || x.to < from) return;
  const Point begin = {x.inside(from), y}, end = {x.inside(to), y};
  dashed ? add_dashed_line(scene, begin, end, ink, 2) : add_line(scene, begin, end, ink, 2);
}

void add_mark(Scene& scene, const Frame& frame, Date at, float y, Symbol symbol, Ink ink,
              float size = mark_px) {
  if (frame.x.contains(at)) add_symbol(scene, {frame.x(at), y}, size, symbol, ink);
}

void add_track(Scene& scene, const Frame& frame, const TimelineRow& row, float y) {
  const Date now = frame.chart.now;
  const std::optional<Date> due = row.moved_to ? row.moved_to : row.deadline;
  const std::optional<Date> first_due = row.deadline ? row.deadline : row.moved_to;
  if (row.assigned) {
    const Date until = first_due ? *first_due : row.done ? *row.done : now;
    add_span(scene, frame, *row.assigned, until, y, Ink::line_strong, false);
    if (frame.x.contains(*row.assigned)) {
      const float at = frame.x(*row.assigned);
      add_line(scene, {at, y - 4}, {at, y + 4}, Ink::line_strong, 2);
    }
  }
  const bool open_past_due = due && !row.done && *due < now;
  if (open_past_due) add_span(scene, frame, *due, now, y, row.ink, row.symbol != Symbol::square);
  if (row.done && due) add_span(scene, frame, *due, *row.done, y, row.ink, false);
  if (row.deadline && row.moved_to)
    add_span(scene, frame, *row.deadline, *row.moved_to, y, Ink::accent, true);
  if (first_due) add_mark(scene, frame, *first_due, y, Symbol::ring, Ink::accent);
  if (row.deadline && row.moved_to)
    add_mark(scene, frame, *row.moved_to, y, Symbol::diamond, Ink::accent);
  if (open_past_due) add_mark(scene, frame, now, y, row.symbol, row.ink, 10);
  if (row.done) add_mark(scene, frame, *row.done, y, Symbol::circle, row.ink, 10);
}

// The hairlines of the ticks and the line "now"; under the words of a row they would be in the way.
void add_uprights(Scene& scene, const Frame& frame, const std::vector<TimeTick>& ticks, float top,
                  float bottom) {
  for (const TimeTick& tick : ticks)
    add_line(scene, {frame.x(tick.at), top}, {frame.x(tick.at), bottom}, Ink::line);
  if (!frame.x.contains(frame.chart.now)) return;
  const float now = frame.x(frame.chart.now);
  add_line(scene, {now, top}, {now, bottom}, Ink::text, 1.5f);
}

void add_row(Scene& scene, const Frame& frame, const std::vector<TimeTick>& ticks, const Row& row,
             float y) {
  const float height = row.height;
  const float label_top =
      frame.labels_left ? y + (height - row.label.height()) / 2 : y + row_padding_px;
  const float track_y =
      frame.labels_left ? y + height / 2 : y + height - row_padding_px - mark_px / 2;
  if (!frame.labels_left)
    add_uprights(scene, frame, ticks, label_top + row.label.height() + 2, y + height);
  const float sign_y = first_base_line(label_top, label_px) - 0.36f * label_px;
  add_symbol(scene, {5, sign_y}, 10, row.task.symbol,
             row.task.ink);
  add_block(scene, {symbol_room_px, label_top}, row.label);
  add_track(scene, frame, row.task, track_y);
  add_spot(scene, {0, y, scene.width, height}, row.task.words, row.task.href);
}

// The word over the line "now", in the row of the upper ticks, which give way to it.
void add_now_label(Scene& scene, LabelPlacer& placer, const Frame& frame) {
  if (!frame.x.contains(frame.chart.now)) return;
  TextBlock block;
  block.style = {label_px, Ink::text, Weight::bold, Align::left};
  block.lines = wrap(frame.chart.now_label, label_px, Weight::bold, scene.width, 1);
  placer.place(scene, block,
               {{frame.x(frame.chart.now) - block.width() / 2, frame.dates_top}}, 0);
}

Frame frame_of(const Timeline& chart, float width) {
  Frame frame = {chart, {}, false, 0, 0, 0, 0};
  frame.labels_left = width >= wide_px;
  float widest = 0;
  for (const TimelineRow& row : chart.rows)
    widest = std::max(widest, text_width(row.label, label_px));
  frame.label_width = frame.labels_left
                          ? std::min(symbol_room_px + widest + 1, std::min(width * 0.4f, 400.0f))
                          : width;
  frame.plot_left = frame.labels_left ? frame.label_width + 16 : 0;
  frame.x = {chart.from, chart.to, {frame.plot_left + mark_px / 2, width - mark_px / 2}};
  return frame;
}

}  // namespace

Scene layout(const Timeline& chart, float width) {
  Frame frame = frame_of(chart, usable_width(width));
  Scene scene;
  scene.width = usable_width(width);
  const float key = add_signs(scene, 0, chart.signs);
  frame.dates_top = key > 0 ? key + key_gap_px : 0;
  frame.top = frame.dates_top + line_height * label_px + 6;
  std::vector<Row> rows;
  float bottom = frame.top;
  for (const TimelineRow& task : chart.rows) {
    rows.push_back(row_of(frame, task));
    bottom += rows.back().height;
  }
  if (rows.empty()) bottom += spot_px;
  scene.height = bottom + line_height * label_px + 6;

  LabelPlacer placer({0, frame.dates_top, scene.width, frame.top - frame.dates_top});
  const std::vector<TimeTick> ticks = time_ticks(frame.x, label_px, chart.language);
  add_now_label(scene, placer, frame);
  add_time_labels(scene, placer, frame.x, ticks, frame.dates_top, label_px);
  add_time_labels(scene, placer, frame.x, ticks, bottom + 6, label_px);

  float y = frame.top;
  add_line(scene, {0, y}, {scene.width, y}, Ink::line_strong);
  for (const Row& row : rows) {
    if (y > frame.top) add_line(scene, {0, y}, {scene.width, y}, Ink::line);
    y += row.height;
  }
  add_line(scene, {0, bottom}, {scene.width, bottom}, Ink::line_strong);
  if (frame.labels_left || rows.empty()) add_uprights(scene, frame, ticks, frame.top, bottom);
  y = frame.top;
  for (const Row& row : rows) {
    add_row(scene, frame, ticks, row, y);
    y += row.height;
  }
  return scene;
}

}  // namespace tiendo

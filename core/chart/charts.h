// The charts: what each one shows, in numbers and finished words. A chart knows nothing of
// datasets: core/report fills these, layout() turns any of them into a Scene for a width in pixels.
// One chart a file: bar_chart.cpp, line_chart.cpp, sparkline.cpp, timeline.cpp, tile_map.cpp.
//
// Times are day numbers (days since 1970-01-01). Missing values are gaps, never joined.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/calendar.h"
#include "base/language.h"
#include "chart/scene.h"

namespace tiendo {

// Ranked or listed bars: label left above or beside the bar, value at the right.
struct Bar {
  std::string label;
  std::optional<double> value;  // nothing: no bar, `value_label` says "chưa có số liệu"
  std::string value_label;
  Ink ink = Ink::series;
  std::optional<Symbol> symbol;  // before the label, in the same ink
  std::string words, href;       // of its spot
};
struct BarChart {
  std::vector<Bar> bars;
  std::optional<double> axis_max;  // empty: the greatest value
  enum class Labels : unsigned char { above, beside } labels = Labels::above;
  Language language = Language::vi;  // of the ruler over the bars: Labels::beside with an axis_max
};

// A line against the target and the way to it.
struct LinePoint {
  Date at;
  std::optional<double> value;  // nothing: none was published, the line has a gap here
  bool provisional = false;     // drawn hollow: provisional, bounded or doubtful
  std::string words, href;
};
struct LineSeries {
  std::string label;        // direct label at its end
  std::string value_label;  // bold, beside the label
  Ink ink = Ink::series;
  std::vector<LinePoint> points;  // ascending
  bool joined = true;             // false: points of different measures, never joined
};
struct LinePromise {
  Date due;
  double value = 0;
  std::string label;  // "80 % vào 31/12/2024"
  std::string words, href;
};
struct LineChart {
  Date from, to;                     // time axis
  double low = 0, high = 100;        // value axis before nice ticks; grows to what is drawn on it
  std::string unit;                  // at the top tick: "%"
  int decimals = 0;                  // at least, of the value ticks
  Language language = Language::vi;  // of the ticks
  std::vector<LineSeries> series;    // the most important first: labelled first, drawn on top
  std::vector<LinePromise> promises;  // one chain, by date; joined by a dashed line
  std::string slip_label;             // "+12 tháng", at the last step of the chain
  bool trajectory = false;            // the straight way from the first point to the last promise
  std::string trajectory_label;
  std::optional<Date> silent_from;  // grey field to the end of the axis: nothing was published
  std::string silence_label;
  float height = 0;  // 0: chosen by width
};

struct Sparkline {
  std::vector<std::optional<double>> values;
  Ink ink = Ink::series;
  std::string words, href;  // of its one spot
};

// Tasks on a time axis: original deadline, moved deadlines, done, now.
struct TimelineRow {
  std::string label;
  std::optional<Date> assigned, deadline, moved_to, done;
  Ink ink = Ink::silence;
  Symbol symbol = Symbol::ring;
  std::string words, href;
};
struct Timeline {
  std::vector<TimelineRow> rows;
  Date from, to, now;
  std::string now_label;
  Language language = Language::vi;
};

// One tile a province. The grid is data of the chart: column and row of each key.
struct Tile {
  std::string label;  // short name
  std::string value_label;
  int column = 0, row = 0;
  std::optional<double> share;  // 0–1 on the sequential scale; nothing: hatched as missing
  std::string words, href;
};
struct TileIslands {
  std::string label;
  int column = 0, row = 0;
};
struct TileMap {
  std::vector<Tile> tiles;
  std::vector<TileIslands> islands;
};

using Chart = std::variant<BarChart, LineChart, Sparkline, Timeline, TileMap>;

Scene layout(const BarChart& chart, float width);
Scene layout(const LineChart& chart, float width);
Scene layout(const Sparkline& chart, float width);
Scene layout(const Timeline& chart, float width);
Scene layout(const TileMap& chart, float width);
Scene layout(const Chart& chart, float width);

}  // namespace tiendo

// The charts: what each one shows, in numbers and finished words. A chart knows nothing of
// datasets: core/report fills these, layout() turns any of them into a Scene for a width in pixels.
// One chart a file, named as its struct: bar_chart.cpp, line_chart.cpp, heat_map.cpp …
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

// What a sign means, said in the key of a chart.
struct KeySign {
  Symbol symbol = Symbol::circle;  // unless a line
  Ink ink = Ink::muted;
  std::string label;
  enum class Look : unsigned char { filled, hollow, line, dashed_line } look = Look::filled;
};

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
  std::string value_label;  // beside the mark where its line has few of them and there is room
};
struct LineSeries {
  std::string label;        // direct label at its end; without room, in a key below the axis
  std::string value_label;  // bold, beside the label
  Ink ink = Ink::series;
  std::vector<LinePoint> points;  // ascending
  bool joined = true;             // false: points of different measures, never joined
  Symbol symbol = Symbol::circle;  // with the ink what the series is known by
  bool hollow = false;             // all of its marks
  std::string key_label;           // instead of `label`: in the key, once for all that share it
};
struct LinePromise {
  Date due;
  double value = 0;
  std::string label;  // "80 % vào 31/12/2024"
  std::string words, href;
};
// Where a line goes at its pace, up to the day of the promise: no figures, and drawn as none.
struct LineProjection {
  Date from, to;
  double value = 0, end = 0;        // of the line at these days
  std::optional<double> low, high;  // at `to`: the interval, as a band that opens from the start
  std::string label;                // at the end
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
  std::vector<LinePromise> other_promises;  // of other values or units: rings, joined to nothing
  std::string slip_label;             // "+12 tháng", at the last step of the chain
  bool trajectory = false;            // the straight way from the first point to the last promise
  std::string trajectory_label;
  std::optional<LineProjection> projection;  // of the first series, in its ink
  // A grey field: nothing was published; to the end of the axis where no other end is given.
  std::optional<Date> silent_from, silent_to;
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
  std::vector<KeySign> signs;  // what its marks mean, in the key above
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
  std::string low_label, high_label;  // of the scale's ends, in a key above; empty: no key
  std::vector<std::string> breaks;    // four, in the key: where one shade ends and the next begins
  std::string missing_label;          // of the hatched field, in the key
};

// A matrix: the ink of a cell says how much, a symbol in it says why there is no figure.
struct HeatCell {
  std::optional<double> share;   // 0–1 on the sequential scale; nothing and no symbol: hatched
  std::optional<Symbol> symbol;  // exempt, refused …: drawn in `ink` in place of a shade
  Ink ink = Ink::muted;
  std::string value_label;
  std::string words, href;
};
struct HeatRow {
  std::string label, href;
  std::vector<HeatCell> cells;  // one a column
};
struct HeatMap {
  std::vector<std::string> columns;
  std::vector<HeatRow> rows;
  std::string low_label, high_label;  // of the scale's ends, in a key above; empty: no key
  std::vector<std::string> breaks;    // four, in the key: where one shade ends and the next begins
  std::string missing_label;          // of the hatched field, in the key
  std::vector<KeySign> signs;         // of the symbols, in the key
};

// From nothing to a score: every step starts where the one before it ended. Rows below one another,
// because the names are long.
struct WaterfallStep {
  enum class Kind : unsigned char {
    part,   // from the running total by `value`
    total,  // from zero to `value`, which is the running total: a result
    absent  // no figure, no bar: `value_label` says so
  };
  Kind kind = Kind::part;
  std::string label, detail;  // detail: the raw figure, the weight
  double value = 0;
  std::string value_label;
  Ink ink = Ink::series;
  std::string words, href;
};
struct Waterfall {
  std::vector<WaterfallStep> steps;
  std::optional<double> axis_max;  // empty: the greatest running total
  Language language = Language::vi;
};

// Two orders or two moments, a line for each unit between them.
struct SlopeLine {
  std::string label;
  std::optional<double> from, to;  // nothing: a mark with words at the other end only
  std::string from_label, to_label;
  Ink ink = Ink::silence;
  bool strong = false;  // drawn on top, named first
  std::string words, href;
};
struct SlopeChart {
  std::string from_title, to_title;
  std::vector<SlopeLine> lines;
  bool ranks = false;  // 1 at the top
};

// Where one unit stands among its peers: a dot for each on one scale, row by row.
struct StripDot {
  double value = 0;
  Ink ink = Ink::silence;
  bool strong = false;  // drawn on top, with its label
  std::string label;    // name and value
  std::string words, href;
  Symbol symbol = Symbol::circle;  // of a strong one
};
struct StripRow {
  std::string label, value_label, href;
  std::vector<StripDot> dots;
  double low = 0, high = 100;      // of this row's scale; grows to what is drawn on it
  std::string low_label, high_label;
  std::optional<double> target;    // a line through the dots
  std::string target_label;
};
struct DotStrip {
  std::vector<StripRow> rows;
  std::vector<KeySign> signs;  // of the strong dots, in a key above; then labels may be left out
};

// The same small line for many units on one pair of axes, so that they can be compared.
struct SmallMultiple {
  std::string label, value_label;
  std::vector<LinePoint> points;  // ascending; a point without a value is a gap
  Ink ink = Ink::series;
  std::string words, href;        // of the whole panel
};
struct SmallMultiples {
  Date from, to;
  double low = 0, high = 100;  // grows to what is drawn on it
  std::string unit;
  Language language = Language::vi;
  std::vector<SmallMultiple> panels;
  std::optional<double> target;  // a line through every panel, named in the first that has room
  std::string target_label;
};

// How sure ranks are: for each unit the interval of its rank, the shares of the runs behind it and
// the rank as published.
struct RankSpread {
  std::string label, value_label;  // "khoảng 3–8"
  std::optional<int> rank;         // as published
  double low = 1, median = 1, high = 1;
  std::vector<double> shares;  // of the runs, from rank 1 on; may be empty
  std::string words, href;
};
struct RankDistribution {
  std::vector<RankSpread> rows;
  int ranks = 1;  // the lowest rank there is
  Language language = Language::vi;
};

using Chart = std::variant<BarChart, LineChart, Sparkline, Timeline, TileMap, HeatMap, Waterfall,
                           SlopeChart, DotStrip, SmallMultiples, RankDistribution>;

Scene layout(const BarChart& chart, float width);
Scene layout(const LineChart& chart, float width);
Scene layout(const Sparkline& chart, float width);
Scene layout(const Timeline& chart, float width);
Scene layout(const TileMap& chart, float width);
Scene layout(const HeatMap& chart, float width);
Scene layout(const Waterfall& chart, float width);
Scene layout(const SlopeChart& chart, float width);
Scene layout(const DotStrip& chart, float width);
Scene layout(const SmallMultiples& chart, float width);
Scene layout(const RankDistribution& chart, float width);
Scene layout(const Chart& chart, float width);

}  // namespace tiendo

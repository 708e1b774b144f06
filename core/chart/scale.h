// Scales: from values and dates to pixels, and the ticks worth printing on them. Total: a domain of
// no length maps to the middle of its range, values outside the domain map outside the range.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/language.h"

namespace tiendo {

struct Interval {
  double from = 0, to = 1;
};

// What an axis has to hold: asked for, and grown to what is drawn on it.
class AxisExtent {
 public:
  AxisExtent(double low, double high);
  void include(double value);
  Interval interval() const { return interval_; }

 private:
  Interval interval_;
};

struct LinearScale {
  Interval domain, range;
  float operator()(double value) const;
};

struct TimeScale {
  Date from, to;
  Interval range;
  float operator()(Date date) const;
  bool contains(Date date) const { return from <= date && date <= to; }
  float inside(Date date) const;  // a date outside at its end of the axis
};

// Round values 1, 2 or 5 times a power of ten apart, about `count` of them, that enclose low and
// high (d3-scale's nice and ticks).
struct ValueTicks {
  std::vector<double> values;  // ascending, at least two
  int decimals = 0;            // digits after the separator that the values need
};
ValueTicks nice_ticks(double low, double high, int count);

// First days of months, quarters or years, as near together as the labels at `size` have room;
// where none lies on the axis, the ends with their full dates. None at all on an axis without
// length. A label names the month or the year that begins at its tick, and so stands in the middle
// of it: what is dated by a month's last day is then beside that month's name, not the next one's.
struct TimeTick {
  Date at, middle;
  std::string label;
};
std::vector<TimeTick> time_ticks(const TimeScale& scale, float size, Language language);

}  // namespace tiendo

// Indicator: what is measured. Observation: one published figure of it. Target: one promise.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/language.h"
#include "model/ids.h"
#include "model/source.h"

namespace tiendo {

enum class Direction : unsigned char { higher_is_better, lower_is_better, none };

struct Indicator {
  std::string key;
  Bilingual name;
  Bilingual short_name;  // at most 28 characters, for cards and axes
  Bilingual quantity;    // the unit of measure: "%", "điểm (tối đa 18)"
  Direction direction = Direction::none;
  Bilingual programme;
  Bilingual definition;
  std::string frequency;
  int decimals = 0;
  std::optional<int> max_age_months;  // empty: a figure never grows too old
  std::optional<IndicatorId> parent;  // that this is a component or another measure of
  Bilingual note;

  bool is_percentage() const { return quantity.vi == "%"; }
};

// How a printed figure is to be read; it stays with the figure up to the screen.
enum class Qualifier : unsigned char {
  exact, approximate, more_than, at_least, at_most, range, derived, provisional
};

// A row of Observations, which keeps its texts.
struct Observation {
  IndicatorId indicator;
  UnitId unit;
  Period period;
  std::optional<double> value;      // in indicator.quantity; a rank or a class may stand alone
  std::optional<double> value_max;  // upper end of a range
  int printed_decimals = 0;         // of `value`, as published
  Qualifier qualifier = Qualifier::exact;
  std::optional<double> numerator, denominator;
  std::optional<int> rank;
  BilingualView category;           // "Tốt": a published class without a number
  std::optional<Period> published;  // when it became known; empty: with its source
  Evidence evidence;
  BilingualView note;
};

enum class Comparator : unsigned char { at_least, at_most, equal, approximate };

struct Target {
  std::string key;
  IndicatorId indicator;
  UnitId unit;
  double value = 0;  // in indicator.quantity
  int printed_decimals = 0;
  Comparator comparator = Comparator::at_least;
  std::optional<Date> due;  // empty: promised without a date
  std::optional<double> baseline;
  std::optional<Period> baseline_period;
  std::optional<Period> set_on;  // when it was promised
  Evidence evidence;
  Bilingual note;
};

}  // namespace tiendo

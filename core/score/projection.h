// At this pace, when? (scoring.md §7) The trend of an indicator of a unit: the Theil–Sen slope, the
// median of the slopes between all pairs of figures of different days, with the 95 % confidence
// interval of P. K. Sen (1968): the slopes of rank (N ∓ 1.96 √(n(n−1)(2n+5)/18))/2 among the N, the
// lower one rounded down and the upper one up. With two figures the simple slope, without an
// interval and flagged as such; with one there is none. It is a line through what was published and
// promises nothing.
#pragma once

#include <optional>

#include "model/dataset.h"
#include "score/select.h"

namespace tiendo {

inline constexpr double days_per_month = 30.4375;

enum class TrendBasis : unsigned char { two_points, theil_sen };

struct Trend {
  TrendBasis basis = TrendBasis::two_points;
  int figures = 0;
  double per_month = 0;  // of days_per_month
  std::optional<double> low_per_month, high_per_month;
  ObservationId latest;  // the line goes through it
};

// Of the figures known at the moment; of equal periods the last published one.
std::optional<Trend> trend_of(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                              const Moment& moment);

struct Projection {
  Trend trend;
  // When the line reaches the target; nothing where it goes the other way, stands still, or takes
  // more than ten years: a line that short carries no further. Of an achieved target: the day of
  // the latest figure.
  std::optional<Date> reached, earliest, latest;
  std::optional<double> needed_per_month;  // to make it by the due date, where that is still ahead
};

std::optional<Projection> projection_of(const Dataset& dataset, TargetId target,
                                        const Moment& moment);

}  // namespace tiendo

// Normalisation: from a column of raw figures to points (scoring.md §3).
//
// Total: a degenerate case (equal goalposts, a constant column, no promise) and a result that is
// not finite give nothing, and say why in `Flaw`. Missing is never NaN and never 0.
//
// d is the direction: +1 higher is better, −1 lower is better. `none` counts as +1: by scoring such
// a figure the methodology says that more of it is better. min, max, mean and sd (n − 1) are of the
// directed values d·x present among the units that take part, of the period or of all periods;
// [l, u] is the method's range, 0 to 100 unless it says otherwise. References: OECD/JRC, Handbook on
// Constructing Composite Indicators (2008), step 5; the functions n_* of COINr 1.1.
//
//   min_max           l + (u − l)(dx − min)/(max − min). Constant: missing.
//   z_score           m + s (dx − mean)/sd. Constant (exactly, not by a tiny sd): missing.
//   percentile_rank   l + (u − l)(r − 1)/(n − 1), r ascending, ties get the smallest. Constant: l.
//   borda, rank       r − 1; r.
//   fraction_of_max   x/max; for d = −1 min/x, so that less is better there too (COINr divides by
//                     the maximum in both directions, which turns the meaning round); constant: 1.
//   distance_to_max   1 − (max − dx)/(max − min) of the range. Constant: missing.
//   distance_to_reference   (dx − min)/(ref − min) of the range, optionally capped at 1; the
//                     reference has no figure, or is the minimum: all missing.
//   distance_to_target (dx − min)/(d·target − min), optionally capped at 1. Equal: missing.
//   goalposts, scaled factor (x − lower)/(upper − lower); d = −1 swaps the posts and turns their
//                     sign: factor (upper − x)/(upper − lower). Optionally clamped to the posts.
//                     COINr n_goalposts and n_scaled; the UNDP's Human Development Index.
//   attainment        100 (x − baseline)/(target − baseline), clamped to 0–cap. See `Way`.
//   trajectory        100 (x − baseline)/(required − baseline), clamped to 0–cap, where `required`
//                     is where the straight line from the baseline to the target stands at the end
//                     of the month (afterwards: the target). It is the ratio of Statistics Canada's
//                     method for the status of a target, which Open SDG uses, in linear form. On
//                     the due date it equals the attainment.
//   steps             the points of the first threshold reached, best first: x ≥ from, for d = −1
//                     x ≤ from; none reached: `otherwise`.
//   share             x, already a percentage; 100 − x for d = −1. Clamped to 0–100.
#pragma once

#include <optional>
#include <span>

#include "base/calendar.h"
#include "model/indicator.h"
#include "model/methodology.h"
#include "score/column.h"

namespace tiendo {

// The way that a promise asks to go: from a baseline to a target.
struct Way {
  double from = 0, to = 0;
  std::optional<Date> since, due;
};

// What a method may ask about a column beside its figures.
struct ColumnContext {
  Direction direction = Direction::none;
  // The raw figures that statistics are over; empty: the column's own.
  std::span<const double> pool;
  std::optional<double> reference;             // raw figure of the reference unit
  std::span<const std::optional<Way>> ways;    // by unit; empty: no promises
  Date at;                                     // the moment's last day
};

enum class Flaw : unsigned char { none, constant, no_reference, no_way };

// Fills `points` (of any size before). Exempt stays exempt.
Flaw normalise(const Normalisation& method, const ScoreColumn& figures,
               const ColumnContext& context, ScoreColumn& points);

double directed(double value, Direction direction);  // d·x

// 100 (value − baseline)/(target − baseline), clamped to [0, cap]. The signs of a promise to go
// down cancel out. Nothing: baseline equals target.
std::optional<double> attainment(double value, double baseline, double target, double cap);

// Where the straight line from (baseline date, baseline) to (due, target) stands at `at`: before
// the line the baseline, after it the target. Nothing: due on or before the baseline's date.
std::optional<double> required_on(Date baseline_date, double baseline, Date due, double target,
                                  Date at);

}  // namespace tiendo

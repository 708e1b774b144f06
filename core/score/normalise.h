// Normalisation: from a raw figure to points from 0 to 100 (scoring.md §3).
//
// Every function is total. A degenerate case (equal goalposts, a constant column, no promise) and a
// result that is not finite give nothing: missing is never NaN and never 0.
//
// d is the direction: +1 higher is better, −1 lower is better. `none` counts as +1: by scoring such
// a figure the methodology says that more of it is better.
//
//   goalposts   100 (x − lower)/(upper − lower); d = −1 swaps the posts: 100 (upper − x)/(upper −
//               lower). Clamped to 0–100. OECD/JRC Handbook (2008), step 5, with fixed extremes, as
//               the UNDP's Human Development Index has them; COINr n_goalposts.
//   min_max     100 (dx − min)/(max − min) over the units that take part and have a figure.
//               OECD/JRC Handbook (2008), step 5 "Min-Max"; COINr n_minmax. Constant: missing.
//   attainment  100 (x − baseline)/(target − baseline), clamped to 0–cap. See `Way`.
//   trajectory  100 (x − baseline)/(required − baseline), clamped to 0–cap, where `required` is
//               where the straight line from the baseline to the target stands at the end of the
//               month (afterwards: the target). It is the ratio of Statistics Canada's method for
//               the status of a target, which Open SDG uses, in linear form. On the due date it
//               equals the attainment.
//   share       x, already a percentage; 100 − x for d = −1. Clamped to 0–100.
#pragma once

#include <optional>
#include <vector>

#include "base/calendar.h"
#include "model/indicator.h"
#include "model/methodology.h"

namespace tiendo {

// Extremes of the directed values d·x of a column.
struct Extremes {
  double min = 0, max = 0;
};

// The way that a promise asks to go: from a baseline to a target.
struct Way {
  double from = 0, to = 0;
  std::optional<Date> since, due;
};

// One figure and all that a normalisation may ask about it.
struct RawFigure {
  double value = 0;
  Direction direction = Direction::none;
  std::optional<Extremes> column;  // of the units that take part
  std::optional<Way> way;          // of the promise in force, where the method needs one
  Date at;                         // the moment's last day
};

double directed(double value, Direction direction);  // d·x

// Nothing where no value is given.
std::optional<Extremes> extremes_of(const std::vector<double>& directed_values);

// 100 (value − baseline)/(target − baseline), clamped to [0, cap]. The signs of a promise to go
// down cancel out. Nothing: baseline equals target.
std::optional<double> attainment(double value, double baseline, double target, double cap);

// Where the straight line from (baseline date, baseline) to (due, target) stands at `at`: before
// the line the baseline, after it the target. Nothing: due on or before the baseline's date.
std::optional<double> required_on(Date baseline_date, double baseline, Date due, double target,
                                  Date at);

std::optional<double> normalise(const Normalisation& method, const RawFigure& figure);

}  // namespace tiendo

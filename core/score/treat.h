// Treating outliers of a column of raw figures, its direction ignored (scoring.md §2; OECD/JRC
// Handbook (2008), step 4; COINr's Treat, winsorise, log_CT, log_CT_plus, log_CT_orig, boxcox).
//
// A column passes where |G1| < skew_below or G2 < kurtosis_below; one for which they are undefined
// is left as it was, also where the treatment makes it so. Otherwise all values equal to the maximum
// (skew ≥ 0; else the minimum) become the next lower (higher) one, again and again while the column
// does not pass and fewer than points_max values are treated. Still not passing: the second
// treatment, of the original values, where there is one:
//   log_ct       ln(x − min + a), a = 0.01 (max − min)
//   log_ct_plus  the same where the skew is above 0, else −ln(max − x + a)
//   log_ct_orig  ln(x − min + 1)
//   box_cox      y = x − min + 1: (y^λ − 1)/λ, for λ = 0 ln y
#pragma once

#include <span>
#include <vector>

#include "model/methodology.h"

namespace tiendo {

std::vector<double> treat(const Treat& rule, std::span<const double> values);

}  // namespace tiendo

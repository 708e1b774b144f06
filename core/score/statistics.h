// Statistics of a column's present values. Sums are compensated (A. Neumaier, 1974) and run in the
// order of the values, so that a large common offset costs no digits and the bits are the same
// everywhere. Skewness and kurtosis are the sample-adjusted "type 2" G1 and G2 of D. N. Joanes and
// C. A. Gill (1998), as in COINr, SAS and Excel:
//   G1 = √(n(n−1))/(n−2) · √n Σz³/(Σz²)^1.5     n ≥ 3
//   G2 = (n−1)/((n−2)(n−3)) · ((n+1)(nΣz⁴/(Σz²)² − 3) + 6)     n ≥ 4, z = x − mean
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace tiendo {

class Sum {
 public:
  void add(double x);
  double value() const { return sum_ + compensation_; }

 private:
  double sum_ = 0, compensation_ = 0;
};

// Nothing where there are too few values, or, of the last three, where they do not vary.
std::optional<double> mean_of(std::span<const double> values);
std::optional<double> sample_median(std::vector<double> values);
std::optional<double> sd_of(std::span<const double> values);  // n − 1; exactly constant: nothing
std::optional<double> skewness_of(std::span<const double> values);
std::optional<double> kurtosis_of(std::span<const double> values);

// Of sorted values: the p-th part of the way through, between neighbours linearly (R's type 7).
double quantile_of(std::span<const double> sorted, double p);

}  // namespace tiendo

#include "score/statistics.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace tiendo {
namespace {

bool is_constant(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [&](double x) { return x == values[0]; });
}

struct Moments {
  double second = 0, third = 0, fourth = 0;  // sums of powers of the deviations
};

std::optional<Moments> moments_of(std::span<const double> values) {
  if (is_constant(values)) return {};
  const double mean = *mean_of(values);
  Sum second, third, fourth;
  for (const double x : values) {
    const double z = x - mean, square = z * z;
    second.add(square);
    third.add(square * z);
    fourth.add(square * square);
  }
  return Moments{.second = second.value(), .third = third.value(), .fourth = fourth.value()};
}

}  // namespace

void Sum::add(double x) {
  const double sum = sum_ + x;
  compensation_ += std::abs(sum_) >= std::abs(x) ? (sum_ - sum) + x : (x - sum) + sum_;
  sum_ = sum;
}

std::optional<double> mean_of(std::span<const double> values) {
  if (values.empty()) return {};
  if (is_constant(values)) return values[0];
  Sum sum;
  for (const double x : values) sum.add(x);
  return sum.value() / static_cast<double>(values.size());
}

std::optional<double> sample_median(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::optional<double> sd_of(std::span<const double> values) {
  if (values.size() < 2) return {};
  const auto moments = moments_of(values);
  if (!moments) return {};
  return std::sqrt(moments->second / static_cast<double>(values.size() - 1));
}

std::optional<double> skewness_of(std::span<const double> values) {
  if (values.size() < 3) return {};
  const auto moments = moments_of(values);
  if (!moments) return {};
  const auto n = static_cast<double>(values.size());
  const double plain =
      std::sqrt(n) * moments->third / (moments->second * std::sqrt(moments->second));
  return plain * std::sqrt(n * (n - 1)) / (n - 2);
}

std::optional<double> kurtosis_of(std::span<const double> values) {
  if (values.size() < 4) return {};
  const auto moments = moments_of(values);
  if (!moments) return {};
  const auto n = static_cast<double>(values.size());
  const double ratio = n * moments->fourth / (moments->second * moments->second);
  return ((n + 1) * (ratio - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
}

double quantile_of(std::span<const double> sorted, double p) {
  check(!sorted.empty());
  const double place = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

}  // namespace tiendo

#include "score/treat.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/elementary.h"
#include "base/overloaded.h"
#include "score/statistics.h"

namespace tiendo {
namespace {

enum class Check : unsigned char { passes, fails, undefined };

Check check_of(const Treat& rule, std::span<const double> values) {
  const auto skew = skewness_of(values), kurtosis = kurtosis_of(values);
  if (!skew || !kurtosis) return Check::undefined;
  const bool passes = std::abs(*skew) < rule.skew_below || *kurtosis < rule.kurtosis_below;
  return passes ? Check::passes : Check::fails;
}

// All values equal to the extreme become their neighbour; how many. At least two values differ.
template <class Before>
int pull_in(std::vector<double>& values, Before before) {
  const double extreme = *std::max_element(values.begin(), values.end(), before);
  double next = extreme;
  bool found = false;
  for (const double x : values) {
    if (x == extreme || (found && before(x, next))) continue;
    next = x;
    found = true;
  }
  const auto count = std::count(values.begin(), values.end(), extreme);
  std::replace(values.begin(), values.end(), extreme, next);
  return static_cast<int>(count);
}

std::vector<double> transformed(const Transform& transform, std::span<const double> values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const double min = *low, max = *high, a = 0.01 * (max - min);
  const bool reflected =
      std::holds_alternative<LogCtPlus>(transform) && !(*skewness_of(values) > 0);
  std::vector<double> result;
  for (const double x : values)
    result.push_back(std::visit(
        overloaded{
            [&](const LogCt&) { return natural_log(x - min + a); },
            [&](const LogCtPlus&) {
              return reflected ? -natural_log(max - x + a) : natural_log(x - min + a);
            },
            [&](const LogCtOrig&) { return natural_log(x - min + 1); },
            [&](const BoxCox& rule) {
              const double y = x - min + 1;
              if (rule.lambda == 0) return natural_log(y);
              return (power(y, rule.lambda) - 1) / rule.lambda;
            },
        },
        transform));
  return result;
}

}  // namespace

std::vector<double> treat(const Treat& rule, std::span<const double> values) {
  const std::vector<double> original(values.begin(), values.end());
  std::vector<double> treated = original;
  Check state = check_of(rule, treated);
  int high = 0, low = 0;  // values at the pulled-in maximum and minimum
  while (state == Check::fails && high + low < rule.points_max) {
    if (*skewness_of(treated) >= 0) high = pull_in(treated, std::less<double>());
    else low = pull_in(treated, std::greater<double>());
    state = check_of(rule, treated);
  }
  if (state == Check::undefined) return original;
  if (state == Check::passes || !rule.second) return treated;
  return transformed(*rule.second, original);
}

}  // namespace tiendo

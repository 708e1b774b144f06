#include "score/normalise.h"

#include <algorithm>
#include <cmath>

#include "base/overloaded.h"

namespace tiendo {
namespace {

bool lower_is_better(const RawFigure& figure) {
  return figure.direction == Direction::lower_is_better;
}

// The least step of every method: overflow of absurd input ends as missing, like a zero divisor.
std::optional<double> points(double numerator, double denominator, double cap) {
  if (denominator == 0) return {};
  const double result = 100 * (numerator / denominator);
  if (!std::isfinite(result)) return {};
  return std::clamp(result, 0.0, std::max(cap, 0.0));
}

std::optional<double> between_goalposts(const Goalposts& posts, const RawFigure& figure) {
  const double way = lower_is_better(figure) ? posts.upper - figure.value
                                             : figure.value - posts.lower;
  return points(way, posts.upper - posts.lower, 100);
}

std::optional<double> between_extremes(const RawFigure& figure) {
  if (!figure.column) return {};
  const auto [min, max] = *figure.column;
  return points(directed(figure.value, figure.direction) - min, max - min, 100);
}

std::optional<double> share(const RawFigure& figure) {
  if (!std::isfinite(figure.value)) return {};
  return std::clamp(lower_is_better(figure) ? 100 - figure.value : figure.value, 0.0, 100.0);
}

std::optional<double> along_trajectory(const Trajectory& method, const RawFigure& figure) {
  const std::optional<Way>& way = figure.way;
  if (!way || !way->since || !way->due) return {};
  const auto required = required_on(*way->since, way->from, *way->due, way->to, figure.at);
  if (!required) return {};
  return attainment(figure.value, way->from, *required, method.cap);
}

}  // namespace

double directed(double value, Direction direction) {
  return direction == Direction::lower_is_better ? -value : value;
}

std::optional<Extremes> extremes_of(const std::vector<double>& directed_values) {
  if (directed_values.empty()) return {};
  const auto [min, max] = std::minmax_element(directed_values.begin(), directed_values.end());
  return Extremes{.min = *min, .max = *max};
}

std::optional<double> attainment(double value, double baseline, double target, double cap) {
  return points(value - baseline, target - baseline, cap);
}

std::optional<double> required_on(Date baseline_date, double baseline, Date due, double target,
                                  Date at) {
  const long whole = days_between(baseline_date, due);
  if (whole <= 0) return {};
  const long passed = std::clamp(days_between(baseline_date, at), 0L, whole);
  if (passed == whole) return target;
  const double share_passed = static_cast<double>(passed) / static_cast<double>(whole);
  return baseline + (target - baseline) * share_passed;
}

std::optional<double> normalise(const Normalisation& method, const RawFigure& figure) {
  return std::visit(
      overloaded{
          [&](const Goalposts& posts) { return between_goalposts(posts, figure); },
          [&](const MinMax&) { return between_extremes(figure); },
          [&](const Attainment& rule) -> std::optional<double> {
            if (!figure.way) return {};
            return attainment(figure.value, figure.way->from, figure.way->to, rule.cap);
          },
          [&](const Trajectory& rule) { return along_trajectory(rule, figure); },
          [&](const Share&) { return share(figure); },
      },
      method);
}

}  // namespace tiendo

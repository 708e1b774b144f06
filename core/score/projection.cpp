#include "score/projection.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "score/statistics.h"
#include "score/target_status.h"

namespace tiendo {
namespace {

constexpr double days_max = 3652.5;
constexpr double z_of_95_percent = 1.96;

void set_interval(Trend& trend, const std::vector<double>& sorted) {
  const double n = trend.figures, count = static_cast<double>(sorted.size());
  const double half_width = z_of_95_percent * std::sqrt(n * (n - 1) * (2 * n + 5) / 18);
  const double last = count - 1;
  const double low = std::clamp(std::floor((count - half_width) / 2), 0.0, last);
  const double high = std::clamp(std::ceil((count + half_width) / 2), 0.0, last);
  trend.low_per_month = sorted[static_cast<std::size_t>(low)];
  trend.high_per_month = sorted[static_cast<std::size_t>(high)];
}

// When a line of this slope, from the latest figure, stands at the target.
std::optional<Date> reached_at(const Observation& latest, double gap, double per_month) {
  if (per_month == 0) return {};
  const double days = gap / per_month * days_per_month;
  if (!(days >= 0) || days > days_max) return {};
  return date_of_day_number(day_number(latest.period.last) + std::lround(std::ceil(days)));
}

}  // namespace

std::optional<Trend> trend_of(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                              const Moment& moment) {
  const std::vector<ObservationId> series = series_of(dataset, indicator, unit, moment);
  if (series.size() < 2) return {};
  std::vector<double> slopes;
  for (std::size_t i = 0; i < series.size(); ++i)
    for (std::size_t j = i + 1; j < series.size(); ++j) {
      const Observation &a = dataset[series[i]], &b = dataset[series[j]];
      const auto days = static_cast<double>(days_between(a.period.last, b.period.last));
      slopes.push_back((*b.value - *a.value) / days * days_per_month);
    }
  std::sort(slopes.begin(), slopes.end());
  Trend trend{.basis = series.size() > 2 ? TrendBasis::theil_sen : TrendBasis::two_points,
              .figures = static_cast<int>(series.size()),
              .per_month = *sample_median(slopes),
              .low_per_month = {},
              .high_per_month = {},
              .latest = series.back()};
  if (trend.basis == TrendBasis::theil_sen) set_interval(trend, slopes);
  return trend;
}

std::optional<Projection> projection_of(const Dataset& dataset, TargetId id,
                                        const Moment& moment) {
  const Target& target = dataset[id];
  const auto trend = trend_of(dataset, target.indicator, target.unit, moment);
  if (!trend) return {};
  Projection projection;
  projection.trend = *trend;
  const Observation& latest = dataset[trend->latest];
  if (meets(target, dataset[target.indicator].direction, *latest.value)) {
    projection.reached = latest.period.last;
    return projection;
  }
  const double gap = target.value - *latest.value;
  projection.reached = reached_at(latest, gap, trend->per_month);
  if (trend->low_per_month && trend->high_per_month) {
    // The steeper of the two towards the target is the earlier.
    const bool up = gap > 0;
    projection.earliest =
        reached_at(latest, gap, up ? *trend->high_per_month : *trend->low_per_month);
    projection.latest =
        reached_at(latest, gap, up ? *trend->low_per_month : *trend->high_per_month);
  }
  const long days = target.due ? days_between(latest.period.last, *target.due) : 0;
  if (days > 0 && *target.due > moment.end())
    projection.needed_per_month = gap / static_cast<double>(days) * days_per_month;
  return projection;
}

}  // namespace tiendo

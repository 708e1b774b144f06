#include "score/target_status.h"

#include <cmath>

#include "base/elementary.h"
#include "score/rounding.h"

namespace tiendo {
namespace {

constexpr double days_per_year = 365.25;

struct Baseline {
  double value = 0;
  Date date;
  std::optional<ObservationId> observation;  // where no baseline is stated
};

std::optional<Baseline> stated_baseline(const Dataset& dataset, const Target& target) {
  if (!target.baseline) return {};
  const auto period = target.baseline_period ? target.baseline_period : made_on(dataset, target);
  if (!period) return {};
  return Baseline{.value = *target.baseline, .date = period->last, .observation = {}};
}

std::optional<Baseline> first_known(const Dataset& dataset, const Target& target,
                                    const Observation& latest, const Moment& moment) {
  for (const ObservationId id : dataset.observations_of(latest.indicator, target.unit)) {
    const Observation& observation = dataset[id];
    if (!(observation.period.last < latest.period.last)) return {};
    if (!observation.value || !known_at(dataset, observation, moment)) continue;
    return Baseline{.value = *observation.value, .date = observation.period.last,
                    .observation = id};
  }
  return {};
}

std::optional<Baseline> baseline_of(const Dataset& dataset, const Target& target,
                                    const Observation& latest, const Moment& moment) {
  const std::optional<Baseline> stated = stated_baseline(dataset, target);
  return stated ? stated : first_known(dataset, target, latest, moment);
}

std::optional<ObservationId> first_reaching(const Dataset& dataset, const Observation& latest,
                                            Date due, const Moment& moment) {
  for (const ObservationId id :
       series_of(dataset, latest.indicator, latest.unit, moment))
    if (dataset[id].period.last >= due) return id;
  return {};
}

double compound_rate(double from, double to, double years) {
  return power(to / from, 1 / years) - 1;
}

struct Step {  // from the baseline to the figure, and to the target
  double baseline = 0, figure = 0, target = 0;
  long days_passed = 0, days_asked = 0;
};

// Nothing where no time has passed or was asked for, or where the target asks for no movement.
std::optional<double> ratio_of_rates(const Step& step, bool is_percentage) {
  if (step.days_passed <= 0 || step.days_asked <= 0) return {};
  const auto passed = static_cast<double>(step.days_passed);
  const auto asked = static_cast<double>(step.days_asked);
  double achieved = (step.figure - step.baseline) / passed;
  double required = (step.target - step.baseline) / asked;
  if (!is_percentage && step.baseline > 0 && step.target > 0 && step.figure > 0) {
    achieved = compound_rate(step.baseline, step.figure, passed / days_per_year);
    required = compound_rate(step.baseline, step.target, asked / days_per_year);
  }
  const double ratio = required == 0 ? 0 : achieved / required;
  if (required == 0 || !std::isfinite(ratio)) return {};
  return ratio;
}

TargetStatus status_of_ratio(double ratio, const TargetThresholds& thresholds) {
  if (ratio >= thresholds.on_track) return TargetStatus::on_track;
  if (ratio >= thresholds.behind) return TargetStatus::behind;
  return ratio >= 0 ? TargetStatus::far_behind : TargetStatus::moving_away;
}

std::optional<Way> way_from(const Dataset& dataset, const Target& target, double from,
                            std::optional<Date> since) {
  if (meets(target, dataset[target.indicator].direction, from)) return {};
  return Way{.from = from, .to = target.value, .since = since, .due = target.due};
}

}  // namespace

bool meets(const Target& target, Direction direction, double value) {
  switch (target.comparator) {
    case Comparator::at_least: return value >= target.value;
    case Comparator::at_most: return value <= target.value;
    case Comparator::equal:
      if (value == target.value) return true;
      break;
    case Comparator::approximate: {
      const int decimals = target.printed_decimals;
      if (round_to(value, decimals) == round_to(target.value, decimals)) return true;
      break;
    }
  }
  switch (direction) {
    case Direction::higher_is_better: return value > target.value;
    case Direction::lower_is_better: return value < target.value;
    case Direction::none: break;
  }
  return false;
}

TargetStanding standing_of(const Dataset& dataset, TargetId id, IndicatorId measure,
                           const Moment& moment, const TargetThresholds& thresholds) {
  const Target& target = dataset[id];
  TargetStanding standing;
  standing.target = id;
  standing.latest = select(dataset, measure, target.unit, moment);
  if (!standing.latest) return standing;

  const Observation& latest = dataset[*standing.latest];
  const Direction direction = dataset[target.indicator].direction;
  const auto baseline = baseline_of(dataset, target, latest, moment);
  standing.gap = target.value - *latest.value;
  standing.measured_after_due = target.due && latest.period.last >= *target.due;
  if (baseline) standing.baseline = baseline->observation;
  const bool starts_short = baseline && !meets(target, direction, baseline->value);
  if (starts_short && target.due) {
    const Step step{.baseline = baseline->value,
                    .figure = *latest.value,
                    .target = target.value,
                    .days_passed = days_between(baseline->date, latest.period.last),
                    .days_asked = days_between(baseline->date, *target.due)};
    standing.ratio = ratio_of_rates(step, dataset[target.indicator].is_percentage());
  }
  if (meets(target, direction, *latest.value)) {
    standing.status = TargetStatus::achieved;
  } else if (target.due && *target.due <= moment.end()) {
    standing.status = TargetStatus::missed;
    const auto at_due = first_reaching(dataset, latest, *target.due, moment);
    const bool short_then = at_due && !meets(target, direction, *dataset[*at_due].value);
    if (short_then) {
      standing.at_due = at_due;
      standing.gap = target.value - *dataset[*at_due].value;
    }
  } else if (standing.ratio) {
    standing.status = status_of_ratio(*standing.ratio, thresholds);
  } else if (target.due && baseline && !starts_short && baseline->date < latest.period.last) {
    standing.status = TargetStatus::moving_away;
  }
  return standing;
}

std::optional<Way> attainment_way(const Dataset& dataset, TargetId id, ObservationId latest,
                                  const Moment& moment) {
  const Target& target = dataset[id];
  if (target.baseline) return way_from(dataset, target, *target.baseline, {});
  if (const auto way = way_from(dataset, target, 0, {})) return way;
  const auto first = first_known(dataset, target, dataset[latest], moment);
  return first ? way_from(dataset, target, first->value, first->date) : std::nullopt;
}

std::optional<Way> trajectory_way(const Dataset& dataset, TargetId id, ObservationId latest,
                                  const Moment& moment) {
  const Target& target = dataset[id];
  const auto baseline = baseline_of(dataset, target, dataset[latest], moment);
  return baseline ? way_from(dataset, target, baseline->value, baseline->date) : std::nullopt;
}

}  // namespace tiendo

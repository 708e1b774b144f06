#include "score/select.h"

namespace tiendo {

bool published_by(const std::optional<Period>& published, const Moment& moment) {
  return !moment.as_of || !published || published->last <= *moment.as_of;
}

bool known_at(const Dataset& dataset, const Observation& observation, const Moment& moment) {
  const std::optional<Period>& published = observation.published;
  return published_by(published ? published : dataset[observation.evidence.source].date, moment);
}

bool known_at(const Dataset& dataset, const Target& target, const Moment& moment) {
  const std::optional<Period> made = made_on(dataset, target);
  return published_by(made, moment) && (!made || made->last <= moment.end());
}

std::optional<Period> made_on(const Dataset& dataset, const Target& target) {
  return target.set_on ? target.set_on : dataset[target.evidence.source].date;
}

std::optional<ObservationId> select(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                    const Moment& moment) {
  const std::span<const ObservationId> series = dataset.observations_of(indicator, unit);
  for (std::size_t left = series.size(); left > 0; --left) {
    const Observation& observation = dataset[series[left - 1]];
    if (!observation.value || observation.period.last > moment.end()) continue;
    if (!known_at(dataset, observation, moment)) continue;
    const std::optional<int> age_max = dataset[indicator].max_age_months;
    const int age_months = months_between(month_of(observation.period.last), moment.month);
    if (age_max && age_months > *age_max) return {};  // all the others are older still
    return series[left - 1];
  }
  return {};
}

std::vector<ObservationId> series_of(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                     const Moment& moment) {
  std::vector<ObservationId> series;
  for (const ObservationId id : dataset.observations_of(indicator, unit)) {
    const Observation& row = dataset[id];
    if (!row.value || row.period.last > moment.end() || !known_at(dataset, row, moment)) continue;
    const bool revised =
        !series.empty() && dataset[series.back()].period.last == row.period.last;
    if (revised) series.back() = id;
    else series.push_back(id);
  }
  return series;
}

}  // namespace tiendo

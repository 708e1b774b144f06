#include "report/measures.h"

#include <algorithm>

namespace tiendo {

namespace {

// Shorter gaps are how figures normally come; longer ones are silence worth a word.
long silence_days_min(const Indicator& indicator) {
  if (indicator.frequency == "yearly") return 366 + 183;
  return indicator.frequency == "quarterly" ? 184 : 62;
}

// One is a measure of what the other promises, in the same quantity.
bool related(const Dataset& dataset, IndicatorId a, IndicatorId b) {
  const bool kin = a == b || dataset[a].parent == b || dataset[b].parent == a;
  return kin && same_quantity(dataset, a, b);
}

bool same_promise(const Dataset& dataset, const Target& a, const Target& b) {
  return a.unit == b.unit && a.value == b.value && related(dataset, a.indicator, b.indicator);
}

// Everything that promises the same of the indicator or its next of kin, by the day it was said.
PromiseChain chain_with(const Dataset& dataset, TargetId target, const Moment& moment) {
  std::vector<TargetId> promises;
  for (std::uint32_t i = 0; i < dataset.targets().size(); ++i) {
    const Target& other = dataset.targets()[i];
    if (same_promise(dataset, dataset[target], other) && known_at(dataset, other, moment)) {
      promises.push_back({i});
    }
  }
  return chain_of(dataset, std::move(promises));
}

std::optional<PromiseSlip> slip_of(const Dataset& dataset, const PromiseChain& chain,
                                   IndicatorId first_asked) {
  std::optional<PromiseSlip> found;
  for (const TargetId opening : chain.promises) {
    const IndicatorId indicator = dataset[opening].indicator;
    if (found && indicator != first_asked) continue;
    std::optional<Date> from, to;
    for (const TargetId id : chain.promises) {
      if (dataset[id].indicator != indicator || !dataset[id].due) continue;
      if (!from) from = dataset[id].due;
      to = dataset[id].due;
    }
    if (from && *from < *to) found = PromiseSlip{.of = indicator, .from = *from, .to = *to};
  }
  return found;
}

bool newer(const Dataset& dataset, std::optional<ObservationId> a, std::optional<ObservationId> b) {
  if (!a || !b) return a && !b;
  return dataset[*a].period.last > dataset[*b].period.last;
}

Promise promise_of(const Dataset& dataset, TargetId target, IndicatorId measure,
                   const Moment& moment) {
  Promise promise{.target = target,
                  .measure = measure,
                  .standing = standing_of(dataset, target, measure, moment),
                  .chain = chain_with(dataset, target, moment)};
  promise.slip = slip_of(dataset, promise.chain, dataset[target].indicator);
  return promise;
}

// The indicator itself where it has a figure of the unit, else the next of kin with the newest one.
IndicatorId measured_by(const Dataset& dataset, const Target& target, const Moment& moment) {
  IndicatorId measure = target.indicator;
  std::optional<ObservationId> newest = select(dataset, measure, target.unit, moment);
  if (newest) return measure;
  for (const IndicatorId kin : family_of(dataset, target.indicator)) {
    if (!related(dataset, kin, target.indicator)) continue;
    const std::optional<ObservationId> figure = select(dataset, kin, target.unit, moment);
    if (!newer(dataset, figure, newest)) continue;
    newest = figure;
    measure = kin;
  }
  return measure;
}

}  // namespace

std::optional<UnitId> nation_of(const Dataset& dataset) {
  for (std::uint32_t i = 0; i < dataset.units().size(); ++i) {
    if (dataset.units()[i].kind == UnitKind::nation) return UnitId{i};
  }
  return {};
}

const std::string& card_name(const Indicator& indicator, Language language) {
  return (indicator.short_name.empty() ? indicator.name : indicator.short_name).in(language);
}

bool shown_at(const Dataset& dataset, const Observation& observation, const Moment& moment) {
  return observation.period.last <= moment.end() && known_at(dataset, observation, moment);
}

std::vector<ObservationId> figures_of(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                      const Moment& moment) {
  std::vector<ObservationId> figures;
  for (const ObservationId id : dataset.observations_of(indicator, unit)) {
    if (shown_at(dataset, dataset[id], moment)) figures.push_back(id);
  }
  return figures;
}

std::optional<ObservationId> last_figure(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                         const Moment& moment) {
  const std::vector<ObservationId> figures = figures_of(dataset, indicator, unit, moment);
  if (figures.empty()) return {};
  return figures.back();
}

std::optional<ObservationId> value_before(const Dataset& dataset, ObservationId figure,
                                          const Moment& moment) {
  const Observation& now = dataset[figure];
  std::optional<ObservationId> before;
  for (const ObservationId id : figures_of(dataset, now.indicator, now.unit, moment)) {
    if (dataset[id].value && dataset[id].period.last < now.period.last) before = id;
  }
  return before;
}

bool same_quantity(const Dataset& dataset, IndicatorId a, IndicatorId b) {
  return dataset[a].quantity == dataset[b].quantity;
}

std::vector<IndicatorId> children_of(const Dataset& dataset, IndicatorId indicator) {
  std::vector<IndicatorId> children;
  for (std::uint32_t i = 0; i < dataset.indicators().size(); ++i) {
    if (dataset.indicators()[i].parent == indicator) children.push_back({i});
  }
  return children;
}

std::vector<IndicatorId> family_of(const Dataset& dataset, IndicatorId indicator) {
  std::vector<IndicatorId> family = {indicator};
  for (const IndicatorId child : children_of(dataset, indicator)) family.push_back(child);
  if (dataset[indicator].parent) family.push_back(*dataset[indicator].parent);
  return family;
}

Reading reading_of(const Dataset& dataset, IndicatorId indicator, const Moment& moment) {
  Reading reading;
  const std::optional<UnitId> nation = nation_of(dataset);
  for (const UnitId unit : dataset.units_observed(indicator)) {
    const std::vector<ObservationId> figures = figures_of(dataset, indicator, unit, moment);
    if (figures.empty()) continue;
    reading.units.push_back(unit);
    reading.figures += static_cast<int>(figures.size());
    if (unit == nation || reading.units.size() == 1) reading.figure = figures.back();
  }
  const bool many = reading.units.size() > 1;
  if (many && reading.figure && dataset[*reading.figure].unit != nation) reading.figure.reset();
  return reading;
}

std::optional<Newest> newest_of(const Dataset& dataset, IndicatorId indicator,
                                const Moment& moment) {
  std::optional<Newest> newest;
  for (const UnitId unit : dataset.units_observed(indicator)) {
    const auto last = last_figure(dataset, indicator, unit, moment);
    if (!last) continue;
    const Observation& figure = dataset[*last];
    const bool is_newer = !newest || newest->period.last < figure.period.last;
    if (is_newer) newest = Newest{.period = figure.period};
    if (newest->period != figure.period) continue;
    ++newest->units;
    if (!figure.value) continue;
    ++newest->valued;
    auto& lowest = newest->lowest;
    auto& highest = newest->highest;
    if (!lowest || *figure.value < *dataset[*lowest].value) lowest = last;
    if (!highest || *figure.value > *dataset[*highest].value) highest = last;
  }
  return newest;
}

std::optional<Promise> promise_on(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                  const Moment& moment) {
  std::optional<TargetId> best = target_in_force(dataset, indicator, unit, moment);
  const std::optional<IndicatorId> parent = dataset[indicator].parent;
  if (parent && same_quantity(dataset, indicator, *parent)) {
    const std::optional<TargetId> theirs = target_in_force(dataset, *parent, unit, moment);
    const bool nearer =
        theirs && (!best || speaks_sooner(dataset[*theirs], dataset[*best], moment.end()));
    if (nearer) best = theirs;
  }
  if (!best) return {};
  return promise_of(dataset, *best, indicator, moment);
}

std::optional<Promise> promise_in_family(const Dataset& dataset, IndicatorId indicator,
                                         const Moment& moment) {
  std::optional<Promise> promise = main_promise(dataset, indicator, moment);
  if (!promise || promise->standing.latest) return promise;
  const UnitId unit = dataset[promise->target].unit;
  std::optional<ObservationId> newest;
  for (const IndicatorId child : children_of(dataset, indicator)) {
    if (!same_quantity(dataset, child, indicator)) continue;
    const std::optional<ObservationId> figure = select(dataset, child, unit, moment);
    if (newer(dataset, figure, newest)) newest = figure;
  }
  if (!newest) return promise;
  return promise_of(dataset, promise->target, dataset[*newest].indicator, moment);
}

std::optional<Promise> main_promise(const Dataset& dataset, IndicatorId indicator,
                                    const Moment& moment) {
  if (const std::optional<UnitId> nation = nation_of(dataset)) {
    if (auto promise = promise_on(dataset, indicator, *nation, moment)) return promise;
  }
  for (std::uint32_t i = 0; i < dataset.targets().size(); ++i) {
    const Target& target = dataset.targets()[i];
    if (target.indicator != indicator || !known_at(dataset, target, moment)) continue;
    return promise_on(dataset, indicator, target.unit, moment);
  }
  return {};
}

std::vector<Promise> promises_once(const Dataset& dataset, const Moment& moment) {
  std::vector<Promise> promises;
  for (std::uint32_t unit = 0; unit < dataset.units().size(); ++unit) {
    const std::size_t first = promises.size();
    for (const TargetId id : current_targets(dataset, {unit}, moment)) {
      const Target& target = dataset[id];
      const auto of_unit = promises.begin() + static_cast<std::ptrdiff_t>(first);
      const bool again = std::any_of(of_unit, promises.end(), [&](const Promise& other) {
        return same_promise(dataset, target, dataset[other.target]);
      });
      if (!again)
        promises.push_back(promise_of(dataset, id, measured_by(dataset, target, moment), moment));
    }
  }
  return promises;
}

Outcome outcome_of(const Dataset& dataset, const Promise& promise, const Moment& moment) {
  if (promise.standing.status == TargetStatus::achieved) return Outcome::met;
  const std::optional<Date> due = dataset[promise.target].due;
  if (!due) return Outcome::undated;
  if (*due > moment.end()) return Outcome::open;
  return promise.standing.measured_after_due ? Outcome::missed : Outcome::unknown;
}

std::optional<Date> silent_since(const Dataset& dataset, ObservationId last, const Moment& moment) {
  const Date as_of = dataset[last].period.last;
  const Indicator& indicator = dataset[dataset[last].indicator];
  if (days_between(as_of, moment.end()) < silence_days_min(indicator)) return {};
  return as_of;
}

}  // namespace tiendo

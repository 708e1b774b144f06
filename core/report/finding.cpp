#include "report/finding.h"

#include <algorithm>

namespace tiendo {

namespace {

std::string period_of_figure(const Scope& scope, ObservationId figure) {
  return scope.period(scope.dataset[figure].period);
}

// What slipped was promised of another measure: each under its own name.
std::string kin_slipped_finding(const Scope& scope, const Promise& promise,
                                const std::string& delay, ObservationId last) {
  const Dataset& dataset = scope.dataset;
  const std::string value = promised_value(dataset, promise, scope.language);
  const std::string& name = card_name(dataset[promise.slip->of], scope.language);
  const std::string& measure = card_name(dataset[promise.measure], scope.language);
  if (is_silent(dataset, promise, scope.moment))
    return scope.say(Word::indicators_slipped_kin_silent,
                     {name, value, delay, measure, period_of_figure(scope, last)});
  const bool missed = promise.standing.status == TargetStatus::missed;
  return scope.say(missed ? Word::indicators_slipped_kin_missed : Word::indicators_slipped_kin,
                   {name, value, delay, measure,
                    figure_words(dataset, dataset[last], scope.language)});
}

std::string slipped_finding(const Scope& scope, const Promise& promise, const std::string& name,
                            const std::string& delay) {
  const Dataset& dataset = scope.dataset;
  const std::string value = promised_value(dataset, promise, scope.language);
  const auto last = last_measured(dataset, promise, scope.moment);
  if (last && promise.slip->of != promise.measure)
    return kin_slipped_finding(scope, promise, delay, *last);
  if (!last) return scope.say(Word::indicators_slipped_unmeasured, {name, value, delay});
  const std::string figure = figure_words(dataset, dataset[*last], scope.language);
  if (promise.standing.status == TargetStatus::achieved) {
    return scope.say(Word::indicators_slipped_met, {name, value, delay, figure});
  }
  if (is_silent(dataset, promise, scope.moment)) {
    return scope.say(Word::indicators_slipped_silent,
                     {name, value, delay, period_of_figure(scope, *last)});
  }
  const bool missed = promise.standing.status == TargetStatus::missed;
  return scope.say(missed ? Word::indicators_slipped_missed : Word::indicators_slipped_open,
                   {name, value, delay, figure});
}

// The best unit of the newest period, by the indicator's direction.
std::string many_units_finding(const Scope& scope, IndicatorId indicator, const Newest& newest,
                               const std::string& name) {
  const Dataset& dataset = scope.dataset;
  if (newest.valued < 2) {
    return scope.count(newest.units, Word::indicators_units_one, Word::indicators_units,
                       {name, scope.period(newest.period)});
  }
  const Direction direction = dataset[indicator].direction;
  const Observation& top = dataset[direction == Direction::lower_is_better ? *newest.lowest
                                                                          : *newest.highest];
  return scope.say(
      direction == Direction::none ? Word::indicators_highest : Word::indicators_leads,
      {name, dataset[top.unit].name.in(scope.language), figure_words(dataset, top, scope.language),
       count_words(newest.valued, scope.language), scope.period(newest.period)});
}

// Promised of one unit, measured of another: side by side, not compared.
std::string other_unit_finding(const Scope& scope, const Promise& promise,
                               const Observation& figure, const std::string& name) {
  const Dataset& dataset = scope.dataset;
  return scope.say(Word::indicators_promised_other,
                   {name, promise_words(dataset, dataset[promise.target], scope.language),
                    dataset[figure.unit].name.in(scope.language),
                    figure_words(dataset, figure, scope.language)});
}

// Measured only as something akin to what was promised.
std::string kin_finding(const Scope& scope, const Promise& promise, const std::string& name) {
  const Dataset& dataset = scope.dataset;
  const Observation& figure = dataset[*promise.standing.latest];
  return scope.say(Word::indicators_promised_kin,
                   {name, promise_words(dataset, dataset[promise.target], scope.language),
                    card_name(dataset[promise.measure], scope.language),
                    figure_words(dataset, figure, scope.language), scope.period(figure.period)});
}

}  // namespace

std::string promised_value(const Dataset& dataset, const Promise& promise, Language language) {
  const Target& target = dataset[promise.target];
  return quantity_words(dataset[target.indicator], target.value, target.printed_decimals, language);
}

std::optional<std::string> delay_of(const Promise& promise, Language language) {
  if (!promise.slip) return {};
  return delay_words(promise.slip->from, promise.slip->to, language);
}

std::optional<std::string> slip_words(const Scope& scope, const Promise& promise) {
  const auto delay = delay_of(promise, scope.language);
  if (!delay) return {};
  if (promise.slip->of == scope.dataset[promise.target].indicator)
    return scope.say(Word::overview_slipped, {*delay});
  return scope.say(Word::overview_slipped_kin,
                   {*delay, card_name(scope.dataset[promise.slip->of], scope.language)});
}

std::optional<ObservationId> last_measured(const Dataset& dataset, const Promise& promise,
                                           const Moment& moment) {
  if (promise.standing.latest) return promise.standing.latest;
  return last_figure(dataset, promise.measure, dataset[promise.target].unit, moment);
}

bool is_broken(const Promise& promise) {
  return promise.standing.status == TargetStatus::missed || !promise.standing.latest;
}

bool is_silent(const Dataset& dataset, const Promise& promise, const Moment& moment) {
  const auto last = last_measured(dataset, promise, moment);
  if (!last) return true;
  const std::optional<Date> due = dataset[promise.target].due;
  const bool past_due = due && *due <= moment.end() && dataset[*last].period.last < *due;
  return past_due || silent_since(dataset, *last, moment).has_value();
}

std::string promise_finding(const Scope& scope, const Promise& promise, const std::string& name) {
  const Dataset& dataset = scope.dataset;
  if (const auto delay = delay_of(promise, scope.language)) {
    return slipped_finding(scope, promise, name, *delay);
  }
  const std::string promised = promise_words(dataset, dataset[promise.target], scope.language);
  const auto last = last_measured(dataset, promise, scope.moment);
  if (!last) return scope.say(Word::indicators_promised_unmeasured, {name, promised});
  const std::string figure = figure_words(dataset, dataset[*last], scope.language);
  const std::string period = period_of_figure(scope, *last);
  if (promise.standing.status == TargetStatus::achieved) {
    return scope.say(Word::indicators_promised_met, {name, promised, figure, period});
  }
  if (promise.standing.status == TargetStatus::missed) {
    return scope.say(Word::indicators_promised_missed, {name, promised, figure, period});
  }
  return scope.say(Word::indicators_promised_open, {name, promised, figure, period});
}

std::string indicator_finding(const Scope& scope, IndicatorId indicator) {
  const Dataset& dataset = scope.dataset;
  const std::string name = card_name(dataset[indicator], scope.language);
  const Reading reading = reading_of(dataset, indicator, scope.moment);
  if (const auto promise = promise_in_family(dataset, indicator, scope.moment)) {
    const bool of_others = reading.figure && !last_measured(dataset, *promise, scope.moment);
    if (of_others) return other_unit_finding(scope, *promise, dataset[*reading.figure], name);
    const bool of_kin = promise->measure != indicator && !promise->slip;
    return of_kin ? kin_finding(scope, *promise, name) : promise_finding(scope, *promise, name);
  }
  const auto newest = newest_of(dataset, indicator, scope.moment);
  if (!newest) return scope.say(Word::indicators_nothing, {name});
  if (!reading.figure) return many_units_finding(scope, indicator, *newest, name);
  const Observation& last = dataset[*reading.figure];
  return scope.say(Word::indicators_figure, {name, figure_words(dataset, last, scope.language),
                                             scope.period(last.period)});
}

std::string unit_finding(const Scope& scope, IndicatorId indicator, UnitId unit) {
  const Dataset& dataset = scope.dataset;
  const std::string name = card_name(dataset[indicator], scope.language);
  const std::string& who = dataset[unit].name.in(scope.language);
  const auto last = last_figure(dataset, indicator, unit, scope.moment);
  if (!last) return scope.say(Word::indicators_unit_nothing, {name, who});
  const Observation& figure = dataset[*last];
  std::vector<std::string> parts = {figure_words(dataset, figure, scope.language)};
  if (figure.value && figure.rank) {
    parts.push_back(scope.say(Word::phrases_rank, {count_words(*figure.rank, scope.language)}));
  }
  return scope.say(Word::indicators_unit_figure,
                   {name, who, join(parts, scope.say(Word::phrases_comma)),
                    scope.period(figure.period)});
}

Status promise_status(const Scope& scope, const Promise& promise) {
  Status status = status_of(promise.standing.status, scope.language);
  const bool unseen = promise.standing.status == TargetStatus::missed &&
                      !promise.standing.measured_after_due;
  if (unseen)  // short of it before the due date, and silence since: neither done nor not done
    return {Symbol::ring, Ink::silence, scope.say(Word::indicators_short_before_due)};
  if (promise.standing.status != TargetStatus::not_measured) return status;
  if (promise.standing.latest) {
    status.word = scope.say(Word::indicators_not_judged);
  } else if (last_measured(scope.dataset, promise, scope.moment)) {
    status.word = scope.say(Word::indicators_too_old);
  } else if (reading_of(scope.dataset, promise.measure, scope.moment).figures > 0) {
    status.word = scope.say(Word::indicators_not_comparable);
  }
  return status;
}

std::optional<std::string> gap_words(const Scope& scope, const Promise& promise) {
  const Dataset& dataset = scope.dataset;
  const TargetStanding& standing = promise.standing;
  if (!standing.gap || standing.status == TargetStatus::achieved || *standing.gap == 0) return {};
  const Target& target = dataset[promise.target];
  const Observation& figure = dataset[standing.at_due.value_or(*standing.latest)];
  const int decimals = std::max(target.printed_decimals, figure.printed_decimals);
  const std::string size =
      difference_words(dataset[target.indicator], *standing.gap, decimals, scope.language);
  const Word word = *standing.gap > 0 ? Word::indicators_short_by : Word::indicators_over_by;
  const std::string words = scope.say(word, {size});
  if (!standing.at_due || standing.at_due == standing.latest) return words;
  return scope.say(Word::indicators_when_due,
                   {words, figure_words(dataset, figure, scope.language),
                    scope.period(figure.period)});
}

}  // namespace tiendo

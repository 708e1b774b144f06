// The headline figures: value, target, gap, as of, sources.
#include <algorithm>
#include <cmath>
#include <set>

#include "report/overview_parts.h"

namespace tiendo {

namespace {

// "1.227" of "1.298 nhiệm vụ" where the figure is a part of a whole.
bool is_part(const Observation& figure) {
  return figure.numerator && figure.denominator && figure.value == figure.numerator;
}

void set_value(const Scope& scope, const Observation& figure, Stat& stat) {
  FigureParts parts = figure_parts(scope.dataset, figure, scope.language);
  stat.value = std::move(parts.number);
  stat.unit = std::move(parts.quantity);
  if (!is_part(figure)) return;
  stat.unit = scope.say(Word::overview_of_total,
                        {quantity_words(scope.dataset[figure.indicator], *figure.denominator, 0,
                                        scope.language)});
}

// The documents that the card rests on: of its figure and of the promise it is held against.
long count_sources(const Dataset& dataset, const Observation& figure,
                   const std::optional<Promise>& promise) {
  std::set<std::uint32_t> sources = {figure.evidence.source.index};
  if (promise) {
    for (const TargetId id : promise->chain.promises) {
      sources.insert(dataset[id].evidence.source.index);
    }
  }
  return static_cast<long>(sources.size());
}

void add_promise_lines(const Scope& scope, const Promise& promise, Stat& stat) {
  const Dataset& dataset = scope.dataset;
  const Target& target = dataset[promise.target];
  std::vector<std::string> parts = {
      scope.say(Word::overview_target, {promise_words(dataset, target, scope.language)})};
  if (const auto gap = gap_words(scope, promise)) parts.push_back(*gap);
  stat.lines.push_back({plain(join(parts, scope.say(Word::phrases_comma)))});
  if (const auto slip = slip_words(scope, promise))
    stat.lines.push_back({plain(*slip, Ink::accent)});
  const bool silent_after_due = promise.standing.status == TargetStatus::missed &&
                                !promise.standing.measured_after_due;
  if (silent_after_due)
    stat.lines.push_back(
        {plain(scope.say(Word::overview_silent_after_due, {scope.date(*target.due)}), Ink::muted)});
}

// "khoảng", "hơn": no difference can be told from such a figure.
bool is_bounded(const Observation& figure) {
  return figure.qualifier != Qualifier::exact && figure.qualifier != Qualifier::derived &&
         figure.qualifier != Qualifier::provisional;
}

// Without a promise the change since the last figure says how it goes.
void add_change(const Scope& scope, ObservationId id, Stat& stat) {
  const Dataset& dataset = scope.dataset;
  const Observation& figure = dataset[id];
  const auto before = value_before(dataset, id, scope.moment);
  if (!before || !figure.value) return;
  const Observation& earlier = dataset[*before];
  if (is_bounded(figure) || is_bounded(earlier)) return;
  const int decimals = std::max(figure.printed_decimals, earlier.printed_decimals);
  stat.status = change_status(*figure.value - *earlier.value, decimals,
                              dataset[figure.indicator].direction, scope.language);
  stat.lines.push_back({plain(scope.say(
      Word::overview_from,
      {figure_words(dataset, earlier, scope.language), scope.period(earlier.period)}))});
}

void add_rest(const Scope& scope, const Observation& figure, Stat& stat) {
  if (!is_part(figure) || *figure.denominator <= *figure.value) return;
  const std::string rest = quantity_words(scope.dataset[figure.indicator],
                                          *figure.denominator - *figure.value, 0, scope.language);
  stat.lines.push_back({plain(scope.say(Word::overview_rest, {rest}))});
}

Stat silent_stat(const Scope& scope, IndicatorId indicator, Stat stat) {
  stat.status = Status{Symbol::ring, Ink::silence, scope.say(Word::overview_no_figure)};
  if (const auto promise = main_promise(scope.dataset, indicator, scope.moment)) {
    add_promise_lines(scope, *promise, stat);
  }
  return stat;
}

Stat stat_of(const Scope& scope, IndicatorId indicator) {
  const Dataset& dataset = scope.dataset;
  Stat stat = {.label = card_name(dataset[indicator], scope.language),
               .href = indicator_href(dataset, indicator, scope.route)};
  const Reading reading = reading_of(dataset, indicator, scope.moment);
  if (!reading.figure) return silent_stat(scope, indicator, std::move(stat));

  const Observation& figure = dataset[*reading.figure];
  set_value(scope, figure, stat);
  const auto promise = promise_on(dataset, indicator, figure.unit, scope.moment);
  if (promise) {
    stat.status = promise_status(scope, *promise);
    add_promise_lines(scope, *promise, stat);
  } else {
    add_change(scope, *reading.figure, stat);
    add_rest(scope, figure, stat);
  }
  if (!figure.note.empty()) {
    stat.lines.push_back({plain(std::string(figure.note.in(scope.language)), Ink::muted)});
  }
  const std::string sources = scope.count(count_sources(dataset, figure, promise),
                                          Word::phrases_sources_one, Word::phrases_sources);
  stat.foot = {plain(scope.say(Word::phrases_as_of, {scope.period(figure.period)}) +
                         scope.say(Word::phrases_dot) + sources,
                     Ink::muted)};
  return stat;
}

// The promise of any indicator that was missed by the greatest share of what it asked for.
std::optional<MainPromise> most_missed(const Scope& scope) {
  const Dataset& dataset = scope.dataset;
  std::optional<MainPromise> worst;
  double least = 0;
  for (std::uint32_t i = 0; i < dataset.indicators().size(); ++i) {
    const auto promise = main_promise(dataset, {i}, scope.moment);
    if (!promise || promise->standing.status != TargetStatus::missed) continue;
    const double target = dataset[promise->target].value;
    const double share = target == 0 ? 1 : -std::abs(*promise->standing.gap / target);
    if (worst && share >= least) continue;
    worst = MainPromise{.indicator = {i}, .promise = *promise};
    least = share;
  }
  return worst;
}

}  // namespace

std::vector<IndicatorId> headline_indicators(const Dataset& dataset) {
  std::vector<IndicatorId> indicators;
  for (const std::string& key : dataset.info().headline) {
    if (const auto indicator = dataset.find_indicator(key)) indicators.push_back(*indicator);
  }
  return indicators;
}

std::optional<MainPromise> main_promise_of_site(const Scope& scope) {
  std::optional<MainPromise> slipped_and_broken, slipped, broken, any;
  for (const IndicatorId indicator : headline_indicators(scope.dataset)) {
    const auto promise = promise_in_family(scope.dataset, indicator, scope.moment);
    if (!promise) continue;
    const MainPromise main = {.indicator = indicator, .promise = *promise};
    const bool moved = promise->slip.has_value();
    const bool is_kept = promise->standing.status == TargetStatus::achieved;
    if (!any) any = main;
    if (!slipped && moved && !is_kept) slipped = main;
    if (!broken && is_broken(*promise)) broken = main;
    if (!slipped_and_broken && moved && is_broken(*promise)) slipped_and_broken = main;
  }
  if (slipped_and_broken) return slipped_and_broken;
  if (slipped) return slipped;
  if (broken) return broken;
  const std::optional<MainPromise> missed = most_missed(scope);
  return missed ? missed : any;
}

std::optional<Stats> headline_stats(const Scope& scope) {
  Stats stats;
  for (const IndicatorId indicator : headline_indicators(scope.dataset)) {
    stats.stats.push_back(stat_of(scope, indicator));
  }
  if (stats.stats.empty()) return {};
  return stats;
}

}  // namespace tiendo

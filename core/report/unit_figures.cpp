// What else is published about one unit: other indicators, targets set for it, former units.
#include <algorithm>
#include <set>

#include "base/sort.h"
#include "report/cells.h"
#include "report/finding.h"
#include "report/unit_parts.h"

namespace tiendo {
namespace {

void collect(const Dataset& dataset, const TraceNode& node, std::set<IndicatorId>& indicators) {
  if (node.observation) indicators.insert(dataset[*node.observation].indicator);
  for (const TraceNode& child : node.children) collect(dataset, child, indicators);
}

// Those that the score is not made of, the newest first, the same programme together.
std::vector<const UnitIndicator*> others_of(const UnitView& view) {
  std::set<IndicatorId> in_score;
  if (view.has_score()) collect(view.dataset(), view.scored.now->trace(), in_score);
  std::vector<const UnitIndicator*> others;
  for (const UnitIndicator& indicator : view.indicators)
    if (in_score.count(indicator.indicator) == 0) others.push_back(&indicator);
  const auto last = [&](const UnitIndicator* indicator) {
    return view.dataset()[indicator->figures.back()].period.last;
  };
  sort_by(others,
          [&](const UnitIndicator* a, const UnitIndicator* b) { return last(b) < last(a); });
  return others;
}

// "46,96 điểm, hạng 2", as published.
std::string figure_with_rank(const UnitView& view, ObservationId figure) {
  const Scope& scope = view.scope;
  const Observation& observation = view.dataset()[figure];
  const std::string words = figure_words(view.dataset(), observation, scope.language);
  if (!observation.value || !observation.rank) return words;
  return scope.say(Word::unit_with_rank, {words, count_words(*observation.rank, scope.language)});
}

Cell before_cell(const UnitView& view, const UnitIndicator& indicator) {
  const Scope& scope = view.scope;
  const std::vector<ObservationId>& figures = indicator.figures;
  if (figures.size() < 2) return text_cell(scope.say(Word::unit_first_figure), Ink::faint);
  const ObservationId before = figures[figures.size() - 2];
  return text_cell(scope.say(Word::unit_dated, {figure_with_rank(view, before),
                                                scope.period(view.dataset()[before].period)}),
                   Ink::muted);
}

TableRow indicator_row(const UnitView& view, const UnitIndicator& indicator) {
  const Scope& scope = view.scope;
  const ObservationId last = indicator.figures.back();
  const Indicator& row = view.dataset()[indicator.indicator];
  return {
      .cells = {
          link_cell(row.name.in(scope.language),
                    indicator_href(view.dataset(), indicator.indicator, view.unit, scope.route)),
          words_cell({plain(figure_with_rank(view, last), Ink::text, Weight::bold)}),
          text_cell(scope.period(view.dataset()[last].period)),
          before_cell(view, indicator),
          count_cell(static_cast<long>(indicator.figures.size()), scope.language),
      }};
}

std::vector<Column> indicator_columns(const Scope& scope) {
  return {
      {.title = scope.say(Word::unit_indicator), .grow = 3, .lead = true},
      {.title = scope.say(Word::unit_latest), .grow = 2},
      {.title = scope.say(Word::unit_as_of), .place = ColumnPlace::detail},
      {.title = scope.say(Word::unit_before), .place = ColumnPlace::detail, .grow = 2},
      {.title = scope.say(Word::unit_count), .align = Align::right, .place = ColumnPlace::detail},
  };
}

// --- targets

// Where the promised indicator itself was never measured, another measure of the same promise.
std::optional<Promise> measured_promise(const UnitView& view, IndicatorId indicator) {
  const Moment& moment = view.scope.moment;
  std::optional<Promise> own = promise_on(view.dataset(), indicator, view.unit, moment);
  if (!own || own->standing.latest) return own;
  std::optional<Promise> other = promise_in_family(view.dataset(), indicator, moment);
  const bool same_unit = other && view.dataset()[other->target].unit == view.unit;
  return same_unit ? other : own;
}

std::vector<Promise> promises_of(const UnitView& view) {
  std::vector<Promise> promises;
  std::set<IndicatorId> seen;
  for (const Target& target : view.dataset().targets()) {
    if (!(target.unit == view.unit) || !seen.insert(target.indicator).second) continue;
    std::optional<Promise> promise = measured_promise(view, target.indicator);
    if (promise) promises.push_back(std::move(*promise));
  }
  return promises;
}

TableRow promise_row(const UnitView& view, const Promise& promise) {
  const Scope& scope = view.scope;
  const Target& target = view.dataset()[promise.target];
  const auto figure = last_figure(view.dataset(), promise.measure, view.unit, scope.moment);
  Cell latest = text_cell(scope.say(Word::phrases_no_data), Ink::muted);
  if (figure) {
    latest = text_cell(scope.say(
        Word::unit_dated, {figure_words(view.dataset(), view.dataset()[*figure], scope.language),
                           scope.period(view.dataset()[*figure].period)}));
    const std::string& measure = card_name(view.dataset()[promise.measure], scope.language);
    if (promise.measure != target.indicator)
      latest.words.push_back(plain(" " + scope.say(Word::unit_by_measure, {measure}), Ink::muted));
  } else if (const auto other = reading_of(view.dataset(), promise.measure, scope.moment).figure) {
    const Observation& there = view.dataset()[*other];  // measured, but not of this unit
    const std::string& whose = view.dataset()[there.unit].name.in(scope.language);
    latest = text_cell(
        scope.say(Word::unit_dated, {figure_words(view.dataset(), there, scope.language),
                                     scope.period(there.period)}) +
            scope.say(Word::indicators_of_unit, {whose}),
        Ink::muted);
  }
  return {.cells = {
              link_cell(view.dataset()[target.indicator].name.in(scope.language),
                        indicator_href(view.dataset(), target.indicator, view.unit, scope.route)),
              text_cell(promise_words(view.dataset(), target, scope.language)),
              {.status = promise_status(scope, promise)},
              std::move(latest),
          }};
}

std::string targets_title(const UnitView& view, const std::vector<Promise>& promises) {
  const Scope& scope = view.scope;
  const auto count = static_cast<long>(promises.size());
  const std::string all =
      scope.count(count, Word::unit_targets_title_one, Word::unit_targets_title);
  const auto silent =
      std::count_if(promises.begin(), promises.end(), [&](const Promise& promise) {
        return promise.standing.status == TargetStatus::not_measured &&
               reading_of(view.dataset(), promise.measure, scope.moment).figures == 0;
      });
  if (silent == 0) return all;
  if (silent == count) return scope.say(Word::unit_targets_title_unmeasured_all, {all});
  return scope.say(Word::unit_targets_title_unmeasured, {all, count_words(silent, scope.language)});
}

// --- former units

TableRow former_row(const UnitView& view, UnitId former) {
  const Scope& scope = view.scope;
  const std::vector<UnitIndicator> indicators = indicators_of(scope, former);
  long figures = 0;
  for (const UnitIndicator& indicator : indicators)
    figures += static_cast<long>(indicator.figures.size());
  const std::optional<ObservationId> latest = latest_of(view.dataset(), indicators);
  Cell last = text_cell(scope.say(Word::phrases_no_data), Ink::muted);
  if (latest) {
    const Observation& figure = view.dataset()[*latest];
    last = link_cell(scope.say(Word::ranking_one_score,
                               {card_name(view.dataset()[figure.indicator], scope.language),
                                scope.say(Word::unit_dated, {figure_with_rank(view, *latest),
                                                             scope.period(figure.period)})}),
                     indicator_href(view.dataset(), figure.indicator, former, scope.route));
  }
  return {.cells = {link_cell(view.dataset()[former].name.in(scope.language),
                              unit_href(view.dataset(), former, scope.route)),
                    text_cell(existence_words(scope, view.dataset()[former])),
                    count_cell(figures, scope.language), std::move(last)}};
}

}  // namespace

std::optional<Card> unit_indicators_card(const UnitView& view) {
  const Scope& scope = view.scope;
  const std::vector<const UnitIndicator*> others = others_of(view);
  if (others.empty()) return std::nullopt;
  Table table{.caption = scope.say(Word::unit_indicators_caption),
              .columns = indicator_columns(scope), .rows = {}};
  for (const UnitIndicator* indicator : others)
    table.rows.push_back(indicator_row(view, *indicator));
  const std::string latest =
      scope.period(view.dataset()[others.front()->figures.back()].period);
  const auto count = static_cast<long>(others.size());
  Card card;
  card.title = others.size() == view.indicators.size()
                   ? scope.count(count, Word::unit_indicators_title_one,
                                 Word::unit_indicators_title, {latest})
                   : scope.count(count, Word::unit_others_title_figures_one,
                                 Word::unit_others_title_figures, {latest});
  card.subtitle = scope.say(Word::unit_indicators_subtitle);
  card.blocks.push_back({std::move(table)});
  return card;
}

std::optional<Card> unit_targets_card(const UnitView& view) {
  const Scope& scope = view.scope;
  const std::vector<Promise> promises = promises_of(view);
  if (promises.empty()) return std::nullopt;
  Table table{.caption = scope.say(Word::unit_targets_caption),
              .columns = {{.title = scope.say(Word::unit_indicator), .grow = 3, .lead = true},
                          {.title = scope.say(Word::unit_promised), .grow = 1},
                          {.title = scope.say(Word::unit_state)},
                          {.title = scope.say(Word::unit_latest), .place = ColumnPlace::detail,
                           .grow = 1}},
              .rows = {}};
  for (const Promise& promise : promises) table.rows.push_back(promise_row(view, promise));
  Card card;
  card.title = targets_title(view, promises);
  card.blocks.push_back({std::move(table)});
  return card;
}

std::optional<Card> former_units_card(const UnitView& view) {
  const Scope& scope = view.scope;
  const std::vector<UnitId>& former = view.row().merged_from;
  if (former.empty()) return std::nullopt;
  Table table{.caption = scope.say(Word::unit_former_caption),
              .columns = {{.title = scope.say(Word::unit_former_unit), .grow = 1, .lead = true},
                          {.title = scope.say(Word::unit_existed), .place = ColumnPlace::detail},
                          {.title = scope.say(Word::unit_figures), .align = Align::right},
                          {.title = scope.say(Word::unit_former_latest),
                           .place = ColumnPlace::detail, .grow = 2}},
              .rows = {}};
  std::string names;
  for (std::size_t i = 0; i < former.size(); ++i) {
    if (i > 0)
      names += scope.say(i + 1 == former.size() ? Word::phrases_and : Word::phrases_comma);
    names += view.dataset()[former[i]].name.in(scope.language);
    table.rows.push_back(former_row(view, former[i]));
  }
  Card card;
  card.title = scope.say(Word::unit_former_title, {names});
  card.subtitle = scope.say(Word::unit_former_subtitle);
  card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace tiendo

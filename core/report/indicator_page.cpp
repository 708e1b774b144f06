// Of one indicator: the figure beside its promise, the line, related measures, what is measured.
#include <algorithm>
#include <cmath>

#include "report/cells.h"
#include "report/indicators_parts.h"
#include "report/promise_chart.h"

namespace tiendo {

namespace {

// Whose figures the page is about: the chosen unit, else the nation or the only unit.
std::optional<ObservationId> leading_figure(const Scope& scope, IndicatorId indicator) {
  if (const auto unit = chosen_unit(scope)) {
    return last_figure(scope.dataset, indicator, *unit, scope.moment);
  }
  return reading_of(scope.dataset, indicator, scope.moment).figure;
}

Stat figure_stat(const Scope& scope, ObservationId id) {
  const Dataset& dataset = scope.dataset;
  const Observation& figure = dataset[id];
  FigureParts parts = figure_parts(dataset, figure, scope.language);
  Stat stat = {.label = scope.say(Word::indicators_latest),
               .value = std::move(parts.number),
               .unit = std::move(parts.quantity),
               .href = source_href(dataset, figure.evidence.source, scope.route)};
  if (const auto before = value_before(dataset, id, scope.moment)) {
    const Observation& earlier = dataset[*before];
    stat.lines.push_back({plain(scope.say(Word::overview_from,
                                          {figure_words(dataset, earlier, scope.language),
                                           scope.period(earlier.period)}))});
  }
  if (!figure.note.empty()) {
    stat.lines.push_back({plain(std::string(figure.note.in(scope.language)), Ink::muted)});
  }
  stat.foot = {plain(scope.say(Word::phrases_as_of, {scope.period(figure.period)}), Ink::muted)};
  return stat;
}

Stat target_stat(const Scope& scope, const Promise& promise) {
  const Dataset& dataset = scope.dataset;
  const Target& target = dataset[promise.target];
  const Indicator& indicator = dataset[target.indicator];
  Stat stat = {.label = scope.say(Word::indicators_target),
               .value = format_number(target.value, target.printed_decimals, scope.language),
               .unit = indicator.quantity.in(scope.language),
               .href = source_href(dataset, target.evidence.source, scope.route)};
  if (const auto slip = slip_words(scope, promise))
    stat.lines.push_back({plain(*slip, Ink::accent)});
  const std::string due = target.due ? scope.say(Word::indicators_due_on, {scope.date(*target.due)})
                                     : scope.say(Word::phrases_undated);
  stat.foot = {plain(due, Ink::muted)};
  return stat;
}

Stat status_stat(const Scope& scope, const Promise& promise) {
  const Dataset& dataset = scope.dataset;
  const TargetStanding& standing = promise.standing;
  Stat stat = {.label = scope.say(Word::indicators_status),
               .status = promise_status(scope, promise)};
  if (standing.gap && standing.status != TargetStatus::achieved) {
    const Target& target = dataset[promise.target];
    const bool percentage = dataset[target.indicator].is_percentage();
    const Observation& figure = dataset[standing.at_due.value_or(*standing.latest)];
    const int decimals = std::max(target.printed_decimals, figure.printed_decimals);
    stat.value = format_number(std::abs(*standing.gap), decimals, scope.language);
    stat.unit = percentage ? scope.say(Word::indicators_percent_points)
                           : dataset[target.indicator].quantity.in(scope.language);
    const bool is_short = *standing.gap > 0;
    stat.label = scope.say(is_short ? Word::indicators_gap_short : Word::indicators_gap_over);
    if (standing.at_due && standing.at_due != standing.latest)
      stat.lines.push_back({plain(scope.say(
          Word::indicators_at_due, {figure_words(dataset, figure, scope.language),
                                    scope.period(figure.period)}))});
  }
  const auto last = last_measured(dataset, promise, scope.moment);
  if (last && is_silent(dataset, promise, scope.moment)) {
    const std::string since = scope.period(dataset[*last].period);
    stat.lines.push_back(
        {plain(scope.say(Word::indicators_silent_since, {since}), Ink::muted)});
  }
  return stat;
}

std::string series_title(const Scope& scope, IndicatorId indicator, const LineChart& chart) {
  std::vector<std::string> parts;
  std::vector<Date> dates;
  for (const LineSeries& series : chart.series) {
    if (series.label.empty()) continue;
    parts.push_back(scope.say(Word::indicators_series, {series.label, series.value_label}));
    dates.push_back(series.points.back().at);
  }
  if (parts.empty()) return card_name(scope.dataset[indicator], scope.language);
  const std::string all = join(parts, scope.say(Word::phrases_dot));
  const bool same_date = std::all_of(dates.begin(), dates.end(), [&](Date date) {
    return date == dates.front();
  });
  const auto last = leading_figure(scope, indicator);
  const bool dated = same_date && last && scope.dataset[*last].period.last == dates.front();
  if (!dated) return all;
  return scope.say(Word::indicators_series_dated,
                   {all, scope.period(scope.dataset[*last].period)});
}

std::vector<UnitId> units_of_chart(const Scope& scope, IndicatorId indicator) {
  std::vector<UnitId> units = nation_and_groups(scope, {indicator});
  if (const auto chosen = chosen_unit(scope)) {
    const auto nation = nation_of(scope.dataset);
    units = {*chosen};
    if (nation && *nation != *chosen) units.push_back(*nation);
  } else if (units.empty()) {
    const auto only = reading_of(scope.dataset, indicator, scope.moment).figure;
    if (only) units.push_back(scope.dataset[*only].unit);
  }
  return units;
}

// Why a related measure is beside this one and not in its line.
std::string relation_words(const Scope& scope, IndicatorId indicator, IndicatorId other) {
  const Dataset& dataset = scope.dataset;
  const auto promise = main_promise(dataset, indicator, scope.moment);
  if (promise && same_quantity(dataset, indicator, other)) {
    return scope.say(Word::indicators_same_promise,
                     {promised_value(dataset, *promise, scope.language)});
  }
  const bool whole = dataset[indicator].parent == other;
  return scope.say(whole ? Word::indicators_whole : Word::indicators_component);
}

TableRow related_row(const Scope& scope, IndicatorId indicator, IndicatorId other) {
  const Dataset& dataset = scope.dataset;
  const Reading reading = reading_of(dataset, other, scope.moment);
  const auto newest = newest_of(dataset, other, scope.moment);
  TableRow row;
  row.cells.push_back(link_cell(dataset[other].name.in(scope.language),
                                indicator_href(dataset, other, scope.route)));
  if (reading.figure) {
    const Observation& figure = dataset[*reading.figure];
    row.cells.push_back(text_cell(scope.say(Word::indicators_figure_as_of,
                                            {figure_words(dataset, figure, scope.language),
                                             scope.period(figure.period)})));
  } else if (newest) {
    row.cells.push_back(text_cell(
        join({scope.count(newest->units, Word::overview_units_one, Word::overview_units),
              scope.period(newest->period)},
             scope.say(Word::phrases_comma))));
  } else {
    row.cells.push_back(text_cell(scope.say(Word::phrases_no_data), Ink::muted));
  }
  row.cells.push_back(text_cell(relation_words(scope, indicator, other), Ink::muted));
  return row;
}

std::string frequency_words(const Scope& scope, const std::string& frequency) {
  if (frequency == "daily") return scope.say(Word::indicators_daily);
  if (frequency == "monthly") return scope.say(Word::indicators_monthly);
  if (frequency == "quarterly") return scope.say(Word::indicators_quarterly);
  if (frequency == "yearly") return scope.say(Word::indicators_yearly);
  return scope.say(Word::indicators_irregular);
}

Word direction_word(Direction direction) {
  switch (direction) {
    case Direction::higher_is_better: return Word::indicators_higher;
    case Direction::lower_is_better: return Word::indicators_lower;
    case Direction::none: break;
  }
  return Word::indicators_no_direction;
}

}  // namespace

std::optional<Promise> leading_promise(const Scope& scope, IndicatorId indicator) {
  if (const auto unit = chosen_unit(scope)) {
    if (auto own = promise_on(scope.dataset, indicator, *unit, scope.moment)) return own;
    return {};
  }
  return main_promise(scope.dataset, indicator, scope.moment);
}

std::optional<Stats> indicator_stats(const Scope& scope, IndicatorId indicator) {
  Stats stats;
  if (const auto figure = leading_figure(scope, indicator)) {
    stats.stats.push_back(figure_stat(scope, *figure));
  }
  if (const auto promise = leading_promise(scope, indicator)) {
    stats.stats.push_back(target_stat(scope, *promise));
    stats.stats.push_back(status_stat(scope, *promise));
  }
  if (stats.stats.empty()) return {};
  return stats;
}

namespace {

// Where each unit that is drawn stands against the promise in force: the nation beside its groups.
std::optional<Table> gap_table(const Scope& scope, const ChartRequest& request) {
  const Dataset& dataset = scope.dataset;
  const IndicatorId measure = request.measures.front();
  if (!request.promise || request.promise->measure != measure) return {};
  const Target& target = dataset[request.promise->target];
  Table table = {.caption = scope.say(Word::indicators_gap_short)};
  table.columns = {{.title = scope.say(Word::indicators_unit), .grow = 1, .lead = true},
                   {.title = scope.say(Word::indicators_latest), .align = Align::right},
                   {.title = scope.say(Word::indicators_target), .align = Align::right,
                    .place = ColumnPlace::detail},
                   {.title = scope.say(Word::indicators_status), .place = ColumnPlace::detail}};
  for (const UnitId unit : request.units) {
    const auto last = last_figure(dataset, measure, unit, scope.moment);
    if (!last || !dataset[*last].value) continue;
    const Observation& figure = dataset[*last];
    const bool met = meets(target, dataset[measure].direction, *figure.value);
    const int decimals = std::max(target.printed_decimals, figure.printed_decimals);
    const std::string size = difference_words(dataset[measure], target.value - *figure.value,
                                              decimals, scope.language);
    table.rows.push_back(
        {.cells = {link_cell(dataset[unit].name.in(scope.language),
                             indicator_href(dataset, measure, unit, scope.route)),
                   text_cell(scope.say(Word::indicators_figure_as_of,
                                       {figure_words(dataset, figure, scope.language),
                                        scope.period(figure.period)})),
                   text_cell(promise_words(dataset, target, scope.language)),
                   text_cell(met ? status_of(TargetStatus::achieved, scope.language).word
                                 : scope.say(Word::indicators_short_by, {size}))}});
  }
  if (table.rows.size() < 2) return {};
  return table;
}

}  // namespace

std::optional<Card> series_card(const Scope& scope, IndicatorId indicator) {
  const Dataset& dataset = scope.dataset;
  std::optional<Promise> promise = leading_promise(scope, indicator);
  if (!promise) promise = main_promise(dataset, indicator, scope.moment);
  const ChartRequest request = {.measures = {indicator},
                                .units = units_of_chart(scope, indicator),
                                .promise = std::move(promise)};
  const auto chart = promise_chart(scope, request);
  if (!chart || chart->series.empty()) return {};
  Card card = {.title = series_title(scope, indicator, *chart),
               .subtitle = dataset[indicator].name.in(scope.language)};
  card.blocks.push_back({Figure{.chart = *chart, .title = card.title,
                                .description = chart_description(scope, request, *chart)}});
  append(card.blocks, gap_table(scope, request));
  append(card.blocks, pace_paragraph(scope, request.promise, *chart));
  if (!dataset[indicator].note.empty()) {
    const std::string& note = dataset[indicator].note.in(scope.language);
    card.blocks.push_back({Paragraph{{plain(note, Ink::muted)}, ParagraphRole::note}});
  }
  return card;
}

std::optional<Card> related_card(const Scope& scope, IndicatorId indicator) {
  std::vector<IndicatorId> family = family_of(scope.dataset, indicator);
  family.erase(family.begin());
  if (family.empty()) return {};
  Card card = {.title = scope.count(static_cast<long>(family.size()), Word::indicators_related_one,
                                    Word::indicators_related)};
  Table table = {.caption = card.title};
  table.columns = {
      {.title = scope.say(Word::indicators_indicator), .grow = 1, .lead = true},
      {.title = scope.say(Word::indicators_latest)},
      {.title = scope.say(Word::indicators_relation), .place = ColumnPlace::detail, .grow = 1},
  };
  for (const IndicatorId other : family) table.rows.push_back(related_row(scope, indicator, other));
  card.blocks.push_back({std::move(table)});
  return card;
}

Card definition_card(const Scope& scope, IndicatorId id) {
  const Indicator& indicator = scope.dataset[id];
  Terms terms;
  const auto add = [&](Word name, const std::string& value) {
    const bool stated = !value.empty();
    terms.terms.push_back(
        {.name = scope.say(name),
         .value = {plain(stated ? value : scope.say(Word::phrases_not_stated),
                         stated ? Ink::text : Ink::muted)}});
  };
  add(Word::indicators_definition, indicator.definition.in(scope.language));
  add(Word::indicators_quantity, indicator.quantity.in(scope.language));
  add(Word::indicators_direction, scope.say(direction_word(indicator.direction)));
  add(Word::indicators_programme, indicator.programme.in(scope.language));
  add(Word::indicators_frequency, frequency_words(scope, indicator.frequency));
  add(Word::indicators_printed, scope.say(Word::indicators_as_printed));
  if (indicator.max_age_months) {
    add(Word::indicators_max_age, scope.count(*indicator.max_age_months, Word::phrases_months_one,
                                              Word::phrases_months));
  }
  if (!indicator.note.empty()) add(Word::indicators_note, indicator.note.in(scope.language));
  Card card = {.title = scope.say(Word::indicators_what_is_measured)};
  card.blocks.push_back({std::move(terms)});
  return card;
}

}  // namespace tiendo

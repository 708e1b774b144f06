// Of an indicator measured over many units: who stands where in the newest period that has enough
// of them. Ministries and provinces apart; units that did not exist then are a list of their own.
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "base/sort.h"
#include "report/cells.h"
#include "report/indicators_parts.h"

namespace tiendo {

namespace {

constexpr std::size_t units_min = 8;

struct Group {
  UnitKind kind = UnitKind::other;
  bool existed = true;  // at the end of the period
  friend bool operator<(const Group& a, const Group& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.existed > b.existed;
  }
};

struct Ranked {
  ObservationId figure;
  std::optional<int> place;        // as published, else counted where all have a value
  std::optional<double> change;    // since the period before
};

struct List {
  Period period;
  std::optional<Period> before;
  std::vector<Ranked> units;
  std::optional<Qualifier> shared;  // derived or provisional, where all figures are: said once
  bool placed = false;              // some unit has a place
};

// All figures of the group by period, newest period first.
using ByPeriod = std::map<long, std::vector<ObservationId>, std::greater<long>>;

std::map<Group, ByPeriod> figures_by_group(const Scope& scope, IndicatorId indicator) {
  const Dataset& dataset = scope.dataset;
  std::map<Group, ByPeriod> groups;
  for (const UnitId unit : dataset.units_observed(indicator)) {
    for (const ObservationId id : figures_of(dataset, indicator, unit, scope.moment)) {
      const Date last = dataset[id].period.last;
      const Group group = {peers_of(dataset[unit].kind), dataset[unit].exists_on(last)};
      groups[group][day_number(last)].push_back(id);
    }
  }
  return groups;
}

bool ranks_published(const Dataset& dataset, const std::vector<ObservationId>& figures) {
  const auto ranked = std::count_if(figures.begin(), figures.end(),
                                    [&](ObservationId id) { return dataset[id].rank.has_value(); });
  return static_cast<std::size_t>(ranked) * 2 > figures.size();
}

// Better first: by published rank, else by value in the indicator's direction; the rest last.
void sort_units(const Dataset& dataset, Direction direction, bool by_rank,
                std::vector<ObservationId>& figures) {
  const double sign = direction == Direction::lower_is_better ? -1 : 1;
  sort_by(figures, [&](ObservationId a, ObservationId b) {
    const Observation& left = dataset[a];
    const Observation& right = dataset[b];
    if (by_rank) {
      if (left.rank && right.rank) return *left.rank < *right.rank;
      return left.rank.has_value() && !right.rank;
    }
    if (left.value && right.value) return sign * *left.value > sign * *right.value;
    return left.value.has_value() && !right.value;
  });
}

// Competition ranking 1, 2, 2, 4 over the values.
void count_places(const Dataset& dataset, Direction direction, std::vector<Ranked>& units) {
  if (direction == Direction::none) return;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto& value = dataset[units[i].figure].value;
    if (!value) return;
    const bool tie = i > 0 && dataset[units[i - 1].figure].value == value;
    units[i].place = tie ? units[i - 1].place : std::optional(static_cast<int>(i) + 1);
  }
}

std::optional<double> change_since(const Dataset& dataset,
                                   const std::vector<ObservationId>* earlier,
                                   const Observation& now) {
  if (!earlier || !now.value) return {};
  for (const ObservationId id : *earlier) {
    if (dataset[id].unit == now.unit && dataset[id].value) return *now.value - *dataset[id].value;
  }
  return {};
}

std::optional<Qualifier> shared_qualifier(const Dataset& dataset,
                                          const std::vector<ObservationId>& figures) {
  const Qualifier first = dataset[figures.front()].qualifier;
  const bool said_once = first == Qualifier::derived || first == Qualifier::provisional;
  const bool all = std::all_of(figures.begin(), figures.end(), [&](ObservationId id) {
    return dataset[id].qualifier == first;
  });
  return said_once && all ? std::optional(first) : std::nullopt;
}

// Without the qualifier that the card says once for all.
std::string words_in(const Scope& scope, const List& list, const Observation& figure) {
  Observation bare = figure;
  if (list.shared) bare.qualifier = Qualifier::exact;
  if (list.shared == Qualifier::derived) {
    const int decimals = scope.dataset[figure.indicator].decimals;
    if (decimals > 0) bare.printed_decimals = std::min(bare.printed_decimals, decimals);
  }
  return figure_words(scope.dataset, bare, scope.language);
}

std::optional<List> list_of(const Scope& scope, IndicatorId indicator, const ByPeriod& by_period) {
  const Dataset& dataset = scope.dataset;
  const auto is_full = [](const auto& entry) { return entry.second.size() >= units_min; };
  const auto newest = std::find_if(by_period.begin(), by_period.end(), is_full);
  if (newest == by_period.end()) return {};
  const auto before = std::find_if(std::next(newest), by_period.end(), is_full);
  const std::vector<ObservationId>* earlier =
      before == by_period.end() ? nullptr : &before->second;

  std::vector<ObservationId> figures = newest->second;
  const Direction direction = dataset[indicator].direction;
  const bool by_rank = ranks_published(dataset, figures);
  sort_units(dataset, direction, by_rank, figures);
  List list = {.period = dataset[figures.front()].period};
  for (const ObservationId id : figures) {
    list.units.push_back({.figure = id,
                          .place = by_rank ? dataset[id].rank : std::nullopt,
                          .change = change_since(dataset, earlier, dataset[id])});
  }
  if (!by_rank) count_places(dataset, direction, list.units);
  list.shared = shared_qualifier(dataset, figures);
  list.placed = std::any_of(list.units.begin(), list.units.end(),
                            [](const Ranked& unit) { return unit.place.has_value(); });
  const bool compared = std::any_of(list.units.begin(), list.units.end(),
                                    [](const Ranked& unit) { return unit.change.has_value(); });
  if (compared) list.before = dataset[earlier->front()].period;
  return list;
}

double greatest_value(const Scope& scope, const List& list) {
  double greatest = 0;
  bool is_percentage = false;
  for (const Ranked& unit : list.units) {
    const Observation& figure = scope.dataset[unit.figure];
    is_percentage = scope.dataset[figure.indicator].is_percentage();
    greatest = std::max(greatest, figure.value.value_or(0));
  }
  return is_percentage ? std::max(greatest, 100.0) : greatest;
}

TableRow row_of(const Scope& scope, const List& list, const Ranked& unit, double greatest) {
  const Dataset& dataset = scope.dataset;
  const Observation& figure = dataset[unit.figure];
  TableRow row = {.highlighted = chosen_unit(scope) == figure.unit};
  if (list.placed) {
    row.cells.push_back(text_cell(unit.place ? count_words(*unit.place, scope.language)
                                             : scope.say(Word::indicators_no_place)));
  }
  const std::string own = indicator_href(dataset, figure.indicator, figure.unit, scope.route);
  row.cells.push_back(link_cell(dataset[figure.unit].name.in(scope.language), own));
  row.cells.push_back(
      words_cell({plain(words_in(scope, list, figure), Ink::text, Weight::bold)}));
  if (greatest > 0)  // says nothing that the figure beside it does not say
    row.cells.push_back({.bar = std::clamp(figure.value.value_or(0) / greatest, 0.0, 1.0)});
  if (!list.before) return row;
  const Indicator& indicator = dataset[figure.indicator];
  const int decimals = std::max(figure.printed_decimals > 2 ? 2 : figure.printed_decimals,
                                indicator.decimals);
  Cell change = text_cell(scope.say(Word::indicators_no_earlier), Ink::muted);
  if (unit.change) {
    change = {.status = change_status(*unit.change, decimals, indicator.direction, scope.language)};
  }
  row.cells.push_back(std::move(change));
  return row;
}

std::string group_name(const Scope& scope, const Group& group, std::size_t count) {
  const auto number = static_cast<long>(count);
  if (!group.existed) {
    return scope.count(number, Word::indicators_others_one, Word::indicators_others);
  }
  switch (group.kind) {
    case UnitKind::province:
      return scope.count(number, Word::indicators_provinces_one, Word::indicators_provinces);
    case UnitKind::ministry:
      return scope.count(number, Word::indicators_ministries_one, Word::indicators_ministries);
    default: break;
  }
  return scope.count(number, Word::overview_units_one, Word::overview_units);
}

std::string title_of(const Scope& scope, const List& list) {
  const Dataset& dataset = scope.dataset;
  const Observation& first = dataset[list.units.front().figure];
  const Observation& last = dataset[list.units.back().figure];
  const auto name = [&](const Observation& figure) {
    return dataset[figure.unit].name.in(scope.language);
  };
  const auto unnumbered =
      std::count_if(list.units.begin(), list.units.end(), [&](const Ranked& unit) {
        const Observation& figure = dataset[unit.figure];
        return !figure.value && !figure.rank;
      });
  if (unnumbered > 0) {
    return scope.count(unnumbered, Word::indicators_first_and_rest_one,
                       Word::indicators_first_and_rest,
                       {name(first), words_in(scope, list, first)});
  }
  const bool judged = dataset[first.indicator].direction != Direction::none;
  return scope.say(judged ? Word::indicators_first_and_last : Word::indicators_most_and_least,
                   {name(first), words_in(scope, list, first), name(last),
                    words_in(scope, list, last)});
}

std::string subtitle_of(const Scope& scope, const Group& group, const List& list) {
  const std::string units = group_name(scope, group, list.units.size());
  const std::string period = scope.period(list.period);
  if (!list.shared) return scope.say(Word::indicators_ranking_subtitle, {units, period});
  const bool derived = list.shared == Qualifier::derived;
  return scope.say(Word::indicators_ranking_remark,
                   {units, period, scope.say(derived ? Word::phrases_derived_remark
                                                     : Word::phrases_provisional_remark)});
}

std::string end_of_scale(const Scope& scope, const List& list, double greatest) {
  const Indicator& indicator =
      scope.dataset[scope.dataset[list.units.front().figure].indicator];
  return quantity_words(indicator, greatest, 0, scope.language);
}

// Every unit a dot; the first, the last and the chosen one by name.
std::optional<Figure> strip_of(const Scope& scope, const List& list, const std::string& title) {
  const Dataset& dataset = scope.dataset;
  const Indicator& indicator = dataset[dataset[list.units.front().figure].indicator];
  StripRow row = {.label = card_name(indicator, scope.language),
                  .value_label = scope.period(list.period),
                  .low = 0, .high = greatest_value(scope, list)};
  // Dots need no zero: where all lie far from it they keep the whole scale to themselves.
  double least = row.high;
  for (const Ranked& unit : list.units)
    least = std::min(least, dataset[unit.figure].value.value_or(row.high));
  if (least > row.high / 2 && !indicator.is_percentage()) row.low = std::floor(least);
  const ObservationId first = list.units.front().figure, last = list.units.back().figure;
  for (const Ranked& unit : list.units) {
    const Observation& figure = dataset[unit.figure];
    if (!figure.value) continue;
    const bool chosen = chosen_unit(scope) == figure.unit;
    const bool named = chosen || unit.figure == first || unit.figure == last;
    const std::string words =
        scope.say(Word::indicators_strip_dot,
                  {dataset[figure.unit].name.in(scope.language), words_in(scope, list, figure)});
    row.dots.push_back({.value = *figure.value, .ink = named ? Ink::series : Ink::silence,
                        .strong = named, .label = named ? words : std::string(), .words = words,
                        .href = indicator_href(dataset, figure.indicator, figure.unit,
                                               scope.route)});
    if (chosen) row.dots.back().ink = Ink::accent;
  }
  if (row.dots.size() < units_min) return {};
  row.low_label = format_number(row.low, 0, scope.language);
  row.high_label = end_of_scale(scope, list, row.high);
  return Figure{.chart = DotStrip{{std::move(row)}}, .title = title,
                .description = scope.say(Word::indicators_strip_description, {title})};
}

Card card_of(const Scope& scope, const Group& group, const List& list) {
  Card card = {.title = title_of(scope, list), .subtitle = subtitle_of(scope, group, list)};
  if (auto strip = strip_of(scope, list, card.title)) card.blocks.push_back({std::move(*strip)});
  Table table = {.caption = card.title};
  if (list.placed) {
    table.columns.push_back({.title = scope.say(Word::indicators_place), .align = Align::right});
  }
  table.columns.push_back({.title = scope.say(Word::indicators_unit), .lead = true});
  const double greatest = greatest_value(scope, list);
  table.columns.push_back(
      {.title = scope.say(Word::indicators_figure_column), .align = Align::right});
  if (greatest > 0)
    table.columns.push_back({.title = scope.say(Word::indicators_scale,
                                                {end_of_scale(scope, list, greatest)}),
                             .place = ColumnPlace::detail, .grow = 1,
                             .ticks = {"0", end_of_scale(scope, list, greatest)}});
  if (list.before) {
    table.columns.push_back(
        {.title = scope.say(Word::indicators_change_since, {scope.period(*list.before)}),
         .place = ColumnPlace::detail});
  }
  for (const Ranked& unit : list.units) table.rows.push_back(row_of(scope, list, unit, greatest));
  card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace

std::vector<Card> ranking_cards(const Scope& scope, IndicatorId indicator) {
  std::vector<Card> cards;
  for (const auto& [group, by_period] : figures_by_group(scope, indicator)) {
    const std::optional<List> list = list_of(scope, indicator, by_period);
    if (list) cards.push_back(card_of(scope, group, *list));
  }
  return cards;
}

}  // namespace tiendo

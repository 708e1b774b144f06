// One database: its criteria against those of its kind, how they moved, whether it is shared, and
// who answers for it.
#include <algorithm>

#include "report/cells.h"
#include "report/indicators_parts.h"
#include "report/readiness_parts.h"

namespace tiendo {
namespace {

struct Peers {
  std::vector<double> points;  // of the criterion, over the databases of the kind
  int place = 1;
};

Peers peers_of(const DataView& view, const DatabaseReading& own, std::size_t criterion) {
  Peers peers;
  for (const DatabaseReading& other : view.databases) {
    const std::optional<double>& points = other.criteria[criterion].points;
    if (other.database->kind != own.database->kind || !points) continue;
    peers.points.push_back(*points);
    if (own.criteria[criterion].points && *points > *own.criteria[criterion].points) ++peers.place;
  }
  return peers;
}

std::string heading(const DataView& view, const DatabaseReading& own) {
  const Scope& scope = view.scope;
  const std::string sharing = status_of(scope, own.sharing()).word;
  std::optional<std::size_t> best, worst;
  for (std::size_t i = 0; i < own.criteria.size(); ++i) {
    const std::optional<double>& points = own.criteria[i].points;
    if (!points) continue;
    if (!best || *points > *own.criteria[*best].points) best = i;
    if (!worst || *points < *own.criteria[*worst].points) worst = i;
  }
  if (!best || best == worst)
    return scope.say(Word::readiness_one_unmeasured, {view.name(own), sharing});
  const auto figure = [&](std::size_t i) {
    return figure_words(view.dataset(), view.dataset()[*own.criteria[i].figure], scope.language);
  };
  return scope.say(Word::readiness_one, {view.name(own), view.name(view.criteria[*best]),
                                         figure(*best), view.name(view.criteria[*worst]),
                                         figure(*worst)});
}

Stats stats_of(const DataView& view, const DatabaseReading& own) {
  const Scope& scope = view.scope;
  const Database& database = *own.database;
  Stat sharing{.label = scope.say(Word::readiness_sharing),
               .status = status_of(scope, own.sharing())};
  if (!database.reason.empty())
    sharing.lines.push_back({plain(scope.say(Word::readiness_reason_is,
                                             {database.reason.in(scope.language)}))});
  else if (own.sharing() == Sharing::refused)
    sharing.lines.push_back({plain(scope.say(Word::readiness_no_reason), Ink::bad)});
  Stat owner{.label = scope.say(Word::readiness_column_owner)};
  owner.lines.push_back(database.owner
                            ? unit_list(view.dataset(), {*database.owner}, scope.route)
                            : Words{plain(scope.say(Word::phrases_not_stated), Ink::muted)});
  owner.foot = {plain(database_kind_words(scope, database.kind), Ink::muted)};
  Stat measured{.label = scope.say(Word::readiness_measured),
                .value = count_words(own.measured(), scope.language),
                .unit = scope.say(Word::readiness_of_criteria,
                                  {count_words(static_cast<long>(own.criteria.size()),
                                               scope.language)})};
  return {{std::move(sharing), std::move(owner), std::move(measured)}};
}

StripRow strip_row(const DataView& view, const DatabaseReading& own, std::size_t i) {
  const Scope& scope = view.scope;
  const DataCriterion& criterion = view.criteria[i];
  StripRow row{.label = view.name(criterion), .value_label = reading_words(view, own.criteria[i]),
               .low_label = format_percent(0, 0, scope.language),
               .high_label = format_percent(100, 0, scope.language)};
  for (const DatabaseReading& other : view.databases) {
    const CriterionReading& read = other.criteria[i];
    if (other.database->kind != own.database->kind || !read.points) continue;
    const bool strong = &other == &own;
    row.dots.push_back({.value = *read.points, .ink = strong ? Ink::series : Ink::silence,
                        .strong = strong,
                        .label = strong ? reading_words(view, read) : std::string(),
                        .words = scope.say(Word::readiness_cell,
                                           {view.name(other), view.name(criterion),
                                            reading_words(view, read)}),
                        .href = database_href(scope, other.database->unit)});
  }
  return row;
}

TableRow criterion_row(const DataView& view, const DatabaseReading& own, std::size_t i) {
  const Scope& scope = view.scope;
  const DataCriterion& criterion = view.criteria[i];
  const CriterionReading& read = own.criteria[i];
  const Peers peers = peers_of(view, own, i);
  Cell name = text_cell(view.name(criterion));
  if (criterion.indicator)
    name = link_cell(view.name(criterion), indicator_href(view.dataset(), *criterion.indicator,
                                                          own.database->unit, scope.route));
  Cell before = text_cell(scope.say(Word::phrases_no_data), Ink::muted);
  if (read.figure)
    if (const auto earlier = value_before(view.dataset(), *read.figure, scope.moment)) {
      const Observation& figure = view.dataset()[*earlier];
      before = text_cell(scope.say(Word::unit_dated,
                                   {figure_words(view.dataset(), figure, scope.language),
                                    scope.period(figure.period)}));
    }
  return {.cells = {std::move(name),
                    text_cell(reading_words(view, read), read.points ? Ink::text : Ink::muted),
                    std::move(before),
                    read.points ? text_cell(scope.say(
                                      Word::readiness_place,
                                      {count_words(peers.place, scope.language),
                                       count_words(static_cast<long>(peers.points.size()),
                                                   scope.language)}))
                                : text_cell(scope.say(Word::unit_not_ranked), Ink::muted)}};
}

std::vector<SmallMultiple> panels_of(const DataView& view, const DatabaseReading& own) {
  const Scope& scope = view.scope;
  std::vector<SmallMultiple> panels;
  for (std::size_t i = 0; i < view.criteria.size(); ++i) {
    const std::optional<IndicatorId>& indicator = view.criteria[i].indicator;
    if (!indicator) continue;
    SmallMultiple panel{.label = view.name(view.criteria[i])};
    panel.points = points_with_gaps(
        scope, series_of(view.dataset(), *indicator, own.database->unit, scope.moment));
    if (panel.points.size() < 2) continue;
    panel.value_label = reading_words(view, own.criteria[i]);
    panel.words = scope.say(Word::readiness_cell, {view.name(own), panel.label,
                                                   panel.value_label});
    panel.href = indicator_href(view.dataset(), *indicator, own.database->unit, scope.route);
    panels.push_back(std::move(panel));
  }
  return panels;
}

std::optional<Card> history_card(const DataView& view, const DatabaseReading& own) {
  const Scope& scope = view.scope;
  SmallMultiples chart{.unit = "%", .language = scope.language, .panels = panels_of(view, own)};
  if (chart.panels.empty()) return std::nullopt;
  chart.from = chart.panels.front().points.front().at;
  for (const SmallMultiple& panel : chart.panels)
    chart.from = std::min(chart.from, panel.points.front().at);
  chart.to = scope.moment.end();
  std::vector<std::string> parts;
  for (const SmallMultiple& panel : chart.panels)
    parts.push_back(scope.say(Word::readiness_criterion_value, {panel.label, panel.value_label}));
  Card card{.title = scope.say(Word::readiness_history)};
  card.blocks.push_back({Figure{.chart = std::move(chart), .title = card.title,
                                .description = join(parts, scope.say(Word::site_semicolon))}});
  return card;
}

Card criteria_card(const DataView& view, const DatabaseReading& own) {
  const Scope& scope = view.scope;
  Card card{.title = scope.say(Word::readiness_against_peers,
                               {database_kind_words(scope, own.database->kind)})};
  DotStrip strip;
  for (std::size_t i = 0; i < view.criteria.size(); ++i) {
    StripRow row = strip_row(view, own, i);
    if (!row.dots.empty()) strip.rows.push_back(std::move(row));
  }
  if (!strip.rows.empty())
    card.blocks.push_back({Figure{.chart = std::move(strip), .title = card.title,
                                  .description = scope.say(Word::readiness_strip_description,
                                                           {view.name(own)})}});
  Table table{.caption = card.title,
              .columns = {{.title = scope.say(Word::readiness_criterion), .grow = 1, .lead = true},
                          {.title = scope.say(Word::unit_latest)},
                          {.title = scope.say(Word::unit_before), .place = ColumnPlace::detail},
                          {.title = scope.say(Word::unit_rank_in), .align = Align::right}}};
  for (std::size_t i = 0; i < view.criteria.size(); ++i)
    table.rows.push_back(criterion_row(view, own, i));
  if (!table.rows.empty()) card.blocks.push_back({std::move(table)});
  return card;
}

}  // namespace

Page database_page(const Scope& scope, UnitId database) {
  const DataView view(scope);
  const auto own = std::find_if(
      view.databases.begin(), view.databases.end(),
      [&](const DatabaseReading& reading) { return reading.database->unit == database; });
  Page page{.language = scope.language,
            .title = scope.say(Word::site_tab_title, {view.name(*own)}),
            .heading = heading(view, *own)};
  page.lede = {link(scope.say(Word::readiness_all_databases),
                     address_of(route_to(scope.route, View::readiness))),
               plain(scope.say(Word::phrases_dot)),
               link(scope.say(Word::readiness_unit_page),
                    unit_href(scope.dataset, database, scope.route))};
  page.blocks.push_back({stats_of(view, *own)});
  if (!view.criteria.empty()) page.blocks.push_back({criteria_card(view, *own)});
  if (std::optional<Card> card = history_card(view, *own))
    page.blocks.push_back({std::move(*card)});
  return page;
}

}  // namespace tiendo

// The ranked table, the tile map beside it, and the units that have no score.
#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "report/name_order.h"
#include "report/province_grid.h"
#include "report/ranking_parts.h"
#include "report/task_columns.h"

namespace tiendo {
namespace {

// Rows in the order that the reader chose; ranks stay what they are.
std::vector<UnitComparison> in_order(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  std::vector<UnitComparison> units = ranking.comparison.scored();
  if (scope.route.order == Order::by_name) {
    sort_by(units, [&](const UnitComparison& a, const UnitComparison& b) {
      return name_before(ranking.name(*a.now), ranking.name(*b.now));
    });
  } else if (scope.route.order == Order::by_change) {
    const auto points = [](const UnitComparison& unit) {
      return unit.change ? unit.change->points : -1000.0;
    };
    sort_by(units, [&](const UnitComparison& a, const UnitComparison& b) {
      return points(a) > points(b);
    });
  }
  return units;
}

Column sortable(const Ranking& ranking, Column column, Order order, bool ascending) {
  column.href = address_with(ranking.scope.route, [&](Route& route) { route.order = order; });
  if (ranking.scope.route.order == order) column.ascending = ascending;
  return column;
}

bool has_bands(const Ranking& ranking) { return !ranking.methodology.bands.empty(); }

TaskTally tally_for(const Ranking& ranking, UnitId unit) {
  return tally_of(led_by(ranking.scope.dataset, unit, ranking.standings));
}

// What the scored units' tasks are in, where the methodology asks for tasks.
std::vector<TaskColumn> counted_columns(const Ranking& ranking) {
  std::vector<TaskTally> tallies;
  for (const UnitScore* unit : ranking.scored())
    tallies.push_back(tally_for(ranking, unit->unit));
  return task_columns(tallies);
}

std::vector<Column> ranking_columns(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const bool provinces = ranking.group() == RankingGroup::provinces;
  std::vector<Column> columns;
  columns.push_back(sortable(
      ranking, {.title = scope.say(Word::ranking_rank), .align = Align::right},
      Order::by_default, true));
  if (ranking.comparison.before)
    columns.push_back(
        {.title = scope.say(Word::ranking_movement), .place = ColumnPlace::detail});
  if (ranking.certainty)
    columns.push_back({.title = scope.say(Word::ranking_range), .place = ColumnPlace::detail});
  const Word lead = provinces ? Word::ranking_province : Word::ranking_ministry;
  columns.push_back(sortable(ranking, {.title = scope.say(lead), .grow = 1, .lead = true},
                             Order::by_name, true));
  columns.push_back({.title = scope.say(Word::ranking_score), .align = Align::right});
  columns.push_back(
      {.title = scope.say(Word::ranking_scale), .place = ColumnPlace::detail, .grow = 2});
  if (has_bands(ranking))
    columns.push_back({.title = scope.say(Word::ranking_band), .place = ColumnPlace::detail});
  if (ranking.comparison.before)
    columns.push_back(sortable(
        ranking,
        {.title = scope.say(Word::ranking_since, {dated_words(scope, *ranking.comparison.before)}),
         .align = Align::right, .place = ColumnPlace::detail},
        Order::by_change, false));
  for (const TaskColumn& column : counted_columns(ranking))
    columns.push_back(column_of(scope, column));
  return columns;
}

bool is_tied(const Ranking& ranking, int rank) {
  const auto with_rank = [&](const UnitScore& unit) { return unit.rank == rank; };
  const std::vector<UnitScore>& units = ranking.now().units;
  return std::count_if(units.begin(), units.end(), with_rank) > 1;
}

std::string rank_words(const Ranking& ranking, const UnitScore& unit) {
  const std::string rank = count_words(unit.rank.value_or(0), ranking.scope.language);
  if (!unit.rank || !is_tied(ranking, *unit.rank)) return rank;
  return ranking.scope.say(Word::ranking_tied, {rank});
}

Cell movement_cell(const Ranking& ranking, const UnitComparison& unit) {
  const Scope& scope = ranking.scope;
  if (!unit.change)
    return {.status = Status{Symbol::dash, Ink::muted, scope.say(Word::ranking_new_score)}};
  const int places = unit.change->places;
  if (places == 0)
    return {.status = Status{Symbol::dash, Ink::muted, scope.say(Word::ranking_same_rank)}};
  const std::string size = count_words(std::abs(places), scope.language);
  if (places > 0)
    return {.status = Status{Symbol::triangle_up, Ink::good, scope.say(Word::ranking_up, {size})}};
  return {.status = Status{Symbol::triangle_down, Ink::bad, scope.say(Word::ranking_down, {size})}};
}

Cell change_cell(const Ranking& ranking, const UnitComparison& unit) {
  if (!unit.change)
    return {.words = {plain(ranking.scope.say(Word::ranking_new_score), Ink::muted)}};
  return {.words = {plain(ranking.change(unit.change->points))}};
}

Cell range_cell(const Ranking& ranking, UnitId unit) {
  const UnitRobustness* found = ranking.certainty->find(unit);
  return {.words = {plain(found ? range_words(ranking.scope, *found) : "", Ink::muted)}};
}

// The bar says nothing that the score beside it does not say, so it has no words of its own.
TableRow ranking_row(const Ranking& ranking, const UnitComparison& unit,
                     const std::vector<TaskColumn>& counted) {
  const Scope& scope = ranking.scope;
  const UnitScore& now = *unit.now;
  TableRow row;
  row.cells.push_back({.words = {plain(rank_words(ranking, now), Ink::text, Weight::bold)}});
  if (ranking.comparison.before) row.cells.push_back(movement_cell(ranking, unit));
  if (ranking.certainty) row.cells.push_back(range_cell(ranking, now.unit));
  row.cells.push_back(
      {.words = {link(ranking.name(now), unit_href(scope.dataset, now.unit, scope.route))}});
  row.cells.push_back(
      {.words = {plain(ranking.shown(*now.score), Ink::text, Weight::bold)}});
  row.cells.push_back({.bar = std::clamp(*now.score / 100, 0.0, 1.0),
                       .bar_ink = now.rank == 1 ? Ink::seq5 : Ink::series});
  if (has_bands(ranking))
    row.cells.push_back({.words = {plain(now.band ? now.band->name.in(scope.language)
                                                  : scope.say(Word::ranking_no_band),
                                         Ink::muted)}});
  if (ranking.comparison.before) row.cells.push_back(change_cell(ranking, unit));
  for (const TaskColumn& column : counted)
    row.cells.push_back(cell_of(scope, column, now.unit, tally_for(ranking, now.unit)));
  return row;
}

std::string table_title(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::vector<const UnitScore*> units = ranking.scored();
  const UnitScore& first = *units.front();
  const UnitScore& last = *units.back();
  if (units.size() == 1)
    return scope.say(Word::ranking_one_score, {ranking.name(first), ranking.points(*first.score)});
  if (last.rank == first.rank) return scope.say(Word::ranking_gap_none);
  return scope.say(Word::ranking_gap, {ranking.name(first), ranking.name(last),
                                       ranking.points(*first.score - *last.score)});
}

// --- the map

struct Range { double low = 0, high = 0; };

Tile tile_of(const Ranking& ranking, const ProvincePlace& place, UnitId unit, const Range& range) {
  const Scope& scope = ranking.scope;
  const std::string& name = scope.dataset[unit].name.in(scope.language);
  const UnitScore* score = ranking.now().find(unit);
  Tile tile{.label = name, .value_label = "", .column = place.column, .row = place.row,
            .share = std::nullopt, .words = scope.say(Word::ranking_tile_missing, {name}),
            .href = unit_href(scope.dataset, unit, scope.route)};
  if (!score || !score->score) return tile;
  tile.value_label = format_number(*score->score, 1, scope.language);
  tile.share = range.high > range.low ? (*score->score - range.low) / (range.high - range.low) : 1;
  tile.words = scope.say(Word::ranking_tile_words,
                         {name, ranking.points(*score->score),
                          count_words(score->rank.value_or(0), scope.language)});
  return tile;
}

TileMap map_of(const Ranking& ranking, const Range& range) {
  const Scope& scope = ranking.scope;
  TileMap map;
  for (const ProvincePlace& place : province_grid) {
    const std::optional<UnitId> unit = scope.dataset.find_unit(place.key);
    if (unit && ranking.now().find(*unit))
      map.tiles.push_back(tile_of(ranking, place, *unit, range));
  }
  map.islands = {{.label = scope.say(Word::ranking_hoang_sa), .column = hoang_sa_place.column,
                  .row = hoang_sa_place.row},
                 {.label = scope.say(Word::ranking_truong_sa), .column = truong_sa_place.column,
                  .row = truong_sa_place.row}};
  return map;
}

// The nation's own published total, where the methodology reproduces one.
std::optional<double> national_score(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const auto total = scope.dataset.find_indicator(ranking.methodology.published_total);
  const auto nation = nation_of(scope.dataset);
  if (!total || !nation) return std::nullopt;
  const auto figure = select(scope.dataset, *total, *nation, scope.moment);
  return figure ? scope.dataset[*figure].value : std::nullopt;
}

std::string map_title(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::vector<const UnitScore*> units = ranking.scored();
  const std::string& first = ranking.name(*units.front());
  if (units.size() == 1) return scope.say(Word::ranking_map_title_one, {first});
  if (const std::optional<double> national = national_score(ranking)) {
    const auto above =
        std::count_if(units.begin(), units.end(),
                      [&](const UnitScore* unit) { return *unit->score > *national; });
    return scope.count(above, Word::ranking_map_above_one, Word::ranking_map_above,
                       {ranking.shown(*national)});
  }
  return scope.say(Word::ranking_map_title, {first, ranking.name(*units.back())});
}

}  // namespace

Card ranking_table_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  Table table{.caption = scope.say(Word::ranking_table_caption,
                                   {ranking.methodology.name.in(scope.language)}),
              .columns = ranking_columns(ranking), .rows = {}};
  const std::vector<TaskColumn> counted = counted_columns(ranking);
  for (const UnitComparison& unit : in_order(ranking))
    table.rows.push_back(ranking_row(ranking, unit, counted));
  bool tied = false;
  for (const UnitScore* unit : ranking.scored()) tied = tied || is_tied(ranking, *unit->rank);
  Card card{.title = table_title(ranking), .subtitle = "", .blocks = {{std::move(table)}},
            .foot = {}};
  if (tied) card.foot = {plain(scope.say(Word::ranking_tied_note) + " ", Ink::muted)};
  for (Span& span : certainty_words(ranking)) card.foot.push_back(std::move(span));
  return card;
}

std::optional<Card> tile_map_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  if (ranking.group() != RankingGroup::provinces) return std::nullopt;
  const std::vector<const UnitScore*> units = ranking.scored();
  const UnitScore& first = *units.front();
  const UnitScore& last = *units.back();
  TileMap map = map_of(ranking, {.low = *last.score, .high = *first.score});
  if (map.tiles.empty()) return std::nullopt;
  const std::string count =
      group_count(scope, ranking.group(), static_cast<long>(map.tiles.size()));
  Card card;
  card.title = map_title(ranking);
  card.subtitle = scope.say(Word::ranking_map_subtitle);
  card.blocks.push_back({Figure{
      .chart = std::move(map),
      .title = scope.say(Word::ranking_map_figure, {count}),
      .description = scope.say(Word::ranking_map_description,
                               {count, ranking.points(*last.score), ranking.name(last),
                                ranking.points(*first.score), ranking.name(first)})}});
  return card;
}

}  // namespace tiendo

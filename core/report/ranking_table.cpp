// The ranked table.
#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "report/name_order.h"
#include "report/ranking_parts.h"
#include "report/task_columns.h"

namespace tiendo {
namespace {

// Rows in the order that the reader chose; ranks stay what they are.
std::vector<UnitComparison> in_order(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  std::vector<UnitComparison> units = ranking.comparison.scored;
  const RowFilter filter(ranking);
  std::erase_if(units, [&](const UnitComparison& unit) { return !filter.passes(*unit.now); });
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

// The one band of all is said above the table; a column only where units differ.
bool has_bands(const Ranking& ranking) {
  const std::vector<const UnitScore*> units = ranking.scored();
  return std::any_of(units.begin(), units.end(), [&](const UnitScore* unit) {
    return unit->band != units.front()->band;
  });
}

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

// --- the trend: the scores of the last months, where there are at least three

constexpr std::size_t trend_months_min = 3, trend_months_max = 12;

// Up to the month shown, oldest first.
std::vector<const MonthScores*> trend_of(const Ranking& ranking) {
  std::vector<const MonthScores*> trend;
  for (const MonthScores& month : *ranking.history)
    if (!(ranking.scope.moment.month < month.month)) trend.push_back(&month);
  if (trend.size() > trend_months_max)
    trend.erase(trend.begin(), trend.end() - static_cast<std::ptrdiff_t>(trend_months_max));
  if (trend.size() < trend_months_min) trend.clear();
  return trend;
}

Cell trend_cell(const Ranking& ranking, const std::vector<const MonthScores*>& trend,
                UnitId unit) {
  const Scope& scope = ranking.scope;
  Sparkline line;
  std::vector<std::string> ends;
  for (const MonthScores* month : trend) {
    const MonthScores::Unit* found = month->find(unit);
    line.values.push_back(found ? std::optional(found->score) : std::nullopt);
    if (!line.values.back()) continue;
    if (ends.size() == 2) ends.pop_back();
    ends.push_back(scope.say(Word::ranking_extreme,
                             {ranking.shown(*line.values.back()),
                              format_month(month->month, scope.language)}));
  }
  if (ends.empty()) ends.push_back(scope.say(Word::phrases_no_data));
  const std::string words = ends.size() == 2 ? scope.say(Word::ranking_from_to, {ends[0], ends[1]})
                                             : ends.front();
  return {.words = {plain(words)}, .line = std::move(line)};
}

// Full coverage of all is said below the table; a column only where units differ.
bool has_gaps(const Ranking& ranking) {
  const std::vector<const UnitScore*> units = ranking.scored();
  return std::any_of(units.begin(), units.end(),
                     [](const UnitScore* unit) { return unit->coverage < 1; });
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
  const Word lead = provinces ? Word::ranking_province : Word::ranking_ministry;
  columns.push_back(sortable(ranking, {.title = scope.say(lead), .grow = 1, .lead = true},
                             Order::by_name, true));
  columns.push_back({.title = scope.say(Word::ranking_score), .align = Align::right});
  columns.push_back(
      {.title = scope.say(Word::ranking_scale), .place = ColumnPlace::detail, .grow = 2,
       .ticks = {"0", "50", "100"}});
  if (has_bands(ranking))
    columns.push_back({.title = scope.say(Word::ranking_band), .place = ColumnPlace::detail});
  if (const auto& before = ranking.comparison.before)
    columns.push_back(sortable(
        ranking,
        {.title = scope.say(Word::ranking_since,
                            {format_month(before->moment.month, scope.language)}),
         .align = Align::right, .place = ColumnPlace::detail},
        Order::by_change, false));
  if (ranking.certainty)
    columns.push_back({.title = scope.say(Word::ranking_range), .align = Align::right,
                       .place = ColumnPlace::detail});
  if (!trend_of(ranking).empty())
    columns.push_back({.title = scope.say(Word::ranking_trend), .place = ColumnPlace::detail});
  if (has_gaps(ranking))
    columns.push_back({.title = scope.say(Word::ranking_coverage), .align = Align::right,
                       .place = ColumnPlace::detail});
  for (const TaskColumn& column : counted_columns(ranking))
    columns.push_back(column_of(scope, column));
  return columns;
}

Cell movement_cell(const Ranking& ranking, const UnitComparison& unit) {
  const Scope& scope = ranking.scope;
  if (!unit.change)
    return {.status = Status{Symbol::dash, Ink::muted, scope.say(Word::ranking_new_score)}};
  return moved_cell(scope, unit.change->places);
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
                     const std::vector<const MonthScores*>& trend, bool with_coverage,
                     const std::vector<TaskColumn>& counted) {
  const Scope& scope = ranking.scope;
  const UnitScore& now = *unit.now;
  TableRow row;
  row.cells.push_back({.words = {plain(rank_words(ranking, now), Ink::text, Weight::bold)}});
  if (ranking.comparison.before) row.cells.push_back(movement_cell(ranking, unit));
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
  if (ranking.certainty) row.cells.push_back(range_cell(ranking, now.unit));
  if (!trend.empty()) row.cells.push_back(trend_cell(ranking, trend, now.unit));
  if (with_coverage)
    row.cells.push_back(
        {.words = {plain(format_percent(100 * now.coverage, 0, scope.language), Ink::muted)}});
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

}  // namespace

Column sortable(const Ranking& ranking, Column column, Order order, bool ascending) {
  column.href = address_with(ranking.scope.route, [&](Route& route) { route.order = order; });
  if (ranking.scope.route.order == order) column.ascending = ascending;
  return column;
}

std::string rank_words(const Ranking& ranking, const UnitScore& unit) {
  const std::string rank = count_words(unit.rank.value_or(0), ranking.scope.language);
  return unit.tied ? ranking.scope.say(Word::ranking_tied, {rank}) : rank;
}

Cell moved_cell(const Scope& scope, int places) {
  if (places == 0)
    return {.status = Status{Symbol::dash, Ink::muted, scope.say(Word::ranking_same_rank)}};
  const std::string size = count_words(std::abs(places), scope.language);
  if (places > 0)
    return {.status = Status{Symbol::triangle_up, Ink::good, scope.say(Word::ranking_up, {size})}};
  return {.status = Status{Symbol::triangle_down, Ink::bad, scope.say(Word::ranking_down, {size})}};
}

Card ranking_table_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  Table table{.caption = scope.say(Word::ranking_table_caption,
                                   {ranking.methodology.name.in(scope.language)}),
              .columns = ranking_columns(ranking), .rows = {}};
  const std::vector<TaskColumn> counted = counted_columns(ranking);
  const std::vector<const MonthScores*> trend = trend_of(ranking);
  const bool with_coverage = has_gaps(ranking);
  for (const UnitComparison& unit : in_order(ranking))
    table.rows.push_back(ranking_row(ranking, unit, trend, with_coverage, counted));
  bool tied = false;
  for (const UnitScore* unit : ranking.scored()) tied = tied || unit->tied;
  Card card{.title = table_title(ranking), .subtitle = filter_words(ranking, table.rows.size())};
  append(card.blocks, filter_choices(ranking));
  card.blocks.push_back({std::move(table)});
  if (!with_coverage) card.foot.push_back(plain(scope.say(Word::ranking_no_gaps), Ink::muted));
  if (tied)
    card.foot.push_back(
        plain((card.foot.empty() ? "" : " ") + scope.say(Word::ranking_tied_note), Ink::muted));
  for (Span& span : certainty_words(ranking)) {
    if (!card.foot.empty()) card.foot.back().text += " ";
    card.foot.push_back(std::move(span));
  }
  return card;
}

}  // namespace tiendo

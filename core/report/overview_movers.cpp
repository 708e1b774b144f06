// Who moved most in the ranking since the last month that can be compared.
#include <algorithm>
#include <cmath>

#include "base/sort.h"
#include "report/cells.h"
#include "report/comparison.h"
#include "report/overview_parts.h"

namespace tiendo {

namespace {

constexpr std::size_t movers_each_way = 5;

// Largest rise first, then the falls, the largest last: at most three of each.
std::vector<const UnitComparison*> most_moved(const std::vector<UnitComparison>& units) {
  std::vector<const UnitComparison*> rises, falls;
  for (const UnitComparison& unit : units) {
    if (!unit.change || unit.change->points == 0) continue;
    (unit.change->points > 0 ? rises : falls).push_back(&unit);
  }
  const auto by_points = [](const UnitComparison* a, const UnitComparison* b) {
    return a->change->points > b->change->points;
  };
  sort_by(rises, by_points);
  sort_by(falls, by_points);
  if (rises.size() > movers_each_way) rises.resize(movers_each_way);
  const std::size_t shown = std::min(falls.size(), movers_each_way);
  rises.insert(rises.end(), falls.end() - static_cast<long>(shown), falls.end());
  return rises;
}

std::string dated(const Scope& scope, const Scorecard& scorecard) {
  const auto span = figures_span(scorecard);
  return span ? scope.date(span->last) : format_month(scorecard.moment.month, scope.language);
}

TableRow row_of(const Scope& scope, const Comparison& comparison, const UnitComparison& unit) {
  const Methodology& methodology = *comparison.now->methodology;
  Cell rank = text_cell(count_words(*unit.now->rank, scope.language));
  if (*unit.before->rank != *unit.now->rank) {
    const std::string earlier = count_words(*unit.before->rank, scope.language);
    rank.words.push_back(plain(scope.say(Word::overview_rank_from, {earlier}), Ink::muted));
  }
  TableRow row;
  row.cells.push_back(link_cell(scope.dataset[unit.now->unit].name.in(scope.language),
                                unit_href(scope.dataset, unit.now->unit, scope.route)));
  row.cells.push_back(std::move(rank));
  row.cells.push_back(text_cell(shown_score(methodology, *unit.now->score, scope.language)));
  row.cells.push_back({.status = change_status(unit.change->points, methodology.shown_decimals(),
                                               Direction::higher_is_better, scope.language)});
  const ScoreChange why = *comparison.why(unit.now->unit);
  const LeafChange* part = main_part(why);
  row.cells.push_back(text_cell(
      part ? scope.say(Word::overview_mover_part,
                       {part->method->name.in(scope.language),
                        shown_change(methodology, part->points, scope.language)})
           : scope.say(Word::overview_mover_no_part),
      Ink::muted));
  return row;
}

std::string title_of(const Scope& scope, const Methodology& methodology,
                     const std::vector<const UnitComparison*>& chosen) {
  const auto said = [&](Word word, const UnitComparison& unit) {
    const double points = std::abs(unit.change->points);
    return scope.say(word, {scope.dataset[unit.now->unit].name.in(scope.language),
                            score_words(points, methodology.shown_decimals(), scope.language)});
  };
  std::vector<std::string> parts;
  if (chosen.front()->change->points > 0) parts.push_back(said(Word::overview_up, *chosen.front()));
  if (chosen.back()->change->points < 0) parts.push_back(said(Word::overview_down, *chosen.back()));
  return join(parts, scope.say(Word::phrases_comma));
}

Table table_of(const Scope& scope, const Comparison& comparison,
               const std::vector<const UnitComparison*>& chosen, const std::string& caption) {
  Table table = {.caption = caption};
  table.columns = {
      {.title = scope.say(Word::overview_unit), .grow = 1, .lead = true},
      {.title = scope.say(Word::overview_rank), .align = Align::right},
      {.title = scope.say(Word::overview_score), .align = Align::right,
       .place = ColumnPlace::detail},
      {.title = scope.say(Word::overview_change), .align = Align::right},
      {.title = scope.say(Word::overview_mover_why), .place = ColumnPlace::detail},
  };
  for (const UnitComparison* unit : chosen) table.rows.push_back(row_of(scope, comparison, *unit));
  return table;
}

}  // namespace

std::optional<Card> movers_card(const Scope& scope) {
  const Methodology* methodology = scope.publication.methodology_for(UnitKind::province);
  if (!methodology) return {};
  const Comparison comparison =
      compare(scope.publication, *methodology, UnitKind::province, scope.moment);
  if (!comparison.before) return {};
  const std::vector<const UnitComparison*> chosen = most_moved(comparison.scored);
  if (chosen.empty()) return {};
  const std::string units =
      scope.count(comparison.now->scored(), Word::overview_units_one, Word::overview_units);
  Card card = {.title = title_of(scope, *methodology, chosen),
               .subtitle = scope.say(Word::overview_movers_subtitle,
                                     {methodology->name.in(scope.language), units,
                                      dated(scope, *comparison.before),
                                      dated(scope, *comparison.now)})};
  card.blocks.push_back({table_of(scope, comparison, chosen, card.title)});
  card.foot = {link(scope.say(Word::overview_whole_ranking),
                    address_of({.language = scope.language, .view = View::ranking,
                                .month = scope.route.month, .as_of = scope.route.as_of}))};
  return card;
}

}  // namespace tiendo

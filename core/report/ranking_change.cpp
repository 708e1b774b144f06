// What made the scores change, and how the score is made.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/sort.h"
#include "report/ranking_parts.h"

namespace tiendo {
namespace {

constexpr std::size_t movers_each_way = 3;

// The units that gained most, then those that lost most; only those whose score changed.
std::vector<UnitComparison> movers_of(const Ranking& ranking) {
  std::vector<UnitComparison> changed;
  for (const UnitComparison& unit : ranking.comparison.scored)
    if (unit.change && !is_still(ranking, unit.change->points)) changed.push_back(unit);
  sort_by(changed, [](const UnitComparison& a, const UnitComparison& b) {
    return a.change->points > b.change->points;
  });
  if (changed.size() <= 2 * movers_each_way) return changed;
  const auto first = changed.begin() + movers_each_way;
  changed.erase(first, changed.end() - movers_each_way);
  return changed;
}

std::optional<IndicatorId> indicator_of(const Dataset& dataset, const LeafChange& leaf) {
  const TraceNode* known = leaf.now && leaf.now->observation ? leaf.now : leaf.before;
  if (!known || !known->observation) return std::nullopt;
  return dataset[*known->observation].indicator;
}

// "4,12 → 7,80": the figures as published.
std::string published_words(const Ranking& ranking, const LeafChange& leaf) {
  const Scope& scope = ranking.scope;
  const auto words = [&](const TraceNode* node) {
    if (!node || !node->observation) return scope.say(Word::phrases_no_data);
    return figure_number(scope.dataset, scope.dataset[*node->observation], scope.language);
  };
  return scope.say(Word::ranking_from_to, {words(leaf.before), words(leaf.now)});
}

TableRow mover_row(const Ranking& ranking, const UnitComparison& unit) {
  const Scope& scope = ranking.scope;
  const ScoreChange why = *ranking.comparison.why(unit.now->unit);
  const LeafChange& part = why.leaves.front();
  const std::string& name = part.method->name.in(scope.language);
  const std::optional<IndicatorId> indicator = indicator_of(scope.dataset, part);
  TableRow row;
  row.cells.push_back({.words = {link(ranking.name(*unit.now),
                                      unit_href(scope.dataset, unit.now->unit, scope.route))}});
  row.cells.push_back({.status = change_status(unit.change->points,
                                               ranking.methodology.shown_decimals(),
                                               Direction::higher_is_better, scope.language)});
  row.cells.push_back(
      {.words = {indicator ? link(name, indicator_href(scope.dataset, *indicator, unit.now->unit,
                                                       scope.route))
                           : plain(name)}});
  row.cells.push_back({.words = {plain(ranking.change(part.points))}});
  if (indicator) row.cells.push_back({.words = {plain(published_words(ranking, part))}});
  else row.cells.push_back({.words = {plain(scope.say(Word::ranking_none), Ink::faint)}});
  return row;
}

std::string change_title(const Ranking& ranking, const std::vector<UnitComparison>& movers) {
  const Scope& scope = ranking.scope;
  if (movers.empty()) return scope.say(Word::ranking_movers_title_still);
  const UnitComparison& most = *std::max_element(
      movers.begin(), movers.end(), [](const UnitComparison& a, const UnitComparison& b) {
        return std::abs(a.change->points) < std::abs(b.change->points);
      });
  const double points = most.change->points;
  const ScoreChange why = *ranking.comparison.why(most.now->unit);
  const LeafChange* part = main_part(why);
  if (!part) return scope.say(Word::ranking_movers_title_still);
  const Word word = points > 0 ? Word::ranking_movers_title_up : Word::ranking_movers_title_down;
  return scope.say(word, {ranking.name(*most.now), ranking.points(std::abs(points)),
                          part->method->name.in(scope.language)});
}

std::vector<Column> change_columns(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const bool provinces = ranking.group() == RankingGroup::provinces;
  const Word lead = provinces ? Word::ranking_province : Word::ranking_ministry;
  return {
      {.title = scope.say(lead), .grow = 1, .lead = true},
      {.title = scope.say(Word::ranking_change)},
      {.title = scope.say(Word::ranking_biggest_part), .place = ColumnPlace::detail, .grow = 1},
      {.title = scope.say(Word::ranking_part_change), .align = Align::right,
       .place = ColumnPlace::detail},
      {.title = scope.say(Word::ranking_published), .align = Align::right,
       .place = ColumnPlace::detail},
  };
}

// "Sáu thành phần cộng lại …": said only where it was checked.
std::optional<std::string> reproduction_words(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::optional<Reproduction> found = reproduction_of(scope.dataset, ranking.now());
  if (!found || found->compared == 0) return std::nullopt;
  const std::size_t parts = components_of(scope.dataset, ranking.methodology).size();
  const std::string count = count_words(static_cast<long>(parts), scope.language);
  const std::string units = group_count(scope, ranking.group(), found->compared);
  if (is_still(ranking, found->deviation_max))
    return scope.say(Word::ranking_adds_up_exactly, {count, units});
  return scope.say(Word::ranking_adds_up, {count, units, ranking.points(found->deviation_max)});
}

void append_sources(const Dataset& dataset, const TraceNode& node, std::set<SourceId>& sources) {
  if (node.observation) sources.insert(dataset[*node.observation].evidence.source);
  for (const TraceNode& child : node.children) append_sources(dataset, child, sources);
}

Words sources_of(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  std::set<SourceId> sources;
  for (const UnitComparison& unit : ranking.comparison.scored) {
    append_sources(scope.dataset, unit.now->trace(), sources);
    if (unit.before) append_sources(scope.dataset, unit.before->trace(), sources);
  }
  Words words;
  for (const SourceId source : sources) {
    const Word before = words.empty() ? Word::ranking_source : Word::ranking_sources_more;
    words.push_back(plain(scope.say(before), Ink::muted));
    for (Span& span : source_words(scope.dataset, {.source = source, .words = "", .paragraph = ""},
                                   scope.route))
      words.push_back(std::move(span));
  }
  return words;
}

}  // namespace

std::optional<Card> change_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  if (!ranking.comparison.before) return std::nullopt;
  const std::vector<UnitComparison> movers = movers_of(ranking);
  Card card;
  card.title = change_title(ranking, movers);
  card.subtitle = scope.say(Word::ranking_movers_subtitle,
                            {dated_words(scope, *ranking.comparison.before),
                             dated_words(scope, ranking.now())});
  if (movers.empty()) return card;
  Table table{.caption = scope.say(Word::ranking_movers_caption),
              .columns = change_columns(ranking), .rows = {}};
  for (const UnitComparison& unit : movers) table.rows.push_back(mover_row(ranking, unit));
  card.blocks.push_back({std::move(table)});
  card.foot = {plain(scope.say(Word::ranking_movers_foot), Ink::muted)};
  return card;
}

Card method_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const Methodology& methodology = ranking.methodology;
  Card card;
  card.title = scope.say(Word::ranking_method_card);
  card.subtitle = scope.say(Word::ranking_method,
                            {methodology.name.in(scope.language), methodology.version});
  if (!methodology.description.empty())
    card.blocks.push_back(
        {Paragraph{.words = {plain(methodology.description.in(scope.language))}}});
  if (const std::optional<std::string> words = reproduction_words(ranking))
    card.blocks.push_back({Paragraph{.words = {plain(*words)}}});
  for (const Bilingual& note : methodology.notes)
    card.blocks.push_back({Paragraph{.words = {plain(note.in(scope.language))},
                                     .role = ParagraphRole::note}});
  const std::optional<IndicatorId> total =
      scope.dataset.find_indicator(methodology.published_total);
  if (methodology.notes.empty() && total && !scope.dataset[*total].note.empty())
    card.blocks.push_back({Paragraph{
        .words = {plain(std::string(scope.dataset[*total].note.in(scope.language)))},
        .role = ParagraphRole::note}});
  card.foot = sources_of(ranking);
  return card;
}

}  // namespace tiendo

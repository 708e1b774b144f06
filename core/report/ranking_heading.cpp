// The finding of the ranking and the sentence below it.
#include <algorithm>
#include <cmath>

#include "report/ranking_parts.h"
#include "score/rounding.h"

namespace tiendo {
namespace {

constexpr double few_share_max = 0.5;     // fewer scored units than this share: that is the finding
constexpr std::size_t named_together_max = 3;

std::string names_of(const Ranking& ranking, const std::vector<const UnitScore*>& units) {
  std::string names;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool last = i + 1 == units.size();
    if (i > 0) names += ranking.scope.say(last ? Word::phrases_and : Word::phrases_comma);
    names += ranking.name(*units[i]);
  }
  return names;
}

std::vector<const UnitScore*> with_rank(const Scorecard& card, int rank) {
  std::vector<const UnitScore*> units;
  for (const UnitScore& unit : card.units)
    if (unit.rank == rank) units.push_back(&unit);
  return units;
}

std::string leader_words(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::vector<const UnitScore*> leaders = with_rank(ranking.now(), 1);
  const UnitScore& leader = *leaders.front();
  const std::string points = ranking.points(*leader.score);
  if (leaders.size() > 1 && leaders.size() <= named_together_max)
    return scope.say(Word::ranking_lead_together, {names_of(ranking, leaders), points});
  if (leaders.size() > 1) {
    const std::string all = group_count(scope, ranking.group(), static_cast<long>(leaders.size()));
    return scope.say(Word::ranking_lead_together, {all, points});
  }
  if (!ranking.comparison.before)
    return scope.say(Word::ranking_leads, {ranking.name(leader), points});
  const std::vector<const UnitScore*> before = with_rank(*ranking.comparison.before, 1);
  const bool led = std::any_of(before.begin(), before.end(), [&](const UnitScore* unit) {
    return unit->unit == leader.unit;
  });
  if (led) return scope.say(Word::ranking_still_leads, {ranking.name(leader)});
  return scope.say(Word::ranking_overtakes,
                   {ranking.name(leader), names_of(ranking, {before.front()})});
}

// "Ninh Bình lên 11 bậc", those who climbed most; else who fell most; else that nobody moved.
std::string movement_words(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  int most = 0, least = 0;
  for (const UnitComparison& unit : ranking.comparison.scored) {
    if (!unit.change) continue;
    most = std::max(most, unit.change->places);
    least = std::min(least, unit.change->places);
  }
  if (most == 0 && least == 0) return scope.say(Word::ranking_nobody_moved);
  const int places = most > 0 ? most : least;
  std::vector<const UnitScore*> units;
  for (const UnitComparison& unit : ranking.comparison.scored)
    if (unit.change && unit.change->places == places) units.push_back(unit.now);
  const bool together = units.size() > 1 && units.size() <= named_together_max;
  if (!together) units.resize(1);
  const std::string names = names_of(ranking, units);
  if (places < 0)
    return scope.count(-places, Word::ranking_falls_one, Word::ranking_falls, {names});
  if (together)
    return scope.count(places, Word::ranking_climb_together_one, Word::ranking_climb_together,
                       {names});
  return scope.count(places, Word::ranking_climbs_one, Word::ranking_climbs, {names});
}

std::string ranked_heading(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::string leader = leader_words(ranking);
  if (ranking.comparison.before)
    return scope.say(Word::ranking_then, {leader, movement_words(ranking)});
  const std::vector<const UnitScore*> scored = ranking.scored();
  const UnitScore& last = *scored.back();
  if (last.rank == 1) return leader;
  const std::string behind = ranking.points(*scored.front()->score - *last.score);
  return scope.say(Word::ranking_then,
                   {leader, scope.say(Word::ranking_trails, {ranking.name(last), behind})});
}

TaskTally group_tally(const Ranking& ranking) {
  std::vector<UnitId> units;
  for (const UnitScore& unit : ranking.now().units) units.push_back(unit.unit);
  return tally_of_any(ranking.scope.dataset, units, ranking.standings);
}

std::string none_word(const Ranking& ranking) {
  const bool provinces = ranking.group() == RankingGroup::provinces;
  return ranking.scope.say(provinces ? Word::ranking_provinces_none
                                     : Word::ranking_ministries_none);
}

std::string unscored_heading(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::string none = none_word(ranking);
  if (!ranking.asks_for_tasks()) {
    return scope.say(Word::ranking_none_scored,
                     {none, format_month_in_words(scope.moment.month, scope.language)});
  }
  const TaskTally tally = group_tally(ranking);
  if (tally.due() == 0) return scope.say(Word::ranking_nothing_due, {none});
  if (tally.due() == tally.of(TaskState::unconfirmed))
    return scope.count(tally.due(), Word::ranking_silent_one, Word::ranking_silent, {none});
  const int silent = tally.of(TaskState::unconfirmed);
  if (silent == 0) return scope.say(Word::ranking_no_score, {none});
  return scope.say(Word::ranking_partly_silent,
                   {count_words(tally.due(), scope.language),
                    count_words(silent, scope.language), none});
}

std::string few_heading(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const auto total = static_cast<long>(ranking.now().units.size());
  const std::string few =
      scope.count(ranking.now().scored(), Word::ranking_few_scored_one, Word::ranking_few_scored,
                  {group_count(scope, ranking.group(), total)});
  const int silent = group_tally(ranking).of(TaskState::unconfirmed);
  if (silent == 0) return few;
  return scope.say(Word::ranking_then,
                   {few, scope.count(silent, Word::ranking_unconfirmed_one,
                                     Word::ranking_unconfirmed)});
}

std::string bands_words(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  std::vector<std::string> parts;
  const long scored = ranking.now().scored();
  for (const Band& band : ranking.methodology.bands) {
    long units = 0;
    for (const UnitScore& unit : ranking.now().units) units += unit.band == &band ? 1 : 0;
    if (units > 1 && units == scored)
      return scope.say(Word::ranking_lede_bands_all, {band.name.in(scope.language)});
    if (units > 0)
      parts.push_back(scope.say(Word::ranking_counted, {count_words(units, scope.language),
                                                        band.name.in(scope.language)}));
  }
  if (parts.empty()) return "";
  return scope.say(Word::ranking_lede_bands, {join(parts, scope.say(Word::phrases_comma))});
}

std::string tasks_words(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const TaskTally tally = group_tally(ranking);
  if (tally.total() == 0) return "";
  return scope.count(tally.total(), Word::ranking_lede_tasks_one, Word::ranking_lede_tasks,
                     {tally_words(tally, scope.language)});
}

std::string last_scored_words(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const ScoreHistory& history = *ranking.history;
  if (history.empty()) return scope.say(Word::ranking_lede_never);
  std::optional<Month> last;
  for (const MonthScores& scores : history)
    if (scores.month < scope.moment.month) last = scores.month;
  const Word word = last ? Word::ranking_lede_earlier : Word::ranking_lede_first;
  return scope.say(word,
                   {format_month_in_words(last.value_or(history.front().month), scope.language)});
}

void append_provisional(const Dataset& dataset, const TraceNode& node,
                        std::vector<const MethodNode*>& parts) {
  if (node.observation && dataset[*node.observation].qualifier == Qualifier::provisional &&
      std::find(parts.begin(), parts.end(), node.method) == parts.end())
    parts.push_back(node.method);
  for (const TraceNode& child : node.children) append_provisional(dataset, child, parts);
}

}  // namespace

std::string group_count(const Scope& scope, RankingGroup group, long count) {
  if (group == RankingGroup::provinces)
    return scope.count(count, Word::ranking_provinces_count_one, Word::ranking_provinces_count);
  return scope.count(count, Word::ranking_ministries_count_one, Word::ranking_ministries_count);
}

std::string span_words(const Scope& scope, const FiguresSpan& span) {
  if (span.first == span.last) return scope.date(span.last);
  return scope.say(Word::phrases_range, {scope.date(span.first), scope.date(span.last)});
}

std::string dated_words(const Scope& scope, const Scorecard& scorecard) {
  const std::optional<FiguresSpan> span = figures_span(scorecard);
  if (span) return span_words(scope, *span);
  return format_month_in_words(scorecard.moment.month, scope.language);
}

std::string provisional_parts(const Scope& scope, const std::vector<const UnitScore*>& units) {
  std::vector<const MethodNode*> parts;
  for (const UnitScore* unit : units) append_provisional(scope.dataset, unit->trace(), parts);
  std::vector<std::string> names;
  for (const MethodNode* part : parts)
    names.push_back(scope.say(Word::ranking_quoted, {part->name.in(scope.language)}));
  return join(names, scope.say(Word::phrases_comma));
}

bool is_still(const Ranking& ranking, double points) {
  return round_to(points, ranking.methodology.shown_decimals()) == 0;
}

std::string ranking_heading(const Ranking& ranking) {
  const auto total = static_cast<double>(ranking.now().units.size());
  const int scored = ranking.now().scored();
  if (scored == 0) return unscored_heading(ranking);
  if (scored < few_share_max * total) return few_heading(ranking);
  return ranked_heading(ranking);
}

Words ranking_lede(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::string method = ranking.methodology.name.in(scope.language);
  const std::string units =
      group_count(scope, ranking.group(), static_cast<long>(ranking.now().units.size()));
  const std::optional<FiguresSpan> span = figures_span(ranking.now());
  std::string text;
  if (!span) {
    text = scope.say(Word::ranking_lede_month,
                     {method, units, format_month_in_words(scope.moment.month, scope.language)});
  } else if (span->first == span->last) {
    text = scope.say(Word::ranking_lede_figures, {method, units, scope.date(span->last)});
  } else {
    text = scope.say(Word::ranking_lede_figures_span,
                     {method, units, scope.date(span->first), scope.date(span->last)});
  }
  if (ranking.comparison.before)
    text += scope.say(Word::ranking_lede_since, {dated_words(scope, *ranking.comparison.before)});
  text += bands_words(ranking);
  const std::string provisional = provisional_parts(scope, ranking.scored());
  if (!provisional.empty()) text += scope.say(Word::ranking_lede_provisional, {provisional});
  if (ranking.asks_for_tasks()) text += tasks_words(ranking);
  if (ranking.now().scored() == 0 && !ranking.asks_for_tasks())
    text += " " + last_scored_words(ranking);
  return {plain(std::move(text))};
}

}  // namespace tiendo

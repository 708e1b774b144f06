// The units without a score, and why: silence is said, never shown as zero.
#include <algorithm>

#include "base/sort.h"
#include "report/cells.h"
#include "report/ranking_parts.h"
#include "report/task_columns.h"
#include "score/offices.h"

namespace tiendo {
namespace {

struct UnscoredUnit {
  const UnitScore* unit = nullptr;
  TaskTally tally;
};

std::vector<UnscoredUnit> unscored_units(const Ranking& ranking) {
  std::vector<UnscoredUnit> units;
  for (const UnitScore* unit : ranking.unscored())
    units.push_back(
        {.unit = unit,
         .tally = tally_of(led_by(ranking.scope.dataset, unit->unit, ranking.standings))});
  sort_by(units, [](const UnscoredUnit& a, const UnscoredUnit& b) {
    if (a.tally.due() != b.tally.due()) return a.tally.due() > b.tally.due();
    return a.tally.total() > b.tally.total();
  });
  return units;
}

void append_last_dates(const Dataset& dataset, const MethodNode& node, UnitId unit,
                       const Moment& moment, std::optional<Date>& last) {
  if (const GroupRule* group = std::get_if<GroupRule>(&node.rule)) {
    for (const MethodNode& child : group->children)
      append_last_dates(dataset, child, unit, moment, last);
  }
  const IndicatorRule* rule = std::get_if<IndicatorRule>(&node.rule);
  const std::optional<IndicatorId> indicator =
      rule ? dataset.find_indicator(rule->indicator) : std::nullopt;
  if (!indicator) return;
  const std::optional<ObservationId> figure = last_figure(dataset, *indicator, unit, moment);
  if (!figure) return;
  const Date date = dataset[*figure].period.last;
  if (!last || *last < date) last = date;
}

// What the score still lacks: the parts of the methodology that could not be measured.
std::string missing_words(const Scope& scope, const UnitScore& unit) {
  std::vector<std::string> missing;
  for (const TraceNode& part : unit.trace().children)
    if (!part.score) missing.push_back(part.method->name.in(scope.language));
  return scope.say(Word::ranking_reason_missing, {join(missing, scope.say(Word::phrases_comma))});
}

std::string task_reason(const Scope& scope, const UnitScore& unit, const TaskTally& tally) {
  if (tally.total() == 0) return scope.say(Word::ranking_reason_no_tasks);
  if (tally.due() == 0 && tally.of(TaskState::no_deadline) == tally.total())
    return scope.say(Word::ranking_reason_no_deadline);
  if (tally.due() == 0) return scope.say(Word::ranking_reason_nothing_due);
  if (tally.due() == tally.of(TaskState::unconfirmed))
    return scope.count(tally.due(), Word::ranking_reason_silent_one, Word::ranking_reason_silent);
  return missing_words(scope, unit);
}

std::string figure_reason(const Scope& scope, const Methodology& methodology,
                          const UnitScore& unit) {
  const std::vector<TraceNode>& parts = unit.trace().children;
  const auto known = std::count_if(parts.begin(), parts.end(),
                                   [](const TraceNode& part) { return part.score.has_value(); });
  if (known > 0)
    return scope.say(Word::ranking_reason_part,
                     {count_words(known, scope.language),
                      count_words(static_cast<long>(parts.size()), scope.language)});
  std::optional<Date> last;
  append_last_dates(scope.dataset, methodology.root, unit.unit, scope.moment, last);
  if (last) return scope.say(Word::ranking_reason_old, {scope.date(*last)});
  return scope.say(Word::ranking_reason_never);
}

bool has_tasks(const UnscoredUnit& unit) { return unit.tally.total() > 0; }

std::string reason_of(const Ranking& ranking, const UnscoredUnit& unit) {
  return unscored_reason(ranking.scope, ranking.methodology, *unit.unit, unit.tally);
}

Table unscored_table(const Ranking& ranking, const std::vector<UnscoredUnit>& units) {
  const Scope& scope = ranking.scope;
  const bool provinces = ranking.group() == RankingGroup::provinces;
  std::vector<TaskTally> tallies;
  for (const UnscoredUnit& unit : units) tallies.push_back(unit.tally);
  const std::vector<TaskColumn> columns = task_columns(tallies);
  Table table{.caption = scope.say(Word::ranking_unscored_caption), .columns = {}, .rows = {}};
  table.columns.push_back(
      {.title = scope.say(provinces ? Word::ranking_province : Word::ranking_ministry),
       .grow = 2, .lead = true});
  for (const TaskColumn& column : columns) table.columns.push_back(column_of(scope, column));
  table.columns.push_back({.title = scope.say(Word::ranking_reason),
                           .place = ColumnPlace::detail, .grow = 3});
  for (const UnscoredUnit& unit : units) {
    const UnitId id = unit.unit->unit;
    TableRow row;
    row.cells.push_back(
        link_cell(ranking.name(*unit.unit), unit_href(scope.dataset, id, scope.route)));
    for (const TaskColumn& column : columns)
      row.cells.push_back(cell_of(scope, column, id, unit.tally));
    row.cells.push_back(text_cell(reason_of(ranking, unit), Ink::muted));
    table.rows.push_back(std::move(row));
  }
  return table;
}

// One sentence for many units: what is said of all of them, then their names.
Paragraph named_together(const Ranking& ranking, std::string words,
                         const std::vector<UnscoredUnit>& units) {
  std::vector<UnitId> ids;
  for (const UnscoredUnit& unit : units) ids.push_back(unit.unit->unit);
  Paragraph paragraph{.words = {plain(std::move(words))}};
  for (Span& span : unit_list(ranking.scope.dataset, ids, ranking.scope.route))
    paragraph.words.push_back(std::move(span));
  paragraph.words.push_back(plain(ranking.scope.say(Word::ranking_stop)));
  return paragraph;
}

bool all_for_one_reason(const Ranking& ranking, const std::vector<UnscoredUnit>& units) {
  const std::string reason = reason_of(ranking, units.front());
  return std::all_of(units.begin(), units.end(), [&](const UnscoredUnit& unit) {
    return reason_of(ranking, unit) == reason;
  });
}

void append_figure_blocks(const Ranking& ranking, const std::vector<UnscoredUnit>& units,
                          std::vector<Block>& blocks) {
  if (units.size() < 2 || !all_for_one_reason(ranking, units)) {
    blocks.push_back({unscored_table(ranking, units)});
    return;
  }
  std::string reason =
      ranking.scope.say(Word::ranking_unscored_same, {reason_of(ranking, units.front())});
  blocks.push_back({named_together(ranking, std::move(reason), units)});
}

void append_task_blocks(const Ranking& ranking, const std::vector<UnscoredUnit>& units,
                        std::vector<Block>& blocks) {
  std::vector<UnscoredUnit> with_tasks, without;
  for (const UnscoredUnit& unit : units) (has_tasks(unit) ? with_tasks : without).push_back(unit);
  if (!with_tasks.empty()) blocks.push_back({unscored_table(ranking, with_tasks)});
  if (without.empty()) return;
  std::string words = ranking.scope.count(static_cast<long>(without.size()),
                                          Word::ranking_unscored_none_one,
                                          Word::ranking_unscored_none);
  blocks.push_back({named_together(ranking, std::move(words), without)});
}

}  // namespace

std::string unscored_reason(const Scope& scope, const Methodology& methodology,
                            const UnitScore& unit, const TaskTally& tally) {
  if (tasks_rule_in(methodology.root)) return task_reason(scope, unit, tally);
  return figure_reason(scope, methodology, unit);
}

std::optional<Card> unscored_card(const Ranking& ranking) {
  const Scope& scope = ranking.scope;
  const std::vector<UnscoredUnit> units = unscored_units(ranking);
  if (units.empty()) return std::nullopt;
  Card card;
  card.title =
      scope.say(Word::ranking_unscored_title,
                {group_count(scope, ranking.group(), static_cast<long>(units.size()))});
  if (ranking.asks_for_tasks()) {
    append_task_blocks(ranking, units, card.blocks);
    card.foot = {plain(scope.say(Word::ranking_unscored_note), Ink::muted)};
  } else {
    append_figure_blocks(ranking, units, card.blocks);
  }
  return card;
}

}  // namespace tiendo

// Leaves that are no indicator's: targets, tasks, the clarity of assignments, what a unit owns
// (scoring.md §6, §7, §9).
#include <algorithm>

#include "base/overloaded.h"
#include "score/prepare.h"
#include "score/scorecard.h"
#include "score/target_status.h"

namespace tiendo {
namespace {

void finish(LeafResult& result, double sum, std::size_t counted, std::size_t all) {
  if (counted == 0) return;
  result.score = sum / static_cast<double>(counted);
  result.presence = Presence::present;
  result.coverage = static_cast<double>(counted) / static_cast<double>(all);
}

LeafResult targets_result(const Dataset& dataset, const TargetsRule& rule, UnitId unit,
                          const Moment& moment) {
  LeafResult result;
  const auto current = current_targets(dataset, unit, moment);
  double sum = 0;
  for (const TargetId id : current) {
    const auto latest = select(dataset, dataset[id].indicator, unit, moment);
    const auto way = latest ? attainment_way(dataset, id, *latest, moment) : std::nullopt;
    if (!way) continue;
    const auto reached = attainment(*dataset[*latest].value, way->from, way->to, rule.cap);
    if (!reached) continue;
    sum += *reached;
    result.targets.push_back(id);
  }
  finish(result, sum, result.targets.size(), current.size());
  return result;
}

// Due by the moment's end, or done without ever having had a deadline.
bool is_due(const TaskStanding& standing, const Moment& moment) {
  if (standing.deadline) return *standing.deadline <= moment.end();
  return standing.state == TaskState::done_on_time;
}

bool leads(const Dataset& dataset, const TaskStanding& standing, UnitId unit) {
  const std::vector<UnitId>& units = dataset[standing.task].leads;
  return std::find(units.begin(), units.end(), unit) != units.end();
}

LeafResult tasks_result(const Dataset& dataset, const TasksRule& rule,
                        const std::vector<TaskStanding>& standings, UnitId unit,
                        const Moment& moment) {
  LeafResult result;
  double sum = 0;
  std::size_t counted = 0;
  for (const TaskStanding& standing : standings) {
    if (!leads(dataset, standing, unit) || !is_due(standing, moment)) continue;
    if (standing.state == TaskState::cancelled) continue;
    result.tasks.push_back(standing);
    const std::optional<double> points = task_points(standing, rule.points);
    if (!points) continue;
    sum += *points;
    ++counted;
  }
  result.excluded = static_cast<int>(result.tasks.size() - counted);
  finish(result, sum, counted, result.tasks.size());
  return result;
}

LeafResult clears_result(const Dataset& dataset, const ClearsRule& rule,
                         const std::vector<TaskStanding>& standings, UnitId unit) {
  LeafResult result;
  double sum = 0;
  for (const TaskStanding& standing : standings) {
    if (!leads(dataset, standing, unit)) continue;
    result.tasks.push_back(standing);
    sum += clears_score(dataset[standing.task], rule);
  }
  finish(result, sum, result.tasks.size(), result.tasks.size());
  return result;
}

LeafResult owned_result(const Dataset& dataset, const Scorecard& card, UnitId owner) {
  LeafResult result;
  double sum = 0;
  std::size_t counted = 0, all = 0;
  for (const UnitScore& unit : card.units) {
    if (dataset[unit.unit].owner != owner) continue;
    result.owned.push_back(
        {.unit = unit.unit, .score = unit.score, .presence = unit.trace.presence});
    if (unit.trace.presence == Presence::exempt) continue;
    ++all;
    if (!unit.score) continue;
    sum += *unit.score;
    ++counted;
  }
  if (all == 0 && !result.owned.empty()) result.presence = Presence::exempt;
  finish(result, sum, counted, all);
  return result;
}

template <class ResultOf>
std::vector<LeafResult> for_each(std::span<const UnitId> units, ResultOf result_of) {
  std::vector<LeafResult> results;
  results.reserve(units.size());
  for (const UnitId unit : units) results.push_back(result_of(unit));
  return results;
}

}  // namespace

double clears_score(const Task& task, const ClearsRule& rule) {
  double clear = 0, total = 0;
  for (std::size_t i = 0; i < task.clears.size() && i < rule.weights.size(); ++i) {
    total += rule.weights[i];
    if (task.clears[i]) clear += rule.weights[i];
  }
  return total > 0 ? 100 * (clear / total) : 0;
}

Methodology owned_methodology(const Methodology& methodology, const OwnedRule& rule) {
  Methodology owned;
  owned.id = methodology.id;
  owned.units = {rule.kind};
  owned.rank_decimals = methodology.rank_decimals;
  owned.statistics = methodology.statistics;
  owned.preparation = methodology.preparation;
  if (!rule.each.empty()) owned.root = rule.each.front();
  return owned;
}

std::vector<LeafResult> leaf_results(const Dataset& dataset, const Methodology& methodology,
                                     const MethodNode& leaf, std::span<const UnitId> units,
                                     const Moment& moment) {
  return std::visit(
      overloaded{
          [&](const TargetsRule& rule) {
            return for_each(units, [&](UnitId unit) {
              return targets_result(dataset, rule, unit, moment);
            });
          },
          [&](const TasksRule& rule) {
            const auto known = standings(dataset, moment, rule.deadline);
            return for_each(units, [&](UnitId unit) {
              return tasks_result(dataset, rule, known, unit, moment);
            });
          },
          [&](const ClearsRule& rule) {
            const auto known = standings(dataset, moment, DeadlineRule::revised);
            return for_each(units, [&](UnitId unit) {
              return clears_result(dataset, rule, known, unit);
            });
          },
          [&](const OwnedRule& rule) {
            const Methodology owned = owned_methodology(methodology, rule);
            const Scorecard card = score(dataset, owned, moment);
            return for_each(units,
                            [&](UnitId unit) { return owned_result(dataset, card, unit); });
          },
          [&](const IndicatorRule&) { return std::vector<LeafResult>(units.size()); },
          [&](const GroupRule&) { return std::vector<LeafResult>(units.size()); },
      },
      leaf.rule);
}

}  // namespace tiendo

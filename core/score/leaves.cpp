// Leaves that are no indicator's: targets, tasks, the clarity of assignments, what a unit owns
// (scoring.md §6, §7, §9).
#include <algorithm>

#include "base/overloaded.h"
#include "score/prepare.h"
#include "score/scorecard.h"
#include "score/target_status.h"

namespace tiendo {
namespace {

// What is taken a mean of, for one unit.
struct Taken {
  double sum = 0;
  std::size_t counted = 0, all = 0;

  void add(double points) {
    sum += points;
    ++counted;
  }
};

void finish(LeafResult& result, const Taken& taken) {
  if (taken.counted == 0) return;
  result.score = taken.sum / static_cast<double>(taken.counted);
  result.presence = Presence::present;
  result.coverage = static_cast<double>(taken.counted) / static_cast<double>(taken.all);
}

std::optional<std::size_t> row_of(std::span<const UnitId> units, UnitId unit) {
  const auto found = std::lower_bound(units.begin(), units.end(), unit);
  if (found == units.end() || !(*found == unit)) return {};
  return static_cast<std::size_t>(found - units.begin());
}

LeafResult targets_result(const Dataset& dataset, const TargetsRule& rule, UnitId unit,
                          const Moment& moment) {
  LeafResult result;
  const auto current = current_targets(dataset, unit, moment);
  Taken taken{.all = current.size()};
  for (const TargetId id : current) {
    const auto latest = select(dataset, dataset[id].indicator, unit, moment);
    const auto way = latest ? attainment_way(dataset, id, *latest, moment) : std::nullopt;
    if (!way) continue;
    const auto reached = attainment(*dataset[*latest].value, way->from, way->to, rule.cap);
    if (!reached) continue;
    taken.add(*reached);
    result.targets.push_back(id);
  }
  finish(result, taken);
  return result;
}

std::vector<LeafResult> targets_results(const Dataset& dataset, const TargetsRule& rule,
                                        std::span<const UnitId> units, const Moment& moment) {
  std::vector<LeafResult> results;
  results.reserve(units.size());
  for (const UnitId unit : units)
    results.push_back(targets_result(dataset, rule, unit, moment));
  return results;
}

// A mean over the tasks that a unit leads: `counts` says which of them are looked at, `points_of`
// what one is worth, if anything. In one pass over the tasks, whatever the number of units.
template <class Counts, class PointsOf>
std::vector<LeafResult> led_results(const Dataset& dataset,
                                    const std::vector<TaskStanding>& standings,
                                    std::span<const UnitId> units, Counts counts,
                                    PointsOf points_of) {
  std::vector<LeafResult> results(units.size());
  std::vector<Taken> taken(units.size());
  for (const TaskStanding& standing : standings) {
    if (!counts(standing)) continue;
    const std::optional<double> points = points_of(standing);
    for (const UnitId lead : dataset[standing.task].leads) {
      const auto row = row_of(units, lead);
      if (!row) continue;
      std::vector<TaskStanding>& tasks = results[*row].tasks;
      if (!tasks.empty() && tasks.back().task == standing.task) continue;  // named twice
      tasks.push_back(standing);
      if (points) taken[*row].add(*points);
    }
  }
  for (std::size_t row = 0; row < results.size(); ++row) {
    taken[row].all = results[row].tasks.size();
    results[row].excluded = static_cast<int>(taken[row].all - taken[row].counted);
    finish(results[row], taken[row]);
  }
  return results;
}

std::vector<LeafResult> owned_results(const Dataset& dataset, const Scorecard& card,
                                      std::span<const UnitId> owners) {
  std::vector<LeafResult> results(owners.size());
  std::vector<Taken> taken(owners.size());
  for (const UnitScore& unit : card.units) {
    const std::optional<UnitId>& owner = dataset[unit.unit].owner;
    const auto row = owner ? row_of(owners, *owner) : std::nullopt;
    if (!row) continue;
    results[*row].owned.push_back(
        {.unit = unit.unit, .score = unit.score, .presence = unit.presence});
    if (unit.presence == Presence::exempt) continue;
    ++taken[*row].all;
    if (unit.score) taken[*row].add(*unit.score);
  }
  for (std::size_t row = 0; row < results.size(); ++row) {
    if (taken[row].all == 0 && !results[row].owned.empty())
      results[row].presence = Presence::exempt;
    finish(results[row], taken[row]);
  }
  return results;
}

}  // namespace

double clears_score(const Task& task, const ClearsRule& rule) {
  double clear = 0, total = 0;
  for (std::size_t i = 0; i < clears_count; ++i) {
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
            return targets_results(dataset, rule, units, moment);
          },
          [&](const TasksRule& rule) {
            return led_results(
                dataset, standings(dataset, moment, rule.deadline), units,
                [&](const TaskStanding& task) {
                  return is_judged(task, moment);
                },
                [&](const TaskStanding& task) { return task_points(task, rule.points); });
          },
          [&](const ClearsRule& rule) {
            return led_results(
                dataset, standings(dataset, moment, DeadlineRule::revised), units,
                [](const TaskStanding&) { return true; },
                [&](const TaskStanding& standing) {
                  return std::optional(clears_score(dataset[standing.task], rule));
                });
          },
          [&](const OwnedRule& rule) {
            const Methodology owned = owned_methodology(methodology, rule);
            return owned_results(dataset, score(dataset, owned, moment), units);
          },
          [&](const IndicatorRule&) { return std::vector<LeafResult>(units.size()); },
          [&](const GroupRule&) { return std::vector<LeafResult>(units.size()); },
      },
      leaf.rule);
}

}  // namespace tiendo

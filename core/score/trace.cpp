#include "score/trace.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/overloaded.h"
#include "score/aggregate.h"
#include "score/target_status.h"

namespace tiendo {
namespace {

void append_leaves(const MethodNode& node, std::vector<const MethodNode*>& leaves) {
  const GroupRule* group = std::get_if<GroupRule>(&node.rule);
  if (!group) {
    leaves.push_back(&node);
    return;
  }
  for (const MethodNode& child : group->children) append_leaves(child, leaves);
}

PreparedLeaf prepare_indicator(const Prepared& prepared, const IndicatorRule& rule) {
  PreparedLeaf leaf;
  leaf.selected.resize(prepared.units.size());
  const auto indicator = prepared.dataset->find_indicator(rule.indicator);
  if (!indicator) return leaf;
  const Direction direction = (*prepared.dataset)[*indicator].direction;
  std::vector<double> directed_values;
  for (std::size_t i = 0; i < prepared.units.size(); ++i) {
    leaf.selected[i] = select(*prepared.dataset, *indicator, prepared.units[i], prepared.moment);
    if (!leaf.selected[i]) continue;
    directed_values.push_back(directed(*(*prepared.dataset)[*leaf.selected[i]].value, direction));
  }
  leaf.column = extremes_of(directed_values);
  return leaf;
}

// The unit that a tree is evaluated for.
struct Subject {
  const Prepared& prepared;
  std::size_t index;  // in prepared.units

  const Dataset& dataset() const { return *prepared.dataset; }
  UnitId unit() const { return prepared.units[index]; }
  const PreparedLeaf& leaf(const MethodNode& method) const {
    const auto found = std::find_if(prepared.leaves.begin(), prepared.leaves.end(),
                                    [&](const PreparedLeaf& l) { return l.method == &method; });
    check(found != prepared.leaves.end());
    return *found;
  }
};

TraceNode evaluate(const MethodNode& method, const Subject& subject);

TraceNode evaluate_group(const GroupRule& rule, const Subject& subject) {
  TraceNode trace;
  std::vector<Member> members;
  for (const MethodNode& child : rule.children) {
    trace.children.push_back(evaluate(child, subject));
    members.push_back({.weight = child.weight, .score = trace.children.back().score});
  }
  const Aggregate result = aggregate(members, rule);
  trace.score = result.score;
  for (std::size_t i = 0; i < members.size(); ++i) trace.children[i].weight = result.shares[i];
  return trace;
}

// How a method turns the promise in force into a way; nullptr where it asks for no promise.
using WayRule = std::optional<Way> (*)(const Dataset&, TargetId, ObservationId, const Moment&);

WayRule way_rule(const Normalisation& method) {
  return std::visit(overloaded{
                        [](const Goalposts&) -> WayRule { return nullptr; },
                        [](const MinMax&) -> WayRule { return nullptr; },
                        [](const Attainment&) -> WayRule { return attainment_way; },
                        [](const Trajectory&) -> WayRule { return trajectory_way; },
                        [](const Share&) -> WayRule { return nullptr; },
                    },
                    method);
}

TraceNode evaluate_indicator(const IndicatorRule& rule, const MethodNode& method,
                             const Subject& subject) {
  TraceNode trace;
  const PreparedLeaf& leaf = subject.leaf(method);
  trace.observation = leaf.selected[subject.index];
  if (!trace.observation) return trace;
  const Dataset& dataset = subject.dataset();
  const Moment& moment = subject.prepared.moment;
  const Observation& observation = dataset[*trace.observation];
  RawFigure figure{.value = *observation.value,
                   .direction = dataset[observation.indicator].direction,
                   .column = leaf.column,
                   .way = {},
                   .at = moment.end()};
  if (const WayRule way = way_rule(rule.normalisation)) {
    const auto target = target_in_force(dataset, observation.indicator, subject.unit(), moment);
    if (target) {
      trace.targets.push_back(*target);
      figure.way = way(dataset, *target, *trace.observation, moment);
    }
  }
  trace.score = normalise(rule.normalisation, figure);
  trace.coverage = trace.score ? 1 : 0;
  return trace;
}

TraceNode evaluate_targets(const TargetsRule& rule, const Subject& subject) {
  TraceNode trace;
  const Dataset& dataset = subject.dataset();
  const Moment& moment = subject.prepared.moment;
  const auto current = current_targets(dataset, subject.unit(), moment);
  double sum = 0;
  for (const TargetId id : current) {
    const auto latest = select(dataset, dataset[id].indicator, subject.unit(), moment);
    const auto way = latest ? attainment_way(dataset, id, *latest, moment) : std::nullopt;
    if (!way) continue;
    const auto reached = attainment(*dataset[*latest].value, way->from, way->to, rule.cap);
    if (!reached) continue;
    sum += *reached;
    trace.targets.push_back(id);
  }
  if (trace.targets.empty()) return trace;
  trace.score = sum / static_cast<double>(trace.targets.size());
  trace.coverage = static_cast<double>(trace.targets.size()) / static_cast<double>(current.size());
  return trace;
}

// Due by the moment's end, or done without ever having had a deadline.
bool is_due(const TaskStanding& standing, const Moment& moment) {
  if (standing.deadline) return *standing.deadline <= moment.end();
  return standing.state == TaskState::done_on_time;
}

TraceNode evaluate_tasks(const TasksRule& rule, const MethodNode& method, const Subject& subject) {
  TraceNode trace;
  double sum = 0;
  int counted = 0;
  for (const TaskStanding& standing : subject.leaf(method).tasks) {
    const std::vector<UnitId>& leads = subject.dataset()[standing.task].leads;
    if (std::find(leads.begin(), leads.end(), subject.unit()) == leads.end()) continue;
    if (!is_due(standing, subject.prepared.moment)) continue;
    if (standing.state == TaskState::cancelled) continue;
    trace.tasks.push_back(standing);
    const std::optional<double> points = task_points(standing, rule.points);
    if (points) {
      sum += *points;
      ++counted;
    }
  }
  trace.excluded = static_cast<int>(trace.tasks.size()) - counted;
  if (counted == 0) return trace;
  trace.score = sum / counted;
  trace.coverage = static_cast<double>(counted) / static_cast<double>(trace.tasks.size());
  return trace;
}

TraceNode evaluate(const MethodNode& method, const Subject& subject) {
  TraceNode trace = std::visit(
      overloaded{
          [&](const GroupRule& rule) { return evaluate_group(rule, subject); },
          [&](const IndicatorRule& rule) { return evaluate_indicator(rule, method, subject); },
          [&](const TargetsRule& rule) { return evaluate_targets(rule, subject); },
          [&](const TasksRule& rule) { return evaluate_tasks(rule, method, subject); },
      },
      method.rule);
  trace.method = &method;
  return trace;
}

struct LeafCount {
  double covered = 0;
  int leaves = 0;
};

// The coverage of a group: of the leaves below it, the share that has a score.
LeafCount carry_coverage(TraceNode& trace) {
  if (!std::holds_alternative<GroupRule>(trace.method->rule)) {
    return {.covered = trace.coverage, .leaves = 1};
  }
  LeafCount below;
  for (TraceNode& child : trace.children) {
    const LeafCount count = carry_coverage(child);
    below.covered += count.covered;
    below.leaves += count.leaves;
  }
  if (below.leaves > 0) trace.coverage = below.covered / below.leaves;
  return below;
}

// `share` of the root's score is what a point of this node is worth.
void spread_contribution(TraceNode& trace, double share) {
  if (!trace.score) return;
  trace.contribution = share * *trace.score;
  for (TraceNode& child : trace.children) spread_contribution(child, share * child.weight);
}

}  // namespace

std::vector<const MethodNode*> leaves_of(const MethodNode& root) {
  std::vector<const MethodNode*> leaves;
  append_leaves(root, leaves);
  return leaves;
}

Prepared prepare(const Dataset& dataset, const Methodology& methodology, const Moment& moment) {
  Prepared prepared{.dataset = &dataset, .methodology = &methodology, .moment = moment,
                    .units = {}, .leaves = {}};
  const std::vector<UnitKind>& kinds = methodology.units;
  for (std::uint32_t i = 0; i < dataset.units().size(); ++i) {
    const Unit& unit = dataset[UnitId{i}];
    const bool takes_part = std::find(kinds.begin(), kinds.end(), unit.kind) != kinds.end();
    if (takes_part && unit.exists_on(moment.end())) prepared.units.push_back(UnitId{i});
  }
  for (const MethodNode* method : leaves_of(methodology.root)) {
    PreparedLeaf leaf;
    if (const auto* rule = std::get_if<IndicatorRule>(&method->rule)) {
      leaf = prepare_indicator(prepared, *rule);
    } else if (const auto* tasks_rule = std::get_if<TasksRule>(&method->rule)) {
      leaf.tasks = standings(dataset, moment, tasks_rule->deadline);
    }
    leaf.method = method;
    prepared.leaves.push_back(std::move(leaf));
  }
  return prepared;
}

TraceNode trace_of(const Prepared& prepared, std::size_t unit_index) {
  check(unit_index < prepared.units.size());
  const Subject subject{.prepared = prepared, .index = unit_index};
  TraceNode root = evaluate(prepared.methodology->root, subject);
  if (root.score) root.weight = 1;
  carry_coverage(root);
  spread_contribution(root, 1);
  return root;
}

}  // namespace tiendo

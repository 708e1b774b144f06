#include "score/trace.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "score/aggregate.h"

namespace tiendo {
namespace {

void describe_indicator(const PreparedLeaf& leaf, std::size_t unit, TraceNode& trace) {
  const FigureColumn& column = leaf.column;
  trace.observation = column.observations[unit];
  trace.prepared = column.figures.at(unit);
  trace.origin = column.origins[unit];
  trace.treated = column.treated[unit];
  if (!leaf.promises.empty() && leaf.promises[unit]) trace.targets.push_back(*leaf.promises[unit]);
  trace.coverage = trace.score ? 1 : 0;
}

void describe_result(const LeafResult& result, TraceNode& trace) {
  trace.targets = result.targets;
  trace.tasks = result.tasks;
  trace.excluded = result.excluded;
  trace.owned = result.owned;
  trace.coverage = trace.score ? result.coverage : 0;
}

class TraceMaker {
 public:
  TraceMaker(const TraceContext& context, std::size_t unit)
      : context_(context),
        prepared_(context.prepared),
        input_(context.prepared.input(context.weights)),
        unit_(unit) {}

  TraceNode make(std::size_t node) const {
    const TreeNode& place = prepared_.tree.nodes[node];
    const ScoreColumn& column = column_of(input_, context_.scores, node);
    TraceNode trace;
    trace.method = place.method;
    trace.score = column.at(unit_);
    trace.presence = column.presence[unit_];
    if (place.group) {
      for (const std::size_t child : place.children) trace.children.push_back(make(child));
      weigh(node, trace);
      return trace;
    }
    const PreparedLeaf& leaf = prepared_.leaves[place.leaf];
    if (leaf.results.empty()) describe_indicator(leaf, unit_, trace);
    else describe_result(leaf.results[unit_], trace);
    return trace;
  }

 private:
  void weigh(std::size_t node, TraceNode& trace) const {
    if (!trace.score) return;
    const TreeNode& place = prepared_.tree.nodes[node];
    const GroupRule& rule = *place.group;
    std::vector<Member> members;
    for (std::size_t k = 0; k < place.children.size(); ++k)
      members.push_back({.weight = context_.weights[place.children[k]],
                         .score = trace.children[k].score,
                         .presence = trace.children[k].presence});
    const auto mean = mean_of_members(members, rule.aggregation, rule.missing);
    const auto parts = parts_of(members, rule.aggregation, rule.missing, mean.value_or(0));
    const auto& copeland = context_.copeland[node];
    double before = mean.value_or(0);
    for (std::size_t k = 0; k < parts.size(); ++k) {
      trace.children[k].weight = parts[k].share;
      trace.children[k].slope = parts[k].slope;
      if (copeland.empty()) continue;
      trace.children[k].fixed = copeland[k][unit_];
      before += copeland[k][unit_];
    }
    trace.adjustment = adjustments(node, before, *trace.score, trace);
  }

  // Deductions as they were taken, one after the other; the rest is the cap.
  double adjustments(std::size_t node, double before, double score, TraceNode& trace) const {
    const bool none = !prepared_.tree.nodes[node].group->cap &&
                      std::none_of(prepared_.deductions.begin(), prepared_.deductions.end(),
                                   [&](const DeductionColumn& each) { return each.node == node; });
    if (none) return 0;
    double left = before;
    for (const DeductionColumn& each : prepared_.deductions) {
      if (each.node != node || !each.points.has(unit_)) continue;
      const double after = std::max(std::min(left, 0.0), left - each.points.values[unit_]);
      trace.deductions.push_back({.deduction = each.deduction, .points = left - after});
      left = after;
    }
    return score - before;
  }

  const TraceContext& context_;
  const Prepared& prepared_;
  KernelInput input_;
  std::size_t unit_;
};

struct LeafCount {
  double covered = 0;
  int leaves = 0;
};

// The coverage of a group: of the leaves below it, the share that has a score; exempt: no leaves.
LeafCount carry_coverage(TraceNode& trace) {
  if (!std::holds_alternative<GroupRule>(trace.method->rule)) {
    return {.covered = trace.coverage, .leaves = trace.presence == Presence::exempt ? 0 : 1};
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

// A node counts slope · score + fixed points of the root. Its members' slopes follow by the chain
// rule; what is fixed goes to them by their shares.
void spread(TraceNode& trace, double slope, double fixed) {
  if (!trace.score) return;
  trace.contribution = slope * *trace.score + fixed;
  trace.adjustment_contribution = slope * trace.adjustment;
  double given = 0, scored = 0;  // under `zero` missing members keep a share of their own
  for (const TraceNode& child : trace.children) {
    given += child.weight;
    scored += child.score ? 1 : 0;
  }
  for (TraceNode& child : trace.children) {
    const double part = given > 0 ? fixed * child.weight / given : fixed / std::max(scored, 1.0);
    spread(child, slope * child.slope, slope * child.fixed + part);
  }
}

}  // namespace

TraceContext trace_context(const Prepared& prepared, const std::vector<double>& weights,
                           const NodeScores& scores) {
  TraceContext context{.prepared = prepared, .weights = weights, .scores = scores,
                       .copeland = {}};
  context.copeland.resize(prepared.tree.nodes.size());
  const KernelInput input = prepared.input(weights);
  for (std::size_t node = 0; node < prepared.tree.nodes.size(); ++node) {
    const GroupRule* group = prepared.tree.nodes[node].group;
    if (!group || !std::holds_alternative<Copeland>(group->aggregation)) continue;
    const GroupView view = view_of(input, scores, node);
    context.copeland[node] = copeland_parts(columns_of(input, view, node));
  }
  return context;
}

TraceNode trace_of(const TraceContext& context, std::size_t unit_index) {
  check(unit_index < context.prepared.units.size());
  TraceNode root = TraceMaker(context, unit_index).make(0);
  if (root.score) root.weight = 1;
  carry_coverage(root);
  spread(root, 1, 0);
  return root;
}

}  // namespace tiendo

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
}

void describe_result(const LeafResult& result, TraceNode& trace) {
  trace.targets = result.targets;
  trace.tasks = result.tasks;
  trace.excluded = result.excluded;
  trace.owned = result.owned;
}

class TraceMaker {
 public:
  TraceMaker(const Scoring& scoring, const CopelandParts& copeland, std::size_t unit)
      : scoring_(scoring), prepared_(scoring.prepared()), copeland_(copeland), unit_(unit) {}

  TraceNode make(std::size_t node) const {
    const TreeNode& place = prepared_.tree.nodes[node];
    const ScoreColumn& column = scoring_.column(node);
    TraceNode trace;
    trace.method = place.method;
    trace.score = column.at(unit_);
    trace.presence = column.presence[unit_];
    if (place.group) {
      for (const std::size_t child : place.children) trace.children.push_back(make(child));
      weigh(node, trace);
      return trace;
    }
    trace.coverage = leaf_coverage(prepared_, place.leaf, unit_);
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
      members.push_back({.weight = scoring_.weights()[place.children[k]],
                         .score = trace.children[k].score,
                         .presence = trace.children[k].presence});
    const auto mean = mean_of_members(members, rule.aggregation, rule.missing);
    const auto parts = parts_of(members, rule.aggregation, rule.missing, mean.value_or(0));
    const auto& copeland = copeland_[node];
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

  const Scoring& scoring_;
  const Prepared& prepared_;
  const CopelandParts& copeland_;
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

CopelandParts copeland_parts_of(const Scoring& scoring) {
  const Tree& tree = scoring.prepared().tree;
  CopelandParts parts(tree.nodes.size());
  const KernelInput input = scoring.prepared().input(scoring.weights());
  for (std::size_t node = 0; node < tree.nodes.size(); ++node) {
    const GroupRule* group = tree.nodes[node].group;
    if (!group || !std::holds_alternative<Copeland>(group->aggregation)) continue;
    const GroupView view = view_of(input, scoring.scores(), node);
    parts[node] = copeland_parts(columns_of(input, view, node));
  }
  return parts;
}

}  // namespace

Scoring::Scoring(std::shared_ptr<const Prepared> columns, std::vector<double> weights)
    : columns_(std::move(columns)), weights_(std::move(weights)) {
  evaluate(columns_->input(weights_), scores_);
}

bool Scoring::counts(std::size_t node, std::size_t row) const {
  while (node != 0 && column(node).has(row)) node = columns_->tree.nodes[node].parent;
  return node == 0 && column(0).has(row);
}

const TraceNode& Scoring::trace(std::size_t row) const {
  check(row < columns_->units.size());
  if (traces_.empty()) {
    copeland_ = copeland_parts_of(*this);
    traces_.resize(columns_->units.size());
  }
  if (!traces_[row]) {
    TraceNode root = TraceMaker(*this, copeland_, row).make(0);
    if (root.score) root.weight = 1;
    carry_coverage(root);
    root.coverage = columns_->coverage[row];
    spread(root, 1, 0);
    traces_[row] = std::make_unique<const TraceNode>(std::move(root));
  }
  return *traces_[row];
}

}  // namespace tiendo

#include "score/kernel.h"

#include <algorithm>

#include "base/check.h"

namespace tiendo {
namespace {

void append(const MethodNode& method, std::size_t parent, Tree& tree) {
  const std::size_t index = tree.nodes.size();
  TreeNode node;
  node.method = &method;
  node.group = std::get_if<GroupRule>(&method.rule);
  node.parent = parent;
  tree.nodes.push_back(std::move(node));
  if (!tree.nodes[index].group) {
    tree.nodes[index].leaf = tree.leaves.size();
    tree.leaves.push_back(index);
    return;
  }
  for (const MethodNode& child : tree.nodes[index].group->children) {
    tree.nodes[index].children.push_back(tree.nodes.size());
    append(child, index, tree);
  }
}

// Deductions take a score down to 0 at most; then the cap. Order: that of the methodology.
void adjust(const KernelInput& input, std::size_t node, ScoreColumn& score) {
  for (const DeductionColumn& each : input.deductions) {
    if (each.node != node) continue;
    for (std::size_t i = 0; i < score.size(); ++i)
      if (score.has(i) && each.points.has(i))
        score.values[i] = std::max(std::min(score.values[i], 0.0),
                                   score.values[i] - each.points.values[i]);
  }
  const std::optional<double>& cap = input.tree.nodes[node].group->cap;
  for (std::size_t i = 0; cap && i < score.size(); ++i)
    if (score.has(i)) score.values[i] = std::min(score.values[i], *cap);
}

}  // namespace

Tree flatten(const MethodNode& root) {
  Tree tree;
  append(root, 0, tree);
  return tree;
}

std::vector<double> Tree::weights() const {
  std::vector<double> weights;
  for (const TreeNode& node : nodes) weights.push_back(node.method->weight);
  return weights;
}

const ScoreColumn& column_of(const KernelInput& input, const NodeScores& scores,
                             std::size_t node) {
  const TreeNode& place = input.tree.nodes[node];
  return place.group ? scores.groups[node] : input.leaves[place.leaf];
}

GroupView view_of(const KernelInput& input, const NodeScores& scores, std::size_t node) {
  GroupView view;
  for (const std::size_t child : input.tree.nodes[node].children) {
    view.members.push_back(&column_of(input, scores, child));
    view.weights.push_back(input.weights[child]);
  }
  return view;
}

GroupColumns columns_of(const KernelInput& input, const GroupView& view, std::size_t node) {
  const GroupRule& rule = *input.tree.nodes[node].group;
  const bool own = !input.aggregation || std::holds_alternative<Copeland>(rule.aggregation);
  return {.members = view.members,
          .weights = view.weights,
          .aggregation = own ? rule.aggregation : *input.aggregation,
          .missing = input.missing.value_or(rule.missing),
          .coverage_min = rule.coverage_min};
}

void evaluate(const KernelInput& input, NodeScores& scores) {
  check(input.weights.size() == input.tree.nodes.size());
  check(input.leaves.size() == input.tree.leaves.size());
  scores.groups.resize(input.tree.nodes.size());
  scores.warnings.clear();
  for (std::size_t left = input.tree.nodes.size(); left > 0; --left) {
    const std::size_t node = left - 1;
    if (!input.tree.nodes[node].group) continue;
    const GroupView view = view_of(input, scores, node);
    const GroupColumns group = columns_of(input, view, node);
    if (aggregate(group, scores.space, scores.groups[node]) == Refusal::not_positive)
      scores.warnings.push_back({node});
    adjust(input, node, scores.groups[node]);
  }
}

}  // namespace tiendo

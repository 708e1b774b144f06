// The scoring kernel: a methodology's tree over columns. From the points of the leaves, a column
// each, to the score of every node for every unit; no text, no trace, no dataset. The same kernel
// scores the published rule, the reader's own weights and the thousand draws of robustness.h.
//
// Cost: linear in cells (units × leaves), one pass a node; memory is the leaves' points and one
// column a group.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/methodology.h"
#include "score/aggregate.h"
#include "score/column.h"

namespace tiendo {

struct TreeNode {
  const MethodNode* method = nullptr;
  const GroupRule* group = nullptr;  // null: a leaf
  std::size_t parent = 0;            // of the root: itself
  std::vector<std::size_t> children;
  std::size_t leaf = 0;              // of a leaf: its number among the leaves
};

// The nodes in the order of the document: a parent before its children, the root first.
struct Tree {
  std::vector<TreeNode> nodes;
  std::vector<std::size_t> leaves;  // of `nodes`

  std::vector<double> weights() const;  // the methodology's, by node
};

Tree flatten(const MethodNode& root);  // `root` must outlive it

// Points taken off one group's score, by unit.
struct DeductionColumn {
  const Deduction* deduction = nullptr;
  std::size_t node = 0;
  ScoreColumn points;
};

struct KernelInput {
  const Tree& tree;
  const std::vector<ScoreColumn>& leaves;  // points, by leaf
  const std::vector<DeductionColumn>& deductions;
  const std::vector<double>& weights;      // by node
  const Aggregation* aggregation = nullptr;  // instead of every group's own, copeland excepted
  std::optional<MissingRule> missing;        // the same
};

struct KernelWarning {
  std::size_t node = 0;  // a group in which a unit has a member that its mean does not take
};

// The score of every group; reused from run to run.
struct NodeScores {
  std::vector<ScoreColumn> groups;  // by node; of a leaf: empty
  std::vector<KernelWarning> warnings;
  AggregationSpace space;
};

void evaluate(const KernelInput& input, NodeScores& scores);

const ScoreColumn& column_of(const KernelInput& input, const NodeScores& scores, std::size_t node);

// The group's columns as aggregate() wants them; the vectors must outlive the result.
struct GroupView {
  std::vector<const ScoreColumn*> members;
  std::vector<double> weights;
};
GroupView view_of(const KernelInput& input, const NodeScores& scores, std::size_t node);
GroupColumns columns_of(const KernelInput& input, const GroupView& view, std::size_t node);

}  // namespace tiendo

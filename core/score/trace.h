// The scored tree of one unit: where every point of its score comes from. Made from the columns of
// the kernel when it is asked for; ranks are not known here.
//
// Contributions are points of the root's score: those of the leaves below a node, with the
// adjustments (deductions, cap) on the way, add up to the node's own, and the root's is its score
// (to 1e-9). In a mean that is not linear a member contributes its score times the mean's slope
// (aggregate.h); under copeland what it adds to the unit's wins.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "score/prepare.h"

namespace tiendo {

// One node of the methodology's tree, for one unit.
struct TraceNode {
  const MethodNode* method = nullptr;
  std::optional<double> score;         // in the node's range
  Presence presence = Presence::absent;
  std::optional<double> contribution;  // points of the root's score, where it counts
  double weight = 0;                   // share of the parent, after reweighting; 0 where missing
  // 0–1. Of an indicator 1 where it has a score; of targets and tasks the share of them that
  // counts; of a group the share of the leaves below it. (coverage_min looks at its direct members
  // instead.)
  double coverage = 0;
  std::optional<ObservationId> observation;  // leaf of an indicator
  std::optional<double> prepared;            // the figure after the preparation steps
  Origin origin = Origin::published;
  bool treated = false;                      // as an outlier
  // Leaf of targets: those measured; of an indicator scored against a promise: that promise.
  std::vector<TargetId> targets;
  // Leaf of tasks: all that the unit leads and that are due by the moment or done without a
  // deadline, except the cancelled ones; `excluded` of them are left out of the mean. Leaf of
  // clears: all that the unit leads.
  std::vector<TaskStanding> tasks;
  int excluded = 0;
  std::vector<OwnedScore> owned;  // leaf of what the unit owns
  struct TakenOff {
    const Deduction* deduction = nullptr;
    double points = 0;  // of this node's score
  };
  std::vector<TakenOff> deductions;
  double adjustment = 0;               // deductions and cap, of this node's score
  double adjustment_contribution = 0;  // the same in points of the root's
  double slope = 0, fixed = 0;         // how the parent's score depends on this node's
  std::vector<TraceNode> children;
};

// Of groups that rank by Copeland what each member adds, by node, member and unit.
using CopelandParts = std::vector<std::vector<std::vector<double>>>;

// Prepared columns with the scores of all nodes by some weights: what a scorecard is made of, and
// why. Scorings by other weights share the columns.
class Scoring {
 public:
  Scoring(std::shared_ptr<const Prepared> columns, std::vector<double> weights);
  Scoring(const Scoring&) = delete;  // traces are pointed at
  Scoring& operator=(const Scoring&) = delete;

  const Prepared& prepared() const { return *columns_; }
  const std::shared_ptr<const Prepared>& columns() const { return columns_; }
  const std::vector<double>& weights() const { return weights_; }
  const NodeScores& scores() const { return scores_; }
  const ScoreColumn& column(std::size_t node) const {
    return column_of(columns_->input(weights_), scores_, node);
  }
  // Whether the node's score is part of the unit's: it has one, and so has everything above it.
  bool counts(std::size_t node, std::size_t row) const;

  // The tree of prepared().units[row]. Made when it is first asked for; it stays where it is.
  const TraceNode& trace(std::size_t row) const;

 private:
  std::shared_ptr<const Prepared> columns_;
  std::vector<double> weights_;
  NodeScores scores_;
  mutable CopelandParts copeland_;
  mutable std::vector<std::unique_ptr<const TraceNode>> traces_;
};

}  // namespace tiendo

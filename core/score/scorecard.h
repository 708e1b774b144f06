// Scorecard: every unit's score at one moment by one methodology, with its trace (scoring.md §5,
// §8). score() is total and pure: the same inputs give the same bits natively and as wasm.
//
// Contributions are points of the root's score: those of the leaves below a node, with the
// adjustments (deductions, cap) on the way, add up to the node's own, and the root's is its score
// (to 1e-9). In a mean that is not linear a member contributes its score times the mean's slope
// (aggregate.h); under copeland what it adds to the unit's wins.
//
// The units that take part are those of the methodology's kinds that exist on the last day of the
// month. Extremes of columns and ranks are over them and no others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/dataset.h"
#include "model/methodology.h"
#include "score/prepare.h"
#include "score/select.h"
#include "score/task_state.h"

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

struct UnitScore {
  UnitId unit;
  std::optional<double> score;
  std::optional<int> rank;  // competition ranking 1, 2, 2, 4 among the scored, after rank_decimals
  const Band* band = nullptr;
  double coverage = 0;
  TraceNode trace;
};

struct Scorecard {
  const Methodology* methodology = nullptr;
  Moment moment;
  std::vector<ScoreWarning> warnings;
  std::vector<UnitScore> units;  // all that take part, by rank; the unscored last, in table order

  const UnitScore* find(UnitId unit) const;
  int scored() const;
};

// `dataset` and `methodology` must outlive the Scorecard.
Scorecard score(const Dataset& dataset, const Methodology& methodology, const Moment& moment);

// Months in which something that the methodology looks at was published or fell due, and at least
// one unit has a score; ascending. A month into which older figures are only carried is not listed.
std::vector<Month> scored_months(const Dataset& dataset, const Methodology& methodology);

}  // namespace tiendo

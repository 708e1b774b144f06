// Why did a score change? (scoring.md §8) The difference of two scorecards of a methodology, split
// exactly: over the leaves of its tree, what deductions and caps changed, what changed coverage, and
// what a changed methodology did. The parts add up to the difference of the scores (to 1e-9).
//
// In a group, the members that have a score both times change it: in a linear mean each by its
// weighted difference; in any other each by the average of two orders of replacing the old members
// by the new, first to last and last to first; under copeland by what it adds to the wins. Whatever
// the set of members present does, both before and now, is the part of coverage.
#pragma once

#include <optional>
#include <vector>

#include "score/scorecard.h"

namespace tiendo {

struct LeafChange {
  const MethodNode* method = nullptr;  // a leaf; a group where its deductions or its cap changed
  const TraceNode* before = nullptr;   // of the scorecards
  const TraceNode* now = nullptr;
  double points = 0;  // of the root's score, gained (+) or lost (−)
};

struct ScoreMove {
  double points = 0;  // score now − score before
  int places = 0;     // rank before − rank now: positive is up
};

struct ScoreChange : ScoreMove {
  std::vector<LeafChange> leaves;  // largest absolute part first, then in the order of the tree
  double coverage = 0;             // because other figures are there or missing
  double method = 0;               // because the rule is another
};

// Nothing where the unit is unscored in one of them.
std::optional<ScoreMove> move_of(const UnitScore* before, const UnitScore* now);

// Nothing where the unit is unscored in one of them, or where the methodologies are two objects.
// Both scorecards must outlive the result.
std::optional<ScoreChange> change_of(const Scorecard& before, const Scorecard& now, UnitId unit);

// The same where the methodology changed too: `between` is scored by the methodology of `before` at
// the moment of `now`. What it does not explain is the part of the method.
std::optional<ScoreChange> change_of(const Scorecard& before, const Scorecard& between,
                                     const Scorecard& now, UnitId unit);

}  // namespace tiendo

// Why did a score change? (scoring.md §8) The difference of two scorecards of the same methodology,
// split exactly over the leaves of its tree.
//
// The tree is linear, so a leaf's part is the difference of its contributions, and the parts add up
// to the difference of the scores (to 1e-9). A figure that appeared or went missing moves weight to
// its neighbours; that is in their parts.
#pragma once

#include <optional>
#include <vector>

#include "score/scorecard.h"

namespace tiendo {

struct LeafChange {
  const MethodNode* method = nullptr;
  const TraceNode* before = nullptr;  // into the scorecards
  const TraceNode* now = nullptr;
  double points = 0;  // of the root's score, gained (+) or lost (−)
};

struct ScoreChange {
  double points = 0;               // score now − score before
  int places = 0;                  // rank before − rank now: positive is up
  std::vector<LeafChange> leaves;  // largest absolute part first, then in the order of the tree
};

// Nothing where the unit is unscored in one of them, or where the methodologies are two objects.
// Both scorecards must outlive the result.
std::optional<ScoreChange> change_of(const Scorecard& before, const Scorecard& now, UnitId unit);

}  // namespace tiendo

#include "score/change.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace tiendo {
namespace {

// Both traces have the shape of the same methodology.
void append_leaves(const TraceNode& before, const TraceNode& now, std::vector<LeafChange>& leaves) {
  check(before.method == now.method && before.children.size() == now.children.size());
  if (!std::holds_alternative<GroupRule>(now.method->rule)) {
    leaves.push_back({.method = now.method,
                      .before = &before,
                      .now = &now,
                      .points = now.contribution.value_or(0) - before.contribution.value_or(0)});
    return;
  }
  for (std::size_t i = 0; i < now.children.size(); ++i) {
    append_leaves(before.children[i], now.children[i], leaves);
  }
}

}  // namespace

std::optional<ScoreChange> change_of(const Scorecard& before, const Scorecard& now, UnitId unit) {
  const UnitScore* unit_before = before.find(unit);
  const UnitScore* unit_now = now.find(unit);
  if (before.methodology != now.methodology || !unit_before || !unit_now) return {};
  if (!unit_before->score || !unit_now->score) return {};
  ScoreChange change;
  change.points = *unit_now->score - *unit_before->score;
  change.places = *unit_before->rank - *unit_now->rank;
  append_leaves(unit_before->trace, unit_now->trace, change.leaves);
  std::stable_sort(change.leaves.begin(), change.leaves.end(),
                   [](const LeafChange& a, const LeafChange& b) {
                     return std::abs(a.points) > std::abs(b.points);
                   });
  return change;
}

}  // namespace tiendo

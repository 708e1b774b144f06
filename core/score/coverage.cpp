// How much of what could count does (prepare.h), in one pass over every leaf's column.
#include "score/prepare.h"

namespace tiendo {

double leaf_coverage(const Prepared& prepared, std::size_t leaf, std::size_t unit) {
  if (!prepared.points[leaf].has(unit)) return 0;
  const std::vector<LeafResult>& results = prepared.leaves[leaf].results;
  return results.empty() ? 1 : results[unit].coverage;
}

std::vector<double> coverage_of(const Prepared& prepared) {
  const std::size_t units = prepared.units.size();
  std::vector<double> covered(units, 0);
  std::vector<unsigned> leaves(units, 0), present(units, 0);
  for (std::size_t leaf = 0; leaf < prepared.leaves.size(); ++leaf) {
    const Presence* const presence = prepared.points[leaf].presence.data();
    for (std::size_t i = 0; i < units; ++i) leaves[i] += presence[i] != Presence::exempt;
    if (prepared.leaves[leaf].results.empty())
      for (std::size_t i = 0; i < units; ++i) present[i] += presence[i] == Presence::present;
    else
      for (std::size_t i = 0; i < units; ++i) covered[i] += leaf_coverage(prepared, leaf, i);
  }
  for (std::size_t i = 0; i < units; ++i)
    if (leaves[i] > 0) covered[i] = (covered[i] + present[i]) / leaves[i];
  return covered;
}

}  // namespace tiendo

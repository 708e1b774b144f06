// A random scoring of any size, the same everywhere: units × indicators of three levels, min–max and
// weighted means, one cell in ten missing.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "make_dataset.h"

namespace tiendo::test {

struct RandomScoring {
  Dataset dataset;
  Methodology methodology;
};

// A counter-based generator (SplitMix64).
inline double random_unit(std::uint64_t& counter) {
  std::uint64_t z = counter += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

inline RandomScoring random_scoring(int units, int indicators, double missing_share = 0.1) {
  constexpr int per_group = 10, groups_per_pillar = 5;
  std::uint64_t counter = 42;
  DatasetMaker maker;
  for (int u = 0; u < units; ++u) maker.unit("u" + std::to_string(u), UnitKind::province);
  std::vector<MethodNode> groups, pillars;
  std::vector<MethodNode> leaves;
  for (int i = 0; i < indicators; ++i) {
    const auto direction =
        i % 3 == 0 ? Direction::lower_is_better : Direction::higher_is_better;
    const IndicatorId id = maker.indicator("i" + std::to_string(i), direction);
    for (std::uint32_t u = 0; u < static_cast<std::uint32_t>(units); ++u)
      if (random_unit(counter) >= missing_share)
        maker.observe(id, {u}, "2025-06", 1000 * random_unit(counter));
    leaves.push_back(leaf("i" + std::to_string(i), MinMax{}, 0.5 + random_unit(counter)));
    const bool last = i + 1 == indicators;
    if (leaves.size() == per_group || last)
      groups.push_back(group("g" + std::to_string(i), std::exchange(leaves, {})));
    if (groups.size() == groups_per_pillar || last)
      pillars.push_back(group("p" + std::to_string(i), std::exchange(groups, {})));
  }
  Methodology method = methodology(group("root", std::move(pillars)));
  method.rank_decimals.reset();
  method.uncertainty.rounding = Rounding::kept;
  return {maker.make(), std::move(method)};
}

}  // namespace tiendo::test

// Ranks and bands (scoring.md §8). Scores are compared after rounding to the decimals that the
// reader sees, or exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/methodology.h"
#include "score/column.h"

namespace tiendo {

// The order of rows by rank: those without one last.
inline bool ranks_before(const std::optional<int>& a, const std::optional<int>& b) {
  return a && b ? *a < *b : a.has_value() && !b;
}

struct RankedScore {
  double score = 0;
  std::uint32_t unit = 0;
};
using RankingSpace = std::vector<RankedScore>;

// Competition ranking, highest first: 1, 2, 2, 4, after rounding to `decimals`, or exactly; 0 where
// there is no score. Into vectors that are used again. `peers`: by unit the kind that it is ranked
// within; empty: all units are of one.
void rank_column(const ScoreColumn& scores, std::span<const UnitKind> peers,
                 std::optional<int> decimals, RankingSpace& space,
                 std::vector<std::uint32_t>& ranks);

// The highest band whose least score is reached; nullptr below all of them. A band's own least
// score belongs to it.
const Band* band_of(double score, const Methodology& methodology);

}  // namespace tiendo

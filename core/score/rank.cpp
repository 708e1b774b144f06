#include "score/rank.h"

#include <algorithm>
#include <array>

#include "score/rounding.h"

namespace tiendo {
namespace {

// Where the ranking of a kind has come to.
struct LastPlace {
  std::uint32_t units = 0, rank = 0;
  double score = 0;
};

}  // namespace

void rank_column(const ScoreColumn& scores, std::span<const UnitKind> peers,
                 std::optional<int> decimals, RankingSpace& space,
                 std::vector<std::uint32_t>& ranks) {
  space.clear();
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores.has(i))
      space.push_back({.score = decimals ? round_to(scores.values[i], *decimals) : scores.values[i],
                       .unit = static_cast<std::uint32_t>(i)});
  std::sort(space.begin(), space.end(), [](const RankedScore& a, const RankedScore& b) {
    return a.score > b.score;
  });
  ranks.assign(scores.size(), 0);
  std::array<LastPlace, unit_kind_count> places{};
  for (const RankedScore& next : space) {
    LastPlace& last = places[peers.empty() ? 0 : static_cast<std::size_t>(peers[next.unit])];
    ++last.units;
    if (last.units == 1 || next.score != last.score) {
      last.score = next.score;
      last.rank = last.units;
    }
    ranks[next.unit] = last.rank;
  }
}

const Band* band_of(double score, const Methodology& methodology) {
  const double shown = round_to(score, methodology.shown_decimals());
  const auto band = std::find_if(methodology.bands.begin(), methodology.bands.end(),
                                 [&](const Band& candidate) { return shown >= candidate.from; });
  return band == methodology.bands.end() ? nullptr : &*band;
}

}  // namespace tiendo

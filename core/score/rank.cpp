#include "score/rank.h"

#include <algorithm>

#include "score/rounding.h"

namespace tiendo {

void rank_column(const ScoreColumn& scores, std::optional<int> decimals, RankingSpace& space,
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
  for (std::uint32_t place = 0; place < space.size(); ++place) {
    const bool tied = place > 0 && space[place].score == space[place - 1].score;
    ranks[space[place].unit] = tied ? ranks[space[place - 1].unit] : place + 1;
  }
}

std::vector<std::optional<int>> competition_ranks(const std::vector<std::optional<double>>& scores,
                                                  std::optional<int> decimals) {
  ScoreColumn column(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores[i]) column.set(i, *scores[i]);
  RankingSpace space;
  std::vector<std::uint32_t> found;
  rank_column(column, decimals, space, found);
  std::vector<std::optional<int>> ranks(scores.size());
  for (std::size_t i = 0; i < ranks.size(); ++i)
    if (found[i] > 0) ranks[i] = static_cast<int>(found[i]);
  return ranks;
}

const Band* band_of(double score, const Methodology& methodology) {
  const double shown = round_to(score, methodology.shown_decimals());
  const auto band = std::find_if(methodology.bands.begin(), methodology.bands.end(),
                                 [&](const Band& candidate) { return shown >= candidate.from; });
  return band == methodology.bands.end() ? nullptr : &*band;
}

}  // namespace tiendo

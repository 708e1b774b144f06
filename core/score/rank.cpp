#include "score/rank.h"

#include <algorithm>
#include <functional>

#include "score/rounding.h"

namespace tiendo {

void rank_column(const ScoreColumn& scores, std::optional<int> decimals,
                 std::vector<double>& space, std::vector<std::uint32_t>& ranks) {
  const auto as_compared = [&](std::size_t i) {
    return decimals ? round_to(scores.values[i], *decimals) : scores.values[i];
  };
  space.clear();
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores.has(i)) space.push_back(as_compared(i));
  std::sort(space.begin(), space.end(), std::greater<>());
  ranks.assign(scores.size(), 0);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!scores.has(i)) continue;
    const auto place =
        std::lower_bound(space.begin(), space.end(), as_compared(i), std::greater<>());
    ranks[i] = static_cast<std::uint32_t>(place - space.begin()) + 1;
  }
}

std::vector<std::optional<int>> competition_ranks(const std::vector<std::optional<double>>& scores,
                                                  std::optional<int> decimals) {
  ScoreColumn column(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores[i]) column.set(i, *scores[i]);
  std::vector<double> space;
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

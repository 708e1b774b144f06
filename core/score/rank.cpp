#include "score/rank.h"

#include <algorithm>
#include <functional>

#include "score/rounding.h"

namespace tiendo {

std::vector<std::optional<int>> competition_ranks(const std::vector<std::optional<double>>& scores,
                                                  std::optional<int> decimals) {
  const auto as_compared = [&](double score) {
    return decimals ? round_to(score, *decimals) : score;
  };
  std::vector<double> shown;
  for (const auto& score : scores) {
    if (score) shown.push_back(as_compared(*score));
  }
  std::sort(shown.begin(), shown.end(), std::greater<>());
  std::vector<std::optional<int>> ranks(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!scores[i]) continue;
    const auto place = std::lower_bound(shown.begin(), shown.end(), as_compared(*scores[i]),
                                        std::greater<>());
    ranks[i] = static_cast<int>(place - shown.begin()) + 1;
  }
  return ranks;
}

const Band* band_of(double score, const Methodology& methodology) {
  const double shown = round_to(score, methodology.shown_decimals());
  const auto band = std::find_if(methodology.bands.begin(), methodology.bands.end(),
                                 [&](const Band& candidate) { return shown >= candidate.from; });
  return band == methodology.bands.end() ? nullptr : &*band;
}

}  // namespace tiendo

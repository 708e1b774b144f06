// Places and bands. A score counts as the reader sees it: rounded to the methodology's decimals. So
// two units that show the same score share a place, and a shown 90.00 is in the band from 90.
#pragma once

#include <optional>
#include <vector>

#include "model/methodology.h"

namespace tiendo {

// Competition ranking, highest first: 1, 2, 2, 4, after rounding to `decimals`, or exactly. Nothing
// where there is no score.
std::vector<std::optional<int>> competition_ranks(const std::vector<std::optional<double>>& scores,
                                                  std::optional<int> decimals);

// The highest band whose least score is reached; nullptr below all of them. A band's own least
// score belongs to it.
const Band* band_of(double score, const Methodology& methodology);

}  // namespace tiendo

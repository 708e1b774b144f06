// How sure are the ranks of a month, for a page: the study that was published with the data or made
// beside the page, or, where so few figures are scored that nobody has to wait, one made at once.
#pragma once

#include <optional>

#include "model/publication.h"
#include "score/robustness.h"
#include "score/select.h"

namespace tiendo {

// The settings of every study that a page shows, so that all readers see the same numbers.
inline constexpr RobustnessSettings shown_study = {.runs = 1000, .seed = 1, .top = 10};

// Units that take part times figures of each: 1,000 runs over so many take a blink.
inline constexpr std::size_t cells_at_once_max = 1000;

// Whether what studies of it take is no more than a page may.
bool is_studied_at_once(const Dataset& dataset, const Methodology& methodology,
                        const Moment& moment);

// Nothing: there is none yet, and to make it would take longer than a page may. `methodology` is one
// of the publication's, or a changed copy (the reader's own weights), which no published study is of.
std::optional<RankStudy> rank_certainty(const Publication& publication,
                                        const Methodology& methodology, const Moment& moment);

}  // namespace tiendo

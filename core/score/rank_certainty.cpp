#include "score/rank_certainty.h"

namespace tiendo {

std::optional<RankStudy> rank_certainty(const Publication& publication,
                                        const Methodology& methodology, const Moment& moment) {
  for (const RankStudy& study : publication.studies)
    if (study.methodology == methodology.id && study.month == moment.month) return study;
  const Dataset& dataset = publication.dataset;
  const std::size_t units = participants(dataset, methodology.units, moment).size();
  if (units * leaves_of(methodology.root).size() > cells_at_once_max) return {};
  Robustness robustness(dataset, methodology, moment, shown_study);
  robustness.advance(shown_study.runs);
  return robustness.study();
}

}  // namespace tiendo

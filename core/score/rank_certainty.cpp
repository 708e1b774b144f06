#include "score/rank_certainty.h"

#include "score/score_memory.h"

namespace tiendo {

bool is_studied_at_once(const Dataset& dataset, const Methodology& methodology,
                        const Moment& moment) {
  const std::size_t units = participants(dataset, methodology.units, moment).size();
  return units * leaves_of(methodology.root).size() <= cells_at_once_max;
}

std::optional<RankStudy> rank_certainty(const Publication& publication,
                                        const Methodology& methodology, const Moment& moment) {
  if (publication.holds(methodology))
    for (const RankStudy& study : publication.studies)
      if (study.methodology == methodology.id && study.month == moment.month &&
          study.as_of == moment.as_of)
        return study;
  const Dataset& dataset = publication.dataset;
  if (!is_studied_at_once(dataset, methodology, moment)) return {};
  return *study_of(publication, methodology, moment);
}

}  // namespace tiendo

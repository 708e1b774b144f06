#include "score/rank_certainty.h"

#include <algorithm>

#include "score/score_memory.h"

namespace tiendo {
namespace {

// A study names its methodology, and a changed copy of it, with another mean, may bear
// the same name.
bool is_published(const Publication& publication, const Methodology& methodology) {
  return std::any_of(publication.methodologies.begin(), publication.methodologies.end(),
                     [&](const Methodology& each) { return &each == &methodology; });
}

}  // namespace

bool is_studied_at_once(const Dataset& dataset, const Methodology& methodology,
                        const Moment& moment) {
  const std::size_t units = participants(dataset, methodology.units, moment).size();
  return units * leaves_of(methodology.root).size() <= cells_at_once_max;
}

std::optional<RankStudy> rank_certainty(const Publication& publication,
                                        const Methodology& methodology, const Moment& moment) {
  if (is_published(publication, methodology))
    for (const RankStudy& study : publication.studies)
      if (study.methodology == methodology.id && study.month == moment.month &&
          study.as_of == moment.as_of)
        return study;
  const Dataset& dataset = publication.dataset;
  if (!is_studied_at_once(dataset, methodology, moment)) return {};
  return *study_of(publication, methodology, moment);
}

}  // namespace tiendo

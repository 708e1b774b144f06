#include "model/revisions.h"

namespace tiendo {
namespace {

bool says_the_same(const Observation& a, const Observation& b) {
  return a.value == b.value && a.value_max == b.value_max && a.qualifier == b.qualifier &&
         a.rank == b.rank && a.category.vi == b.category.vi;
}

}  // namespace

std::vector<Revision> revisions(const Dataset& dataset) {
  std::vector<Revision> found;
  for (std::uint32_t indicator = 0; indicator < dataset.indicators().size(); ++indicator)
    for (const UnitId unit : dataset.units_observed({indicator})) {
      const std::span<const ObservationId> rows = dataset.observations_of({indicator}, unit);
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const Observation& before = dataset[rows[i - 1]];
        const Observation& after = dataset[rows[i]];
        if (!(before.period == after.period) || says_the_same(before, after)) continue;
        found.push_back({.before = rows[i - 1],
                         .after = rows[i],
                         .when = after.published ? after.published
                                                 : dataset[after.evidence.source].date});
      }
    }
  return found;
}

}  // namespace tiendo

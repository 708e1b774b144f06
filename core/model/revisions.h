// Revisions: figures that were published again for the same period and changed. What stood before
// stays in the dataset; this lists what became of it.
#pragma once

#include <optional>
#include <vector>

#include "model/dataset.h"

namespace tiendo {

struct Revision {
  ObservationId before, after;  // of one indicator, unit and period
  std::optional<Period> when;   // `after` was published: by its own date, else by its document's
};

// By indicator and unit in table order, then by period, then by publication. A figure that was only
// repeated is no revision. The source is that of `after`.
std::vector<Revision> revisions(const Dataset& dataset);

}  // namespace tiendo

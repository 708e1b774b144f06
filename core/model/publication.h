// Publication: what the site shows: one dataset and the methodologies that score it.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "model/dataset.h"
#include "model/methodology.h"
#include "model/search_index.h"

namespace tiendo {

struct Publication {
  Dataset dataset;
  std::vector<Methodology> methodologies;  // the first one is the default
  std::optional<SearchIndex> search;       // of the dataset; without it every search makes its own

  // The first methodology that scores units of this kind, if any.
  const Methodology* methodology_for(UnitKind kind) const {
    for (const Methodology& methodology : methodologies)
      if (std::find(methodology.units.begin(), methodology.units.end(), kind) != methodology.units.end())
        return &methodology;
    return nullptr;
  }
};

}  // namespace tiendo

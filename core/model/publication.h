// Publication: what the site shows: one dataset, the methodologies that score it, and the studies of
// how sure their ranks are, as far as there are any.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "model/dataset.h"
#include "model/methodology.h"
#include "model/search_index.h"
#include "model/study.h"

namespace tiendo {

struct Publication {
  Dataset dataset;
  std::vector<Methodology> methodologies;  // the first one is the default
  std::optional<SearchIndex> search;       // of the dataset; without it every search makes its own
  std::vector<RankStudy> studies = {};     // made beside the page; see score/rank_certainty.h

  // The first methodology that scores units of this kind, if any.
  const Methodology* methodology_for(UnitKind kind) const {
    for (const Methodology& methodology : methodologies)
      if (std::find(methodology.units.begin(), methodology.units.end(), kind) != methodology.units.end())
        return &methodology;
    return nullptr;
  }
};

}  // namespace tiendo

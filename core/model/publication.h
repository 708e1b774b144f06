// Publication: what the site shows: one dataset, the methodologies that score it, and the studies of
// how sure their ranks are, as far as there are any.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "model/dataset.h"
#include "model/methodology.h"
#include "model/search_index.h"
#include "model/study.h"

namespace tiendo {

class ScoreMemory;  // score/score_memory.h, which alone knows what is in it

// The place of what has been worked out of a publication and need not be again. It points into the
// publication, so one that is copied or moved begins without. Whoever changes a dataset or a
// methodology in place must do so before the first question.
struct Remembered {
  Remembered() = default;
  Remembered(const Remembered&) {}
  Remembered& operator=(const Remembered&) {
    scores.reset();
    return *this;
  }

  std::shared_ptr<ScoreMemory> scores;
};

struct Publication {
  Dataset dataset;
  std::vector<Methodology> methodologies;  // the first one is the default
  std::optional<SearchIndex> search;       // of the dataset; without it every search makes its own
  std::vector<RankStudy> studies = {};     // made beside the page; see score/rank_certainty.h
  mutable Remembered remembered = {};      // a page stays a pure function of all the others

  // The first methodology that scores units of this kind, if any.
  const Methodology* methodology_for(UnitKind kind) const {
    for (const Methodology& methodology : methodologies)
      if (methodology.scores(kind)) return &methodology;
    return nullptr;
  }
  // Itself: a changed copy of one of them, with another mean, may bear the same name.
  bool holds(const Methodology& methodology) const {
    for (const Methodology& each : methodologies)
      if (&each == &methodology) return true;
    return false;
  }
};

}  // namespace tiendo

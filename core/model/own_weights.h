// The reader's own weights: the same rule with other shares.
#pragma once

#include <string>
#include <vector>

#include "model/methodology.h"

namespace tiendo {

// The weight of the methodology's node with this id, against its siblings': in hundredths of what
// their published weights add up to. Those that are not named keep their published ones.
struct OwnWeight {
  std::string node;
  int weight = 0;  // 0–9999
  friend bool operator==(const OwnWeight&, const OwnWeight&) = default;
};

// The methodology with these weights; ids that it does not know are passed over. It is no longer
// the publisher's: it has no bands, no published total to reproduce and an id of its own. All
// weights of a group may be 0; the group then has no score.
Methodology with_weights(Methodology methodology, const std::vector<OwnWeight>& weights);

}  // namespace tiendo

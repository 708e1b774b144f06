// RankStudy: how sure the ranks of a month are, as score/robustness finds it. It is part of what is
// published: a small one is made where the page is made, a large one beside the page, in a worker.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "model/ids.h"

namespace tiendo {

struct UnitRobustness {
  UnitId unit;
  std::optional<int> rank;  // as published
  int ranked = 0;           // runs in which the unit has a rank; what follows is over these
  double low = 0, lower_quartile = 0, median = 0, upper_quartile = 0, high = 0;  // 5 … 95 %
  double top_share = 0;     // of the runs, with a rank of `top` or better
  // Of the runs, from rank 1 to the last that came up; empty where too many units take part.
  std::vector<double> shares = {};
};

struct RankStudy {
  std::string methodology;  // id
  Month month;
  std::optional<Date> as_of;
  int runs = 0, top = 0;
  std::uint64_t seed = 0;
  std::vector<UnitRobustness> units;  // by rank as published, the unranked last

  const UnitRobustness* find(UnitId unit) const {
    const auto found = std::find_if(units.begin(), units.end(),
                                    [&](const UnitRobustness& each) { return each.unit == unit; });
    return found == units.end() ? nullptr : &*found;
  }
};

}  // namespace tiendo

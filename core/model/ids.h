// Ids: which row of a Dataset is meant. An Id is an index into one table of one Dataset and means
// nothing outside it; the publisher's own key ("bo-cong-an") is in the row. Strong types, so that a
// unit is never taken for an indicator.
#pragma once

#include <cstdint>

namespace tiendo {

template <class Row>
struct Id {
  std::uint32_t index = 0;

  friend bool operator==(Id, Id) = default;
  friend bool operator<(Id a, Id b) { return a.index < b.index; }
};

using UnitId = Id<struct Unit>;
using IndicatorId = Id<struct Indicator>;
using SourceId = Id<struct Source>;
using TaskId = Id<struct Task>;
using TargetId = Id<struct Target>;
using ObservationId = Id<struct Observation>;
using ThreadId = Id<struct Thread>;

}  // namespace tiendo

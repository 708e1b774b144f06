// From the rows of a dataset to the scored tree of every unit, at one moment.
//
// Two steps, because some rules look at all units at once: Prepared gathers, for every leaf of the
// methodology, the figures of all units that take part (their extremes, the state of the tasks);
// then trace_of() evaluates the tree for one unit. Ranking is not known here.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "score/normalise.h"
#include "score/scorecard.h"

namespace tiendo {

struct PreparedLeaf {
  const MethodNode* method = nullptr;
  // Of an indicator; nothing selected anywhere where the dataset does not know its key.
  std::vector<std::optional<ObservationId>> selected;  // by unit
  std::optional<Extremes> column;                      // of the directed values of all units
  // Of tasks: all that are known.
  std::vector<TaskStanding> tasks;
};

// The pointers must outlive it.
struct Prepared {
  const Dataset* dataset = nullptr;
  const Methodology* methodology = nullptr;
  Moment moment;
  std::vector<UnitId> units;         // of the methodology's kinds, existing at the moment's end
  std::vector<PreparedLeaf> leaves;  // in the order of the tree
};

Prepared prepare(const Dataset& dataset, const Methodology& methodology, const Moment& moment);

// The methodology's tree for prepared.units[unit_index], with weights and contributions.
TraceNode trace_of(const Prepared& prepared, std::size_t unit_index);

// The leaves of a methodology's tree, in order: every node that is not a group.
std::vector<const MethodNode*> leaves_of(const MethodNode& root);

}  // namespace tiendo

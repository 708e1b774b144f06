// The scored tree of one unit, made on demand from the columns of the kernel: where every point of
// the score comes from. Ranking is not known here.
#pragma once

#include <cstddef>
#include <vector>

#include "score/prepare.h"
#include "score/scorecard.h"

namespace tiendo {

// What trace_of() needs beside the scores: of groups that rank by Copeland what each member adds.
struct TraceContext {
  const Prepared& prepared;
  const std::vector<double>& weights;
  const NodeScores& scores;
  std::vector<std::vector<std::vector<double>>> copeland;  // by node, by member, by unit
};
TraceContext trace_context(const Prepared& prepared, const std::vector<double>& weights,
                           const NodeScores& scores);

// The methodology's tree for prepared.units[unit_index], with weights and contributions.
TraceNode trace_of(const TraceContext& context, std::size_t unit_index);

}  // namespace tiendo

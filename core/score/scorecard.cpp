#include "score/scorecard.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "score/rank.h"
#include "score/trace.h"

namespace tiendo {

const UnitScore* Scorecard::find(UnitId unit) const {
  const auto found = std::find_if(units.begin(), units.end(),
                                  [&](const UnitScore& scored) { return scored.unit == unit; });
  return found == units.end() ? nullptr : &*found;
}

int Scorecard::scored() const {
  return static_cast<int>(std::count_if(units.begin(), units.end(), [](const UnitScore& unit) {
    return unit.score.has_value();
  }));
}

Scorecard score(const Dataset& dataset, const Methodology& methodology, const Moment& moment) {
  const Prepared prepared = prepare(dataset, methodology, moment);
  const std::vector<double> weights = prepared.tree.weights();
  NodeScores scores;
  evaluate(prepared.input(weights), scores);
  const TraceContext context = trace_context(prepared, weights, scores);
  Scorecard card{.methodology = &methodology, .moment = moment, .warnings = prepared.warnings,
                 .units = {}};
  for (const KernelWarning& warning : scores.warnings)
    card.warnings.push_back({.kind = WarningKind::not_positive,
                             .node = prepared.tree.nodes[warning.node].method});
  std::vector<std::optional<double>> final_scores;
  for (std::size_t i = 0; i < prepared.units.size(); ++i) {
    UnitScore unit;
    unit.unit = prepared.units[i];
    unit.trace = trace_of(context, i);
    unit.score = unit.trace.score;
    unit.coverage = unit.trace.coverage;
    if (unit.score) unit.band = band_of(*unit.score, methodology);
    final_scores.push_back(unit.score);
    card.units.push_back(std::move(unit));
  }
  const auto ranks = competition_ranks(final_scores, methodology.rank_decimals);
  for (std::size_t i = 0; i < ranks.size(); ++i) card.units[i].rank = ranks[i];
  sort_by(card.units, [](const UnitScore& a, const UnitScore& b) {
    if (!a.rank || !b.rank) return a.rank.has_value() && !b.rank;
    return *a.rank < *b.rank;
  });
  return card;
}

}  // namespace tiendo

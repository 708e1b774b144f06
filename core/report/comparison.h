// A Comparison: the scorecard of the month shown beside that of the last month before it that it
// can fairly be compared with. The overview, the ranking and the unit page all speak from it.
//
// Months are compared only where most of the units scored now were scored then too: a month in
// which one province of thirty-four had a figure says nothing about who climbed.
#pragma once

#include <optional>
#include <vector>

#include "report/publication.h"
#include "score/change.h"
#include "score/score_memory.h"

namespace tiendo {

inline constexpr double comparable_share_min = 0.8;  // of the units scored now

struct UnitComparison {
  const UnitScore* now = nullptr;
  const UnitScore* before = nullptr;  // nothing: not scored then, or nothing to compare with
  std::optional<ScoreMove> change;  // set where both have a score
};

// Of the units that are ranked within one kind.
struct Comparison {
  SharedScorecard now;
  SharedScorecard before;              // nothing: no earlier month can be compared
  std::vector<UnitComparison> scored;  // all scored units, by rank

  UnitComparison of(UnitId unit) const;
  std::optional<ScoreChange> why(UnitId unit) const;  // set where both have a score
};

Comparison compare(const Publication& publication, const Methodology& methodology, UnitKind kind,
                   const Moment& moment);

// The part that made most of the change: the greatest that went the same way; null where none did.
const LeafChange* main_part(const ScoreChange& change);

// How far the scores are from the published totals that they must reproduce.
struct Reproduction {
  int compared = 0;           // units that have both
  double deviation_max = 0;   // in points
  std::optional<ObservationId> example;  // the published total of the first unit compared
};
// Nothing where the methodology names no published total.
std::optional<Reproduction> reproduction_of(const Dataset& dataset, const Scorecard& scorecard);

// All scores to the decimals that ranks are made of, which are those that the reader sees.
std::string shown_score(const Methodology& methodology, double score, Language language);
// "+0,27", "−1,51", "0,00"
std::string shown_change(const Methodology& methodology, double points, Language language);

}  // namespace tiendo

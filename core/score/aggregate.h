// Aggregation: several scores into one (scoring.md §4, §5).
//
// Linear aggregation with compensating weights, OECD/JRC "Handbook on Constructing Composite
// Indicators" (2008), step 6: score = Σ wᵢ sᵢ / Σ wᵢ over the members that take part, in the order
// of the methodology, so that the same inputs give the same bits everywhere. Reweighting over the
// members present is what COINr's Aggregate() does with a missing value.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/methodology.h"

namespace tiendo {

struct Member {
  double weight = 1;            // relative to the other members, ≥ 0
  std::optional<double> score;  // nothing: missing
};

struct Aggregate {
  std::optional<double> score;
  std::vector<double> shares;  // by member, of the total weight; 0 where missing or without a score
};

// Σ shares[i] · members[i].score is the score. Nothing is scored where
//  - no member is present: a rule about gaps does not make a figure out of nothing;
//  - the share of the members present (a count, not a weight) is below `coverage_min`;
//  - one is missing and the rule is `fail`;
//  - the weights of those that take part add up to zero.
// Under `zero` a missing member takes part with 0 points and keeps its weight.
Aggregate aggregate(std::span<const Member> members, const GroupRule& rule);

}  // namespace tiendo

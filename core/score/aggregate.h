// Aggregation: several columns of scores into one (scoring.md §4, §5). OECD/JRC, Handbook on
// Constructing Composite Indicators (2008), step 6; the functions a_* of COINr 1.1.
//
// Over the members present, wᵢ relative to them:
//   arithmetic  Σ wᵢxᵢ / Σ wᵢ
//   geometric   exp(Σ wᵢ ln xᵢ / Σ wᵢ)     a member ≤ 0: missing, with a warning
//   harmonic    Σ wᵢ / Σ (wᵢ/xᵢ)           a member ≤ 0: missing, with a warning
//   power(p)    (Σ wᵢxᵢᵖ / Σ wᵢ)^(1/p)     a member < 0, or 0 where p < 0: the same
//   copeland    for every other unit the share of weight of the members in which this unit is
//               ahead, ties by half; the sum over the units. Of a pair of units only the members
//               that both have count, their weights rescaled, under every rule about gaps; none:
//               half (COINr lets a gap count for the unit that comes later in the table; ours is
//               the same whatever the order).
//
// COINr stops everything at a member ≤ 0; here only that unit's node is missing.
//
// All means are homogeneous of degree 1, so by Euler's theorem Σ xᵢ ∂f/∂xᵢ = f: what a member
// contributes is xᵢ times its slope ∂f/∂xᵢ, and the contributions add up to the score exactly, for
// a linear mean as the weighted members.
#pragma once

#include <span>
#include <vector>

#include "model/methodology.h"
#include "score/column.h"

namespace tiendo {

struct GroupColumns {
  std::span<const ScoreColumn* const> members;
  std::span<const double> weights;  // relative, ≥ 0
  const Aggregation& aggregation;
  MissingRule missing = MissingRule::reweight;
  double coverage_min = 0;
};

// Sums that one aggregation uses and the next may use again.
struct AggregationSpace {
  std::vector<double> weighted, weights;
  std::vector<unsigned> present, counted;
};

enum class Refusal : unsigned char { none, not_positive };

// Fills `score` (of any size before). A unit has no score where
//  - no member is present: a rule about gaps does not make a figure out of nothing;
//  - the share of the members present (a count, not a weight) is below `coverage_min`;
//  - one is missing and the rule is `fail`;
//  - the weights of those that take part add up to zero.
// Under `zero` a missing member takes part with 0 points and keeps its weight. An exempt member is
// none at all; where all are, the group is exempt.
Refusal aggregate(const GroupColumns& group, AggregationSpace& space, ScoreColumn& score);

// One unit's members, for the trace.
struct Member {
  double weight = 1;
  std::optional<double> score;
  Presence presence = Presence::absent;
};
struct MemberPart {
  double share = 0;  // of the weight, after reweighting; 0 where missing
  double slope = 0;  // ∂f/∂x; under copeland 0
};
// `score` is the group's before deductions; of a mean only.
std::vector<MemberPart> parts_of(std::span<const Member> members, const Aggregation& aggregation,
                                 MissingRule missing, double score);

// The mean of a unit's members by the same formulas; nothing where there is none. Not copeland.
std::optional<double> mean_of_members(std::span<const Member> members,
                                      const Aggregation& aggregation, MissingRule missing);

// What each member adds to every unit's Copeland score.
std::vector<std::vector<double>> copeland_parts(const GroupColumns& group);

}  // namespace tiendo

#include "score/aggregate.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "base/elementary.h"
#include "base/overloaded.h"

namespace tiendo {
namespace {

constexpr double refused = std::numeric_limits<double>::quiet_NaN();

// A mean is finish(Σ w·part(x) / Σ w); part gives NaN to a member that the mean does not take.
struct ArithmeticMean {
  double part(double x) const { return x; }
  double finish(double mean) const { return mean; }
  double slope(double share, double, double) const { return share; }
};
struct GeometricMean {
  double part(double x) const { return x > 0 ? natural_log(x) : refused; }
  double finish(double mean) const { return exponential(mean); }
  double slope(double share, double x, double score) const { return share * score / x; }
};
struct HarmonicMean {
  double part(double x) const { return x > 0 ? 1 / x : refused; }
  double finish(double mean) const { return 1 / mean; }
  double slope(double share, double x, double score) const {
    return share * (score / x) * (score / x);
  }
};
struct PowerMean {
  double exponent;
  double part(double x) const {
    return x > 0 || (x == 0 && exponent > 0) ? power(x, exponent) : refused;
  }
  double finish(double mean) const { return power(mean, 1 / exponent); }
  double slope(double share, double x, double score) const {
    return score > 0 ? share * power(x / score, exponent - 1) : 0;
  }
};

// Calls `use` with the mean of an aggregation; copeland is none and is not asked for.
template <class Use>
void with_mean(const Aggregation& aggregation, Use use) {
  std::visit(overloaded{
                 [&](const Arithmetic&) { use(ArithmeticMean{}); },
                 [&](const Geometric&) { use(GeometricMean{}); },
                 [&](const Harmonic&) { use(HarmonicMean{}); },
                 [&](const Power& rule) { use(PowerMean{rule.exponent}); },
                 [&](const Copeland&) {},
             },
             aggregation);
}

bool is_copeland(const Aggregation& aggregation) {
  return std::holds_alternative<Copeland>(aggregation);
}

// Whether anything asks how many members are present: otherwise a weight says it.
bool needs_counts(const GroupColumns& group) {
  if (group.missing != MissingRule::reweight || group.coverage_min > 0) return true;
  return is_copeland(group.aggregation) ||
         std::any_of(group.members.begin(), group.members.end(),
                     [](const ScoreColumn* member) { return member->has_exempt; });
}

void count_members(const GroupColumns& group, AggregationSpace& space, std::size_t units) {
  space.present.assign(units, 0);
  space.counted.assign(units, 0);
  for (const ScoreColumn* member : group.members) {
    const Presence* presence = member->presence.data();
    for (std::size_t i = 0; i < units; ++i) {
      space.present[i] += presence[i] == Presence::present;
      space.counted[i] += presence[i] != Presence::exempt;
    }
  }
}

template <class Mean>
void add_up(const GroupColumns& group, const Mean& mean, AggregationSpace& space,
            std::size_t units) {
  space.weighted.assign(units, 0);
  space.weights.assign(units, 0);
  double* const weighted = space.weighted.data();
  double* const weights = space.weights.data();
  const bool zero = group.missing == MissingRule::zero;
  for (std::size_t k = 0; k < group.members.size(); ++k) {
    const double weight = group.weights[k];
    const double* const values = group.members[k]->values.data();
    const Presence* const presence = group.members[k]->presence.data();
    for (std::size_t i = 0; i < units; ++i) {
      const bool counts =
          presence[i] == Presence::present || (zero && presence[i] == Presence::absent);
      const double taken = counts ? weight : 0;
      weights[i] += taken;
      if (taken != 0) weighted[i] += taken * mean.part(values[i]);
    }
  }
}

// The same for the arithmetic mean, which all the speed is needed for: a missing value is a 0 that
// adds nothing, so there is no branch; several members a pass: the sums are read less often.
// The order of the additions is that of the members all the same.
template <std::size_t count>
void add_members(const GroupColumns& group, std::size_t first, AggregationSpace& space) {
  const double* values[count];
  const Presence* presence[count];
  double weight[count], taken[count][3];
  for (std::size_t m = 0; m < count; ++m) {
    weight[m] = group.weights[first + m];
    values[m] = group.members[first + m]->values.data();
    presence[m] = group.members[first + m]->presence.data();
    taken[m][0] = group.missing == MissingRule::zero ? weight[m] : 0;
    taken[m][1] = weight[m];
    taken[m][2] = 0;
  }
  double* const weighted = space.weighted.data();
  double* const weights = space.weights.data();
  for (std::size_t i = 0; i < space.weighted.size(); ++i) {
    double sum = weighted[i], total = weights[i];
    for (std::size_t m = 0; m < count; ++m) {
      sum += weight[m] * values[m][i];
      total += taken[m][static_cast<unsigned char>(presence[m][i])];
    }
    weighted[i] = sum;
    weights[i] = total;
  }
}

void add_up(const GroupColumns& group, const ArithmeticMean&, AggregationSpace& space,
            std::size_t units) {
  space.weighted.assign(units, 0);
  space.weights.assign(units, 0);
  std::size_t first = 0;
  for (; first + 5 <= group.members.size(); first += 5) add_members<5>(group, first, space);
  for (; first + 2 <= group.members.size(); first += 2) add_members<2>(group, first, space);
  if (first < group.members.size()) add_members<1>(group, first, space);
}

bool has_enough(const GroupColumns& group, const AggregationSpace& space, std::size_t unit) {
  const unsigned present = space.present[unit], counted = space.counted[unit];
  if (present == 0) return false;
  if (group.missing == MissingRule::fail && present < counted) return false;
  return static_cast<double>(present) / static_cast<double>(counted) >= group.coverage_min;
}

// Who is compared with whom, and what a member decides between two units.
class Duel {
 public:
  Duel(const GroupColumns& group, const AggregationSpace& space, std::size_t units)
      : group_(group), own_weight_(units, 0.0) {
    for (std::size_t i = 0; i < units; ++i)
      if (has_enough(group, space, i)) own_weight_[i] = common_weight(i, i);
  }

  bool takes_part(std::size_t unit) const { return own_weight_[unit] > 0; }

  double common_weight(std::size_t a, std::size_t b) const {
    double weight = 0;
    for (std::size_t k = 0; k < group_.members.size(); ++k)
      if (group_.members[k]->has(a) && group_.members[k]->has(b)) weight += group_.weights[k];
    return weight;
  }

  // What the member adds to the wins of a against b, whose common weight is given.
  double won(std::size_t member, std::size_t a, std::size_t b, double common) const {
    const ScoreColumn& column = *group_.members[member];
    const double weight = group_.weights[member];
    if (!column.has(a)) return 0;
    if (!(common > 0)) return 0.5 * weight / own_weight_[a];
    if (!column.has(b)) return 0;
    const double x = column.values[a], y = column.values[b];
    return x > y ? weight / common : x == y ? 0.5 * weight / common : 0;
  }

 private:
  const GroupColumns& group_;
  std::vector<double> own_weight_;  // of the members that a unit has; 0: no part in it
};

// Calls `use` with every member, unit and what the member adds to the unit's wins in one duel.
template <class Use>
void for_each_win(const GroupColumns& group, const AggregationSpace& space, std::size_t units,
                  Use use) {
  const Duel duel(group, space, units);
  for (std::size_t a = 0; a < units; ++a) {
    if (!duel.takes_part(a)) continue;
    use(0, a, 0.0);  // alone in the field it has won nothing
    for (std::size_t b = 0; b < units; ++b) {
      if (b == a || !duel.takes_part(b)) continue;
      const double common = duel.common_weight(a, b);
      for (std::size_t k = 0; k < group.members.size(); ++k)
        use(k, a, duel.won(k, a, b, common));
    }
  }
}

bool takes_part(const Member& member, MissingRule missing) {
  if (member.score) return true;
  return missing == MissingRule::zero && member.presence == Presence::absent;
}

}  // namespace

Refusal aggregate(const GroupColumns& group, AggregationSpace& space, ScoreColumn& score) {
  const std::size_t units = group.members.empty() ? 0 : group.members[0]->size();
  score.reset(units);
  const bool counts = needs_counts(group);
  if (counts) count_members(group, space, units);
  for (std::size_t i = 0; counts && i < units; ++i)
    if (space.counted[i] == 0) score.clear(i, Presence::exempt);
  if (is_copeland(group.aggregation)) {
    for_each_win(group, space, units, [&](std::size_t, std::size_t unit, double won) {
      score.set(unit, score.values[unit] + won);
    });
    return Refusal::none;
  }
  Refusal refusal = Refusal::none;
  with_mean(group.aggregation, [&](const auto& mean) {
    add_up(group, mean, space, units);
    for (std::size_t i = 0; i < units; ++i) {
      if (!(space.weights[i] > 0) || (counts && !has_enough(group, space, i))) continue;
      score.set(i, mean.finish(space.weighted[i] / space.weights[i]));
      if (!score.has(i)) refusal = Refusal::not_positive;
    }
  });
  return refusal;
}

std::vector<MemberPart> parts_of(std::span<const Member> members, const Aggregation& aggregation,
                                 MissingRule missing, double score) {
  std::vector<MemberPart> parts(members.size());
  double total = 0;
  for (const Member& member : members)
    if (takes_part(member, missing)) total += member.weight;
  if (!(total > 0)) return parts;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].score) continue;
    parts[i].share = members[i].weight / total;
    if (parts[i].share == 0) continue;
    with_mean(aggregation, [&](const auto& mean) {
      parts[i].slope = mean.slope(parts[i].share, *members[i].score, score);
    });
  }
  return parts;
}

std::optional<double> mean_of_members(std::span<const Member> members,
                                      const Aggregation& aggregation, MissingRule missing) {
  double result = refused;
  with_mean(aggregation, [&](const auto& mean) {
    double weighted = 0, weights = 0;
    for (const Member& member : members) {
      if (!takes_part(member, missing) || member.weight == 0) continue;
      weights += member.weight;
      weighted += member.weight * mean.part(member.score.value_or(0));
    }
    if (weights > 0) result = mean.finish(weighted / weights);
  });
  return std::isfinite(result) ? std::optional(result) : std::nullopt;
}

std::vector<std::vector<double>> copeland_parts(const GroupColumns& group) {
  const std::size_t units = group.members.empty() ? 0 : group.members[0]->size();
  std::vector<std::vector<double>> parts(group.members.size(), std::vector<double>(units, 0.0));
  AggregationSpace space;
  count_members(group, space, units);
  for_each_win(group, space, units, [&](std::size_t member, std::size_t unit, double won) {
    parts[member][unit] += won;
  });
  return parts;
}

}  // namespace tiendo

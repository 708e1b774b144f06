#include "score/aggregate.h"

#include <algorithm>

namespace tiendo {
namespace {

bool has_enough(std::size_t present, std::size_t total, const GroupRule& rule) {
  if (present == 0) return false;
  if (rule.missing == MissingRule::fail && present < total) return false;
  return static_cast<double>(present) / static_cast<double>(total) >= rule.coverage_min;
}

Aggregate arithmetic_mean(std::span<const Member> members, MissingRule missing) {
  Aggregate result{.score = {}, .shares = std::vector<double>(members.size(), 0.0)};
  double total_weight = 0;
  for (const Member& member : members) {
    if (member.score || missing == MissingRule::zero) total_weight += member.weight;
  }
  if (!(total_weight > 0)) return result;
  double score = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].score) continue;
    result.shares[i] = members[i].weight / total_weight;
    score += result.shares[i] * *members[i].score;
  }
  result.score = score;
  return result;
}

}  // namespace

Aggregate aggregate(std::span<const Member> members, const GroupRule& rule) {
  const auto present = static_cast<std::size_t>(
      std::count_if(members.begin(), members.end(),
                    [](const Member& member) { return member.score.has_value(); }));
  if (!has_enough(present, members.size(), rule)) {
    return {.score = {}, .shares = std::vector<double>(members.size(), 0.0)};
  }
  switch (rule.aggregation) {
    case Aggregation::arithmetic: return arithmetic_mean(members, rule.missing);
  }
  return {.score = {}, .shares = std::vector<double>(members.size(), 0.0)};
}

}  // namespace tiendo

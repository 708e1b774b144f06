// The promises of a unit as a list: which are current, which is in force, which were made again.
#include <functional>
#include <utility>

#include "base/sort.h"
#include "score/target_status.h"

namespace tiendo {
namespace {

bool same_promise(const Target& a, const Target& b) {
  return a.indicator == b.indicator && a.unit == b.unit && a.value == b.value;
}

// Known at the moment and meeting `condition`, by the date they were made, then in table order.
template <class Condition>
std::vector<TargetId> promises_where(const Dataset& dataset, const Moment& moment,
                                     Condition condition) {
  std::vector<TargetId> found;
  for (std::uint32_t i = 0; i < dataset.targets().size(); ++i) {
    const Target& target = dataset[TargetId{i}];
    if (condition(target) && known_at(dataset, target, moment)) found.push_back(TargetId{i});
  }
  sort_by(found, [&](TargetId a, TargetId b) {
    return made_before(dataset, a, b);
  });
  return found;
}

// `made` by date. An undated restatement does not take the date of the promise away.
std::vector<TargetId> last_made(const Dataset& dataset, const std::vector<TargetId>& made) {
  std::vector<TargetId> kept;
  for (std::size_t i = 0; i < made.size(); ++i) {
    const Target& target = dataset[made[i]];
    bool replaced = false;
    for (std::size_t j = 0; j < made.size() && !replaced; ++j) {
      const Target& other = dataset[made[j]];
      if (j == i || !same_promise(target, other)) continue;
      replaced = other.due.has_value() == target.due.has_value() ? j > i : other.due.has_value();
    }
    if (!replaced) kept.push_back(made[i]);
  }
  return kept;
}

}  // namespace

bool made_before(const Dataset& dataset, TargetId a, TargetId b) {
  const auto made_a = made_on(dataset, dataset[a]), made_b = made_on(dataset, dataset[b]);
  if (!made_a || !made_b) return !made_a && made_b;
  return made_a->last < made_b->last;
}

bool speaks_sooner(const Target& a, const Target& b, Date end) {
  if (!a.due || !b.due) return a.due && !b.due;
  const bool a_open = *a.due >= end, b_open = *b.due >= end;
  if (a_open != b_open) return a_open;
  return a_open ? *a.due < *b.due : *a.due > *b.due;
}

PromiseChain chain_of(const Dataset& dataset, std::vector<TargetId> promises) {
  sort_by(promises, [&](TargetId a, TargetId b) { return made_before(dataset, a, b); });
  PromiseChain chain{.promises = std::move(promises)};
  std::optional<Date> first, last;
  for (const TargetId id : chain.promises) {
    const std::optional<Date> due = dataset[id].due;
    if (!due) continue;
    if (last && *due > *last) ++chain.slips;
    if (!first) first = due;
    last = due;
  }
  if (first) chain.months_slipped = months_between(month_of(*first), month_of(*last));
  return chain;
}

std::vector<TargetId> current_targets(const Dataset& dataset, UnitId unit, const Moment& moment) {
  auto current = last_made(
      dataset, promises_where(dataset, moment, [&](const Target& t) { return t.unit == unit; }));
  sort_by(current, std::less<>());
  return current;
}

std::optional<TargetId> target_in_force(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                        const Moment& moment) {
  const auto current = last_made(dataset, promises_where(dataset, moment, [&](const Target& t) {
    return t.unit == unit && t.indicator == indicator;
  }));
  std::optional<TargetId> best;
  for (auto id = current.rbegin(); id != current.rend(); ++id) {  // among equals the last made
    if (!best || speaks_sooner(dataset[*id], dataset[*best], moment.end())) best = *id;
  }
  return best;
}

std::vector<PromiseChain> promise_chains(const Dataset& dataset, const Moment& moment) {
  std::vector<TargetId> left = promises_where(dataset, moment, [](const Target&) { return true; });
  std::vector<PromiseChain> chains;
  while (!left.empty()) {
    const Target& first = dataset[left.front()];
    std::vector<TargetId> chain, others;
    for (const TargetId id : left) {
      (same_promise(first, dataset[id]) ? chain : others).push_back(id);
    }
    if (chain.size() > 1) chains.push_back(chain_of(dataset, std::move(chain)));
    left = std::move(others);
  }
  return chains;
}

}  // namespace tiendo

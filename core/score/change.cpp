#include "score/change.h"

#include <cmath>

#include "base/check.h"
#include "base/sort.h"
#include "score/aggregate.h"

namespace tiendo {
namespace {

using Members = std::vector<Member>;

// The members that have a score both times, with their score of `state`; the others missing.
Members common_members(const TraceNode& before, const TraceNode& now, const TraceNode& state) {
  Members members;
  for (std::size_t k = 0; k < now.children.size(); ++k) {
    const TraceNode& child = state.children[k];
    const bool both = before.children[k].score && now.children[k].score;
    members.push_back({.weight = child.method->weight,
                       .score = both ? child.score : std::nullopt,
                       .presence = both ? Presence::present
                                        : child.presence == Presence::exempt ? Presence::exempt
                                                                             : Presence::absent});
  }
  return members;
}

class ChangeSplitter {
 public:
  explicit ChangeSplitter(ScoreChange& change) : change_(change) {}

  // Shares out slope · (now − before) + fixed.
  void split(const TraceNode& before, const TraceNode& now, double slope, double fixed) {
    check(before.method == now.method && before.children.size() == now.children.size());
    const bool both = before.score && now.score;
    const double difference = both ? *now.score - *before.score : 0;
    const auto* rule = std::get_if<GroupRule>(&now.method->rule);
    if (!rule) {
      append(before, now, slope * difference + fixed);
      return;
    }
    const double adjusted = now.adjustment - before.adjustment;
    if (before.adjustment != 0 || now.adjustment != 0) append(before, now, slope * adjusted);
    if (std::holds_alternative<Copeland>(rule->aggregation)) {
      split_copeland(before, now, slope, fixed);
    } else {
      split_mean(*rule, before, now, slope, fixed);
    }
  }

 private:
  void append(const TraceNode& before, const TraceNode& now, double points) {
    change_.leaves.push_back(
        {.method = now.method, .before = &before, .now = &now, .points = points});
  }

  void split_mean(const GroupRule& rule, const TraceNode& before, const TraceNode& now,
                  double slope, double fixed) {
    const Members old_members = common_members(before, now, before);
    const Members new_members = common_members(before, now, now);
    const auto mean = [&](const Members& members) {
      return mean_of_members(members, rule.aggregation, rule.missing);
    };
    const auto old_mean = mean(old_members), new_mean = mean(new_members);
    if (!before.score || !now.score || !old_mean || !new_mean) {
      const double old_score = before.score ? *before.score - before.adjustment : 0;
      const double new_score = now.score ? *now.score - now.adjustment : 0;
      change_.coverage += slope * (new_score - old_score) + fixed;
      for (std::size_t k = 0; k < now.children.size(); ++k)
        split(before.children[k], now.children[k], 0, 0);
      return;
    }
    change_.coverage += slope * ((*old_mean - (*before.score - before.adjustment)) +
                                 ((*now.score - now.adjustment) - *new_mean));
    const auto shares = parts_of(new_members, rule.aggregation, rule.missing, *new_mean);
    const bool linear = std::holds_alternative<Arithmetic>(rule.aggregation);
    const std::vector<double> effects =
        linear ? std::vector<double>() : effects_of(old_members, new_members, mean);
    double given = 0;  // under `zero` missing members keep a share of their own
    for (const MemberPart& part : shares) given += part.share;
    if (!(given > 0)) change_.coverage += fixed;
    for (std::size_t k = 0; k < now.children.size(); ++k) {
      const double part = given > 0 ? fixed * shares[k].share / given : 0;
      if (linear) split(before.children[k], now.children[k], slope * shares[k].slope, part);
      else hand_down(before.children[k], now.children[k], slope * effects[k], part);
    }
  }

  // By how much each member moves the mean, over both orders of replacing.
  template <class Mean>
  static std::vector<double> effects_of(const Members& old_members, const Members& new_members,
                                        Mean mean) {
    const std::size_t count = old_members.size();
    std::vector<double> effects(count, 0.0);
    for (const bool backwards : {false, true}) {
      Members members = old_members;
      double last = *mean(members);
      for (std::size_t step = 0; step < count; ++step) {
        const std::size_t k = backwards ? count - 1 - step : step;
        members[k] = new_members[k];
        const double next = mean(members).value_or(last);
        effects[k] += (next - last) / 2;
        last = next;
      }
    }
    return effects;
  }

  void split_copeland(const TraceNode& before, const TraceNode& now, double slope, double fixed) {
    for (std::size_t k = 0; k < now.children.size(); ++k) {
      const TraceNode& old_child = before.children[k];
      const TraceNode& new_child = now.children[k];
      const double effect = slope * (new_child.fixed - old_child.fixed);
      const double part = fixed / static_cast<double>(now.children.size());
      if (old_child.score && new_child.score) {
        hand_down(old_child, new_child, effect, part);
      } else {
        change_.coverage += effect + part;
        split(old_child, new_child, 0, 0);
      }
    }
  }

  // A member that moves its group by `effect`: laid on its own difference where it has one.
  void hand_down(const TraceNode& before, const TraceNode& now, double effect, double fixed) {
    const double difference = before.score && now.score ? *now.score - *before.score : 0;
    if (difference != 0) split(before, now, effect / difference, fixed);
    else split(before, now, 0, effect + fixed);
  }

  ScoreChange& change_;
};

std::optional<ScoreChange> frame_of(const UnitScore* before, const UnitScore* now) {
  const std::optional<ScoreMove> move = move_of(before, now);
  if (!move) return {};
  ScoreChange change;
  static_cast<ScoreMove&>(change) = *move;
  return change;
}

void split_units(const UnitScore& before, const UnitScore& now, ScoreChange& change) {
  ChangeSplitter(change).split(before.trace(), now.trace(), 1, 0);
  sort_by(change.leaves, [](const LeafChange& a, const LeafChange& b) {
    return std::abs(a.points) > std::abs(b.points);
  });
}

}  // namespace

std::optional<ScoreMove> move_of(const UnitScore* before, const UnitScore* now) {
  if (!before || !now || !before->score || !now->score) return {};
  return ScoreMove{.points = *now->score - *before->score, .places = *before->rank - *now->rank};
}

std::optional<ScoreChange> change_of(const Scorecard& before, const Scorecard& now, UnitId unit) {
  if (before.methodology != now.methodology) return {};
  auto change = frame_of(before.find(unit), now.find(unit));
  if (change) split_units(*before.find(unit), *now.find(unit), *change);
  return change;
}

std::optional<ScoreChange> change_of(const Scorecard& before, const Scorecard& between,
                                     const Scorecard& now, UnitId unit) {
  if (before.methodology != between.methodology) return {};
  const UnitScore* middle = between.find(unit);
  auto change = frame_of(before.find(unit), now.find(unit));
  if (!change || !middle || !middle->score) return {};
  split_units(*before.find(unit), *middle, *change);
  change->method = *now.find(unit)->score - *middle->score;
  return change;
}

}  // namespace tiendo

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>

#include "make_dataset.h"
#include "score/change.h"

namespace tiendo {
namespace {

using test::at;
using test::DatasetMaker;
using test::group;
using test::leaf;
using test::methodology;

TEST(Change, IsSplitOverTheLeavesLargestFirst) {
  // weights 1 and 3. May: a 40, b 80: 10 + 60 = 70. June: a 60, b 72: 15 + 54 = 69
  DatasetMaker maker;
  const UnitId x = maker.unit("x");
  const IndicatorId a = maker.indicator("a"), b = maker.indicator("b");
  maker.observe(a, x, "2025-05", 40);
  maker.observe(b, x, "2025-05", 80);
  maker.observe(a, x, "2025-06", 60);
  maker.observe(b, x, "2025-06", 72);
  const Dataset dataset = maker.make();
  const Methodology method =
      methodology(group("root", {leaf("a", Share{}, 1), leaf("b", Share{}, 3)}));
  const Scorecard may = score(dataset, method, at("2025-05"));
  const Scorecard june = score(dataset, method, at("2025-06"));
  const auto change = change_of(may, june, x);
  ASSERT_TRUE(change);
  EXPECT_DOUBLE_EQ(change->points, -1);
  ASSERT_EQ(change->leaves.size(), 2u);
  EXPECT_EQ(change->leaves[0].method->id, "b");
  EXPECT_DOUBLE_EQ(change->leaves[0].points, -6);
  EXPECT_EQ(change->leaves[1].method->id, "a");
  EXPECT_DOUBLE_EQ(change->leaves[1].points, 5);
  EXPECT_EQ(change->leaves[1].now->score, 60);
  EXPECT_EQ(change->leaves[1].before->score, 40);
}

TEST(Change, CountsThePlacesGained) {
  DatasetMaker maker;
  const UnitId x = maker.unit("x"), y = maker.unit("y");
  const IndicatorId a = maker.indicator("a");
  maker.observe(a, x, "2025-05", 40);
  maker.observe(a, y, "2025-05", 50);
  maker.observe(a, x, "2025-06", 60);
  const Dataset dataset = maker.make();
  const Methodology method = methodology(leaf("a", Share{}));
  const Scorecard may = score(dataset, method, at("2025-05"));
  const Scorecard june = score(dataset, method, at("2025-06"));
  EXPECT_EQ(change_of(may, june, x)->places, 1);
  EXPECT_EQ(change_of(may, june, y)->places, -1);
}

TEST(Change, OfAnUnscoredUnitIsNone) {
  DatasetMaker maker;
  const UnitId x = maker.unit("x");
  maker.observe(maker.indicator("a"), x, "2025-06", 60);
  const Dataset dataset = maker.make();
  const Methodology method = methodology(leaf("a", Share{})), other = method;
  const Scorecard may = score(dataset, method, at("2025-05"));
  const Scorecard june = score(dataset, method, at("2025-06"));
  EXPECT_FALSE(change_of(may, june, x));
  EXPECT_FALSE(change_of(june, june, UnitId{7}));
  EXPECT_FALSE(change_of(june, score(dataset, other, at("2025-06")), x));
  EXPECT_TRUE(change_of(june, june, x));
}

// Random trees over random figures with random gaps. A counter-based generator (SplitMix64), so
// that every platform draws the same.
struct Random {
  std::uint64_t counter = 0;

  std::uint64_t next() {
    std::uint64_t z = counter += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
  double unit() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
};

constexpr int indicators = 8, units = 12, trees = 300;

Aggregation random_aggregation(Random& random) {
  switch (random.below(9)) {
    case 0: return Geometric{};
    case 1: return Harmonic{};
    case 2: return Power{2};
    case 3: return Power{-0.5};
    case 4: return Copeland{};
    default: return Arithmetic{};
  }
}

MethodNode random_tree(Random& random, int depth) {
  const double weight = random.below(10) == 0 ? 0 : random.unit();
  if (depth == 0 || random.below(4) == 0) {
    const std::string key = "i" + std::to_string(random.below(indicators));
    const bool relative = random.below(2) == 0;
    return leaf(key, relative ? Normalisation(MinMax{}) : Goalposts{.lower = -20, .upper = 80},
                weight);
  }
  std::vector<MethodNode> children;
  for (int left = 1 + random.below(4); left > 0; --left) {
    children.push_back(random_tree(random, depth - 1));
  }
  MethodNode node = group("g", std::move(children), weight);
  GroupRule& rule = std::get<GroupRule>(node.rule);
  rule.aggregation = random_aggregation(random);
  rule.missing = static_cast<MissingRule>(random.below(3));
  if (random.below(6) == 0) rule.cap = 100 * random.unit();
  if (random.below(6) == 0)
    rule.deductions.push_back({.reason = {}, .indicator = "i0", .points_each = 0.2,
                               .points_max = 20.0});
  rule.coverage_min = random.below(3) == 0 ? random.unit() : 0;
  return node;
}

Dataset random_dataset(Random& random) {
  DatasetMaker maker;
  for (int i = 0; i < indicators; ++i) {
    maker.indicator("i" + std::to_string(i), static_cast<Direction>(random.below(3)));
  }
  for (int u = 0; u < units; ++u) maker.unit("u" + std::to_string(u));
  for (std::uint32_t i = 0; i < indicators; ++i) {
    for (std::uint32_t u = 0; u < units; ++u) {
      for (const char* month : {"2025-05", "2025-06"}) {
        if (random.below(3) > 0) maker.observe({i}, {u}, month, -50 + 150 * random.unit());
      }
    }
  }
  for (Indicator& indicator : maker.tables.indicators) indicator.max_age_months = 0;
  return maker.make();
}

double sum_of_leaves(const TraceNode& node) {
  if (node.children.empty()) return node.contribution.value_or(0);
  double sum = node.adjustment_contribution;
  for (const TraceNode& child : node.children) sum += sum_of_leaves(child);
  return sum;
}

void expect_contributions_add_up(const TraceNode& node) {
  if (node.contribution) {
    EXPECT_NEAR(sum_of_leaves(node), *node.contribution, 1e-9);
  }
  if (node.score) {
    EXPECT_GE(*node.score, -1e-9);
    EXPECT_LE(*node.score, 100 + 1e-9);
  }
  for (const TraceNode& child : node.children) expect_contributions_add_up(child);
}

std::uint64_t mix(std::uint64_t hash, double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return Random{.counter = hash ^ bits}.next();
}

// The number is what g++, clang and emcc under node all gave; a change of a rule or of the order of
// a sum changes it and is meant to be seen here.
TEST(RandomTrees, GiveTheSameBitsNativelyAndAsWasm) {
  Random random{.counter = 57};
  std::uint64_t hash = 0;
  for (int tree = 0; tree < trees; ++tree) {
    const Dataset dataset = random_dataset(random);
    const Methodology method = methodology(random_tree(random, 4));
    for (const UnitScore& unit : score(dataset, method, at("2025-06")).units) {
      if (unit.score) hash = mix(hash, *unit.score);
    }
  }
  EXPECT_EQ(hash, 10403913482980721593u);
}

TEST(RandomTrees, ContributionsAddUpToTheScoreAndChangesToTheDifference) {
  Random random{.counter = 766};
  int scored = 0, changed = 0;
  for (int tree = 0; tree < trees; ++tree) {
    const Dataset dataset = random_dataset(random);
    const Methodology method = methodology(random_tree(random, 4));
    const Scorecard before = score(dataset, method, at("2025-05"));
    const Scorecard now = score(dataset, method, at("2025-06"));
    for (const UnitScore& unit : now.units) {
      expect_contributions_add_up(unit.trace());
      EXPECT_EQ(unit.trace().contribution, unit.score);
      scored += unit.score ? 1 : 0;
      const auto change = change_of(before, now, unit.unit);
      if (!change) continue;
      ++changed;
      double sum = change->coverage + change->method;
      for (const LeafChange& part : change->leaves) sum += part.points;
      EXPECT_NEAR(sum, change->points, 1e-9);
      EXPECT_EQ(change->points, *unit.score - *before.find(unit.unit)->score);
    }
  }
  EXPECT_GT(scored, trees);  // the draw is not empty
  EXPECT_GT(changed, trees);
}

}  // namespace
}  // namespace tiendo

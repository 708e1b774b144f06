// Coherence by hand, over
//
//          a    b    c        g = (a, b) weighs 3 : 1 against c, a and b 1 : 3
//   u0    10   10   20        score 0.75 g + 0.25 c = 12.5
//   u1    20   20   10        17.5
//   u2    30   30   40        32.5
//   u3    40   40   30        37.5
//
// Deviations: a −15 −5 5 15 (Σ² 500), c −5 −15 15 5 (Σ² 500), the score ∓12.5 ∓7.5 (Σ² 425).
#include "score/coherence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "make_dataset.h"
#include "score/rank_certainty.h"

namespace tiendo {
namespace {

using test::at;
using test::DatasetMaker;
using test::group;
using test::leaf;
using test::methodology;

struct Example {
  DatasetMaker maker;

  Example() {
    const double rows[4][3] = {{10, 10, 20}, {20, 20, 10}, {30, 30, 40}, {40, 40, 30}};
    for (const char* key : {"a", "b", "c"}) maker.indicator(key);
    for (std::uint32_t i = 0; i < 4; ++i) {
      const UnitId unit = maker.unit("u" + std::to_string(i));
      for (std::uint32_t k = 0; k < 3; ++k)
        maker.observe(IndicatorId{k}, unit, "2025-06", rows[i][k]);
    }
  }

  static Methodology method(double weight_of_g) {
    return methodology(group(
        "root", {group("g", {leaf("a", Share{}, 1), leaf("b", Share{}, 3)}, weight_of_g),
                 leaf("c", Share{}, 1)}));
  }
  Coherence study(const Methodology& rule) const {
    const Dataset dataset = maker.make();
    return coherence_of(prepare(dataset, rule, at("2025-06")));
  }
};

TEST(Coherence, EffectiveWeightsAreProductsDownTheTree) {
  const Methodology rule = Example::method(3);
  std::vector<double> weights;
  for (const NodeCoherence& node : Example().study(rule).nodes) weights.push_back(node.weight);
  EXPECT_EQ(weights, (std::vector<double>{1, 0.75, 0.1875, 0.5625, 0.25}));
}

TEST(Coherence, ImportanceIsTheShareOfTheSquaredCorrelationWithTheScore) {
  const Methodology rule = Example::method(3);
  const Coherence study = Example().study(rule);
  // r(a, score) = 450/√(500 · 425), r(c, score) = 350/√(500 · 425); squared and shared out over
  // a, b, c: 450², 450², 350²
  EXPECT_NEAR(*study.nodes[2].with_root, 450 / std::sqrt(500.0 * 425), 1e-12);
  EXPECT_NEAR(*study.nodes[4].with_root, 350 / std::sqrt(500.0 * 425), 1e-12);
  const double total = 2 * 450.0 * 450 + 350.0 * 350;
  EXPECT_NEAR(*study.nodes[2].importance, 450.0 * 450 / total, 1e-12);
  EXPECT_NEAR(*study.nodes[4].importance, 350.0 * 350 / total, 1e-12);
  EXPECT_NEAR(*study.nodes[2].with_parent, 1, 1e-12);
  EXPECT_FALSE(study.nodes[0].with_root);
}

TEST(Coherence, CorrelatesEveryPairOfLeavesWithinAndBetweenGroups) {
  const Methodology rule = Example::method(3);
  const Coherence study = Example().study(rule);
  ASSERT_EQ(study.pairs.size(), 3u);  // ab, ac, bc
  EXPECT_TRUE(study.pairs[0].siblings);
  EXPECT_FALSE(study.pairs[1].siblings);
  EXPECT_NEAR(*study.pairs[1].correlation, 0.6, 1e-12);  // 300/500
  EXPECT_NEAR(*study.groups[0].within, 2.2 / 3, 1e-12);  // root: 1, 0.6, 0.6
  EXPECT_FALSE(study.groups[0].between);
  EXPECT_NEAR(*study.groups[1].within, 1, 1e-12);
  EXPECT_NEAR(*study.groups[1].between, 0.6, 1e-12);
}

TEST(Coherence, CronbachsAlphaComparesTheMembersWithTheirSum) {
  const Methodology rule = Example::method(3);
  const Coherence study = Example().study(rule);
  // g and c: variances 500/3 each; their sums 30, 30, 70, 70: 1600/3. 2 (1 − 1000/1600) = 0.75
  EXPECT_NEAR(*study.groups[0].alpha, 0.75, 1e-12);
  EXPECT_EQ(study.groups[0].complete, 4);
  EXPECT_NEAR(*study.groups[1].alpha, 1, 1e-12);  // a and b are the same: 2 (1 − 2v/4v)
}

TEST(Coherence, LeavingALeafOutComparesTheRanks) {
  // g and c weigh the same: scores 15, 15, 35, 35, ranks 3, 3, 1, 1. Without c: 4, 3, 2, 1: places
  // 1, 0, 1, 0. Without a the group is b, which is the same.
  const Methodology rule = Example::method(1);
  const Coherence study = Example().study(rule);
  EXPECT_EQ(study.nodes[4].shift_mean, 0.5);
  EXPECT_EQ(study.nodes[4].shift_max, 1);
  EXPECT_EQ(study.nodes[4].units_moved, 2);
  EXPECT_EQ(study.nodes[2].shift_mean, 0.0);
  EXPECT_FALSE(study.nodes[1].shift_mean);  // of leaves alone
}

TEST(Coherence, LeavesOutAMemberWithoutCountingItAsAGap) {
  // Nobody may lack a member, and still the ranks without one can be made.
  Methodology rule = Example::method(1);
  std::get<GroupRule>(rule.root.rule).missing = MissingRule::fail;
  EXPECT_EQ(Example().study(rule).nodes[4].shift_mean, 0.5);
}

TEST(Correlation, OfTwoUnitsOrOfAConstantIsNone) {
  const auto column = [](const std::vector<std::optional<double>>& values) {
    ScoreColumn result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i]) result.set(i, *values[i]);
    return result;
  };
  EXPECT_FALSE(correlation_of(column({1, 2, {}}), column({5, 7, 9})));
  EXPECT_FALSE(correlation_of(column({1, 2, 3}), column({5, 5, 5})));
  EXPECT_NEAR(*correlation_of(column({1, {}, 2, 3}), column({9, 100, 7, 5})), -1, 1e-12);
}

// --- how sure is a rank, for a page

Publication published(const Example& example, Methodology rule) {
  return {.dataset = example.maker.make(), .methodologies = {std::move(rule)}, .search = {}};
}

TEST(RankCertainty, IsMadeAtOnceWhereFewFiguresAreScored) {
  const Publication publication = published(Example(), Example::method(3));
  const auto study =
      rank_certainty(publication, publication.methodologies[0], at("2025-06"));
  ASSERT_TRUE(study);
  EXPECT_EQ(study->runs, 1000);
  EXPECT_EQ(study->units.size(), 4u);
  EXPECT_EQ(study->units[0].rank, 1);
  EXPECT_EQ(study->find(UnitId{3}), &study->units[0]);
  EXPECT_LE(study->units[0].low, study->units[0].lower_quartile);
  EXPECT_LE(study->units[0].upper_quartile, study->units[0].high);
  double runs = 0;
  for (const double share : study->units[0].shares) runs += share;
  EXPECT_NEAR(runs, 1, 1e-9);
}

TEST(RankCertainty, IsThePublishedStudyOfThatMonthWhereThereIsOne) {
  Publication publication = published(Example(), Example::method(3));
  const Methodology& rule = publication.methodologies[0];
  RankStudy study{.methodology = "test", .month = at("2025-06").month, .as_of = {}, .runs = 7,
                  .top = 1, .seed = 1, .units = {}};
  publication.studies = {study};
  EXPECT_EQ(rank_certainty(publication, rule, at("2025-06"))->runs, 7);
  EXPECT_EQ(rank_certainty(publication, rule, at("2025-07"))->runs, 1000);
  EXPECT_EQ(rank_certainty(publication, rule, at("2025-06", "2025-07-01"))->runs, 1000);
  const Methodology own_weights = rule;  // the reader's: the published study is not of it
  EXPECT_EQ(rank_certainty(publication, own_weights, at("2025-06"))->runs, 1000);
}

TEST(RankCertainty, IsNoneWhereAPageWouldHaveToWait) {
  Example example;
  for (int i = 4; i <= 400; ++i) example.maker.unit("u" + std::to_string(i));
  const Publication publication = published(example, Example::method(3));
  EXPECT_FALSE(rank_certainty(publication, publication.methodologies[0], at("2025-06")));
}

}  // namespace
}  // namespace tiendo

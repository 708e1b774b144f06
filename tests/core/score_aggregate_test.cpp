#include <gtest/gtest.h>

#include <numeric>

#include "make_dataset.h"
#include "score/aggregate.h"

namespace tiendo {
namespace {

constexpr std::optional<double> missing;

GroupRule rule(MissingRule missing_rule, double coverage_min = 0) {
  GroupRule result;
  result.missing = missing_rule;
  result.coverage_min = coverage_min;
  return result;
}

Aggregate mean(const std::vector<Member>& members, const GroupRule& group_rule) {
  return aggregate(members, group_rule);
}

TEST(WeightedMean, WeighsRelativeToTheMembers) {
  // (1·60 + 3·80)/4 = 75; weights ten times as large change nothing
  const GroupRule reweight = rule(MissingRule::reweight);
  EXPECT_EQ(mean({{1, 60}, {3, 80}}, reweight).score, 75);
  EXPECT_EQ(mean({{10, 60}, {30, 80}}, reweight).score, 75);
}

TEST(WeightedMean, ReweightsOverPresentParts) {
  // the missing 2 of 4 drop out: (1·60 + 1·80)/2 = 70
  const Aggregate result = mean({{1, 60}, {2, missing}, {1, 80}}, rule(MissingRule::reweight));
  EXPECT_EQ(result.score, 70);
  EXPECT_EQ(result.shares, (std::vector<double>{0.5, 0, 0.5}));
}

TEST(WeightedMean, CountsAMissingPartAsZeroUnderZero) {
  // (1·60 + 2·0 + 1·80)/4 = 35
  const Aggregate result = mean({{1, 60}, {2, missing}, {1, 80}}, rule(MissingRule::zero));
  EXPECT_EQ(result.score, 35);
  EXPECT_EQ(result.shares, (std::vector<double>{0.25, 0, 0.25}));
}

TEST(WeightedMean, FailsOnOneMissingPartUnderFail) {
  EXPECT_EQ(mean({{1, 60}, {2, missing}}, rule(MissingRule::fail)).score, missing);
  EXPECT_EQ(mean({{1, 60}, {3, 80}}, rule(MissingRule::fail)).score, 75);
}

TEST(WeightedMean, NothingPresentIsMissingUnderEveryRule) {
  for (const auto each : {MissingRule::reweight, MissingRule::zero, MissingRule::fail}) {
    EXPECT_EQ(mean({{1, missing}, {2, missing}}, rule(each)).score, missing);
    EXPECT_EQ(mean({}, rule(each)).score, missing);
  }
}

TEST(WeightedMean, TotalWeightZeroIsMissing) {
  EXPECT_EQ(mean({{0, 60}, {0, 80}}, rule(MissingRule::reweight)).score, missing);
  EXPECT_EQ(mean({{0, 60}, {5, missing}}, rule(MissingRule::reweight)).score, missing);
}

TEST(WeightedMean, APartWithoutWeightDoesNotMoveTheScore) {
  EXPECT_EQ(mean({{0, 10}, {2, 80}}, rule(MissingRule::reweight)).score, 80);
}

TEST(WeightedMean, TakesNegativeParts) {
  EXPECT_EQ(mean({{1, -20}, {1, 40}}, rule(MissingRule::reweight)).score, 10);
}

TEST(CoverageMin, IsMetExactly) {
  // 1 of 5 is exactly the 0.2 asked for
  const std::vector<Member> one_of_five{{1, 60}, {1, missing}, {1, missing}, {1, missing},
                                        {1, missing}};
  EXPECT_EQ(mean(one_of_five, rule(MissingRule::reweight, 0.2)).score, 60);
  EXPECT_EQ(mean(one_of_five, rule(MissingRule::reweight, 0.21)).score, missing);
}

TEST(CoverageMin, CountsMembersAndNotTheirWeight) {
  // the one present weighs 98 %, yet it is one of three
  const std::vector<Member> members{{98, 60}, {1, missing}, {1, missing}};
  EXPECT_EQ(mean(members, rule(MissingRule::reweight, 0.5)).score, missing);
}

}  // namespace
}  // namespace tiendo

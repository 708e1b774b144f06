#include <gtest/gtest.h>

#include <cmath>
#include <utility>

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

struct Result {
  std::optional<double> score;
  std::vector<double> shares;
  Presence presence = Presence::absent;
  Refusal refusal = Refusal::none;
};

// One unit: every member is a column of one value.
Result mean(const std::vector<Member>& members, const GroupRule& group_rule) {
  std::vector<ScoreColumn> columns;
  std::vector<const ScoreColumn*> views;
  std::vector<double> weights;
  for (const Member& member : members) {
    columns.emplace_back(1);
    if (member.score) columns.back().set(0, *member.score);
    else columns.back().clear(0, member.presence);
    weights.push_back(member.weight);
  }
  for (const ScoreColumn& column : columns) views.push_back(&column);
  AggregationSpace space;
  ScoreColumn score;
  Result result;
  result.refusal = aggregate({.members = views, .weights = weights,
                              .aggregation = group_rule.aggregation,
                              .missing = group_rule.missing,
                              .coverage_min = group_rule.coverage_min},
                             space, score);
  if (members.empty()) return result;
  result.score = score.at(0);
  result.presence = score.presence[0];
  for (const MemberPart& part : parts_of(members, group_rule.aggregation, group_rule.missing,
                                         result.score.value_or(0)))
    result.shares.push_back(part.share);
  return result;
}

GroupRule by(Aggregation aggregation) {
  GroupRule result;
  result.aggregation = aggregation;
  return result;
}

TEST(WeightedMean, WeighsRelativeToTheMembers) {
  // (1·60 + 3·80)/4 = 75; weights ten times as large change nothing
  const GroupRule reweight = rule(MissingRule::reweight);
  EXPECT_EQ(mean({{1, 60}, {3, 80}}, reweight).score, 75);
  EXPECT_EQ(mean({{10, 60}, {30, 80}}, reweight).score, 75);
}

TEST(WeightedMean, ReweightsOverPresentParts) {
  // the missing 2 of 4 drop out: (1·60 + 1·80)/2 = 70
  const Result result = mean({{1, 60}, {2, missing}, {1, 80}}, rule(MissingRule::reweight));
  EXPECT_EQ(result.score, 70);
  EXPECT_EQ(result.shares, (std::vector<double>{0.5, 0, 0.5}));
}

TEST(WeightedMean, CountsAMissingPartAsZeroUnderZero) {
  // (1·60 + 2·0 + 1·80)/4 = 35
  const Result result = mean({{1, 60}, {2, missing}, {1, 80}}, rule(MissingRule::zero));
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

TEST(GeometricMean, IsTheWeightedProduct) {
  // 4^(1/3) · 32^(2/3) = (4 · 1024)^(1/3) = 16; the missing one drops out
  EXPECT_DOUBLE_EQ(*mean({{1, 4}, {2, 32}, {5, missing}}, by(Geometric{})).score, 16);
}

TEST(GeometricMean, OfAMemberOfZeroOrLessIsMissingWithAWarning) {
  for (const double wrong : {0.0, -3.0}) {
    const Result result = mean({{1, 4}, {1, wrong}}, by(Geometric{}));
    EXPECT_EQ(result.score, missing);
    EXPECT_EQ(result.refusal, Refusal::not_positive);
    EXPECT_EQ(mean({{1, 4}, {1, wrong}}, by(Harmonic{})).score, missing);
  }
  // without weight it has no say
  EXPECT_DOUBLE_EQ(*mean({{1, 4}, {0, 0.0}}, by(Geometric{})).score, 4);
}

TEST(HarmonicMean, IsTheWeightOverTheWeightedReciprocals) {
  // (1 + 3)/(1/2 + 3/6) = 4
  EXPECT_DOUBLE_EQ(*mean({{1, 2}, {3, 6}}, by(Harmonic{})).score, 4);
}

TEST(PowerMean, LiesBetweenTheOthersByItsExponent) {
  // p = 2: √((9 + 49)/2) = √29; p = 1 the mean, p = −1 the harmonic one
  EXPECT_DOUBLE_EQ(*mean({{1, 3}, {1, 7}}, by(Power{2})).score, std::sqrt(29.0));
  EXPECT_DOUBLE_EQ(*mean({{1, 3}, {1, 7}}, by(Power{1})).score, 5);
  EXPECT_DOUBLE_EQ(*mean({{1, 2}, {3, 6}}, by(Power{-1})).score, 4);
  EXPECT_EQ(*mean({{1, 0.0}, {1, 0.0}}, by(Power{2})).score, 0);
  EXPECT_EQ(mean({{1, 0.0}, {1, 7}}, by(Power{-1})).score, missing);
  EXPECT_EQ(mean({{1, -1.0}, {1, 7}}, by(Power{2})).score, missing);
}

TEST(Parts, OfEveryMeanAddUpToTheScore) {
  // Euler: Σ xᵢ ∂f/∂xᵢ = f
  for (const Aggregation& each : {Aggregation(Arithmetic{}), Aggregation(Geometric{}),
                                  Aggregation(Harmonic{}), Aggregation(Power{3}),
                                  Aggregation(Power{-2})}) {
    const std::vector<Member> members{{1, 20}, {2, 35}, {3, missing}, {0.5, 90}};
    const auto score = mean_of_members(members, each, MissingRule::reweight);
    ASSERT_TRUE(score);
    EXPECT_EQ(mean(members, by(each)).score, score);
    double sum = 0;
    const auto parts = parts_of(members, each, MissingRule::reweight, *score);
    for (std::size_t i = 0; i < parts.size(); ++i)
      sum += parts[i].slope * members[i].score.value_or(0);
    EXPECT_NEAR(sum, *score, 1e-12);
  }
}

TEST(Exempt, IsNoMemberAndNoGap) {
  // 2 of 2 are present, not 2 of 3: coverage is full, and `fail` does not fail
  const std::vector<Member> members{{1, 60}, {2, missing, Presence::exempt}, {1, 80}};
  EXPECT_EQ(mean(members, rule(MissingRule::fail, 1)).score, 70);
  EXPECT_EQ(mean(members, rule(MissingRule::zero)).score, 70);
  const Result all = mean({{1, missing, Presence::exempt}}, rule(MissingRule::zero));
  EXPECT_EQ(all.score, missing);
  EXPECT_EQ(all.presence, Presence::exempt);
}

struct Field {
  std::vector<ScoreColumn> columns;
  std::vector<const ScoreColumn*> views;
  std::vector<double> weights;

  Field(std::vector<std::vector<std::optional<double>>> members, std::vector<double> by_weights)
      : weights(std::move(by_weights)) {
    for (const auto& member : members) {
      columns.emplace_back(member.size());
      for (std::size_t i = 0; i < member.size(); ++i)
        if (member[i]) columns.back().set(i, *member[i]);
    }
    for (const ScoreColumn& column : columns) views.push_back(&column);
  }
  GroupColumns group() const {
    static const Aggregation copeland = Copeland{};
    return {.members = views, .weights = weights, .aggregation = copeland};
  }
  std::vector<std::optional<double>> scores() const {
    AggregationSpace space;
    ScoreColumn score;
    aggregate(group(), space, score);
    std::vector<std::optional<double>> result;
    for (std::size_t i = 0; i < score.size(); ++i) result.push_back(score.at(i));
    return result;
  }
};

using Scores = std::vector<std::optional<double>>;

TEST(Copeland, AddsUpTheShareOfWeightWonAgainstEveryOther) {
  // weights 3 and 1. a–b: a wins the first, b the second: 3/4 to 1/4. a–c: 1 to 0. b–c: the first
  // is a tie, the second b's: 3/8 + 1/4 = 5/8 to 3/8.
  const Field field({{9, 5, 5}, {2, 4, 1}}, {3, 1});
  EXPECT_EQ(field.scores(), (Scores{1.75, 0.875, 0.375}));
}

TEST(Copeland, ComparesAPairInWhatBothHave) {
  // a–b only in the second: b wins all of it. c has nothing and is no opponent.
  const Field field({{9, missing, missing}, {2, 4, missing}}, {3, 1});
  EXPECT_EQ(field.scores(), (Scores{0, 1, missing}));
}

TEST(Copeland, PartsOfTheMembersAddUp) {
  const Field field({{9, 5, 5}, {2, 4, 1}}, {3, 1});
  const auto parts = copeland_parts(field.group());
  const auto scores = field.scores();
  for (std::size_t i = 0; i < scores.size(); ++i)
    EXPECT_NEAR(parts[0][i] + parts[1][i], *scores[i], 1e-12);
}

}  // namespace
}  // namespace tiendo

#include <gtest/gtest.h>

#include "score/rank.h"

namespace tiendo {
namespace {

using Ranks = std::vector<std::optional<int>>;

constexpr std::optional<double> missing;

Ranks competition_ranks(const std::vector<std::optional<double>>& scores,
                        std::optional<int> decimals, const std::vector<UnitKind>& peers = {}) {
  ScoreColumn column(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores[i]) column.set(i, *scores[i]);
  RankingSpace space;
  std::vector<std::uint32_t> found;
  rank_column(column, peers, decimals, space, found);
  Ranks ranks;
  for (const std::uint32_t rank : found)
    ranks.push_back(rank > 0 ? std::optional(static_cast<int>(rank)) : std::nullopt);
  return ranks;
}

TEST(CompetitionRanks, TiesShareAPlaceAndLeaveTheNextOneOut) {
  EXPECT_EQ(competition_ranks({70, 90, 80, 80}, 2), (Ranks{4, 1, 2, 2}));
}

TEST(CompetitionRanks, CompareWhatTheReaderSees) {
  // 80.004 and 79.996 both show as 80.00; 79.994 shows as 79.99
  EXPECT_EQ(competition_ranks({80.004, 79.996, 79.994}, 2), (Ranks{1, 1, 3}));
  EXPECT_EQ(competition_ranks({80.004, 79.996, 79.994}, 3), (Ranks{1, 2, 3}));
}

TEST(CompetitionRanks, WithoutAScoreThereIsNoPlace) {
  EXPECT_EQ(competition_ranks({missing, 50, missing}, 2), (Ranks{{}, 1, {}}));
  EXPECT_EQ(competition_ranks({}, 2), Ranks{});
}

// Of one kind 90, 80, 80 and 70 come to 1, 2, 2, 4; of the other 80 and 60 to 1 and 2.
TEST(CompetitionRanks, CountEveryKindByItself) {
  constexpr UnitKind m = UnitKind::ministry, p = UnitKind::province;
  EXPECT_EQ(competition_ranks({80, 90, 80, 60, 80, 70}, 2, {p, m, m, p, m, m}),
            (Ranks{1, 1, 2, 2, 2, 4}));
}

TEST(CompetitionRanks, RankNegativeScores) {
  EXPECT_EQ(competition_ranks({-5, 0, -10}, 2), (Ranks{2, 1, 3}));
}

TEST(Bands, BeginWithTheirLeastScore) {
  Methodology method;
  method.bands = {{.from = 90, .name = {}}, {.from = 80, .name = {}}};
  EXPECT_EQ(band_of(90, method), &method.bands[0]);
  EXPECT_EQ(band_of(89.99, method), &method.bands[1]);
  EXPECT_EQ(band_of(89.996, method), &method.bands[0]);  // shown as 90.00
  EXPECT_EQ(band_of(80, method), &method.bands[1]);
  EXPECT_EQ(band_of(79.9, method), nullptr);
}

}  // namespace
}  // namespace tiendo

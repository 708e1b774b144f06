// Scorecards that are kept, scored again by other weights, and ranked kind by kind.
#include "score/score_memory.h"

#include <gtest/gtest.h>

#include "make_dataset.h"
#include "model/own_weights.h"
#include "random_scoring.h"

namespace tiendo {
namespace {

using test::at;
using test::DatasetMaker;
using test::group;
using test::leaf;
using test::methodology;

// Two ministries, an agency and two provinces by one figure, which is their score.
struct Kinds {
  DatasetMaker maker;
  UnitId health, bank, justice, hue, son_la;

  Kinds() {
    health = maker.unit("health", UnitKind::ministry);
    hue = maker.unit("hue", UnitKind::province);
    bank = maker.unit("bank", UnitKind::agency);
    son_la = maker.unit("son-la", UnitKind::province);
    justice = maker.unit("justice", UnitKind::ministry);
    const IndicatorId share = maker.indicator("a");
    maker.observe(share, health, "2025-06", 80);
    maker.observe(share, hue, "2025-06", 70);
    maker.observe(share, bank, "2025-06", 60);
    maker.observe(share, son_la, "2025-06", 70);
  }

  static Methodology method() {
    Methodology method = methodology(group("root", {leaf("a", Share{})}));
    method.units = {UnitKind::ministry, UnitKind::agency, UnitKind::province};
    return method;
  }
  Publication publication() const { return {.dataset = maker.make(), .methodologies = {method()}}; }
};

// Of all five: health 80, then two of 70, bank 60, justice without. Within their kinds: the bank is
// second of the ministries and the agencies, the provinces share the first place.
TEST(RanksOfAScorecard, AreWithinTheKindOfTheUnit) {
  const Kinds kinds;
  const Publication publication = kinds.publication();
  const Methodology& method = publication.methodologies[0];
  const Scorecard card = score(publication.dataset, method, at("2025-06"));
  EXPECT_EQ(card.find(kinds.health)->rank, 1);
  EXPECT_EQ(card.find(kinds.bank)->rank, 2);
  EXPECT_FALSE(card.find(kinds.justice)->rank);
  EXPECT_EQ(card.find(kinds.hue)->rank, 1);
  EXPECT_EQ(card.find(kinds.son_la)->rank, 1);
  EXPECT_TRUE(card.find(kinds.hue)->tied);
  EXPECT_FALSE(card.find(kinds.health)->tied);  // the first of the provinces is not its equal
  std::vector<UnitId> order;
  for (const UnitScore& unit : card.units) order.push_back(unit.unit);
  EXPECT_EQ(order, (std::vector<UnitId>{kinds.health, kinds.bank, kinds.justice, kinds.hue,
                                        kinds.son_la}));
  const Scorecard provinces = only_peers(card, UnitKind::province);
  EXPECT_EQ(provinces.units.size(), 2u);
  EXPECT_EQ(provinces.scored(), 2);
  EXPECT_FALSE(provinces.find(kinds.health));
  EXPECT_EQ(provinces.find(kinds.son_la)->score, 70);
}

TEST(ScoreHistory, HoldsTheMonthsInWhichTheKindIsScored) {
  Kinds kinds;
  kinds.maker.observe({0}, kinds.hue, "2025-05", 50);
  const Publication publication = kinds.publication();
  const Methodology& method = publication.methodologies[0];
  const auto provinces = history_of(publication, method, UnitKind::province, {});
  ASSERT_EQ(provinces->size(), 2u);
  EXPECT_EQ((*provinces)[0].month, (Month{2025, 5}));
  EXPECT_EQ((*provinces)[0].units, 2u);
  ASSERT_EQ((*provinces)[0].scored.size(), 1u);
  EXPECT_EQ((*provinces)[0].find(kinds.hue)->score, 50);
  EXPECT_FALSE((*provinces)[0].find(kinds.son_la));
  EXPECT_EQ((*provinces)[0].figures, (FiguresSpan{test::date("2025-05-31"),
                                                  test::date("2025-05-31")}));
  EXPECT_EQ((*provinces)[1].find(kinds.son_la)->rank, 1);
  EXPECT_EQ(history_of(publication, method, UnitKind::agency, {})->size(), 1u);
}

TEST(ScoreMemory, GivesTheSameScorecardAgain) {
  const Publication publication = Kinds().publication();
  const Methodology& method = publication.methodologies[0];
  const SharedScorecard card = scorecard_of(publication, method, at("2025-06"));
  EXPECT_EQ(scorecard_of(publication, method, at("2025-06")), card);
  EXPECT_NE(scorecard_of(publication, method, at("2025-06", "2025-07-01")), card);
  const auto peers = scorecard_of(publication, method, UnitKind::agency, at("2025-06"));
  EXPECT_EQ(scorecard_of(publication, method, UnitKind::ministry, at("2025-06")), peers);
  EXPECT_EQ(peers->units.size(), 3u);
  const Methodology changed = method;  // not one of the publication's: nobody keeps it
  EXPECT_NE(scorecard_of(publication, changed, at("2025-06")),
            scorecard_of(publication, changed, at("2025-06")));
}

// The methodology asks for ministries too, and none of them is in the dataset.
TEST(ScoreMemory, HandsOutNoOtherKind) {
  DatasetMaker maker;
  maker.observe(maker.indicator("a"), maker.unit("hue", UnitKind::province), "2025-06", 70);
  const Publication publication{.dataset = maker.make(), .methodologies = {Kinds::method()}};
  const Methodology& method = publication.methodologies[0];
  EXPECT_TRUE(scorecard_of(publication, method, UnitKind::ministry, at("2025-06"))->units.empty());
  EXPECT_EQ(scorecard_of(publication, method, UnitKind::province, at("2025-06"))->units.size(), 1u);
}

TEST(ScoreMemory, IsNotThatOfAnotherPublication) {
  Publication publication = Kinds().publication();
  const SharedScorecard card =
      scorecard_of(publication, publication.methodologies[0], at("2025-06"));
  Publication elsewhere = std::move(publication);
  const Methodology& method = elsewhere.methodologies[0];
  const SharedScorecard anew = scorecard_of(elsewhere, method, at("2025-06"));
  EXPECT_EQ(anew->scoring->prepared().dataset, &elsewhere.dataset);
  EXPECT_NE(anew, card);
}

// --- other weights

void expect_same(const TraceNode& a, const TraceNode& b) {
  EXPECT_EQ(a.score, b.score);
  EXPECT_EQ(a.contribution, b.contribution);
  EXPECT_EQ(a.weight, b.weight);
  ASSERT_EQ(a.children.size(), b.children.size());
  for (std::size_t i = 0; i < a.children.size(); ++i) expect_same(a.children[i], b.children[i]);
}

TEST(OtherWeights, GiveTheBitsOfAScoringOfTheirOwn) {
  const test::RandomScoring random = test::random_scoring(60, 120, 0.4);
  const auto& root = std::get<GroupRule>(random.methodology.root.rule);
  ASSERT_GT(root.children.size(), 1u);
  const Methodology own =
      with_weights(random.methodology, {{root.children[0].id, 300}, {"i7", 0}});
  const Scorecard published = score(random.dataset, random.methodology, at("2025-06"));
  const Scorecard again = score_with(published, own);
  const Scorecard anew = score(random.dataset, own, at("2025-06"));
  EXPECT_EQ(again.scoring->columns(), published.scoring->columns());  // nothing is prepared twice
  ASSERT_EQ(again.units.size(), anew.units.size());
  int moved = 0;
  for (std::size_t i = 0; i < anew.units.size(); ++i) {
    EXPECT_EQ(again.units[i].unit, anew.units[i].unit);
    EXPECT_EQ(again.units[i].score, anew.units[i].score);
    EXPECT_EQ(again.units[i].rank, anew.units[i].rank);
    EXPECT_EQ(again.units[i].coverage, anew.units[i].coverage);
    expect_same(again.units[i].trace(), anew.units[i].trace());
    moved += published.find(anew.units[i].unit)->rank != anew.units[i].rank;
  }
  EXPECT_GT(moved, 0);
}

// The owner's databases have 40 in a and 80 in b: by 1 to 1 the mean is 60, by a alone 40.
TEST(OtherWeights, ReachWhatIsOwned) {
  DatasetMaker maker;
  const UnitId owner = maker.unit("x"), database = maker.unit("d", UnitKind::database);
  maker.tables.units[database.index].owner = owner;
  maker.observe(maker.indicator("a"), database, "2025-06", 40);
  maker.observe(maker.indicator("b"), database, "2025-06", 80);
  OwnedRule rule;
  rule.each = {group("each", {leaf("a", Share{}), leaf("b", Share{})})};
  MethodNode root;
  root.id = "owned";
  root.rule = rule;
  const Dataset dataset = maker.make();
  const Methodology method = methodology(root);
  const Methodology own = with_weights(method, {{"b", 0}});
  const Scorecard card = score(dataset, method, at("2025-06"));
  EXPECT_EQ(card.units[0].score, 60);
  EXPECT_EQ(score_with(card, own).units[0].score, 40);
}

TEST(Traces, StayWhereTheyAre) {
  const Publication publication = Kinds().publication();
  Scorecard card = score(publication.dataset, publication.methodologies[0], at("2025-06"));
  const TraceNode* trace = &card.units[0].trace();
  const Scorecard copy = card;
  const Scorecard moved = std::move(card);
  EXPECT_EQ(&copy.units[0].trace(), trace);
  EXPECT_EQ(&moved.units[0].trace(), trace);
}

}  // namespace
}  // namespace tiendo

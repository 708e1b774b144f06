// The shipped package against what its publishers printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "io/publication_reader.h"
#include "make_dataset.h"
#include "read_package.h"
#include "score/change.h"
#include "score/scorecard.h"

namespace tiendo {
namespace {

using test::at;

class VietNam : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(publication_) << publication_.problems().errors << " errors";
    const auto found = std::find_if(
        publication_->methodologies.begin(), publication_->methodologies.end(),
        [](const Methodology& candidate) { return candidate.id == "766"; });
    ASSERT_NE(found, publication_->methodologies.end());
    method_ = &*found;
  }
  const Dataset& dataset() const { return publication_->dataset; }

  // What the portal printed for a unit on the date that the month's figures speak of.
  Observation published(UnitId unit, const Moment& moment) const {
    const auto total = dataset().find_indicator(method_->published_total);
    check(total.has_value());
    const auto id = select(dataset(), *total, unit, moment);
    check(id.has_value());
    return dataset()[*id];
  }

  const Result<Publication> publication_ = read_publication(test::read_package("viet-nam"));
  const Methodology* method_ = nullptr;
};

TEST_F(VietNam, Index766GivesAllPublishedTotalsBack) {
  int compared = 0;
  for (const char* month : {"2026-09", "2026-10"}) {
    const Scorecard card = score(dataset(), *method_, at(month));
    EXPECT_EQ(card.units.size(), 34u);
    for (const UnitScore& unit : card.units) {
      ASSERT_TRUE(unit.score) << dataset()[unit.unit].key;
      EXPECT_NEAR(*unit.score, published(unit.unit, at(month)).value.value(), 0.02)
          << dataset()[unit.unit].key << ' ' << month;
      ++compared;
    }
  }
  EXPECT_EQ(compared, 68);
}

// The portal numbers its 34 units 1 to 34 and so orders even those with the same total (Quảng Ngãi
// and another share 57.51 on 26 September 2026); ours share a place, the first of those.
TEST_F(VietNam, Index766GivesThePublishedRanksBackUpToSharedPlaces) {
  int shared = 0;
  for (const char* month : {"2026-09", "2026-10"}) {
    const Scorecard card = score(dataset(), *method_, at(month));
    for (const UnitScore& unit : card.units) {
      const auto sharing = std::count_if(
          card.units.begin(), card.units.end(),
          [&](const UnitScore& other) { return other.rank == unit.rank; });
      const int printed = published(unit.unit, at(month)).rank.value();
      EXPECT_GE(printed, *unit.rank) << dataset()[unit.unit].key << ' ' << month;
      EXPECT_LT(printed, *unit.rank + sharing) << dataset()[unit.unit].key << ' ' << month;
      shared += sharing > 1 ? 1 : 0;
    }
  }
  EXPECT_EQ(shared, 2);
}

TEST_F(VietNam, EveryContributionOfIndex766IsTheComponentThatThePortalPrints) {
  const Scorecard card = score(dataset(), *method_, at("2026-10"));
  for (const UnitScore& unit : card.units) {
    for (const TraceNode& leaf : unit.trace().children) {
      EXPECT_NEAR(leaf.contribution.value(), dataset()[*leaf.observation].value.value(), 1e-9);
    }
  }
}

TEST_F(VietNam, TheChangeFromSeptemberToOctoberIsSplitExactly) {
  const Scorecard before = score(dataset(), *method_, at("2026-09"));
  const Scorecard now = score(dataset(), *method_, at("2026-10"));
  for (const UnitScore& unit : now.units) {
    const auto change = change_of(before, now, unit.unit);
    ASSERT_TRUE(change);
    double sum = 0;
    for (const LeafChange& part : change->leaves) sum += part.points;
    EXPECT_NEAR(sum, change->points, 1e-9);
  }
}

TEST_F(VietNam, EveryShippedMethodologyHasItsMonthsAndEveryOneOfThemAScore) {
  for (const Methodology& method : publication_->methodologies) {
    for (const Month month : scored_months(dataset(), method)) {
      EXPECT_GT(score(dataset(), method, {.month = month, .as_of = {}}).scored(), 0)
          << method.id << ' ' << iso(month);
    }
  }
  const auto months = scored_months(dataset(), *method_);
  EXPECT_NE(std::find(months.begin(), months.end(), Month{2026, 9}), months.end());
  EXPECT_NE(std::find(months.begin(), months.end(), Month{2026, 10}), months.end());
}

}  // namespace
}  // namespace tiendo

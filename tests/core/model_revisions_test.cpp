#include "model/revisions.h"

#include <gtest/gtest.h>

#include "make_dataset.h"

namespace tiendo {
namespace {

struct Publisher : test::DatasetMaker {
  IndicatorId share = indicator("share");
  UnitId hue = unit("hue");

  void publish(const char* when, double value, const char* published, SourceId source = {}) {
    Observation& row = observe(share, hue, when, value);
    if (*published) row.published = test::period(published);
    row.evidence.source = source;
  }
};

TEST(Revisions, SayWhatStoodBeforeWhatCameAfterWhenAndInWhichDocument) {
  Publisher maker;
  const SourceId report = maker.source("report", "2025-09-12");
  maker.publish("2025-07", 41, "", report);  // the table's order is not that of publication
  maker.publish("2025-07", 39, "2025-08-01");
  maker.publish("2025-08", 45, "2025-09-01");
  const Dataset dataset = maker.make();
  const std::vector<Revision> found = revisions(dataset);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(dataset[found[0].before].value, 39);
  EXPECT_EQ(dataset[found[0].after].value, 41);
  EXPECT_EQ(found[0].when, test::period("2025-09-12"));
  EXPECT_EQ(dataset[dataset[found[0].after].evidence.source].key, "report");
}

TEST(Revisions, AreAsManyAsTheFigureChanged) {
  Publisher maker;
  maker.publish("2025-07", 39, "2025-08");
  maker.publish("2025-07", 39, "2025-09");  // only repeated
  maker.publish("2025-07", 40, "2025-10");
  maker.publish("2025-07", 39, "2025-11");
  EXPECT_EQ(revisions(maker.make()).size(), 2u);
}

TEST(Revisions, AreNoneWhereEveryPeriodWasPublishedOnce) {
  Publisher maker;
  maker.publish("2025-07", 39, "2025-08");
  maker.publish("2025-08", 40, "2025-09");
  EXPECT_TRUE(revisions(maker.make()).empty());
}

TEST(Revisions, DoNotHideWhatWasKnownBefore) {
  Publisher maker;
  maker.publish("2025-07", 39, "2025-08-01");
  maker.publish("2025-07", 41, "2025-10-01");
  const Dataset dataset = maker.make();
  const auto known = select(dataset, maker.share, maker.hue, test::at("2025-07", "2025-09-01"));
  const auto now = select(dataset, maker.share, maker.hue, test::at("2025-07"));
  EXPECT_EQ(dataset[*known].value, 39);
  EXPECT_EQ(dataset[*now].value, 41);
}

}  // namespace
}  // namespace tiendo

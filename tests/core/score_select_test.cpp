#include <gtest/gtest.h>

#include "make_dataset.h"
#include "score/select.h"

namespace tiendo {
namespace {

using test::at;
using test::DatasetMaker;
using test::period;

// One unit with one indicator; the value of what is selected, or nothing.
struct Series {
  DatasetMaker maker;
  UnitId unit = maker.unit("ha-noi");
  IndicatorId indicator = maker.indicator("rate");

  Observation& observe(std::string_view when, std::optional<double> value) {
    return maker.observe(indicator, unit, when, value);
  }
  std::optional<double> selected(const Moment& moment) const {
    const Dataset dataset = maker.make();
    const auto id = select(dataset, indicator, unit, moment);
    return id ? dataset[*id].value : std::nullopt;
  }
};

TEST(Select, TakesTheLatestPeriodThatHasEndedByTheEndOfTheMonth) {
  Series series;
  series.observe("2025-03-31", 10);
  series.observe("2025-06-30", 20);
  series.observe("2025-07-01", 30);
  EXPECT_EQ(series.selected(at("2025-05")), 10);
  EXPECT_EQ(series.selected(at("2025-06")), 20);
  EXPECT_EQ(series.selected(at("2025-07")), 30);
}

TEST(Select, IsMissingBeforeTheFirstFigure) {
  Series series;
  series.observe("2025-03", 10);
  EXPECT_EQ(series.selected(at("2025-02")), std::nullopt);
}

TEST(Select, AYearStandsFromItsLastMonthOn) {
  Series series;
  series.observe("2025", 10);
  EXPECT_EQ(series.selected(at("2025-11")), std::nullopt);
  EXPECT_EQ(series.selected(at("2025-12")), 10);
}

TEST(Select, PassesOverARankOrAClassWithoutAValue) {
  Series series;
  series.observe("2025-03", 10);
  series.observe("2025-06", std::nullopt).rank = 3;
  EXPECT_EQ(series.selected(at("2025-06")), 10);
}

TEST(Select, AZeroIsAValue) {
  Series series;
  series.observe("2025-03", 10);
  series.observe("2025-06", 0);
  EXPECT_EQ(series.selected(at("2025-06")), 0);
}

TEST(Select, AFigureOfTheAgeAllowedStandsAndOneMonthMoreDoesNot) {
  Series series;
  series.maker.tables.indicators[0].max_age_months = 12;
  series.observe("2024-06-10", 10);
  EXPECT_EQ(series.selected(at("2025-06")), 10);
  EXPECT_EQ(series.selected(at("2025-07")), std::nullopt);
}

TEST(Select, ALaterRevisionDoesNotRewriteWhatWasKnown) {
  Series series;
  series.observe("2025-03", 10).published = period("2025-04-05");
  series.observe("2025-03", 12).published = period("2025-09-01");
  EXPECT_EQ(series.selected(at("2025-03", "2025-04-04")), std::nullopt);
  EXPECT_EQ(series.selected(at("2025-03", "2025-04-05")), 10);
  EXPECT_EQ(series.selected(at("2025-03", "2025-08-31")), 10);
  EXPECT_EQ(series.selected(at("2025-03", "2025-09-01")), 12);
  EXPECT_EQ(series.selected(at("2025-03")), 12);
}

TEST(Select, TheLastPublishedOfEqualPeriodsStandsWhateverTheOrderOfTheRows) {
  Series series;
  series.observe("2025-03", 12).published = period("2025-09-01");
  series.observe("2025-03", 10).published = period("2025-04-05");
  EXPECT_EQ(series.selected(at("2025-03")), 12);
}

TEST(Select, AFigureWithoutItsOwnDateIsPublishedWithItsDocument) {
  Series series;
  const SourceId dated = series.maker.source("report", "2025-05-20");
  series.observe("2025-03", 10).evidence.source = dated;
  EXPECT_EQ(series.selected(at("2025-03", "2025-05-19")), std::nullopt);
  EXPECT_EQ(series.selected(at("2025-03", "2025-05-20")), 10);
}

TEST(Select, AFigureWithoutAnyDateOfPublicationIsKnown) {
  Series series;
  series.observe("2025-03", 10);
  EXPECT_EQ(series.selected(at("2025-03", "2025-03-31")), 10);
}

TEST(KnownAt, APromiseIsKnownFromTheMonthItWasMadeIn) {
  DatasetMaker maker;
  const UnitId unit = maker.unit("ha-noi");
  const IndicatorId indicator = maker.indicator("rate");
  maker.promise(indicator, unit, 80).set_on = period("2025-06-15");
  const Dataset dataset = maker.make();
  EXPECT_FALSE(known_at(dataset, dataset.targets()[0], at("2025-05")));
  EXPECT_TRUE(known_at(dataset, dataset.targets()[0], at("2025-06")));
  EXPECT_FALSE(known_at(dataset, dataset.targets()[0], at("2025-06", "2025-06-14")));
}

}  // namespace
}  // namespace tiendo

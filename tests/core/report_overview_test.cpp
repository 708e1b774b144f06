#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "make_dataset.h"
#include "page_words.h"
#include "report/publication.h"
#include "report/views.h"
#include "shipped.h"

namespace tiendo {
namespace {

using test::chart_in;
using test::DatasetMaker;
using test::PageWords;
using test::shipped;
using test::words_of;

const Route english = {.language = Language::en};

// A nation with one headline indicator in percent.
struct OneIndicator {
  DatasetMaker maker;
  UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  IndicatorId share = maker.indicator("share");

  OneIndicator() {
    maker.tables.units[nation.index].name = {.vi = "Cả nước", .en = "Viet Nam"};
    maker.tables.indicators[share.index].quantity.en = "%";
    maker.tables.info.headline = {"share"};
    maker.tables.info.latest_month = Month{2026, 10};
  }
  void promise(std::string_view due, std::string_view said_on) {
    maker.promise(share, nation, 80, due).set_on = test::period(said_on);
  }
  Page page(Route route = english) const {
    return overview_page({.dataset = maker.make()}, route);
  }
};

const Stat* first_stat(const Page& page) {
  for (const Block& block : page.blocks)
    if (const auto* stats = std::get_if<Stats>(&block.content)) return &stats->stats.front();
  return nullptr;
}

TEST(Overview, OpensWithThePromiseThatMovedAndFellSilent) {
  EXPECT_EQ(overview_page(shipped(), {}).heading,
            "Dịch vụ toàn trình: lời hứa 80\u00A0% đã lùi 12 tháng; “Hồ sơ toàn trình” từ "
            "28/10/2025 không có số liệu mới");
}

TEST(Overview, AnswersWhereTheEightyPercentStandForNationMinistriesAndProvinces) {
  const Page page = overview_page(shipped(), {});
  const LineChart* chart = chart_in<LineChart>(page.blocks);
  ASSERT_NE(chart, nullptr);
  ASSERT_EQ(chart->promises.size(), 2u);
  EXPECT_EQ(chart->promises[0].due, test::date("2024-12-31"));
  EXPECT_EQ(chart->promises[1].due, test::date("2025-12-31"));
  EXPECT_EQ(chart->slip_label, "+12 tháng");
  std::vector<std::string> latest;
  for (const LineSeries& series : chart->series)
    if (!series.label.empty())
      latest.push_back(series.label + " " + series.value_label);
  EXPECT_EQ(latest, (std::vector<std::string>{"Cả nước 39,98\u00A0%", "Các bộ, ngành 54,46\u00A0%",
                                              "Các tỉnh, thành phố 16,94\u00A0%"}));
  ASSERT_TRUE(chart->silent_from.has_value());
  EXPECT_GT(*chart->silent_from, test::date("2025-10-28"));
  EXPECT_EQ(chart->silent_to, test::date("2026-10-31"));
}

TEST(Overview, DrawsAUnitWithOneSignAndTheOtherMeasureHollow) {
  const Page page = overview_page(shipped(), {});
  const LineChart* chart = chart_in<LineChart>(page.blocks);
  ASSERT_NE(chart, nullptr);
  std::set<std::pair<Symbol, Ink>> units;
  for (const LineSeries& series : chart->series) {
    EXPECT_EQ(series.hollow, series.label.empty());
    EXPECT_EQ(series.key_label, series.hollow ? "Dịch vụ toàn trình" : "");
    const bool is_new = units.insert({series.symbol, series.ink}).second;
    EXPECT_EQ(is_new, !series.hollow) << series.label;
    for (const LinePoint& point : series.points)
      EXPECT_EQ(point.value.has_value(), !point.value_label.empty());
  }
  EXPECT_EQ(units.size(), 3u);
}

TEST(Overview, NeverJoinsFiguresAcrossAGapOfMonths) {
  const Page page = overview_page(shipped(), {});
  for (const LineSeries& series : chart_in<LineChart>(page.blocks)->series) {
    for (std::size_t i = 1; i < series.points.size(); ++i) {
      const LinePoint& before = series.points[i - 1];
      const LinePoint& now = series.points[i];
      if (!before.value || !now.value) continue;
      EXPECT_LE(months_between(month_of(before.at), month_of(now.at)), 12) << series.label;
    }
  }
}

TEST(Overview, ShowsACountBesideWhatItIsOutOf) {
  const PageWords words = words_of(overview_page(shipped(), english));
  EXPECT_TRUE(words.has("1,227 of 1,298 tasks"));
  EXPECT_TRUE(words.has("71 tasks remaining"));
}

TEST(Overview, SaysThatAFigureIsDoubtful) {
  EXPECT_TRUE(words_of(overview_page(shipped(), {})).has("Nghi vấn: tháng 10/2025 mới 39,52%"));
}

TEST(Overview, NamesTheProvincesThatMovedMostWithTheirRanks) {
  const PageWords words = words_of(overview_page(shipped(), {}));
  EXPECT_TRUE(words.has("Khánh Hòa tăng 8,89 điểm, Quảng Ngãi giảm 1,51 điểm"));
  EXPECT_TRUE(words.has(" từ 34"));
  EXPECT_TRUE(words.links_to("#/vi/don-vi/khanh-hoa"));
}

TEST(Overview, SaysWhyTheyMoved) {
  const PageWords words = words_of(overview_page(shipped(), {}));
  EXPECT_TRUE(words.has("Quảng Ngãi giảm 1,51")) << words.all();
  EXPECT_TRUE(words.has("Dịch vụ công trực tuyến (−1,72)"));
}

TEST(Overview, LeadsFromEveryTaskStateToItsTasks) {
  const PageWords words = words_of(overview_page(shipped(), {}));
  EXPECT_TRUE(words.links_to("#/vi/nhiem-vu?trang-thai=chua-xac-nhan"));
  EXPECT_TRUE(words.has("Im lặng không phải là hoàn thành"));
}

TEST(Overview, TellsASlippedPromiseOnceAlthoughATaskRepeatsIt) {
  EXPECT_TRUE(words_of(overview_page(shipped(), {})).has("1 lời hứa bị dời hạn 12 tháng"));
}

TEST(Overview, OfAnEarlierMonthKnowsNothingOfLaterPromises) {
  const Page page = overview_page(shipped(), {.month = Month{2024, 9}});
  EXPECT_FALSE(words_of(page).has("2025-12-31"));
  const LineChart* chart = chart_in<LineChart>(page.blocks);
  ASSERT_NE(chart, nullptr);
  EXPECT_EQ(chart->promises.size(), 1u);
  EXPECT_EQ(chart->slip_label, "");
}

TEST(Overview, SaysSoWhereNothingIsPublished) {
  const Page page = overview_page({.dataset = Dataset(DatasetTables{})}, english);
  EXPECT_EQ(page.heading, "No target and no figure has been published");
}

TEST(Overview, ShowsSilenceOfAHeadlineFigureAsSilence) {
  const Page page = OneIndicator().page();
  const Stat* stat = first_stat(page);
  ASSERT_NE(stat, nullptr);
  EXPECT_EQ(stat->value, "");
  ASSERT_TRUE(stat->status.has_value());
  EXPECT_EQ(stat->status->symbol, Symbol::ring);
  EXPECT_EQ(stat->status->word, "No figure published");
}

TEST(Overview, CallsAPromiseWithoutAFigureNeverMeasured) {
  OneIndicator data;
  data.promise("2025-12-31", "2024-08-09");
  EXPECT_EQ(data.page().heading, "share: promised 80% by 31 Dec 2025, never measured");
}

TEST(Overview, PrefersTheMovedPromiseToTheMissedOne) {
  OneIndicator data;
  const IndicatorId other = data.maker.indicator("other");
  data.maker.tables.info.headline = {"share", "other"};
  data.maker.promise(data.share, data.nation, 50, "2025-06-30").set_on = test::period("2024");
  data.maker.promise(other, data.nation, 80, "2024-12-31").set_on = test::period("2024-01");
  data.maker.promise(other, data.nation, 80, "2025-12-31").set_on = test::period("2025-01");
  data.maker.observe(data.share, data.nation, "2026-09", 10);
  data.maker.observe(other, data.nation, "2026-09", 60);
  EXPECT_EQ(data.page().heading,
            "other: the promised 80% slipped by 12 months and still came to only 60%");
}

TEST(Overview, DoesNotCallAKeptPromiseAFailure) {
  OneIndicator data;
  data.promise("2025-12-31", "2024-08-09");
  data.maker.observe(data.share, data.nation, "2026-09", 85);
  EXPECT_EQ(data.page().heading, "1 promise has come due: 1 met");
}

TEST(Overview, CountsAPromiseOnceHoweverOftenItWasStated) {
  OneIndicator data;
  data.promise("2024-12-31", "2024-08-09");
  data.promise("2025-12-31", "2025-07");
  data.promise("2025-12-31", "2025-11-15");
  EXPECT_TRUE(words_of(data.page()).has("The documents set 1 numeric target,"));
}

TEST(Overview, TellsNoDifferenceFromABoundedFigure) {
  OneIndicator data;
  data.maker.observe(data.share, data.nation, "2026-08", 40);
  data.maker.observe(data.share, data.nation, "2026-09", 50).qualifier = Qualifier::approximate;
  const Page page = data.page();
  ASSERT_NE(first_stat(page), nullptr);
  EXPECT_EQ(first_stat(page)->value, "about 50");
  EXPECT_FALSE(first_stat(page)->status.has_value());
}

TEST(Overview, SaysWhenTheLastReportWas) {
  OneIndicator data;
  const TaskId task = data.maker.task(data.nation, "2025-12-31");
  data.maker.tables.tasks[task.index].title = {.vi = "Việc", .en = "Task"};
  data.maker.report(task, "2026-02-25", ReportedState::not_done);
  EXPECT_TRUE(words_of(data.page()).has("No report since February 2026"));
}

}  // namespace
}  // namespace tiendo

#include "report/publication.h"

#include <gtest/gtest.h>

#include "make_dataset.h"
#include "page_words.h"
#include "shipped.h"

namespace tiendo {
namespace {

using test::DatasetMaker;
using test::shipped;
using test::words_of;

Publication publication_of(const DatasetMaker& maker) { return {.dataset = maker.make()}; }

std::optional<std::string> selected(const Choice& choice) {
  for (const Option& option : choice.options)
    if (option.selected) return option.text;
  return std::nullopt;
}

TEST(Months, OpenWithThePublishersWord) {
  DatasetMaker maker;
  maker.tables.info.latest_month = Month{2026, 10};
  EXPECT_EQ(month_shown(publication_of(maker), {}), (Month{2026, 10}));
}

TEST(Months, OpenWithTheLastFigureWhereThePublisherSaysNothing) {
  DatasetMaker maker;
  const auto unit = maker.unit("a");
  const auto indicator = maker.indicator("i");
  maker.observe(indicator, unit, "2025-03-10", 1);
  maker.observe(indicator, unit, "2025-07", 2);
  maker.task(unit, "2027-12-31");  // a deadline to come is no news
  EXPECT_EQ(month_shown(publication_of(maker), {}), (Month{2025, 7}));
}

TEST(Months, FollowTheReader) {
  EXPECT_EQ(month_shown(shipped(), {.month = Month{2025, 1}}), (Month{2025, 1}));
}

TEST(Months, OnOfferHaveNewsAndAreNewestFirst) {
  DatasetMaker maker;
  const auto unit = maker.unit("a");
  maker.observe(maker.indicator("i"), unit, "2025-03-10", 1);
  const auto task = maker.task(unit, "2025-05-31");
  maker.report(task, "2025-06-02", ReportedState::done);
  EXPECT_EQ(months_on_offer(publication_of(maker)),
            (std::vector<Month>{{2025, 6}, {2025, 5}, {2025, 3}}));
}

TEST(Months, OnOfferEndWithTheLatestAndAreAtMostThreeYears) {
  DatasetMaker maker;
  const auto unit = maker.unit("a");
  const auto indicator = maker.indicator("i");
  for (int year = 2018; year < 2026; ++year)
    for (int month = 1; month <= 12; ++month)
      maker.observe(indicator, unit, iso(Month{year, month}), 1);
  maker.tables.info.latest_month = Month{2025, 6};
  const std::vector<Month> months = months_on_offer(publication_of(maker));
  EXPECT_EQ(months.size(), 36u);
  EXPECT_EQ(months.front(), (Month{2025, 6}));
}

TEST(Frame, HasNoMonthsWhereNothingIsPublished) {
  EXPECT_FALSE(make_frame(publication_of(DatasetMaker()), {}).months.has_value());
}

TEST(Frame, ShowsTheReadersMonthEvenWithoutNews) {
  const Frame frame = make_frame(shipped(), {.month = Month{1999, 1}});
  ASSERT_TRUE(frame.months.has_value());
  EXPECT_EQ(selected(*frame.months), "01/1999");
}

TEST(Frame, LeadsToAllViewsAndMarksTheOneShown) {
  const Frame frame = make_frame(shipped(), {.view = View::tasks, .subject = "x"});
  ASSERT_EQ(frame.views.options.size(), 8u);
  EXPECT_EQ(selected(frame.views), "Nhiệm vụ");
}

TEST(Frame, LeadsToTheSamePlaceInTheOtherLanguage) {
  const Route route = {.language = Language::vi, .view = View::tasks, .month = Month{2025, 10},
                       .unit = "bo-cong-an"};
  Route english = route;
  english.language = Language::en;
  EXPECT_EQ(parse_address(make_frame(shipped(), route).other_language.href), english);
}

TEST(Frame, MarksInventedFiguresOnEveryPage) {
  DatasetMaker maker;
  maker.tables.info.illustration = true;
  EXPECT_EQ(make_frame(publication_of(maker), {}).illustration,
            "Số liệu minh họa, không phải số liệu thật");
  EXPECT_EQ(make_frame(shipped(), {}).illustration, "");
}

TEST(Frame, NamesTheDatasetAndTheMethodologiesWithTheirVersions) {
  const auto words = words_of(make_frame(shipped(), {.language = Language::en}));
  EXPECT_TRUE(words.has(shipped().dataset.info().version));
  for (const Methodology& methodology : shipped().methodologies)
    EXPECT_TRUE(words.has(methodology.name.en)) << methodology.id;
}

TEST(NotFound, LeadsToEveryView) {
  const auto words = words_of(make_page(shipped(), parse_address("#/vi/khong-co-trang-nay")));
  EXPECT_TRUE(words.faults.empty());
  for (const char* address : {"#/vi/xep-hang", "#/vi/don-vi", "#/vi/nhiem-vu", "#/vi/chi-tieu",
                              "#/vi/nguon"})
    EXPECT_TRUE(words.links_to(address)) << address;
}

TEST(NotFound, OffersTheKeyThatWasMeant) {
  const auto words = words_of(make_page(shipped(), parse_address("#/vi/don-vi/bo-cong-ann")));
  EXPECT_TRUE(words.has("“bo-cong-ann”"));
  EXPECT_TRUE(words.links_to("#/vi/don-vi/bo-cong-an")) << words.all();
}

TEST(NotFound, IsCalmAboutJunk) {
  const auto words =
      words_of(make_page(shipped(), {.view = View::unit, .subject = std::string(5000, 'x')}));
  EXPECT_TRUE(words.faults.empty());
}

TEST(EveryView, StandsOnADatasetWithoutAnyRow) {
  const Publication nothing = {.dataset = Dataset(DatasetTables{})};
  for (const Language language : {Language::vi, Language::en})
    for (const View view : {View::overview, View::ranking, View::unit, View::tasks,
                            View::indicators, View::sources, View::not_found}) {
      const auto words = words_of(make_page(nothing, {.language = language, .view = view}));
      for (const std::string& fault : words.faults) ADD_FAILURE() << fault << "\n" << words.all();
    }
}

}  // namespace
}  // namespace tiendo

#include <gtest/gtest.h>

#include "make_dataset.h"
#include "page_words.h"
#include "report/measures.h"
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

Page page_of(const char* address) { return indicators_page(shipped(), parse_address(address)); }
PageWords words_at(const char* address) { return words_of(page_of(address)); }

const Card* card_with(const Page& page, const std::string& part_of_title) {
  for (const Block& block : page.blocks)
    if (const auto* card = std::get_if<Card>(&block.content))
      if (card->title.find(part_of_title) != std::string::npos) return card;
  return nullptr;
}

const Table* table_of(const Card* card) {
  if (!card) return nullptr;
  for (const Block& block : card->blocks)
    if (const auto* table = std::get_if<Table>(&block.content)) return table;
  return nullptr;
}

std::string text_of(const Cell& cell) {
  std::string text = cell.status ? cell.status->word : std::string();
  for (const Span& span : cell.words) text += span.text;
  return text;
}

TEST(IndicatorList, SaysHowManyPromisesWereNeverMeasured) {
  EXPECT_EQ(page_of("#/vi/chi-tieu").heading,
            "26 chỉ tiêu đã hứa bằng số, 20 chưa từng được đo");
  EXPECT_TRUE(words_at("#/en/indicators").has("Promised, never measured"));
}

TEST(IndicatorList, HoldsEveryIndicatorOnce) {
  const PageWords words = words_at("#/vi/chi-tieu");
  for (const Indicator& indicator : shipped().dataset.indicators())
    EXPECT_TRUE(words.links_to("#/vi/chi-tieu/" + indicator.key)) << indicator.key;
}

TEST(IndicatorList, OfAProgrammeHoldsOnlyItsOwn) {
  const Route route = {.view = View::indicators, .programme = "papi"};
  const PageWords words = words_of(indicators_page(shipped(), route));
  EXPECT_TRUE(words.links_to("#/vi/chi-tieu/papi-tong"));
  EXPECT_FALSE(words.links_to("#/vi/chi-tieu/ty-le-toan-trinh"));
}

// By hand from targets.csv and observations.csv.
TEST(PromisesByDue, SayWhatBecameOfThoseThatHaveComeDue) {
  const Page page = page_of("#/vi/chi-tieu?xep-theo=han");
  EXPECT_EQ(page.heading, "16 lời hứa đã đến hạn: 1 đạt, 4 không đạt, 11 không rõ");
  ASSERT_NE(card_with(page, "Hạn năm 2024: 3 không đạt, 2 không rõ, 1 dời sang năm sau"), nullptr);
  ASSERT_NE(card_with(page, "Hạn năm 2025: 1 đạt, 1 không đạt, 9 không rõ"), nullptr);
}

TEST(PromisesByDue, KeepAMovedPromiseInTheYearThatItLeft) {
  const Page page = page_of("#/en/indicators?by=due");
  const Table* table = table_of(card_with(page, "Due in 2024"));
  ASSERT_NE(table, nullptr);
  const std::vector<Cell>& moved = table->rows.back().cells;
  EXPECT_EQ(text_of(moved[0]), "Services wholly online");
  EXPECT_EQ(text_of(moved[2]), "31 Dec 2024");
  EXPECT_EQ(text_of(moved[4]), "Moved to 31 Dec 2025");
  EXPECT_EQ(text_of(moved[5]), "369/TB-VPCP");
}

struct OnePromise {
  DatasetMaker maker;
  UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  IndicatorId share = maker.indicator("share");

  OnePromise() {
    maker.tables.info.latest_month = Month{2026, 10};
    maker.promise(share, nation, 80, "2026-09-30").set_on = test::period("2026-01");
  }
  std::string heading() const {
    const Route by_due = {.language = Language::en, .view = View::indicators,
                          .indicators_as = IndicatorsAs::by_due};
    return indicators_page({.dataset = maker.make()}, by_due).heading;
  }
};

TEST(PromisesByDue, TakeSilenceAsUnknownAndAShortFigureOfTheDayAsMissed) {
  OnePromise data;
  EXPECT_EQ(data.heading(), "1 promise has come due: 1 unknown");
  data.maker.observe(data.share, data.nation, "2026-08", 70);
  EXPECT_EQ(data.heading(), "1 promise has come due: 1 unknown");
  data.maker.observe(data.share, data.nation, "2026-09", 75);
  EXPECT_EQ(data.heading(), "1 promise has come due: 1 missed");
  data.maker.observe(data.share, data.nation, "2026-10", 81);
  EXPECT_EQ(data.heading(), "1 promise has come due: 1 met");
}

TEST(IndicatorList, OfAnUnknownProgrammeOffersTheOthers) {
  const PageWords words =
      words_of(indicators_page(shipped(), {.view = View::indicators, .programme = "khong-co"}));
  EXPECT_TRUE(words.has("Không có chương trình này"));
  EXPECT_TRUE(words.links_to("#/vi/chi-tieu"));
}

TEST(IndicatorPage, TellsTheEightyPercentAsOneChainOfPromises) {
  const Page page = page_of("#/vi/chi-tieu/ty-le-toan-trinh");
  const Card* card = card_with(page, "Hứa 80\u00A0% 5 lần, một lần lùi hạn");
  const Table* table = table_of(card);
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 5u);
  EXPECT_EQ(text_of(table->rows[0].cells[1]), "31/12/2024");
  EXPECT_EQ(text_of(table->rows[0].cells[2]), "lần đầu");
  EXPECT_EQ(text_of(table->rows[1].cells[1]), "31/12/2025");
  EXPECT_EQ(text_of(table->rows[1].cells[2]), "lùi 12 tháng");
  EXPECT_EQ(text_of(table->rows[2].cells[2]), "nhắc lại, cùng hạn");
}

TEST(IndicatorPage, QuotesTheWordsOfEveryPromise) {
  int quotes = 0;
  const Page page = page_of("#/vi/chi-tieu/ty-le-toan-trinh");
  for (const Block& block : card_with(page, "Hứa 80")->blocks)
    quotes += std::holds_alternative<Quote>(block.content);
  EXPECT_EQ(quotes, 5);
}

TEST(IndicatorPage, ComparesTheNationWithMinistriesAndProvinces) {
  EXPECT_NE(card_with(page_of("#/vi/chi-tieu/ty-le-ho-so-toan-trinh"),
                      "Cả nước 39,98\u00A0% · Các bộ, ngành 54,46\u00A0% · Các tỉnh, thành phố "
                      "16,94\u00A0%, 28/10/2025"),
            nullptr);
}

TEST(IndicatorPage, GivesEveryFigureItsWordsItsSourceAndItsGrade) {
  const PageWords words = words_at("#/vi/chi-tieu/ty-le-toan-trinh");
  EXPECT_TRUE(words.has("mới đạt 39,51%"));
  EXPECT_TRUE(words.has("đoạn 13, hạng B"));
  EXPECT_TRUE(words.links_to("#/vi/nguon/src-2025-07-phien-hop-bcd"));
}

TEST(IndicatorPage, NeverJoinsRelatedMeasuresAndSaysWhy) {
  const PageWords words = words_at("#/vi/chi-tieu/ty-le-toan-trinh");
  EXPECT_TRUE(words.links_to("#/vi/chi-tieu/ty-le-ho-so-toan-trinh"));
  EXPECT_TRUE(words.has("không nối thành một đường"));
}

TEST(IndicatorPage, RanksTheThirtyFourProvincesWithWhatMoved) {
  const Page page = page_of("#/en/indicators/766-tong-diem");
  const Card* card = card_with(page, "Dong Thap leads with 68.8 points");
  const Table* table = table_of(card);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(card->subtitle, "34 provinces and cities, 10 Oct 2026, all figures provisional");
  ASSERT_EQ(table->rows.size(), 34u);
  EXPECT_EQ(table->columns.back().title, "Since 26 Sep 2026");
  EXPECT_EQ(text_of(table->rows[0].cells[0]), "1");
  EXPECT_EQ(text_of(table->rows[0].cells.back()), "Up 0.27");
  EXPECT_EQ(text_of(table->rows[0].cells[2]), "68.8 points");  // the figure itself, and its bar
  EXPECT_EQ(table->rows[0].cells[3].bar, 1.0);
}

TEST(IndicatorPage, DoesNotRankWhatIsNeitherGoodNorBad) {
  const Page page = page_of("#/vi/chi-tieu/766-ho-so-tiep-nhan");
  const Table* table = table_of(card_with(page, "nhiều nhất"));
  ASSERT_NE(table, nullptr);
  EXPECT_NE(table->columns.front().title, "Hạng");
}

TEST(IndicatorPage, CallsNobodyLastWhereOnlyAClassWasPublished) {
  const Page page = page_of("#/vi/chi-tieu/ty-le-ho-so-toan-trinh");
  EXPECT_NE(card_with(page, "đơn vị khác chỉ được nêu mức, không có số"), nullptr);
  EXPECT_EQ(card_with(page, "cuối bảng"), nullptr);
}

TEST(IndicatorPage, OfALongHistoryShowsTheChosenUnitOnly) {
  const Page all = page_of("#/vi/chi-tieu/papi-tong");
  EXPECT_NE(card_with(all, "Chọn một đơn vị"), nullptr);
  const Page one = page_of("#/vi/chi-tieu/papi-tong?don-vi=son-la");
  const Table* table = table_of(card_with(one, "5 số liệu"));
  ASSERT_NE(table, nullptr);
  for (const TableRow& row : table->rows) EXPECT_EQ(text_of(row.cells.front()), "Sơn La");
  EXPECT_TRUE(words_of(one).has("Còn 301 số liệu"));
}

TEST(IndicatorPage, OfAUnitOpensWithItsFigureAndRank) {
  EXPECT_EQ(page_of("#/vi/chi-tieu/766-tong-diem?don-vi=ha-noi").heading,
            "Điểm 766, Hà Nội: 55,23 điểm (tạm tính), hạng 34, tính đến 10/10/2026");
}

TEST(IndicatorPage, OfAUnitWithoutFiguresSaysSo) {
  EXPECT_EQ(page_of("#/en/indicators/ty-le-toan-trinh?unit=ha-noi").heading,
            "Services wholly online, Ha Noi: no figure has been published");
}

TEST(IndicatorPage, OfAPromiseNeverMeasuredInventsNothing) {
  const Page page = page_of("#/vi/chi-tieu/ty-le-hai-long-tthc");
  EXPECT_EQ(page.heading, "Hài lòng về thủ tục: hứa 90\u00A0% vào 31/12/2024, chưa từng được đo");
  EXPECT_NE(card_with(page, "Chưa có số liệu nào"), nullptr);
}

TEST(IndicatorPage, DoesNotTakeAnAkinMeasureForThePromisedOne) {
  EXPECT_EQ(page_of("#/en/indicators/ty-le-phu-song-5g").heading,
            "5G coverage: promised 90% by 31 Dec 2025, not measured as such; the nearest is "
            "“Population with 5G”, about 90% (Jan 2026)");
}

TEST(IndicatorPage, DoesNotHoldTheNationsFigureAgainstAMinistrysPromise) {
  const Page page = page_of("#/en/indicators/tien-ich-vneid");
  EXPECT_NE(page.heading.find("the published figures are for Viet Nam: 50 utilities"),
            std::string::npos);
  EXPECT_TRUE(words_of(page).has("Cannot be compared"));
}

TEST(IndicatorPage, OfAnUnknownKeyIsTheNotFoundPage) {
  const Route route = {.view = View::indicators, .subject = "khong-co"};
  EXPECT_EQ(indicators_page(shipped(), route).heading, not_found_page(shipped(), route).heading);
}

TEST(IndicatorPage, IgnoresAnUnknownUnit) {
  EXPECT_EQ(page_of("#/vi/chi-tieu/papi-tong?don-vi=khong-co").heading,
            page_of("#/vi/chi-tieu/papi-tong").heading);
}

TEST(IndicatorPage, HoldsAComponentAgainstNoPromiseOfItsIndex) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  constexpr Direction higher = Direction::higher_is_better;
  const IndicatorId total = maker.indicator("total", higher, "điểm (tối đa 100)");
  const IndicatorId part = maker.indicator("part", higher, "điểm (tối đa 18)");
  for (Indicator& row : maker.tables.indicators) row.name.vi = row.key;
  maker.tables.indicators[part.index].parent = total;
  maker.promise(total, nation, 80, "2025-12-31");
  maker.observe(part, nation, "2025-11", 12);
  const Route route = {.view = View::indicators, .subject = "part", .month = Month{2026, 1}};
  const Page page = indicators_page({.dataset = maker.make()}, route);
  EXPECT_EQ(page.heading, "part: 12 điểm, tính đến 11/2025");
}

TEST(IndicatorPage, CallsOneFigureBeforeTheDueDateNotYetToBeJudged) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId share = maker.indicator("share");
  maker.promise(share, nation, 80, "2026-12-31");
  maker.observe(share, nation, "2025-11", 12);
  const Page page = indicators_page({.dataset = maker.make()}, {.view = View::indicators,
                                                               .subject = "share",
                                                               .month = Month{2025, 12}});
  EXPECT_TRUE(words_of(page).has("Chưa xét được"));
  EXPECT_FALSE(words_of(page).has("Chưa được đo"));
}

// Ends of January to March 2025: 10, 20, 30. All slopes lie near 10 in 30.4375 days; 60 is 30 more:
// about three months after the end of March, in time for the end of the year. Needed: 30 over the
// 275 days from 31 March to 31 December, 3.32 in 30.4375 days.
TEST(IndicatorPage, TellsThePaceAndWhatIsNeeded) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId rate = maker.indicator("rate");
  maker.observe(rate, nation, "2025-01", 10);
  maker.observe(rate, nation, "2025-02", 20);
  maker.observe(rate, nation, "2025-03", 30);
  maker.promise(rate, nation, 60, "2025-12-31");
  const Publication publication{.dataset = maker.make(), .methodologies = {}};
  const Page page =
      indicators_page(publication, parse_address("#/en/indicators/rate?month=2025-03"));
  EXPECT_NE(card_with(page, "At this pace 60% is reached in time, in"), nullptr)
      << words_of(page).all();
  EXPECT_TRUE(words_of(page).has("+3.32 percentage points a month to be in time for 31 Dec 2025"));
  EXPECT_TRUE(words_of(page).has("nobody's promise"));
}

// One unit with a promise of 60 by the end of 2025 and these figures, one a month from January on.
Publication promised_sixty(std::initializer_list<double> figures) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId rate = maker.indicator("rate");
  int month = 0;
  for (const double figure : figures)
    maker.observe(rate, nation, "2025-0" + std::to_string(++month), figure);
  maker.promise(rate, nation, 60, "2025-12-31");
  return {.dataset = maker.make(), .methodologies = {}};
}

TEST(IndicatorPage, DrawsThePromisesOfOtherValuesAndUnitsAndSaysEachGap) {
  const Page page = page_of("#/vi/chi-tieu/ty-le-ho-so-toan-trinh");
  const LineChart* chart = chart_in<LineChart>(page.blocks);
  ASSERT_NE(chart, nullptr);
  std::vector<double> others;
  for (const LinePromise& promise : chart->other_promises) {
    others.push_back(promise.value);
    EXPECT_EQ(promise.due, (Date{2024, 12, 31}));
  }
  EXPECT_EQ(others, (std::vector<double>{50, 70, 30}));
  const PageWords words = words_of(page);
  for (const char* gap : {"thiếu 40,02 điểm phần trăm", "thiếu 25,54 điểm phần trăm",
                          "thiếu 63,06 điểm phần trăm"})
    EXPECT_TRUE(words.has(gap)) << gap;
}

// Slopes a day: 1/28, 1/31 and 2/59 between them, which is the median; the interval of three figures
// is the whole of them. 275 days from 31 March to 31 December: 12 + 550/59, 12 + 275/31, 12 + 275/28.
TEST(IndicatorPage, GoesOnAtThePaceToTheDayOfThePromise) {
  const Publication publication = promised_sixty({10, 11, 12});
  const Page page = make_page(publication, parse_address("#/en/indicators/rate?month=2025-03"));
  const LineChart* chart = chart_in<LineChart>(page.blocks);
  ASSERT_TRUE(chart && chart->projection);
  EXPECT_EQ(chart->projection->to, (Date{2025, 12, 31}));
  EXPECT_NEAR(chart->projection->end, 12 + 550.0 / 59, 1e-9);
  EXPECT_NEAR(*chart->projection->low, 12 + 275.0 / 31, 1e-9);
  EXPECT_NEAR(*chart->projection->high, 12 + 275.0 / 28, 1e-9);
  EXPECT_EQ(chart->projection->label, "at this pace: 21.3%");
  EXPECT_TRUE(words_of(page).has("it stands at 21.3% on 31 Dec 2025. To be in time it needs +5.31"))
      << words_of(page).all();
}

TEST(IndicatorPage, SaysNothingOfThePaceWhereItMayGoEitherWay) {
  const Page page = make_page(promised_sixty({10, 13, 11}),
                              parse_address("#/en/indicators/rate?month=2025-03"));
  EXPECT_NE(card_with(page, "Whether it rises or falls is not yet clear, so not when 60% is"),
            nullptr) << words_of(page).all();
}

TEST(IndicatorPage, PastTheDayIsShortAtTheLastFigureAndNoPaceSoftensIt) {
  const Page page = make_page(promised_sixty({10, 11, 12}),
                              parse_address("#/en/indicators/rate?month=2026-03"));
  EXPECT_TRUE(words_of(page).has("Short at the last figure"))
      << words_of(page).all();
  EXPECT_FALSE(words_of(page).has("At this pace"));
}

TEST(IndicatorPage, OfAMissedPromiseHasTheGapOfItsDayBesideTheLatestFigure) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId rate = maker.indicator("rate");
  maker.observe(rate, nation, "2025-12", 53);
  maker.observe(rate, nation, "2026-03", 41);
  maker.promise(rate, nation, 60, "2025-12-31");
  const Publication publication{.dataset = maker.make(), .methodologies = {}};
  const PageWords words =
      words_of(make_page(publication, parse_address("#/en/indicators/rate?month=2026-03")));
  EXPECT_TRUE(words.has("7 percentage points")) << words.all();
  EXPECT_TRUE(words.has("When it fell due: 53% (Dec 2025)")) << words.all();
}

// What was promised of one measure in 2024 and of its next of kin in 2025 has not slipped.
TEST(Promises, OfTwoMeasuresOnTwoDatesAreNoSlip) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId services = maker.indicator("services"), files = maker.indicator("files");
  maker.tables.indicators[files.index].parent = services;
  maker.observe(files, nation, "2025-10", 40);
  const auto promise = [&](IndicatorId of, std::string_view due, std::string_view said) {
    maker.promise(of, nation, 80, due).set_on = test::period(said);
  };
  promise(services, "2024-12-31", "2024-08");
  promise(files, "2025-12-31", "2025-11");
  const Moment moment = test::at("2025-12");
  EXPECT_FALSE(promise_on(maker.make(), files, nation, moment)->slip);
  promise(services, "2025-12-31", "2025-07");
  const auto slipped = promise_on(maker.make(), files, nation, moment);
  ASSERT_TRUE(slipped && slipped->slip);
  EXPECT_EQ(slipped->slip->of, services);
  EXPECT_EQ(slipped->slip->to, (Date{2025, 12, 31}));
}

// 30/(20/59) = 88.5 days after 31 March: on 28 June.
TEST(IndicatorPage, GoesOnNoFurtherThanThePromiseIsKept) {
  const Publication publication = promised_sixty({10, 20, 30});
  const Page page = make_page(publication, parse_address("#/en/indicators/rate?month=2025-03"));
  const LineChart* chart = chart_in<LineChart>(page.blocks);
  ASSERT_TRUE(chart && chart->projection);
  EXPECT_EQ(chart->projection->to, (Date{2025, 6, 28}));
  EXPECT_EQ(chart->projection->end, 60);
  EXPECT_EQ(chart->projection->label, "at this pace: reached Jun 2025");
}

TEST(IndicatorPage, GoesOnWithoutAnIntervalFromTwoFiguresAndNotAtAllFromOne) {
  const char* march = "#/en/indicators/rate?month=2025-03";
  const Publication two = promised_sixty({10, 11}), one = promised_sixty({10});
  const Page of_two = make_page(two, parse_address(march));
  ASSERT_TRUE(chart_in<LineChart>(of_two.blocks)->projection);
  EXPECT_FALSE(chart_in<LineChart>(of_two.blocks)->projection->low);
  EXPECT_TRUE(words_of(of_two).has("from two figures only")) << words_of(of_two).all();
  EXPECT_FALSE(chart_in<LineChart>(make_page(one, parse_address(march)).blocks)->projection);
}

TEST(IndicatorPage, GoesNowhereOnceTheDayOfThePromiseHasPassed) {
  const Publication publication = promised_sixty({10, 11, 12});
  const Page page = make_page(publication, parse_address("#/en/indicators/rate?month=2026-01"));
  ASSERT_NE(chart_in<LineChart>(page.blocks), nullptr);
  EXPECT_FALSE(chart_in<LineChart>(page.blocks)->projection);
}

TEST(IndicatorPage, HasNoPaceOfOneFigure) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId rate = maker.indicator("rate");
  maker.observe(rate, nation, "2025-01", 10);
  maker.promise(rate, nation, 60, "2025-12-31");
  const Publication publication{.dataset = maker.make(), .methodologies = {}};
  const Page page =
      indicators_page(publication, parse_address("#/en/indicators/rate?month=2025-03"));
  EXPECT_EQ(card_with(page, "At this pace"), nullptr);
}

// PAPI was published for five years of the provinces of then.
TEST(IndicatorPage, DrawsASmallLineForEveryUnitWithAHistory) {
  const Page page = page_of("#/vi/chi-tieu/papi-tong");
  const SmallMultiples* chart = chart_in<SmallMultiples>(page.blocks);
  ASSERT_NE(chart, nullptr);
  EXPECT_GT(chart->panels.size(), 50u);
  for (const SmallMultiple& panel : chart->panels) EXPECT_GE(panel.points.size(), 3u);
  // two periods are no history
  EXPECT_EQ(chart_in<SmallMultiples>(page_of("#/vi/chi-tieu/766-tong-diem").blocks), nullptr);
}

TEST(IndicatorPage, MarksAMissingPeriodInASmallLine) {
  DatasetMaker maker;
  const IndicatorId rate = maker.indicator("rate");
  for (int i = 0; i < 8; ++i) {
    const UnitId unit = maker.unit("u" + std::to_string(i));
    for (const char* month : {"2025-01", "2025-02", "2025-03", "2025-07"})
      if (i > 0 || std::string_view(month) != "2025-03") maker.observe(rate, unit, month, 10 + i);
  }
  const Publication publication{.dataset = maker.make(), .methodologies = {}};
  const Page page =
      indicators_page(publication, parse_address("#/en/indicators/rate?month=2025-07"));
  const SmallMultiples* chart = chart_in<SmallMultiples>(page.blocks);
  ASSERT_NE(chart, nullptr);
  ASSERT_EQ(chart->panels.size(), 8u);
  const std::vector<LinePoint>& points = chart->panels.front().points;  // of the best, with four
  ASSERT_EQ(points.size(), 5u);
  EXPECT_FALSE(points[3].value);
  EXPECT_EQ(points[4].value, 17);
}

TEST(IndicatorPage, NamesTheEndsOfTheStripAndTheChosenUnit) {
  const Page page = page_of("#/vi/chi-tieu/766-tong-diem?don-vi=gia-lai");
  const auto* strip = chart_in<DotStrip>(page.blocks);
  ASSERT_NE(strip, nullptr);
  std::string named;
  for (const StripDot& dot : strip->rows[0].dots)
    if (dot.strong) named += dot.label + "; ";
  EXPECT_NE(named.find("Đồng Tháp"), std::string::npos) << named;
  EXPECT_NE(named.find("Gia Lai"), std::string::npos) << named;
  EXPECT_NE(named.find("Hà Nội"), std::string::npos) << named;
}

}  // namespace
}  // namespace tiendo

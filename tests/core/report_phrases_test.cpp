#include "report/phrases.h"

#include <gtest/gtest.h>

#include "make_dataset.h"

namespace tiendo {
namespace {

using test::DatasetMaker;
using test::date;

struct Figures {
  DatasetMaker maker;
  UnitId nation = maker.unit("quoc-gia", UnitKind::nation);

  // What a figure of this quantity reads like.
  std::string words(const std::string& vi, const std::string& en, double value, int decimals,
                    Qualifier qualifier, Language language = Language::vi) {
    const IndicatorId id = maker.indicator("i" + std::to_string(maker.tables.indicators.size()),
                                           Direction::higher_is_better, vi);
    maker.tables.indicators[id.index].quantity.en = en;
    Observation& figure = maker.observe(id, nation, "2025-07", value);
    figure.printed_decimals = decimals;
    figure.qualifier = qualifier;
    const Observation copy = figure;
    return figure_words(maker.make(), copy, language);
  }
};

TEST(Say, FillsPlaceholdersWhereverTheyStand) {
  EXPECT_EQ(say(Language::vi, Word::phrases_promise_by, {"80 %", "31/12/2025"}),
            "80 % vào 31/12/2025");
}

TEST(Say, LeavesWhatIsInAValueAlone) {
  EXPECT_EQ(say(Language::vi, Word::phrases_as_of, {"{0}{1}"}), "Tính đến {0}{1}");
}

TEST(SayCount, KnowsTheEnglishSingular) {
  const auto months = [](long count) {
    return say_count(Language::en, count, Word::phrases_months_one, Word::phrases_months);
  };
  EXPECT_EQ(months(1), "1 month");
  EXPECT_EQ(months(2), "2 months");
  EXPECT_EQ(months(0), "0 months");
}

TEST(FigureWords, KeepTheQualifierOfTheDocument) {
  Figures figures;
  EXPECT_EQ(figures.words("học viên", "learners", 28000, 0, Qualifier::more_than),
            "hơn 28.000 học viên");
  EXPECT_EQ(figures.words("%", "%", 90, 0, Qualifier::approximate, Language::en), "about 90%");
  EXPECT_EQ(figures.words("tỷ USD", "billion USD", 78.1, 1, Qualifier::approximate),
            "khoảng 78,1 tỷ USD");
  EXPECT_EQ(figures.words("điểm (tối đa 100)", "points", 62.59, 2, Qualifier::provisional),
            "62,59 điểm (tạm tính)");
}

TEST(FigureWords, WriteARangeWithBothEnds) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  Observation& figure = maker.observe(maker.indicator("i"), nation, "2025-07", 22);
  figure.value_max = 25;
  figure.qualifier = Qualifier::range;
  const Observation copy = figure;
  EXPECT_EQ(figure_words(maker.make(), copy, Language::en), "22–25%");
}

TEST(FigureWords, ReadABoundOnARankAsARank) {
  EXPECT_EQ(Figures().words("hạng", "rank", 20, 0, Qualifier::at_most), "hạng 20 trở lên");
  EXPECT_EQ(Figures().words("hạng", "rank", 20, 0, Qualifier::at_most, Language::en),
            "rank 20 or better");
}

TEST(FigureWords, NeverMakeAZeroOfWhatHasNoNumber) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId indicator = maker.indicator("i");
  Observation& ranked = maker.observe(indicator, nation, "2024", {});
  ranked.rank = 23;
  const Observation only_rank = ranked;
  Observation& classed = maker.observe(indicator, nation, "2025", {});
  classed.category = {.vi = "Tốt", .en = "Good"};
  const Observation only_class = classed;
  classed.category.en = {};
  const Observation no_english = classed;
  const Observation nothing = maker.observe(indicator, nation, "2026", {});
  const Dataset dataset = maker.make();
  EXPECT_EQ(figure_words(dataset, only_rank, Language::vi), "hạng 23");
  EXPECT_EQ(figure_words(dataset, only_class, Language::vi), "Tốt");
  EXPECT_EQ(figure_words(dataset, only_class, Language::en), "Good");
  EXPECT_EQ(figure_words(dataset, no_english, Language::en), "Tốt");
  EXPECT_EQ(figure_words(dataset, nothing, Language::vi), "không nêu số");
}

TEST(FigureWords, UseTheEnglishSingularOfOneThingOnly) {
  const auto english = [](double value, const std::string& quantity) {
    return Figures().words("x", quantity, value, 0, Qualifier::exact, Language::en);
  };
  EXPECT_EQ(english(1, "tasks"), "1 task");
  EXPECT_EQ(english(2, "tasks"), "2 tasks");
  EXPECT_EQ(english(1, "ministries"), "1 ministry");
  EXPECT_EQ(english(1, "million accounts"), "1 million accounts");
  EXPECT_EQ(english(1, "ministries and sectors"), "1 ministries and sectors");
}

TEST(FigureParts, SayApartWhatTheQualifierAdds) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId points = maker.indicator("p", Direction::higher_is_better, "điểm (tối đa 100)");
  Observation& figure = maker.observe(points, nation, "2026-10-10", 62.59);
  figure.printed_decimals = 2;
  figure.qualifier = Qualifier::provisional;
  const Observation copy = figure;
  const FigureParts parts = figure_parts(maker.make(), copy, Language::vi);
  EXPECT_EQ(parts.number, "62,59");
  EXPECT_EQ(parts.quantity, "điểm (tối đa 100), tạm tính");
}

TEST(Quotation, OfALineOfDataLeavesOutItsSigns) {
  EXPECT_EQ(quotation("mới đạt 39,51%", Language::vi), "“mới đạt 39,51%”");
  EXPECT_EQ(quotation("\"CKMB\": 12.25, {\"rank\": 7}", Language::en),
            "data line “CKMB: 12.25, rank: 7”");
}

TEST(PromiseWords, SayThatNoDateWasGiven) {
  DatasetMaker maker;
  const UnitId nation = maker.unit("quoc-gia", UnitKind::nation);
  const IndicatorId share = maker.indicator("i");
  const Target dated = maker.promise(share, nation, 80, "2025-12-31");
  const Target undated = maker.promise(share, nation, 80);
  const Dataset dataset = maker.make();
  EXPECT_EQ(promise_words(dataset, dated, Language::vi), "80\u00A0% vào 31/12/2025");
  EXPECT_EQ(promise_words(dataset, undated, Language::en), "80%, no date given");
}

TEST(DelayWords, CountWholeMonthsElseDays) {
  EXPECT_EQ(delay_words(date("2024-12-31"), date("2025-12-31"), Language::vi), "12 tháng");
  EXPECT_EQ(delay_words(date("2025-08-31"), date("2025-09-30"), Language::en), "1 month");
  EXPECT_EQ(delay_words(date("2025-11-25"), date("2025-12-15"), Language::vi), "20 ngày");
  EXPECT_EQ(delay_words(date("2024-10-31"), date("2025-12-30"), Language::vi), "hơn 13 tháng");
  EXPECT_EQ(delay_words(date("2025-11-15"), date("2026-01-20"), Language::en), "over 2 months");
  EXPECT_EQ(delay_words(date("2024-01-31"), date("2024-02-29"), Language::vi), "1 tháng");
  EXPECT_EQ(delay_words(date("2025-12-31"), date("2024-12-31"), Language::en), "12 months");
}

TEST(DifferenceWords, TellPercentagePointsFromPercent) {
  DatasetMaker maker;
  const Indicator share = maker.tables.indicators[maker.indicator("i").index];
  EXPECT_EQ(difference_words(share, -40.02, 2, Language::vi), "40,02 điểm phần trăm");
}

TEST(ProgrammeSlug, IsPlainAscii) {
  EXPECT_EQ(programme_slug({.vi = "Quyết định 766/QĐ-TTg", .en = ""}), "quyet-dinh-766-qd-ttg");
  EXPECT_EQ(programme_slug({}), "");
}

TEST(ChangeStatus, CallsARiseOfABadThingBad) {
  const Status rise = change_status(3, 0, Direction::lower_is_better, Language::en);
  EXPECT_EQ(rise.symbol, Symbol::triangle_up);
  EXPECT_EQ(rise.ink, Ink::bad);
  EXPECT_EQ(rise.word, "Up 3");
}

TEST(ChangeStatus, CallsWhatRoundsToNothingNoChange) {
  EXPECT_EQ(change_status(0.004, 2, Direction::higher_is_better, Language::vi).word, "Không đổi");
}

TEST(StatusOf, GivesEveryStateAShapeOfItsOwn) {
  const TaskState states[] = {TaskState::done_on_time, TaskState::done_late,
                              TaskState::in_progress,  TaskState::overdue,
                              TaskState::unconfirmed,  TaskState::no_deadline,
                              TaskState::cancelled};
  for (const TaskState a : states) {
    for (const TaskState b : states) {
      if (a == b) continue;
      EXPECT_NE(status_of(a, Language::vi).symbol, status_of(b, Language::vi).symbol);
      EXPECT_NE(status_of(a, Language::vi).word, status_of(b, Language::vi).word);
    }
  }
}

TEST(SourceWords, LeadToTheDocumentAndSayHowFarToTrustIt) {
  DatasetMaker maker;
  const SourceId id = maker.source("tb-369", "2024-08-09");
  Source& source = maker.tables.sources[id.index];
  source.title.vi = "Thông báo kết luận";
  source.number = "369/TB-VPCP";
  source.url = "https://example.vn/369";
  source.grade = Grade::press;
  const Words words = source_words(
      maker.make(), {.source = id, .words = "", .paragraph = "17"}, {.month = Month{2025, 10}});
  std::string text;
  for (const Span& span : words) text += span.text;
  EXPECT_EQ(text,
            "Thông báo kết luận, số 369/TB-VPCP, 09/08/2024, đoạn 17, hạng B · mở tài liệu");
  EXPECT_EQ(words.front().href, "#/vi/nguon/tb-369?thang=2025-10");
  EXPECT_EQ(words.back().href, "https://example.vn/369");
}

TEST(UnitList, SaysWhenTheDocumentNamesNobody) {
  const Words words = unit_list(DatasetMaker().make(), {}, {});
  ASSERT_EQ(words.size(), 1u);
  EXPECT_EQ(words.front().text, "văn bản không nêu đơn vị");
}

}  // namespace
}  // namespace tiendo

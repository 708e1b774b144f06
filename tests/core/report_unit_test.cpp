// What a reader asks of a unit: why this score, what it was told to do, and what is known of it.
#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "core/make_dataset.h"
#include "core/page_words.h"
#include "core/shipped.h"
#include "report/publication.h"
#include "report/views.h"

namespace tiendo {
namespace {

using test::chart_in;
using test::shipped;
using test::words_of;

Page page_at(const Publication& publication, std::string_view address) {
  return unit_page(publication, parse_address(address));
}

const Card* card_with(const Page& page, const std::string& title) {
  for (const Block& block : page.blocks)
    if (const Card* card = std::get_if<Card>(&block.content))
      if (card->title.find(title) != std::string::npos) return card;
  return nullptr;
}

TEST(UnitList, TellsWhoWasGivenMost) {
  const Page page = page_at(shipped(), "#/vi/don-vi?thang=2026-10");
  EXPECT_EQ(page.heading,
            "Bộ Công an được giao nhiều việc nhất: 26 nhiệm vụ, 11 chưa được xác nhận");
  EXPECT_TRUE(words_of(page).has("34 tỉnh, thành phố: Đồng Tháp dẫn đầu với 68,80 điểm"));
}

TEST(UnitList, KeepsUnitsThatAreNoMoreApart) {
  const Page now = page_at(shipped(), "#/vi/don-vi?thang=2026-10");
  EXPECT_NE(card_with(now, "61 đơn vị không tồn tại vào thời điểm này"), nullptr);
  const auto words = words_of(now);
  EXPECT_TRUE(words.has("đến 30/06/2025"));
  EXPECT_TRUE(words.links_to("#/vi/don-vi/ha-giang-cu?thang=2026-10"));
  const Page before = page_at(shipped(), "#/vi/don-vi?thang=2024-12");
  EXPECT_TRUE(words_of(before).has("63 tỉnh, thành phố"));
}

TEST(UnitList, LeadsToEveryUnit) {
  const auto words = words_of(page_at(shipped(), "#/en/unit?month=2026-10"));
  for (const Unit& unit : shipped().dataset.units())
    EXPECT_TRUE(words.links_to("#/en/unit/" + unit.key + "?month=2026-10")) << unit.key;
}

TEST(UnitPage, TellsRankScoreAndMovement) {
  const Page page = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10");
  EXPECT_EQ(page.heading, "Gia Lai đứng hạng 4 trong 34 tỉnh, thành phố với 66,23 điểm, lên 9 bậc");
  EXPECT_TRUE(words_of(page).has("Trước đó 62,74 điểm, hạng 13"));
}

TEST(UnitPage, SaysHowSureTheRankIs) {
  const Page page = page_at(shipped(), "#/vi/don-vi/lao-cai?thang=2026-10");
  EXPECT_TRUE(words_of(page).has("Khoảng hạng: 18–25")) << words_of(page).all();
}

TEST(UnitPage, TracesTheScoreToThePublishedFigures) {
  const Page page = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10");
  const Card* card = card_with(page, "Mất điểm nhiều nhất ở Số hóa hồ sơ: được 9,62 trên 22");
  ASSERT_NE(card, nullptr);
  const Table& table = std::get<Table>(card->blocks[1].content);
  ASSERT_EQ(table.rows.size(), 7u);  // six parts and their sum
  EXPECT_TRUE(table.rows.back().highlighted);
  const auto words = words_of(page);
  EXPECT_TRUE(words.links_to("#/vi/chi-tieu/766-so-hoa?thang=2026-10&don-vi=gia-lai"));
  EXPECT_TRUE(words.has("11,79 (tạm tính), 10/10/2026"));
  EXPECT_TRUE(words.has("Các phần cộng lại bằng tổng điểm công bố: 66,23"));
}

TEST(UnitPage, ComparesEachPartWithThePeers) {
  const Page page = page_at(shipped(), "#/en/unit/dong-nai?month=2026-10");
  EXPECT_NE(card_with(page, "Strongest in Online payment (rank 1), weakest in Processing on time "
                            "(rank 31)"),
            nullptr);
}

TEST(UnitPage, LeadsToTheFiguresOfFormerUnits) {
  const Page page = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10");
  const auto words = words_of(page);
  EXPECT_TRUE(words.has("Số liệu trước khi hợp nhất nằm ở Gia Lai (cũ) và Bình Định"));
  EXPECT_TRUE(words.links_to("#/vi/don-vi/binh-dinh-cu?thang=2026-10"));
  const auto former = words_of(page_at(shipped(), "#/vi/don-vi/ha-giang-cu?thang=2026-10"));
  EXPECT_TRUE(former.has("Hà Giang tồn tại đến 30/06/2025"));
  EXPECT_TRUE(former.links_to("#/vi/don-vi/tuyen-quang?thang=2026-10"));
}

TEST(UnitPage, SaysThatDongNaiIsACityNow) {
  const auto words = words_of(page_at(shipped(), "#/vi/don-vi/dong-nai?thang=2026-10"));
  EXPECT_TRUE(words.has("Thành phố trực thuộc Trung ương từ 30/4/2026"));
}

TEST(UnitPage, ShowsTheTasksOfAMinistryWithoutAScore) {
  const Page page = page_at(shipped(), "#/vi/don-vi/bo-cong-an?thang=2026-10");
  const auto words = words_of(page);
  EXPECT_TRUE(words.has("Chưa chấm được điểm"));
  EXPECT_TRUE(words.has("11 chưa xác nhận, 15 không nêu thời hạn"));
  EXPECT_TRUE(words.has("Bộ trưởng Bộ Công an"));
  EXPECT_TRUE(words.links_to("#/vi/nhiem-vu/t202408-01?thang=2026-10"));
  EXPECT_FALSE(words.has("0,00"));
}

TEST(UnitPage, GroupsHaveTasksAndFigures) {
  const Page page = page_at(shipped(), "#/en/unit/cac-bo-nganh?month=2026-10");
  const auto words = words_of(page);
  EXPECT_TRUE(words.has("54.46%"));
  EXPECT_TRUE(words.has("11 unconfirmed"));
}

TEST(UnitPage, DrawsTheScoreFromItsPartsEachLeadingToItsWords) {
  const Page page = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10");
  const Card* card_of_chart = card_with(page, "Mất điểm nhiều nhất");
  ASSERT_NE(card_of_chart, nullptr);
  const auto* chart = chart_in<Waterfall>(card_of_chart->blocks);
  ASSERT_NE(chart, nullptr);
  ASSERT_EQ(chart->steps.size(), 7u);
  double sum = 0;
  for (std::size_t i = 0; i < 6; ++i) {
    sum += chart->steps[i].value;
    EXPECT_EQ(chart->steps[i].href.rfind("#/vi/chi-tieu/766-", 0), 0u) << chart->steps[i].href;
  }
  EXPECT_EQ(chart->steps[6].kind, WaterfallStep::Kind::total);
  EXPECT_NEAR(sum, chart->steps[6].value, 1e-9);
  // the words of the document stand in the tooltip
  EXPECT_NE(chart->steps[4].words.find("dòng dữ liệu “MDSH: 9.62”"), std::string::npos)
      << chart->steps[4].words;
}

TEST(UnitPage, SaysWhyTheScoreChanged) {
  const Page page = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10");
  const Card* card =
      card_with(page, "Tăng 3,49 điểm, chủ yếu do Tiến độ, kết quả giải quyết (+1,37)");
  ASSERT_NE(card, nullptr);
  const auto* chart = chart_in<Waterfall>(card->blocks);
  ASSERT_NE(chart, nullptr);
  double sum = 0;
  for (const WaterfallStep& step : chart->steps)
    if (step.kind == WaterfallStep::Kind::part) sum += step.value;
  EXPECT_NEAR(sum, 66.23 - 62.74, 0.005);  // as published on both days
  EXPECT_TRUE(words_of(page).has("15,8, 26/09/2026 → 17,17, 10/10/2026"));
}

TEST(UnitPage, ShowsTheUnitAmongAllItsPeers) {
  const Page page = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10");
  const Card* card_of_strip = card_with(page, "Mạnh nhất ở");
  ASSERT_NE(card_of_strip, nullptr);
  const auto* strip = chart_in<DotStrip>(card_of_strip->blocks);
  ASSERT_NE(strip, nullptr);
  ASSERT_EQ(strip->rows.size(), 6u);
  for (const StripRow& row : strip->rows) {
    EXPECT_EQ(row.dots.size(), 34u) << row.label;
    long strong = 0;
    for (const StripDot& dot : row.dots) strong += dot.strong;
    EXPECT_EQ(strong, 1) << row.label;
  }
}

TEST(UnitPage, KnowsComparedUnitsBySignsThatAreNoneOfTheirPeers) {
  const Page page = page_at(shipped(), "#/vi/don-vi/hue?so-sanh=da-nang~ha-noi~can-tho");
  const Card* card = card_with(page, "Huế, Đà Nẵng, Hà Nội, Cần Thơ");
  ASSERT_NE(card, nullptr);
  const auto* strip = chart_in<DotStrip>(card->blocks);
  ASSERT_NE(strip, nullptr);
  ASSERT_EQ(strip->signs.size(), 4u);
  std::set<std::pair<Symbol, Ink>> signs;
  for (const KeySign& sign : strip->signs) signs.insert({sign.symbol, sign.ink});
  EXPECT_EQ(signs.size(), 4u);
  for (const Ink taken : {Ink::silence, Ink::accent, Ink::bad})
    for (const KeySign& sign : strip->signs) EXPECT_NE(sign.ink, taken) << sign.label;
  for (const StripRow& row : strip->rows)
    for (const StripDot& dot : row.dots)
      EXPECT_EQ(dot.strong, signs.contains({dot.symbol, dot.ink})) << row.label << dot.words;
}

TEST(UnitPage, KeepsTheHistoryOfScoreAndRank) {
  const Page page = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10");
  const Card* card = card_with(page, "Hạng cao nhất là 4 (tháng 10/2026)");
  ASSERT_NE(card, nullptr);
  const auto words = words_of(page);
  EXPECT_TRUE(words.links_to("#/vi/don-vi/gia-lai?thang=2026-09"));
  // a month shown later is not known yet
  const Page before = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-09");
  EXPECT_FALSE(words_of(before).links_to("#/vi/don-vi/gia-lai?thang=2026-10"));
}

TEST(UnitComparison, NamesTheBestOfEveryPartWithASign) {
  const Page page =
      page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10&so-sanh=dong-nai~ha-noi");
  const Card* card = card_with(page, "Gia Lai, Đồng Nai, Hà Nội");
  ASSERT_NE(card, nullptr);
  const Table* table = nullptr;
  for (const Block& block : card->blocks)
    if (!table) table = std::get_if<Table>(&block.content);
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->columns.size(), 5u);  // the part, the best, three units
  for (const TableRow& row : table->rows) {
    if (row.cells[0].words[0].text != "Thanh toán trực tuyến") continue;
    ASSERT_TRUE(row.cells[1].status);  // Đồng Nai is first of all in it
    EXPECT_EQ(row.cells[1].status->word, "Đồng Nai");
    EXPECT_EQ(row.cells[1].status->symbol, Symbol::diamond);
    EXPECT_EQ(row.cells[3].words.front().weight, Weight::bold);
    EXPECT_EQ(row.cells[2].words.front().weight, Weight::regular);
  }
  const auto words = words_of(page);
  EXPECT_TRUE(words.links_to("#/vi/don-vi/gia-lai?thang=2026-10&so-sanh=ha-noi"));
  EXPECT_TRUE(words.links_to("#/vi/don-vi/gia-lai?thang=2026-10&so-sanh=dong-nai"));
}

TEST(UnitComparison, HoldsFourUnitsAndNoStrangers) {
  const Page page = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10"
                                       "&so-sanh=gia-lai~khong-co~hue~ca-mau~hue~son-la~ha-noi");
  const Card* card = card_with(page, "Gia Lai, Huế, Cà Mau, Sơn La");
  ASSERT_NE(card, nullptr);
  EXPECT_FALSE(words_of(page).has("So sánh với"));  // no fifth
  const Page alone = page_at(shipped(), "#/vi/don-vi/gia-lai?thang=2026-10&so-sanh=khong-co");
  EXPECT_EQ(card_with(alone, "So sánh"), nullptr);
  EXPECT_TRUE(words_of(alone).links_to("#/vi/don-vi/gia-lai?thang=2026-10&so-sanh=hue"));
}

TEST(UnitComparison, WorksForMinistriesWithoutAScore) {
  const Page page = page_at(shipped(), "#/en/unit/bo-cong-an?month=2026-10&compare=bo-y-te");
  const auto words = words_of(page);
  EXPECT_TRUE(words.has("Unconfirmed tasks"));
  EXPECT_TRUE(words.faults.empty()) << words.faults.front();
}

TEST(UnitPage, WorksForEveryUnitInBothLanguagesAndAtAnyTime) {
  for (const Unit& unit : shipped().dataset.units())
    for (const char* prefix : {"#/vi/don-vi/", "#/en/unit/"})
      for (const char* month : {"2024-07", "2025-06", "2026-10"}) {
        const std::string address = prefix + unit.key + "?thang=" + month;
        const auto words = words_of(page_at(shipped(), address));
        for (const std::string& fault : words.faults) ADD_FAILURE() << address << ": " << fault;
        EXPECT_FALSE(words.has("{")) << address;
      }
}

TEST(UnitPage, AnUnknownUnitIsNotFound) {
  const Route route = parse_address("#/vi/don-vi/khong-co");
  EXPECT_EQ(unit_page(shipped(), route).heading, not_found_page(shipped(), route).heading);
}

TEST(UnitPage, SilenceIsSaid) {
  test::DatasetMaker maker;
  maker.unit("im-lang", UnitKind::ministry);
  maker.tables.units.back().name = {"Bộ Im Lặng", "Ministry of Silence"};
  const Publication publication{.dataset = maker.make(), .methodologies = {}};
  const Page page = page_at(publication, "#/en/unit/im-lang?month=2025-01");
  EXPECT_EQ(page.heading, "Ministry of Silence: no figure and no task has been published");
  EXPECT_TRUE(words_of(page).faults.empty());
}

TEST(UnitPage, ALonelyScoreIsNotCompared) {
  test::DatasetMaker maker;
  const UnitId unit = maker.unit("mot");
  maker.tables.units.back().name = {"Một", "One"};
  const IndicatorId indicator = maker.indicator("share");
  maker.tables.indicators.back().name = {"Tỷ lệ", "Share"};
  maker.observe(indicator, unit, "2025-01-31", 50);
  Methodology method =
      test::methodology(test::group("root", {test::leaf("share", Share{})}));
  method.name = {"Thử", "Trial"};
  std::get<GroupRule>(method.root.rule).children[0].name = {"Phần", "Part"};
  const Publication publication{.dataset = maker.make(), .methodologies = {method}};
  const Page page = page_at(publication, "#/en/unit/mot?month=2025-01");
  EXPECT_EQ(page.heading, "One scores 50.00 points; there is nobody to compare it with");
  EXPECT_EQ(card_with(page, "Strongest"), nullptr);
  EXPECT_TRUE(words_of(page).faults.empty());
}

TEST(UnitList, OfAnEmptyDatasetSaysSo) {
  const Publication publication{.dataset = test::DatasetMaker().make(), .methodologies = {}};
  const Page page = page_at(publication, "#/vi/don-vi");
  EXPECT_EQ(page.heading, "Bộ dữ liệu chưa có đơn vị nào");
  EXPECT_TRUE(words_of(page).faults.empty());
}

}  // namespace
}  // namespace tiendo

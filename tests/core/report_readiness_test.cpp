// What a reader asks of the data: which databases are good, which are shared, and why not.
#include <gtest/gtest.h>

#include "core/make_dataset.h"
#include "core/page_words.h"
#include "core/shipped.h"
#include "report/views.h"

namespace tiendo {
namespace {

using test::shipped;
using test::words_of;

// A ministry with a shared database (correct 40, clean 80), one that is refused without a reason
// (correct 90), one exempt, one of which nothing is known; a province with one (correct 70, clean
// 70) that is refused for a reason.
Publication small() {
  test::DatasetMaker maker;
  const UnitId ministry = maker.unit("bo", UnitKind::ministry), province = maker.unit("tinh");
  const IndicatorId correct = maker.indicator("dung"), clean = maker.indicator("sach");
  const auto database = [&](const char* key, UnitId owner, DatabaseKind kind) -> Database& {
    const UnitId unit = maker.unit(key, UnitKind::database);
    maker.tables.units[unit.index].owner = owner;
    Database row{.unit = unit, .owner = owner, .kind = kind};
    return maker.tables.databases.emplace_back(std::move(row));
  };
  constexpr auto sectoral = DatabaseKind::sectoral;
  Database& shared = database("shared", ministry, sectoral);
  shared.shared = true;
  maker.observe(correct, shared.unit, "2025-06", 40);
  maker.observe(clean, shared.unit, "2025-06", 80);
  Database& refused = database("refused", ministry, sectoral);
  refused.shared = false;
  maker.observe(correct, refused.unit, "2025-06", 90);
  Database& secret = database("secret", ministry, DatabaseKind::national);
  secret.exempt = true;
  maker.observe(correct, secret.unit, "2025-06", 50);
  maker.observe(clean, secret.unit, "2025-06", std::nullopt).category.vi = "exempt";
  database("silent", ministry, sectoral);
  Database& local = database("local", province, DatabaseKind::local);
  local.shared = false;
  local.reason = {"chưa kết nối", "not connected"};
  maker.observe(correct, local.unit, "2025-06", 70);
  maker.observe(clean, local.unit, "2025-06", 70);

  MethodNode correctness = test::leaf("dung", Share{}), cleanness = test::leaf("sach", Share{});
  correctness.name = {"Đúng", "Correct"};
  cleanness.name = {"Sạch", "Clean"};
  OwnedRule rule;
  rule.each = {test::group("each", {correctness, cleanness})};
  MethodNode root;
  root.id = "owned";
  root.name = {"Sẵn sàng", "Readiness"};
  root.rule = rule;
  Methodology method = test::methodology(root);
  method.name = {"Sẵn sàng của dữ liệu", "Readiness of data"};
  method.units = {UnitKind::ministry, UnitKind::province};
  return {.dataset = maker.make(), .methodologies = {method}};
}

Page page_at(const Publication& publication, std::string_view address) {
  return readiness_page(publication, parse_address(address));
}

const Card* find_card(const std::vector<Block>& blocks, const std::string& title) {
  for (const Block& block : blocks) {
    if (const Card* card = std::get_if<Card>(&block.content)) {
      if (card->title.find(title) != std::string::npos) return card;
    } else if (const Row* row = std::get_if<Row>(&block.content)) {
      for (const RowColumn& column : row->columns)
        if (const Card* inner = find_card(column.blocks, title)) return inner;
    }
  }
  return nullptr;
}

const HeatMap& map_of(const Card& card) {
  return std::get<HeatMap>(std::get<Figure>(card.blocks[0].content).chart);
}

TEST(Readiness, CountsWhatIsSharedAndWhatIsNot) {
  const Publication publication = small();
  const Page page = page_at(publication, "#/en/data?month=2025-06");
  EXPECT_EQ(page.heading, "5 databases: 1 shared, 2 not");
  const auto words = words_of(page);
  EXPECT_TRUE(words.faults.empty());
  EXPECT_TRUE(words.has("2 databases are not shared, 1 without a reason"));
  EXPECT_TRUE(words.has("not connected"));
  EXPECT_TRUE(words.has("1 database is exempt from sharing"));
}

// Correct: (40 + 90 + 50 + 70) / 4 = 62.5; clean: (80 + 70) / 2 = 75: the exempt one is no figure.
TEST(Readiness, TellsTheBestAndTheWorstCriterion) {
  const Publication publication = small();
  EXPECT_TRUE(words_of(page_at(publication, "#/en/data?month=2025-06"))
                  .has("highest in “Clean” (75.0%) and lowest in “Correct” (62.5%)"));
}

TEST(Readiness, TakesItsCriteriaFromTheMethodology) {
  const Publication publication = small();
  const Page page = page_at(publication, "#/vi/du-lieu?thang=2025-06");
  const Card* card = find_card(page.blocks, "Chuyên ngành (3)");
  ASSERT_NE(card, nullptr);
  EXPECT_EQ(map_of(*card).columns, (std::vector<std::string>{"Đúng", "Sạch", "Chia sẻ"}));
  // By the mean of what is measured: refused 90, shared (40 + 80) / 2 = 60, silent last.
  ASSERT_EQ(map_of(*card).rows.size(), 3u);
  EXPECT_EQ(map_of(*card).rows[0].label, "refused");
  EXPECT_EQ(map_of(*card).rows[1].label, "shared");
  EXPECT_EQ(map_of(*card).rows[2].label, "silent");
}

TEST(Readiness, AnExemptionIsAValueAndNoGap) {
  const Publication publication = small();
  const Page page = page_at(publication, "#/vi/du-lieu?thang=2025-06");
  const Card* national = find_card(page.blocks, "Quốc gia (1)");
  const Card* sectoral = find_card(page.blocks, "Chuyên ngành (3)");
  ASSERT_TRUE(national && sectoral);
  const HeatCell& exempt = map_of(*national).rows[0].cells[1];
  EXPECT_TRUE(exempt.symbol && !exempt.share);
  const HeatCell& missing = map_of(*sectoral).rows[2].cells[1];
  EXPECT_TRUE(!missing.symbol && !missing.share);
  EXPECT_EQ(map_of(*sectoral).rows[1].cells[1].share, 0.8);
}

// The ministry: shared (40 + 80) / 2 = 60, refused 90, secret 50; the silent one has no score:
// (60 + 90 + 50) / 3 = 66.67.
TEST(Readiness, RanksMinistriesAndProvincesApart) {
  const Publication publication = small();
  const Page page = page_at(publication, "#/en/data?month=2025-06");
  EXPECT_NE(find_card(page.blocks, "bo leads 1 ministry or agency in readiness of data with "
                                   "66.67 points"),
            nullptr)
      << words_of(page).all();
  EXPECT_NE(find_card(page.blocks, "tinh leads 1 province"), nullptr);
}

TEST(Readiness, FiltersByOwnerAndKind) {
  const Publication publication = small();
  EXPECT_EQ(page_at(publication, "#/en/data?month=2025-06&unit=tinh").heading,
            "1 database: 0 shared, 1 not");
  EXPECT_EQ(page_at(publication, "#/en/data?month=2025-06&level=sectoral").heading,
            "3 databases: 1 shared, 1 not");
  const Page none = page_at(publication, "#/en/data?month=2025-06&unit=tinh&level=national");
  EXPECT_EQ(none.heading, "There is no such database");
  EXPECT_TRUE(words_of(none).faults.empty());
}

TEST(Readiness, OfOneDatabaseTellsItsCriteriaAndWhoAnswers) {
  const Publication publication = small();
  const Page page = page_at(publication, "#/en/data/shared?month=2025-06");
  EXPECT_EQ(page.heading, "shared: highest in “Clean” (80%), lowest in “Correct” (40%)");
  const auto words = words_of(page);
  EXPECT_TRUE(words.links_to("#/en/unit/bo?month=2025-06"));
  EXPECT_TRUE(words.has("2 of 2"));  // correct: 40 against 90 among the sectoral ones
  EXPECT_TRUE(words.faults.empty());
  EXPECT_EQ(page_at(publication, "#/en/data/silent?month=2025-06").heading,
            "silent: not measured; Not stated");
}

TEST(Readiness, OfWhatIsNoDatabaseIsNotFound) {
  const Publication publication = small();
  const Route route = parse_address("#/en/data/bo");
  EXPECT_EQ(readiness_page(publication, route).heading,
            not_found_page(publication, route).heading);
}

TEST(Readiness, WithoutDatabasesSaysSinceWhenTheyWereOrdered) {
  const Page page = page_at(shipped(), "#/vi/du-lieu?thang=2026-10");
  EXPECT_NE(page.heading.find("được yêu cầu từ 07/2025"), std::string::npos) << page.heading;
  const auto words = words_of(page);
  EXPECT_TRUE(words.faults.empty());
  EXPECT_TRUE(words.has("giao 06/11/2025, đã 359 ngày"));  // to 31/10/2026
  EXPECT_TRUE(words.has("xếp hạng và công bố công khai mức độ sẵn sàng"));
  EXPECT_TRUE(words.links_to("#/vi/chi-tieu/csdl-hoan-thanh-nen-tang?thang=2026-10"));
  EXPECT_TRUE(words.has("4 chỉ tiêu về cơ sở dữ liệu, 4 chưa từng được đo"));
}

TEST(Readiness, SaysNothingOfOrdersThatWereNotGivenYet) {
  const Page page = page_at(shipped(), "#/vi/du-lieu?thang=2024-12");
  EXPECT_EQ(page.heading, "Chưa công bố tình trạng của cơ sở dữ liệu nào");
  EXPECT_TRUE(words_of(page).faults.empty());
}

TEST(Readiness, OfAnEmptyDatasetSaysSo) {
  const Publication publication{.dataset = test::DatasetMaker().make(), .methodologies = {}};
  EXPECT_TRUE(words_of(page_at(publication, "#/en/data")).faults.empty());
}

}  // namespace
}  // namespace tiendo

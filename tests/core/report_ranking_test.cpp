// What a reader asks of the ranking: who leads, who moved and why, and what is not known.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/make_dataset.h"
#include "core/page_words.h"
#include "core/shipped.h"
#include "report/comparison.h"
#include "report/name_order.h"
#include "report/province_grid.h"
#include "report/publication.h"
#include "report/task_tally.h"
#include "report/views.h"

namespace tiendo {
namespace {

using test::at;
using test::chart_in;
using test::shipped;
using test::words_of;

Page page_at(const Publication& publication, std::string_view address) {
  return ranking_page(publication, parse_address(address));
}

const Table* first_table(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (const Table* table = std::get_if<Table>(&block.content)) return table;
    if (const Card* card = std::get_if<Card>(&block.content))
      if (const Table* table = first_table(card->blocks)) return table;
    if (const Row* row = std::get_if<Row>(&block.content))
      for (const RowColumn& column : row->columns)
        if (const Table* table = first_table(column.blocks)) return table;
  }
  return nullptr;
}

std::string text_of(const Cell& cell) {
  std::string text = cell.status ? cell.status->word : "";
  for (const Span& span : cell.words) text += span.text;
  return text;
}

// Two provinces and an index of two parts, in two months; B overtakes A.
struct TwoProvinces {
  test::DatasetMaker maker;
  UnitId a, b;
  IndicatorId first, second, total;

  TwoProvinces() {
    a = unit("a", "An");
    b = unit("b", "Bình");
    first = maker.indicator("first", Direction::higher_is_better, "điểm");
    second = maker.indicator("second", Direction::higher_is_better, "điểm");
    total = maker.indicator("total", Direction::higher_is_better, "điểm");
    for (Indicator& indicator : maker.tables.indicators)
      indicator.name = {"Phần " + indicator.key, "Part " + indicator.key};
    figures("2025-01-31", {30, 30}, {20, 20});
    figures("2025-02-28", {30, 30}, {40, 45});
  }
  UnitId unit(const std::string& key, const std::string& name) {
    const UnitId id = maker.unit(key);
    maker.tables.units.back().name = {name, name};
    return id;
  }
  struct Points { double first, second; };
  void figures(const char* date, Points of_a, Points of_b) {
    for (const auto& [unit, points] : {std::pair{a, of_a}, std::pair{b, of_b}}) {
      add(first, unit, date, points.first);
      add(second, unit, date, points.second);
      add(total, unit, date, points.first + points.second);
    }
  }
  void add(IndicatorId indicator, UnitId unit, const char* date, double value) {
    Observation& row = maker.observe(indicator, unit, date, value);
    row.printed_decimals = 2;
    maker.tables.indicators[indicator.index].max_age_months = 0;
  }
  Publication publication() const {
    MethodNode root = test::group("root", {test::leaf("first", Goalposts{0, 50}),
                                           test::leaf("second", Goalposts{0, 50})});
    std::get<GroupRule>(root.rule).coverage_min = 1;
    for (MethodNode& child : std::get<GroupRule>(root.rule).children)
      child.name = {"Phần " + child.id, "Part " + child.id};
    Methodology method = test::methodology(std::move(root));
    method.name = {"Thử", "Trial"};
    method.version = "1";
    method.published_total = "total";
    return {.dataset = maker.make(), .methodologies = {std::move(method)}};
  }
};

TEST(Ranking, NamesTheLeaderAndTheGreatestClimbOfTheShippedIndex) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10");
  EXPECT_EQ(page.heading, "Đồng Tháp vẫn dẫn đầu; Ninh Bình lên 11 bậc");
  EXPECT_EQ(page_at(shipped(), "#/en/ranking?month=2026-10").heading,
            "Dong Thap still leads; Ninh Binh climbs 11 places");
}

TEST(Ranking, TableHasAllProvincesByRankWithTheirMovement) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10");
  const Table* table = first_table(page.blocks);
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 34u);
  const std::vector<Cell>& gia_lai = table->rows[3].cells;
  EXPECT_EQ(text_of(gia_lai[0]), "4");
  EXPECT_EQ(text_of(gia_lai[1]), "lên 9");
  EXPECT_EQ(text_of(gia_lai[2]), "Gia Lai");
  EXPECT_EQ(gia_lai[2].words[0].href, "#/vi/don-vi/gia-lai?thang=2026-10");
  EXPECT_EQ(text_of(gia_lai[3]), "66,23");
  EXPECT_TRUE(gia_lai[4].bar);
  EXPECT_EQ(text_of(gia_lai[5]), "+3,49");  // no column for the band: all have the same
  EXPECT_EQ(text_of(gia_lai[6]), "4–5");  // the range of the rank
  EXPECT_NE(words_of(page).all().find("Tất cả xếp loại"), std::string::npos);
}

TEST(Ranking, SaysHowSureTheRanksAreAndWhatThatMeans) {
  const std::string words = words_of(page_at(shipped(), "#/en/ranking?month=2026-10")).all();
  EXPECT_NE(words.find("in 90% of 1,000 new scorings, in which each weight moves by up to 25%, "
                       "figures move within their rounding."),
            std::string::npos);
}

TEST(Ranking, SaysWhenTheFiguresAreOfAndThatTheyAddUp) {
  const std::string words = words_of(page_at(shipped(), "#/vi/xep-hang?thang=2026-10")).all();
  EXPECT_NE(words.find("theo số liệu ngày 10/10/2026"), std::string::npos);
  EXPECT_NE(words.find("Thay đổi tính từ 26/09/2026"), std::string::npos);
  EXPECT_NE(words.find("cộng lại đúng bằng tổng điểm công bố của 34"), std::string::npos);
  EXPECT_NE(words.find("không so với điểm năm 2025"), std::string::npos);
  EXPECT_NE(words.find("hạng C"), std::string::npos);
}

TEST(Ranking, SaysThatAComponentIsProvisional) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10");
  EXPECT_TRUE(words_of(page).has("Phần “Công khai, minh bạch” dựa trên số tạm tính."));
}

TEST(Ranking, TellsWhichComponentMovedTheBiggestMover) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10");
  EXPECT_TRUE(words_of(page).has("Khánh Hòa tăng 8,89 điểm, nhiều nhất ở Công khai, minh bạch"));
}

TEST(Ranking, SortsByNameInVietnameseOrder) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10&sap-xep=ten");
  const Table* table = first_table(page.blocks);
  ASSERT_NE(table, nullptr);
  std::vector<std::string> names;
  for (const TableRow& row : table->rows) names.push_back(text_of(row.cells[2]));
  EXPECT_EQ(names.front(), "An Giang");
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end(), name_before));
  EXPECT_EQ(table->columns[2].ascending, true);
  EXPECT_FALSE(table->columns[0].ascending.has_value());
}

// Seven of the 34 are cities; the best of them is second of all.
TEST(Ranking, ShowsTheUnitsOfOneFormByTheirRanksAmongAll) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10&nhom=thanh-pho");
  const Table* table = first_table(page.blocks);
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 7U);
  EXPECT_EQ(text_of(table->rows[0].cells[0]), "2");
  EXPECT_EQ(text_of(table->rows[0].cells[2]), "Đồng Nai");
  const test::PageWords words = words_of(page);
  EXPECT_TRUE(words.has("Đang xem 7 trong 34 tỉnh, thành phố; hạng vẫn tính giữa tất cả"));
  EXPECT_TRUE(words.has("tỉnh (27)"));
  EXPECT_TRUE(words.links_to("#/vi/xep-hang?thang=2026-10&nhom=tinh"));
  EXPECT_TRUE(words.links_to("#/vi/xep-hang?thang=2026-10"));  // all again
}

// A has 30 + 30 of 100 points, B 40 + 45.
TEST(Ranking, ShowsTheUnitsOfOneBandOrOfOneRegion) {
  TwoProvinces two;
  const UnitId north = two.unit("bac", "Bắc"), south = two.unit("nam", "Nam");
  for (const UnitId region : {north, south})
    two.maker.tables.units[region.index].kind = UnitKind::group;
  two.maker.tables.units[two.a.index].parent = north;
  two.maker.tables.units[two.b.index].parent = south;
  Publication publication = two.publication();
  publication.methodologies[0].bands = {{.from = 80, .name = {"Tốt", "Good"}},
                                        {.from = 0, .name = {"Yếu", "Weak"}}};
  const auto names = [&](std::string_view address) {
    const Page page = page_at(publication, address);
    std::string all;
    for (const TableRow& row : first_table(page.blocks)->rows)
      all += text_of(row.cells[2]) + ";";
    return all;
  };
  EXPECT_EQ(names("#/vi/xep-hang?thang=2025-02"), "Bình;An;");
  EXPECT_EQ(names("#/vi/xep-hang?thang=2025-02&xep-loai=yeu"), "An;");
  EXPECT_EQ(names("#/en/ranking?month=2025-02&band=tot"), "Bình;");
  EXPECT_EQ(names("#/vi/xep-hang?thang=2025-02&nhom=nam"), "Bình;");
  EXPECT_EQ(names("#/vi/xep-hang?thang=2025-02&nhom=nam&xep-loai=yeu"), "");
  // Each choice counts what it would show beside the other one.
  EXPECT_TRUE(words_of(page_at(publication, "#/vi/xep-hang?thang=2025-02&nhom=nam")).has("Yếu (0)"));
}

TEST(Ranking, SortsByChange) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10&sap-xep=thay-doi");
  EXPECT_EQ(text_of(first_table(page.blocks)->rows[0].cells[2]), "Khánh Hòa");
}

TEST(Ranking, MinistriesWithoutAScoreAreNotGivenAZero) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10&loai=bo");
  EXPECT_EQ(page.heading.rfind("Chưa chấm được điểm bộ, ngành nào", 0), 0u) << page.heading;
  const auto words = words_of(page);
  EXPECT_FALSE(words.has("0,00"));
  EXPECT_TRUE(words.has("Cả 11 nhiệm vụ đến hạn đều chưa được xác nhận"));
  EXPECT_TRUE(words.has("Chưa có điểm không phải là 0 điểm."));
  EXPECT_TRUE(words.links_to(
      "#/vi/nhiem-vu?thang=2026-10&don-vi=bo-cong-an&trang-thai=chua-xac-nhan"));
}

TEST(Ranking, AMonthWithoutScoresSaysSoAndNamesTheNearestOne) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2025-12");
  EXPECT_EQ(page.heading, "Chưa tỉnh, thành phố nào có điểm trong tháng 12/2025");
  EXPECT_TRUE(words_of(page).has("Kỳ đầu tiên có điểm là tháng 9/2026."));
  const Page later = page_at(shipped(), "#/vi/xep-hang?thang=2027-03");
  EXPECT_TRUE(words_of(later).has("Chưa có số liệu từ 10/10/2026"));
}

TEST(Ranking, HasNoFaultsInAnyGroupMonthOrderOrLanguage) {
  for (const char* group : {"", "&loai=bo"})
    for (const char* order : {"", "&sap-xep=ten", "&sap-xep=thay-doi"})
      for (const char* month : {"2024-07", "2025-06", "2025-12", "2026-09", "2026-10", "2027-06"})
        for (const char* language : {"vi", "en"}) {
          const std::string address =
              std::string("#/") + language + "/xep-hang?thang=" + month + group + order;
          const auto words = words_of(page_at(shipped(), address));
          for (const std::string& fault : words.faults) ADD_FAILURE() << address << ": " << fault;
          EXPECT_FALSE(words.has("{")) << address;
        }
}

TEST(Ranking, SaysWhoOvertookWhom) {
  const Publication publication = TwoProvinces().publication();
  const Page page = page_at(publication, "#/vi/xep-hang?thang=2025-02");
  EXPECT_EQ(page.heading, "Bình vượt An, lên dẫn đầu; Bình lên 1 bậc");
  EXPECT_TRUE(words_of(page).has("Bình tăng 45,00 điểm, nhiều nhất ở Phần second"));
}

TEST(Ranking, WithoutAnEarlierMonthSaysWhoLeadsAndByHowMuch) {
  const Publication publication = TwoProvinces().publication();
  const Page page = page_at(publication, "#/vi/xep-hang?thang=2025-01");
  EXPECT_EQ(page.heading, "An dẫn đầu với 60,00 điểm; Bình đứng cuối, kém 20,00 điểm");
  EXPECT_FALSE(words_of(page).has("Đổi hạng"));
}

TEST(Ranking, ShowsTiesAsTies) {
  TwoProvinces provinces;
  provinces.figures("2025-03-31", {40, 40}, {40, 40});
  const Publication publication = provinces.publication();
  const Page page = page_at(publication, "#/en/ranking?month=2025-03");
  EXPECT_EQ(page.heading.rfind("An and Bình share the lead with 80.00 points", 0), 0u)
      << page.heading;
  const Table* table = first_table(page.blocks);
  EXPECT_EQ(text_of(table->rows[0].cells[0]), "1=");
  EXPECT_EQ(text_of(table->rows[1].cells[0]), "1=");
}

// One rule for both: a ministry of 90, provinces of 60 and 40 as in January of TwoProvinces.
TEST(Ranking, OfARuleForSeveralKindsHoldsOneOfThem) {
  TwoProvinces provinces;
  const UnitId health = provinces.unit("yte", "Bộ Y tế");
  provinces.maker.tables.units[health.index].kind = UnitKind::ministry;
  for (const IndicatorId indicator : {provinces.first, provinces.second})
    provinces.add(indicator, health, "2025-01-31", 45);
  Publication publication = provinces.publication();
  publication.methodologies[0].units = {UnitKind::province, UnitKind::ministry};
  const Page shown = page_at(publication, "#/vi/xep-hang?thang=2025-01");
  EXPECT_EQ(shown.heading, "An dẫn đầu với 60,00 điểm; Bình đứng cuối, kém 20,00 điểm");
  EXPECT_EQ(first_table(shown.blocks)->rows.size(), 2u);
  const Page ministries = page_at(publication, "#/vi/xep-hang?loai=bo&thang=2025-01");
  ASSERT_EQ(first_table(ministries.blocks)->rows.size(), 1u);
  EXPECT_EQ(text_of(first_table(ministries.blocks)->rows[0].cells[0]), "1");
}

TEST(Ranking, AMonthWithFewUnitsIsNotComparedWith) {
  TwoProvinces provinces;
  const UnitId c = provinces.unit("c", "Cao");
  for (const char* date : {"2025-03-31"})
    for (const IndicatorId indicator : {provinces.first, provinces.second})
      provinces.add(indicator, c, date, 10);
  const Publication publication = provinces.publication();
  const Comparison comparison =
      compare(publication, publication.methodologies[0], UnitKind::province, at("2025-03"));
  EXPECT_EQ(comparison.now->scored(), 1);
  EXPECT_FALSE(comparison.before);
  const Page page = page_at(publication, "#/vi/xep-hang?thang=2025-03");
  EXPECT_EQ(page.heading, "Chỉ 1 trong 3 tỉnh, thành phố có điểm");
}

// --- the reader's own weights

constexpr const char* all_on_digitisation =
    "#/vi/xep-hang?thang=2026-10"
    "&trong-so=cong-khai~0~tien-do~0~truc-tuyen~0~thanh-toan~0~so-hoa~100~hai-long~0";

TEST(OwnRanking, WithAllWeightOnOneComponentRanksByThatComponent) {
  const Publication& publication = shipped();
  const Page page = page_at(publication, all_on_digitisation);
  const Table* table = first_table(page.blocks);
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 34u);
  const Dataset& dataset = publication.dataset;
  const IndicatorId digitisation = *dataset.find_indicator("766-so-hoa");
  std::vector<double> points;
  for (const TableRow& row : table->rows)
    for (std::uint32_t i = 0; i < dataset.units().size(); ++i)
      if (dataset[UnitId{i}].kind == UnitKind::province &&
          dataset[UnitId{i}].name.vi == text_of(row.cells[1]))
        if (const auto figure = select(dataset, digitisation, UnitId{i}, at("2026-10")))
          points.push_back(*dataset[*figure].value);
  ASSERT_EQ(points.size(), 34u);
  EXPECT_TRUE(std::is_sorted(points.rbegin(), points.rend()));
}

TEST(OwnRanking, SaysThatItIsTheReadersAndShowsThePublishedRankBeside) {
  const Page page = page_at(shipped(), all_on_digitisation);
  const auto words = words_of(page);
  EXPECT_TRUE(words.has("Đây là xếp hạng của riêng bạn, không phải của Bộ chỉ số 766"));
  EXPECT_EQ(first_table(page.blocks)->columns[4].title, "Hạng công bố");
  EXPECT_TRUE(words.links_to("#/vi/xep-hang?thang=2026-10"));  // back
  EXPECT_FALSE(words.has("Xếp loại"));                         // nobody's bands
}

TEST(OwnRanking, WithThePublishedWeightsIsThePublishedRanking) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10&trong-so=cong-khai~18");
  EXPECT_EQ(page.heading,
            "Theo trọng số của bạn, Đồng Tháp vẫn dẫn đầu; không đơn vị nào đổi hạng");
  for (const TableRow& row : first_table(page.blocks)->rows)
    EXPECT_EQ(text_of(row.cells[5]), "giữ hạng");
}

TEST(OwnRanking, WithEveryWeightAtZeroScoresNobody) {
  const Page page = page_at(shipped(),
                            "#/en/ranking?weights=cong-khai~0~tien-do~0~truc-tuyen~0~thanh-toan~0"
                            "~so-hoa~0~hai-long~0");
  EXPECT_EQ(page.heading, "Every weight is 0: nobody has a score");
  EXPECT_EQ(first_table(page.blocks), nullptr);
}

TEST(OwnRanking, SlidersLeadToTheSamePlaceWithOneWeightChanged) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?trong-so=so-hoa~50");
  const Card& card = std::get<Card>(page.blocks[1].content);
  const Sliders& sliders = std::get<Sliders>(card.blocks[0].content);
  ASSERT_EQ(sliders.sliders.size(), 6u);
  EXPECT_EQ(sliders.sliders[4].label, "Số hóa hồ sơ, công bố 22\u00a0%");
  EXPECT_EQ(sliders.sliders[4].value, 50);
  EXPECT_EQ(sliders.sliders[4].href, "#/vi/xep-hang?trong-so=so-hoa~{}");
  EXPECT_EQ(sliders.sliders[0].href, "#/vi/xep-hang?trong-so=so-hoa~50~cong-khai~{}");
  // 18 + 20 + 12 + 10 + 50 + 18 = 128; 50 of 128 is 39.1 %
  EXPECT_EQ(sliders.sliders[4].value_label, "50 phần = 39,1\u00a0%");
}

// --- the map

TEST(RankingMap, IsColouredByAnyIndicatorThatProvincesHave) {
  const Page page = page_at(shipped(), "#/vi/xep-hang?thang=2026-10&to-mau=766-ho-so-tiep-nhan");
  const TileMap* map = chart_in<TileMap>(page.blocks);
  ASSERT_NE(map, nullptr);
  EXPECT_EQ(map->tiles.size(), 34u);
  EXPECT_EQ(map->islands.size(), 2u);
  for (const Tile& tile : map->tiles) EXPECT_TRUE(tile.share.has_value()) << tile.label;
  EXPECT_TRUE(map->missing_label.empty());
  const auto words = words_of(page);
  EXPECT_TRUE(words.has("số liệu 10/10/2026"));
  EXPECT_TRUE(words.has("số trên ô tính bằng nghìn"));
  EXPECT_TRUE(words.links_to("#/vi/xep-hang?thang=2026-10&to-mau=papi-tong"));
}

TEST(RankingMap, HatchesProvincesWithoutAFigure) {
  // The DTI of 2024 was published for 12 provinces only.
  const Page page = page_at(shipped(), "#/en/ranking?month=2026-10&colour=dti-tong");
  const TileMap* map = chart_in<TileMap>(page.blocks);
  ASSERT_NE(map, nullptr);
  const auto hatched = std::count_if(map->tiles.begin(), map->tiles.end(),
                                     [](const Tile& tile) { return !tile.share; });
  EXPECT_GT(hatched, 0);
  EXPECT_EQ(map->missing_label, "no data");
}

TEST(RankingMap, OfAMonthWithoutScoresShowsNoScore) {
  const TileMap* map = chart_in<TileMap>(page_at(shipped(), "#/vi/xep-hang?thang=2025-12").blocks);
  EXPECT_EQ(map, nullptr);
}

TEST(Play, StepsThroughTheMonthsThatHaveScores) {
  const Frame frame = make_frame(shipped(), parse_address("#/vi/xep-hang"));
  ASSERT_TRUE(frame.play.has_value());
  ASSERT_EQ(frame.play->months.size(), 2u);
  EXPECT_EQ(frame.play->months[0].text, "tháng 9/2026");
  EXPECT_EQ(frame.play->months[0].href, "#/vi/xep-hang?thang=2026-09");
  EXPECT_TRUE(frame.play->months[1].selected);
  EXPECT_FALSE(make_frame(shipped(), parse_address("#/vi/xep-hang?loai=bo")).play.has_value());
  EXPECT_FALSE(make_frame(shipped(), parse_address("#/vi/nguon")).play.has_value());
}

TEST(Ranking, AnEmptyDatasetStillHasWords) {
  const test::DatasetMaker maker;
  const Publication bare{.dataset = maker.make(), .methodologies = {}};
  for (const char* address : {"#/vi/xep-hang", "#/en/ranking?kind=ministries"}) {
    const Page page = page_at(bare, address);
    EXPECT_FALSE(page.heading.empty());
    EXPECT_TRUE(words_of(page).faults.empty());
  }
  Publication ruled{.dataset = maker.make(),
                    .methodologies = {test::methodology(test::tasks_node())}};
  ruled.methodologies[0].name = {"Thử", "Trial"};
  EXPECT_TRUE(words_of(page_at(ruled, "#/vi/xep-hang")).faults.empty());
}

TEST(Ranking, HasNoSubjects) {
  EXPECT_EQ(page_at(shipped(), "#/vi/xep-hang/ha-noi").heading,
            not_found_page(shipped(), parse_address("#/vi/xep-hang/ha-noi")).heading);
}

TEST(Comparison, ReproducesThePublishedTotals) {
  const Publication& publication = shipped();
  const Methodology* method = publication.methodology_for(UnitKind::province);
  ASSERT_NE(method, nullptr);
  for (const char* month : {"2026-09", "2026-10"}) {
    const auto found =
        reproduction_of(publication.dataset, score(publication.dataset, *method, at(month)));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->compared, 34);
    EXPECT_LE(found->deviation_max, 0.02 + 1e-9);
  }
}

TEST(Comparison, LooksPastAMonthThatOnlyCarriesTheSameFigures) {
  TwoProvinces provinces;
  Publication publication = provinces.publication();
  for (Indicator& indicator : provinces.maker.tables.indicators) indicator.max_age_months.reset();
  publication = provinces.publication();
  const Comparison comparison =
      compare(publication, publication.methodologies[0], UnitKind::province, at("2025-06"));
  ASSERT_TRUE(comparison.before);
  EXPECT_EQ(comparison.before->moment.month, (Month{.year = 2025, .month = 1}));
}

TEST(ProvinceGrid, HasAPlaceOfItsOwnForEveryProvince) {
  const Dataset& dataset = shipped().dataset;
  for (const ProvincePlace& place : province_grid) {
    EXPECT_TRUE(dataset.find_unit(place.key).has_value()) << place.key;
    const auto same = std::count_if(
        province_grid.begin(), province_grid.end(), [&](const ProvincePlace& other) {
          return other.column == place.column && other.row == place.row;
        });
    EXPECT_EQ(same, 1) << place.key;
  }
}

TEST(NameOrder, KnowsTheVietnameseAlphabet) {
  EXPECT_TRUE(name_before("Cao Bằng", "Cần Thơ"));
  EXPECT_TRUE(name_before("Đà Nẵng", "Đắk Lắk"));
  EXPECT_TRUE(name_before("Dương", "Đà"));
  EXPECT_TRUE(name_before("Lạng Sơn", "Lào Cai"));
  EXPECT_TRUE(name_before("ma", "mà"));
  EXPECT_FALSE(name_before("mà", "ma"));
  EXPECT_FALSE(name_before("Huế", "Huế"));
}

TEST(TaskTally, CountsASharedTaskOnce) {
  test::DatasetMaker maker;
  const UnitId a = maker.unit("a"), b = maker.unit("b");
  maker.task(a, "2025-01-31");
  maker.tables.tasks.back().leads = {a, b};
  const Dataset dataset = maker.make();
  const auto all = standings(dataset, at("2025-02"), DeadlineRule::revised);
  EXPECT_EQ(tally_of_any(dataset, {a, b}, all).total(), 1);
  EXPECT_EQ(tally_of(led_by(dataset, b, all)).of(TaskState::unconfirmed), 1);
  EXPECT_EQ(tally_words(tally_of(all), Language::en), "1 unconfirmed");
}

}  // namespace
}  // namespace tiendo

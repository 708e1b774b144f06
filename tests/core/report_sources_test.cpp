#include <gtest/gtest.h>

#include "make_dataset.h"
#include "page_words.h"
#include "report/phrases.h"
#include "report/publication.h"
#include "report/table_csv.h"
#include "shipped.h"

namespace tiendo {
namespace {

using test::DatasetMaker;
using test::PageWords;
using test::shipped;

PageWords words_at(const Publication& publication, const std::string& address) {
  PageWords words = test::words_of(make_page(publication, parse_address(address)));
  for (const std::string& fault : words.faults) ADD_FAILURE() << address << ": " << fault;
  return words;
}

Publication with_figures(Grade grade, int figures) {
  DatasetMaker maker;
  maker.tables.info.name = "thu";
  const UnitId unit = maker.unit("a");
  const IndicatorId indicator = maker.indicator("i");
  maker.tables.sources[0].grade = grade;
  maker.tables.sources[0].title = {"Báo cáo", "Report"};
  for (int i = 0; i < figures; ++i) {
    const Texts::Ref words = maker.tables.texts->keep("đạt " + std::to_string(i));
    maker.observe(indicator, unit, "2025-01", i).evidence.words = maker.tables.texts->at(words);
  }
  return {.dataset = maker.make()};
}

TEST(SourceList, SaysHowMuchRestsOnUnofficialCopies) {
  const Publication publication = with_figures(Grade::unofficial_copy, 3);
  const Page page = make_page(publication, parse_address("#/en/sources"));
  EXPECT_EQ(page.heading, "3 of 3 facts are official figures taken from unofficial copies");
}

TEST(SourceList, SaysSoWhereItRestsOnOfficialPages) {
  const Page page = make_page(with_figures(Grade::official, 3), parse_address("#/vi/nguon"));
  EXPECT_EQ(page.heading, "3 trong 3 dữ kiện lấy từ trang chính thức");
}

TEST(SourceList, SaysThatThereIsNoDocument) {
  const Publication nothing = {.dataset = Dataset(DatasetTables{})};
  EXPECT_EQ(make_page(nothing, parse_address("#/vi/nguon")).heading,
            "Bộ dữ liệu này chưa có tài liệu nào");
}

TEST(SourceList, HoldsEveryDocumentOnce) {
  const PageWords words = words_at(shipped(), "#/vi/nguon");
  std::size_t documents = 0;
  for (const std::string& href : words.hrefs) {
    const Route route = parse_address(href);
    if (route.view == View::sources && !route.subject.empty()) ++documents;
  }
  EXPECT_EQ(documents, shipped().dataset.sources().size());
}

// Two documents, of 10/2 and 20/3/2025; on 28/2 only the first was known.
TEST(SourceList, LeavesOutWhatWasPublishedAfterTheDayLookedAt) {
  DatasetMaker maker;
  maker.tables.sources.clear();
  maker.source("som", "2025-02-10");
  maker.source("muon", "2025-03-20");
  const Publication publication = {.dataset = maker.make()};
  const PageWords then = words_at(publication, "#/vi/nguon?biet-den=2025-02-28");
  EXPECT_TRUE(then.links_to("#/vi/nguon/som?biet-den=2025-02-28")) << then.all();
  EXPECT_FALSE(then.links_to("#/vi/nguon/muon?biet-den=2025-02-28"));
  EXPECT_TRUE(then.has("Không tính 1 tài liệu công bố sau 28/02/2025."));
  EXPECT_TRUE(words_at(publication, "#/vi/nguon").links_to("#/vi/nguon/muon"));
  EXPECT_EQ(make_page(publication, parse_address("#/vi/nguon?biet-den=2025-01-01")).heading,
            "Đến 01/01/2025 chưa có tài liệu nào được công bố");
  EXPECT_TRUE(words_at(publication, "#/vi/nguon/muon?biet-den=2025-02-28").has("lúc đó chưa ai"));
}

TEST(SourceList, OffersTheDaysOnWhichSomethingWasPublished) {
  DatasetMaker maker;
  maker.source("giua-thang", "2025-02-10");
  const Publication publication = {.dataset = maker.make()};
  EXPECT_TRUE(words_at(publication, "#/vi/nguon").links_to("#/vi/nguon?biet-den=2025-02-10"));
}

TEST(SourceList, LeadsToTheFilesOfTheDataset) {
  const PageWords words = words_at(shipped(), "#/en/sources");
  EXPECT_TRUE(words.links_to("data/viet-nam/datapackage.json"));
  EXPECT_TRUE(words.links_to("data/viet-nam/observations.csv"));
}

TEST(SourceList, OffersOnlyFilesThatTheDatasetHas) {
  for (const std::string& href : words_at(shipped(), "#/vi/nguon").hrefs) {
    if (href.rfind("data/", 0) != 0) continue;
    EXPECT_TRUE(std::filesystem::exists("assets/" + href)) << href;
  }
}

TEST(SourcePage, ListsWhatWasTakenWithItsWordsAndWhereItStands) {
  const PageWords words = words_at(shipped(), "#/vi/nguon/src-2024-08-369-tb-vpcp");
  EXPECT_TRUE(words.has("369/TB-VPCP"));
  EXPECT_TRUE(words.has("“hoàn thành trước ngày 31/12/2024”"));
  EXPECT_TRUE(words.links_to("#/vi/nhiem-vu/t202408-01"));
}

TEST(SourcePage, KeepsTheOrderOfTheDocument) {
  DatasetMaker maker;
  const UnitId unit = maker.unit("a");
  for (const char* paragraph : {"10", "", "9"}) {
    maker.task(unit);
    maker.tables.tasks.back().title = {std::string("Việc ") + paragraph, ""};
    maker.tables.tasks.back().evidence.paragraph = paragraph;
  }
  maker.tables.tasks[1].title = {"Việc không rõ đoạn", ""};
  const Publication publication = {.dataset = maker.make()};
  const std::string words = words_at(publication, "#/vi/nguon/undated").all();
  EXPECT_LT(words.find("Việc 9"), words.find("Việc 10"));
  EXPECT_LT(words.find("Việc 10"), words.find("Việc không rõ đoạn"));
}

TEST(SourcePage, GroupsByIndicatorWhatNobodyReadsLineByLine) {
  const PageWords words = words_at(with_figures(Grade::official, 250), "#/en/sources/undated");
  EXPECT_TRUE(words.has("250 figures on 1 indicator")) << words.all();
  EXPECT_FALSE(words.has("“đạt 249”"));
}

TEST(Sources, ShowAndSaveTheColumnsThatNoPageUses) {
  DatasetMaker maker;
  maker.tables.extras = {{.name = "units", .columns = {{"dan_so", {"1", "", "2"}}}},
                         {.name = "vung", .columns = {{"ma", {"b"}}, {"ten", {"Bắc, \"B\""}}}}};
  const Publication publication = {.dataset = maker.make()};
  const PageWords words = words_at(publication, "#/en/sources");
  EXPECT_TRUE(words.has("3 columns that this site does not use")) << words.all();
  EXPECT_TRUE(words.has("dan_so"));
  EXPECT_TRUE(words.has("1; 2"));
  EXPECT_TRUE(words.links_to("!save-extra:vung"));
  EXPECT_FALSE(words_at(shipped(), "#/en/sources").has("does not use"));
  const std::vector<ExtraTable>& extras = publication.dataset.extras();
  EXPECT_EQ(to_csv(extras[0]), "row,dan_so\n1,1\n2,\n3,2\n");
  EXPECT_EQ(to_csv(extras[1]), "row,ma,ten\n1,b,\"Bắc, \"\"B\"\"\"\n");
}

TEST(SourcePage, SaysThatNothingWasTaken) {
  DatasetMaker maker;
  maker.tables.sources[0].title = {"Báo cáo", "Report"};
  const Publication publication = {.dataset = maker.make()};
  EXPECT_EQ(make_page(publication, parse_address("#/vi/nguon/undated")).heading,
            "Báo cáo: chưa lấy dữ kiện nào");
}

TEST(SourcePage, AccountsForEveryFactOfTheDataset) {
  const Dataset& dataset = shipped().dataset;
  const std::size_t facts = dataset.observations().size() + dataset.targets().size() +
                            dataset.tasks().size() + dataset.task_reports().size() +
                            dataset.events().size();
  EXPECT_TRUE(words_at(shipped(), "#/vi/nguon")
                  .has(count_words(static_cast<long>(facts), Language::vi) + " dữ kiện"));
}

TEST(SourcePage, StandsForEveryDocument) {
  for (const Language language : {Language::vi, Language::en})
    for (const Source& source : shipped().dataset.sources())
      words_at(shipped(), address_of({.language = language, .view = View::sources,
                                      .subject = source.key}));
}

}  // namespace
}  // namespace tiendo

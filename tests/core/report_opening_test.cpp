// Opening other datasets, the check report, and what was known on a day.
#include <gtest/gtest.h>

#include "make_dataset.h"
#include "page_words.h"
#include "report/publication.h"
#include "shipped.h"

namespace tiendo {
namespace {

using test::DatasetMaker;
using test::date;
using test::period;
using test::PageWords;
using test::shipped;

PageWords words_at(const std::string& address, const Shelf& shelf,
                   const Publication& publication = shipped()) {
  PageWords words = test::words_of(make_page(publication, parse_address(address), shelf));
  for (const std::string& fault : words.faults) ADD_FAILURE() << address << ": " << fault;
  return words;
}

Shelf shelf_of_two() {
  Shelf shelf;
  shelf.can_open = true;
  shelf.shipped = {{.dataset = "", .title = {"Việt Nam", "Viet Nam"}, .description = {"Thật", "Real"}},
                   {.dataset = "minh-hoa", .title = {"Minh họa", "Illustration"},
                    .description = {"Bịa", "Made up"}, .illustration = true}};
  return shelf;
}

Problem problem_in(const std::string& file, int line, Severity severity) {
  return {.severity = severity, .name = "type-error",
          .place = {.file = file, .line = line, .column = "value"},
          .message = {"Ô ghi sai", "The cell is wrong"}, .mend = {"Sửa ô", "Mend the cell"}};
}

TEST(Route, NamesAnotherDatasetBeforeThePlaceInIt) {
  EXPECT_EQ(address_with_dataset("minh-hoa", {}), "?du-lieu=minh-hoa#/vi/tong-quan");
  EXPECT_EQ(address_with_dataset("may-nay:gói.zip", {.language = Language::en}),
            "?data=may-nay%3Ag%C3%B3i.zip#/en/overview");
  EXPECT_EQ(address_with_dataset("", {}), "?#/vi/tong-quan");
  EXPECT_EQ(address_with_typed_dataset({}), "?du-lieu={}#/vi/tong-quan");
}

TEST(OpeningCard, IsThereOnlyWhereAProgramHearsIt) {
  EXPECT_FALSE(words_at("#/vi/nguon", {}).has("Mở bộ dữ liệu khác"));
  const PageWords words = words_at("#/vi/nguon", shelf_of_two());
  EXPECT_TRUE(words.links_to("!open-files"));
  EXPECT_TRUE(words.links_to("!open-folder"));
}

TEST(OpeningCard, LeadsToEveryDatasetButTheOneThatIsShown) {
  Shelf shelf = shelf_of_two();
  const PageWords first = words_at("#/en/sources", shelf);
  EXPECT_TRUE(first.links_to("?data=minh-hoa#/en/overview"));
  EXPECT_FALSE(first.links_to("?#/en/overview"));
  EXPECT_TRUE(first.has("illustrative figures"));
  shelf.shown = "minh-hoa";
  EXPECT_TRUE(words_at("#/en/sources", shelf).links_to("?#/en/overview"));
}

TEST(OpeningCard, SaysWhatThisDeviceKeepsAndHowToForgetIt) {
  Shelf shelf = shelf_of_two();
  EXPECT_FALSE(words_at("#/en/sources", shelf).has("kept in this browser"));
  shelf.kept = {{.dataset = "may-nay:goi.zip", .title = {"Gói", "Package"}, .description = {},
                 .opened_on = date("2026-11-20")}};
  const PageWords words = words_at("#/en/sources", shelf);
  EXPECT_TRUE(words.has("kept in this browser"));
  EXPECT_TRUE(words.has("20 Nov 2026"));
  EXPECT_TRUE(words.links_to("?data=may-nay%3Agoi.zip#/en/overview"));
  EXPECT_TRUE(words.links_to("!forget:may-nay:goi.zip"));
}

// What does not lie beside the site has no files there to lead to.
TEST(PackageCard, LeadsToFilesOnlyOfTheSitesOwnDatasets) {
  Shelf shelf = shelf_of_two();
  EXPECT_TRUE(words_at("#/vi/nguon", shelf).links_to("data/viet-nam/units.csv"));
  shelf.origin = DatasetOrigin::device;
  const PageWords words = words_at("#/vi/nguon", shelf);
  EXPECT_FALSE(words.links_to("data/viet-nam/units.csv"));
  EXPECT_FALSE(words.links_to("datapackage.json"));
  EXPECT_TRUE(words.has("units.csv"));
}

TEST(CheckPage, ListsEveryProblemErrorsAndWarningsApart) {
  Shelf shelf = shelf_of_two();
  Problems problems;
  problems.add(problem_in("a.csv", 12, Severity::error));
  problems.add(problem_in("b.csv", 0, Severity::warning));
  shelf.refused = RefusedPackage{"goi.zip", problems};
  const PageWords words = words_at("#/en/sources/check", shelf);
  EXPECT_TRUE(words.has("goi.zip could not be opened"));
  EXPECT_TRUE(words.has("goi.zip: 1 error, 1 warning"));
  EXPECT_TRUE(words.has("a.csv:12 value"));
  EXPECT_TRUE(words.has("b.csv value"));
  EXPECT_TRUE(words.has("The cell is wrong"));
  EXPECT_TRUE(words.has("Mend the cell"));
  for (const char* action : {"!copy-report", "!save-report:txt", "!save-report:json"})
    EXPECT_TRUE(words.links_to(action)) << action;
  EXPECT_TRUE(words_at("#/vi/nguon/kiem-tra", shelf).has("Sửa ô"));
}

TEST(CheckPage, SaysThatOnlyTheFirstAreListed) {
  Shelf shelf = shelf_of_two();
  Problems problems;
  for (int line = 1; line <= 250; ++line) problems.add(problem_in("a.csv", line, Severity::error));
  shelf.refused = RefusedPackage{"goi.zip", problems};
  const PageWords words = words_at("#/en/sources/check", shelf);
  EXPECT_TRUE(words.has("250 errors"));
  EXPECT_TRUE(words.has("These are the first 200 of 250."));
}

TEST(CheckPage, SaysThatTheShownDatasetHasNoProblems) {
  const PageWords words = words_at("#/en/sources/check", shelf_of_two());
  EXPECT_TRUE(words.has("The dataset shown: no problems"));
  EXPECT_TRUE(words.has("There is no error and no warning."));
}

TEST(CheckPage, KeepsItsPlaceWhenTheLanguageChanges) {
  const Frame frame = make_frame(shipped(), parse_address("#/vi/nguon/kiem-tra"));
  EXPECT_EQ(frame.other_language.href, "#/en/sources/check");
}

TEST(Frame, SaysThatADatasetIsBeingOpenedAndHowToCancel) {
  Shelf shelf = shelf_of_two();
  EXPECT_TRUE(make_frame(shipped(), {}, shelf).notices.empty());
  shelf.opening = OpeningUnderWay{"goi.zip", 0.25};
  const Frame frame = make_frame(shipped(), {}, shelf);
  ASSERT_EQ(frame.notices.size(), 1u);
  EXPECT_EQ(frame.notices[0].share, 0.25);
  EXPECT_EQ(frame.notices[0].words.back().href, "!cancel");
}

// 40 was published in March; in May it became 38.
Publication revised() {
  DatasetMaker maker;
  const UnitId unit = maker.unit("a");
  const IndicatorId indicator = maker.indicator("i");
  maker.observe(indicator, unit, "2025-02", 40).published = period("2025-03-10");
  maker.observe(indicator, unit, "2025-02", 38).published = period("2025-05-20");
  return {.dataset = maker.make(), .methodologies = {}};
}

TEST(Knowledge, ListsWhatWasPublishedAgainWithTheWayToTheDayBefore) {
  const Publication publication = revised();
  const PageWords words = words_at("#/en/sources", {}, publication);
  EXPECT_TRUE(words.has("1 figure was published again and changed"));
  EXPECT_TRUE(words.has("40%"));
  EXPECT_TRUE(words.has("38%"));
  EXPECT_TRUE(words.has("20 May 2025"));
  EXPECT_TRUE(words.links_to("#/en/indicators/i?unit=a&as-of=2025-05-19"));
}

TEST(Knowledge, OfADayKnowsNoLaterRevision) {
  const Publication publication = revised();
  const PageWords words = words_at("#/en/sources?as-of=2025-05-19", {}, publication);
  EXPECT_TRUE(words.has("No figure has been published again"));
  EXPECT_FALSE(words.has("38%"));
}

TEST(Knowledge, IsSaidOnEveryPageAndKeptByItsLinks) {
  const Frame frame = make_frame(shipped(), parse_address("#/en/tasks?month=2025-10&as-of=2025-11-01"));
  ASSERT_EQ(frame.notices.size(), 1u);
  EXPECT_EQ(frame.notices[0].words[0].text, "Only what had been published by 1 Nov 2025: ");
  EXPECT_EQ(frame.notices[0].words[1].href, "#/en/tasks?month=2025-10");
  for (const Option& view : frame.views.options)
    EXPECT_EQ(parse_address(view.href).as_of, date("2025-11-01")) << view.href;
  for (const char* view : {"overview", "ranking", "unit", "unit/ha-noi", "tasks", "tasks/t202408-01",
                           "indicators", "indicators/ty-le-toan-trinh", "data", "method", "sources"}) {
    const std::string address = std::string("#/en/") + view + "?month=2025-10&as-of=2025-11-01";
    for (const std::string& href : words_at(address, {}).hrefs)
      if (href.rfind("#/", 0) == 0) {
        EXPECT_TRUE(parse_address(href).as_of || parse_address(href).view == View::sources)
            << address << " leads to " << href;
      }
  }
}

}  // namespace
}  // namespace tiendo

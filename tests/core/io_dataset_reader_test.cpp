#include "io/dataset_reader.h"

#include <gtest/gtest.h>

#include "make_package.h"
#include "read_package.h"

namespace tiendo {
namespace {

using test::Lines;
using test::PackageMaker;

Lines problems_of(const PackageMaker& maker) {
  return test::summary(read_dataset(maker.make()).problems());
}

TEST(DatasetReader, ReadsTheShippedPackageWithoutAProblem) {
  const Result<Dataset> dataset = read_dataset(test::read_package("viet-nam"));
  EXPECT_EQ(test::summary(dataset.problems()), Lines());
  ASSERT_TRUE(dataset);
  EXPECT_GE(dataset->units().size(), 100u);
  EXPECT_GE(dataset->observations().size(), 1900u);
  EXPECT_EQ(dataset->tasks().size(), 127u);
  EXPECT_GE(dataset->targets().size(), 29u);
  EXPECT_FALSE(dataset->info().illustration);
  EXPECT_EQ(dataset->info().latest_month, (Month{2026, 10}));
  const auto nation = dataset->find_unit("quoc-gia");
  const auto end_to_end = dataset->find_indicator("ty-le-toan-trinh");
  ASSERT_TRUE(nation && end_to_end);
  const auto series = dataset->observations_of(*end_to_end, *nation);
  ASSERT_FALSE(series.empty());
  const Observation& first = (*dataset)[series[0]];
  EXPECT_EQ(first.value, 39.51);
  EXPECT_EQ(first.printed_decimals, 2);
  EXPECT_EQ(iso(first.period), "2025-07");
}

TEST(DatasetReader, ReadsEveryColumnOfTheProfile) {
  PackageMaker maker;
  maker.file("units") =
      "id,code,name,name@en,kind,form,form@en,parent,owner,valid_from,valid_to,office,office@en,"
      "merged_from\n"
      "hue,46,Huế,Hue,province,thành phố,city,quoc-gia,bo,2025-01-01,,Chủ tịch,Chair,cu; bo\n"
      "quoc-gia,,Cả "
      "nước,,nation,,,,,,,,,\nbo,,Bộ,,ministry,,,,,,2025-02-28,,,\ncu,,Cũ,,province,,,,,,,,,\n";
  maker.file("observations") =
      "indicator,unit,period,value,value_max,qualifier,numerator,denominator,rank,class,class@en,published,"
      "source,"
      "evidence,paragraph,note,note@en\n"
      "ty-le,hue,2025-07,22.50,25,range,9,40,3,Tốt,Good,2025-08-01,bao,\"22,5-25%\",4,Ghi chú,Note\n"
      "ty-le,quoc-gia,2025,,,,,,,Khá,,,bao,,,,\n";
  const Result<Dataset> dataset = read_dataset(maker.make());
  ASSERT_TRUE(dataset) << test::summary(dataset.problems()).at(0);
  const Unit& hue = dataset->units()[0];
  EXPECT_EQ(hue.code, "46");
  EXPECT_EQ(hue.name, (Bilingual{"Huế", "Hue"}));
  EXPECT_EQ(hue.kind, UnitKind::province);
  EXPECT_EQ(hue.form, (Bilingual{"thành phố", "city"}));
  EXPECT_EQ(hue.parent, UnitId{1});
  EXPECT_EQ(hue.owner, UnitId{2});
  EXPECT_EQ(hue.valid_from, (Date{2025, 1, 1}));
  EXPECT_EQ(hue.valid_to, std::nullopt);
  EXPECT_EQ(hue.office.en, "Chair");
  EXPECT_EQ(hue.merged_from, (std::vector<UnitId>{{3}, {2}}));
  const Observation& range = dataset->observations()[0];
  EXPECT_EQ(range.value, 22.5);
  EXPECT_EQ(range.printed_decimals, 2);
  EXPECT_EQ(range.value_max, 25);
  EXPECT_EQ(range.qualifier, Qualifier::range);
  EXPECT_EQ(range.numerator, 9);
  EXPECT_EQ(range.denominator, 40);
  EXPECT_EQ(range.rank, 3);
  EXPECT_EQ(range.category.vi, "Tốt");
  EXPECT_EQ(range.category.en, "Good");
  EXPECT_EQ(range.published, period_of(Date{2025, 8, 1}));
  EXPECT_EQ(range.evidence.words, "22,5-25%");
  EXPECT_EQ(range.evidence.paragraph, "4");
  EXPECT_EQ(range.note.in(Language::en), "Note");
  EXPECT_EQ(dataset->observations()[1].qualifier, Qualifier::exact);
  EXPECT_EQ(dataset->observations()[1].value, std::nullopt);
}

TEST(DatasetReader, ReadsTargetsTasksReportsAndEvents) {
  PackageMaker maker;
  for (const char* table : {"targets", "tasks", "threads", "task_reports", "events"})
    maker.describe(table, "");
  maker.file("targets") =
      "id,indicator,unit,value,comparator,due,baseline,baseline_period,set_on,source\n"
      "t,ty-le,quoc-gia,80.0,le,2025-12-31,10,2023,2024-08,bao\n";
  maker.file("threads") = "id,name,name@en\n5g,Phủ sóng 5G,5G\n";
  maker.file("tasks") =
      "id,title,lead,coordinating,assigned_on,deadline,thread,indicators,specificity,source,clear_"
      "goal,"
      "clear_result\nv1,Việc,quoc-gia,,2024-08-09,2024-12-31,5g,ty-le;ty-le,general,bao,true,"
      "false\n";
  maker.file("task_reports") =
      "task,date,state,progress,new_deadline,source\nv1,2025-07,restated,40.5,2025-12-31,bao\n";
  maker.file("events") =
      "id,date,date_precision,title,kind,status,units,source\n"
      "e1,2024-08-31,month,Hạn,deadline,due,quoc-gia,bao\ne2,,none,Họp,meeting,planned,,bao\n";
  const Result<Dataset> dataset = read_dataset(maker.make());
  ASSERT_TRUE(dataset) << test::summary(dataset.problems()).at(0);
  const Target& target = dataset->targets()[0];
  EXPECT_EQ(target.comparator, Comparator::at_most);
  EXPECT_EQ(target.printed_decimals, 1);
  EXPECT_EQ(target.baseline, 10);
  EXPECT_EQ(target.baseline_period, period_of_year(2023));
  const Task& task = dataset->tasks()[0];
  EXPECT_EQ(task.leads, std::vector<UnitId>{{0}});
  EXPECT_EQ(task.indicators.size(), 2u);
  EXPECT_EQ(task.specificity, Specificity::general);
  EXPECT_EQ(task.thread, ThreadId{0});
  EXPECT_EQ(task.clears, (SevenClears{true, false, false, false, false, false, false}));
  const TaskReport& report = dataset->task_reports()[0];
  EXPECT_EQ(report.state, ReportedState::restated);
  EXPECT_EQ(report.progress, 40.5);
  EXPECT_EQ(report.new_deadline, (Date{2025, 12, 31}));
  EXPECT_EQ(dataset->events()[0].date, period_of(Month{2024, 8}));
  EXPECT_EQ(dataset->events()[1].date, std::nullopt);
}

TEST(DatasetReader, HoldsAFigureAgainAsARowOfItsOwnOnlyWhereItWasPublishedAgain) {
  PackageMaker maker;
  maker.file("observations") = "indicator,unit,period,value,published,source\n"
                               "ty-le,quoc-gia,2025-07,39,2025-08,bao\n"
                               "ty-le,quoc-gia,2025-07,40,2025-09,bao\n";
  EXPECT_EQ(problems_of(maker), Lines());
  maker.file("observations") += "ty-le,quoc-gia,2025-07,41,2025-09,bao\n";
  EXPECT_EQ(problems_of(maker), (Lines{"primary-key observations.csv:4 indicator"}));
}

TEST(DatasetReader, ReportsRowsThatContradictThemselves) {
  PackageMaker maker;
  maker.file("observations") =
      "indicator,unit,period,value,value_max,qualifier,rank,source,evidence\n"
      "ty-le,quoc-gia,2025-01,,,,,bao,\n"
      "ty-le,quoc-gia,2025-02,5,,range,,bao,\n"
      "ty-le,quoc-gia,2025-03,5,4,range,,bao,\n"
      "ty-le,quoc-gia,2025-04,,,,0,bao,\n"
      "ty-le,quoc-gia,2025-05,1,,maybe,,bao,\n"
      "ty-le,quoc-gia,2025-06,1,,,,bao,1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21\n";
  maker.file("units") =
      "id,name,kind,parent,valid_from,valid_to\nquoc-gia,a,nation,,2025-07-01,2025-06-30\n"
      "x,a,other,y,,\ny,a,other,z,,\nz,a,other,x,,\nw,a,other,x,,\nv,a,other,v,,\n";
  EXPECT_EQ(
      problems_of(maker),
      (Lines{"row-constraint units.csv:2 valid_to", "row-constraint units.csv:3 parent",
             "row-constraint units.csv:7 parent", "row-constraint observations.csv:2 value",
             "row-constraint observations.csv:3 value_max",
             "row-constraint observations.csv:4 value_max", "type-error observations.csv:5 rank",
             "constraint-error observations.csv:6 qualifier",
             "(row-constraint observations.csv:7 evidence)"}));
}

TEST(DatasetReader, KeepsUnknownColumnsAndUnknownTables) {
  using Cells = std::vector<std::string_view>;
  PackageMaker maker;
  maker.describe("vung", "");
  maker.file("vung") = "ma,ten\n1,Bắc\n2,\n";
  maker.file("units") = "id,name,kind,dan_so\nquoc-gia,Cả nước,nation,?\n";
  const Result<Dataset> dataset = read_dataset(maker.make());
  ASSERT_TRUE(dataset) << test::summary(dataset.problems()).at(0);
  EXPECT_EQ(dataset.problems().warnings, 0u);
  ASSERT_EQ(dataset->extras().size(), 2u);
  const ExtraTable& units = dataset->extras()[0];
  EXPECT_EQ(units.name, "units");
  ASSERT_EQ(units.columns.size(), 1u);
  EXPECT_EQ(units.columns[0].label, "dan_so");
  EXPECT_EQ(units.columns[0].cells, Cells{"?"});
  const ExtraTable& regions = dataset->extras()[1];
  EXPECT_EQ(regions.name, "vung");
  ASSERT_EQ(regions.columns.size(), 2u);
  EXPECT_EQ(regions.columns[1].cells, (Cells{"Bắc", ""}));
}

TEST(DatasetReader, ReadsTheInventoryOfDatabases) {
  PackageMaker maker;
  maker.file("units") += "bo,Bộ,,ministry\ndan-cu,CSDL dân cư,,database\n"
                         "dat-dai,CSDL đất đai,,database\n";
  maker.describe("databases", "");
  maker.file("databases") = "unit,owner,kind,shared,exempt\n"
                            "dan-cu,bo,national,true,\ndat-dai,bo,sectoral,,true\n";
  const Result<Dataset> dataset = read_dataset(maker.make());
  ASSERT_TRUE(dataset) << test::summary(dataset.problems()).at(0);
  const std::vector<const Database*> owned = dataset->databases_of(*dataset->find_unit("bo"));
  ASSERT_EQ(owned.size(), 2u);
  EXPECT_EQ(owned[0]->kind, DatabaseKind::national);
  EXPECT_EQ(owned[0]->shared, true);
  EXPECT_FALSE(owned[0]->exempt);
  EXPECT_EQ(owned[1]->shared, std::nullopt);  // not stated is not "not shared"
  EXPECT_TRUE(owned[1]->exempt);
}

TEST(DatasetReader, RefusesDatabasesThatAreNoneOrStandTwiceOrHaveTwoOwners) {
  PackageMaker maker;
  maker.file("units") = "id,name,kind,owner\nquoc-gia,Cả nước,nation,\nbo,Bộ,ministry,\n"
                        "dan-cu,CSDL dân cư,database,quoc-gia\n";
  maker.describe("databases", "");
  maker.file("databases") = "unit,owner,kind\nbo,,local\ndan-cu,bo,national\ndan-cu,,national\n"
                            "khac,,khac\n";
  EXPECT_EQ(problems_of(maker),
            (Lines{"primary-key databases.csv:4 unit", "row-constraint databases.csv:2 unit",
                   "row-constraint databases.csv:3 owner", "foreign-key databases.csv:5 unit",
                   "constraint-error databases.csv:5 kind"}));
}

}  // namespace
}  // namespace tiendo

// Bundles and descriptors.
#include "io/package.h"

#include <gtest/gtest.h>

#include "io/dataset_reader.h"
#include "io/descriptor.h"
#include "make_package.h"

namespace tiendo {
namespace {

using test::Lines;
using test::PackageMaker;

Lines problems_of(const Package& package) {
  return test::summary(read_dataset(package).problems());
}

Lines problems_of_bundle(std::string_view json) {
  return test::summary(read_bundle(json, "a.json").problems());
}

Package with_descriptor(const std::string& json) {
  Package package = PackageMaker().make();
  package.files["datapackage.json"] = json;
  return package;
}

TEST(Bundle, HoldsFilesByTheirPaths) {
  const Result<Package> package =
      read_bundle(R"({"files": {"datapackage.json": "{}", "data/a.csv": "id\n\u0110\n"}})",
                  "a.json");
  ASSERT_TRUE(package);
  EXPECT_EQ(package->files.size(), 2u);
  EXPECT_EQ(package->files.at("data/a.csv"), "id\nĐ\n");
}

TEST(Bundle, IsRefusedWhereItIsBroken) {
  EXPECT_EQ(problems_of_bundle("{\n\"files\": {\n,}}"), (Lines{"package-error a.json:3"}));
  EXPECT_EQ(problems_of_bundle(""), (Lines{"package-error a.json:1"}));
  EXPECT_EQ(problems_of_bundle("[]"), (Lines{"package-error a.json"}));
  EXPECT_EQ(problems_of_bundle(R"({"files": {"a": 1}})"), (Lines{"package-error a.json /files/a"}));
  EXPECT_EQ(problems_of_bundle(R"({"files": {"../a": ""}})"),
            (Lines{"resource-error a.json /files"}));
  EXPECT_EQ(problems_of_bundle(R"({"files": {"a": "", "a": ""}})"),
            (Lines{"package-error a.json /files/a"}));
  EXPECT_EQ(problems_of_bundle("{\"files\": \"\xff\"}"), (Lines{"encoding-error a.json:1"}));
}

TEST(Path, StaysInThePackage) {
  for (const char* path : {"units.csv", "data/units.csv", "dữ liệu/a b.csv", "a..b/c.csv"})
    EXPECT_TRUE(io::is_safe_path(path)) << path;
  for (const char* path : {"", "/etc/passwd", "../a.csv", "a/../../b", "a//b", "./a", ".git/config",
                           "a/.b", "a/", "C:\\a", "C:/a", "..\\a", "https://a.vn/b.csv"})
    EXPECT_FALSE(io::is_safe_path(path)) << path;
}

TEST(Descriptor, MustBeThere) {
  EXPECT_EQ(problems_of({}), (Lines{"package-error datapackage.json"}));
}

TEST(Descriptor, SaysOnWhichLineItsSyntaxBreaks) {
  EXPECT_EQ(problems_of(with_descriptor("{\n  \"name\": \"a\",\n  \"title\" \"b\"\n}")),
            (Lines{"package-error datapackage.json:3"}));
  EXPECT_EQ(problems_of(with_descriptor("{\"a\": 1")), (Lines{"package-error datapackage.json:1"}));
  EXPECT_EQ(problems_of(with_descriptor("{\"a\": 1, \"a\": 2}")),
            (Lines{"package-error datapackage.json /a"}));
  EXPECT_EQ(problems_of(with_descriptor("{\"a\": [1, [], {\"b/c\": {\"d\": 1, \"d\": 2}}]}")),
            (Lines{"package-error datapackage.json /a/2/b~1c/d"}));
  EXPECT_EQ(problems_of(with_descriptor("[]")), (Lines{"package-error datapackage.json"}));
  EXPECT_EQ(problems_of(with_descriptor("{\"a\": 1e999}")),
            (Lines{"package-error datapackage.json:1"}));
  EXPECT_EQ(problems_of(with_descriptor("\xff")), (Lines{"encoding-error datapackage.json:1"}));
}

TEST(Descriptor, SaysThatANumberIsTooLarge) {
  const Package package = with_descriptor("{\"a\": 1e999}");
  const Problems problems = read_dataset(package).problems();
  EXPECT_NE(problems.listed.at(0).message.en.find("too large"), std::string::npos);
}

TEST(Descriptor, TakesOnlyAWholeNumberForASize) {
  for (const char* bytes : {"4.5", "-5", "1e300"}) {
    PackageMaker maker;
    maker.describe("units", std::string("\"bytes\": ") + bytes);
    EXPECT_EQ(problems_of(maker.make()),
              (Lines{"resource-error datapackage.json /resources/0/bytes"})) << bytes;
  }
}

TEST(Descriptor, SaysWhatABoundIsFor) {
  PackageMaker maker;
  maker.describe("extra", R"("schema": {"fields": [
      {"name": "x", "type": "string", "constraints": {"minimum": "a"}}]})");
  maker.file("extra") = "x\na\n";
  const Problems problems = read_dataset(maker.make()).problems();
  EXPECT_NE(problems.listed.at(0).message.en.find("numbers and dates"), std::string::npos);
}

TEST(Descriptor, TakesAnEndingInCapitalsForATable) {
  PackageMaker maker;
  Package package = maker.make();
  std::string& json = package.files["datapackage.json"];
  json.replace(json.find("units.csv"), 9, "UNITS.CSV");
  package.files["UNITS.CSV"] = package.files["units.csv"];
  EXPECT_EQ(problems_of(package), Lines());
  json.replace(json.find("UNITS.CSV"), 9, "UNITS.TSV");
  package.files["UNITS.TSV"] = "id\tname\tkind\nquoc-gia\tCả nước\tnation\n";
  EXPECT_EQ(problems_of(package), Lines());
}

TEST(Bundle, IsNotTakenForADescriptorOfAnotherName) {
  const Problems problems = read_bundle(R"({"resources": []})", "goi.json").problems();
  EXPECT_EQ(problems.listed.at(0).place.file, "goi.json");
  EXPECT_NE(problems.listed.at(0).mend.en.find("datapackage.json"), std::string::npos);
}

TEST(Descriptor, NamesTheTablesThatAreMissing) {
  const Lines missing(4, "package-error datapackage.json /resources");
  EXPECT_EQ(problems_of(with_descriptor("{\"resources\": []}")), missing);
}

TEST(Descriptor, ReportsEveryWrongTypeWithItsPointer) {
  PackageMaker maker;
  maker.settings = R"({"profile": 2, "illustration": "no", "headline": [1, "khong-co"],
                       "latest_month": "10/2025"})";
  maker.describe("extra", R"("schema": {"fields": [{"name": "x", "type": "text"}, {"type": "number",
      "decimalChar": "..", "constraints": {"minimum": "a", "maxLength": -1}}, {"name": "x"}],
      "primaryKey": "y", "foreignKeys": [{"fields": "x", "reference": {"fields": ["a", "b"]}}]},
      "encoding": "windows-1258")");
  maker.file("extra") = "x\n1\n";
  const Lines found = problems_of(maker.make());
  for (const char* expected :
       {"package-error datapackage.json /tien-do/profile",
        "package-error datapackage.json /tien-do/illustration",
        "package-error datapackage.json /tien-do/headline/0",
        "package-error datapackage.json /tien-do/latest_month",
        "foreign-key datapackage.json /tien-do/headline/1",
        "encoding-error datapackage.json /resources/4/encoding",
        "field-error datapackage.json /resources/4/schema/fields/0/type",
        "field-error datapackage.json /resources/4/schema/fields/1",
        "field-error datapackage.json /resources/4/schema/fields/1/decimalChar",
        "field-error datapackage.json /resources/4/schema/fields/1/constraints/minimum",
        "field-error datapackage.json /resources/4/schema/fields/1/constraints/maxLength",
        "schema-error datapackage.json /resources/4/schema/fields/2",
        "schema-error datapackage.json /resources/4/schema/primaryKey",
        "schema-error datapackage.json /resources/4/schema/foreignKeys/0"})
    EXPECT_NE(std::find(found.begin(), found.end(), expected), found.end()) << expected;
}

TEST(Descriptor, RefusesPathsThatLeaveThePackage) {
  for (const char* path :
       {"/etc/passwd", "../units.csv", ".hidden/units.csv", "https://a.vn/units.csv"}) {
    Package package = PackageMaker().make();
    std::string& json = package.files["datapackage.json"];
    json.replace(json.find("units.csv"), 9, path);
    EXPECT_EQ(problems_of(package).at(0), "resource-error datapackage.json /resources/0/path")
        << path;
  }
}

TEST(Descriptor, ReadsSchemaAndDialectFromFilesOfThePackage) {
  PackageMaker maker;
  maker.describe("units", R"("schema": "schema/units.json", "dialect": "dialect.json")");
  Package package = maker.make();
  EXPECT_EQ(problems_of(package),
            (Lines{"scheme-error dialect.json", "scheme-error schema/units.json"}));
  EXPECT_NE(read_dataset(package).problems().listed[1].mend.en.find("“schema”"),
            std::string::npos);
  package.files["dialect.json"] = R"({"delimiter": ";"})";
  package.files["schema/units.json"] =
      R"({"fields": [{"name": "id", "constraints": {"minLength": 20}}, {"name": "name"},
      {"name": "kind"}]})";
  package.files["units.csv"] = "id;name;kind\nquoc-gia;Cả nước;nation\n";
  EXPECT_EQ(problems_of(package), (Lines{"constraint-error units.csv:2 id"}));
}

TEST(Descriptor, MayBeOfVersion1) {
  PackageMaker maker;
  maker.describe("units", R"("profile": "tabular-data-resource", "dialect": {"csvddfVersion": 1.2,
      "delimiter": ",", "caseSensitiveHeader": true}, "schema": {"missingValues": ["", "-"],
      "primaryKey": "id", "fields": [{"name": "id"}, {"name": "name"}, {"name": "name@en"},
      {"name": "kind"}], "foreignKeys": [{"fields": "id", "reference": {"resource": "",
      "fields": "id"}}]})");
  EXPECT_EQ(problems_of(maker.make()), Lines());
}

TEST(Descriptor, IsRefusedWhereItIsNestedTooDeep) {
  EXPECT_EQ(problems_of(with_descriptor(std::string(100000, '['))),
            (Lines{"package-error datapackage.json"}));
}

TEST(Descriptor, ChecksSizeAndHashOfFiles) {
  PackageMaker maker;
  maker.describe("extra", R"("bytes": 4, "hash":
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")");
  maker.file("extra") = "abc";
  EXPECT_EQ(problems_of(maker.make()), (Lines{"byte-count extra.csv"}));
  maker.file("extra") = "abd\n";
  EXPECT_EQ(problems_of(maker.make()), (Lines{"hash-count extra.csv"}));
  maker.describe("extra", R"("bytes": 3, "hash": "900150983CD24FB0D6963F7D28E17F72")");
  maker.file("extra") = "abc";
  EXPECT_EQ(problems_of(maker.make()), Lines());
  maker.describe("extra", R"("hash": "sha1:00")");
  EXPECT_EQ(problems_of(maker.make()),
            (Lines{"(resource-error datapackage.json /resources/4/hash)"}));
}

TEST(Descriptor, ChecksTheHashOfFilesThatAreNoTablesToo) {
  PackageMaker maker;
  maker.describe("ban-do", R"("format": "geojson", "hash": "00")");
  maker.file("ban-do") = "{}";
  EXPECT_EQ(problems_of(maker.make()), (Lines{"hash-count ban-do.csv"}));
}

TEST(Descriptor, ReportsFilesOfOtherResourcesThatAreNotThere) {
  PackageMaker maker;
  maker.describe("ban-do", R"("format": "geojson")");
  EXPECT_EQ(problems_of(maker.make()), (Lines{"scheme-error ban-do.csv"}));
  maker.describe("ban-do", R"("format": "geojson", "bytes": 2, "hash": "00")");
  EXPECT_EQ(problems_of(maker.make()), (Lines{"scheme-error ban-do.csv"}));
}

TEST(Descriptor, ReportsTheFileOfATableOnceWhereItIsNotThere) {
  PackageMaker maker;
  maker.describe("extra", R"("bytes": 2, "hash": "00")");
  EXPECT_EQ(problems_of(maker.make()), (Lines{"scheme-error extra.csv"}));
}

TEST(Descriptor, TakesPathOrDataButNotBoth) {
  PackageMaker maker;
  maker.describe("extra", R"("data": [["a"], [1]])");
  maker.file("extra") = "a\n1\n";
  EXPECT_EQ(problems_of(maker.make()), (Lines{"resource-error datapackage.json /resources/4"}));
}

TEST(Descriptor, WarnsOfANullSequenceThatIsNotUsed) {
  PackageMaker maker;
  maker.describe("units", R"("dialect": {"nullSequence": "-"})");
  EXPECT_EQ(problems_of(maker.make()),
            (Lines{"(dialect-error datapackage.json /resources/0/dialect/nullSequence)"}));
}

TEST(Descriptor, HoldsRowsInPlace) {
  const char* lists = R"("data": [["id", "title", "grade"], ["bao", "Một bài báo", "B"]])";
  const char* objects = R"("data": [{"id": "bao", "title": "Mo\u0323t", "grade": "B", "so": 1.5},
                                    {"id": "b", "title": "c", "so": null, "grade": "X"}])";
  const auto with_sources = [](const char* data) {
    Package package = PackageMaker().make();
    std::string& json = package.files["datapackage.json"];
    json.replace(json.find("\"path\": \"sources.csv\""), 21, data);
    return package;
  };
  EXPECT_EQ(problems_of(with_sources(lists)), Lines());
  EXPECT_EQ(problems_of(with_sources(objects)),
            (Lines{"constraint-error datapackage.json#/resources/3/data:2 grade"}));
  EXPECT_EQ(problems_of(with_sources(R"("data": [["id", "title", "grade"], 1])")),
            (Lines{"resource-error datapackage.json /resources/3/data/1",
                   "blank-row datapackage.json#/resources/3/data:2",
                   "foreign-key observations.csv:2 source"}));
}

// An escape names what may not stand in a file.
TEST(Descriptor, RefusesControlCharactersInItsTexts) {
  Package package = PackageMaker().make();
  std::string& json = package.files["datapackage.json"];
  json.replace(json.find("\"path\": \"sources.csv\""), 21,
               R"("data": [["id", "title", "grade"], ["bao", "Một\tbài\u0007", "B"]])");
  EXPECT_EQ(problems_of(package), (Lines{"source-error datapackage.json /resources/3/data/1/1"}));
}

TEST(Descriptor, LeavesResourcesAloneThatAreNoTables) {
  PackageMaker maker;
  maker.describe("ban-do", R"("format": "geojson")");
  maker.file("ban-do") = "{}";
  EXPECT_EQ(problems_of(maker.make()), Lines());
}

TEST(Descriptor, NamesTablesOfOursThatAreNoCsv) {
  PackageMaker maker;
  maker.describe("tasks", R"("format": "xlsx")");
  maker.file("tasks") = "PK";
  EXPECT_EQ(problems_of(maker.make()), (Lines{"format-error datapackage.json /resources"}));
  Package package = PackageMaker().make();
  std::string& json = package.files["datapackage.json"];
  json.replace(json.find("\"path\": \"sources.csv\""), 21, "\"data\": {}");
  EXPECT_EQ(problems_of(package), (Lines{"format-error datapackage.json /resources"}));
}

TEST(Descriptor, TellsWhatThePackageIs) {
  const Result<Dataset> dataset = read_dataset(PackageMaker().make());
  ASSERT_TRUE(dataset);
  EXPECT_EQ(dataset->info().name, "thu");
  EXPECT_EQ(dataset->info().title.vi, "Thử");
  EXPECT_EQ(dataset->info().headline, (Lines{"ty-le"}));
  EXPECT_EQ(dataset->info().latest_month, (Month{2025, 10}));
  EXPECT_FALSE(dataset->info().illustration);
}

}  // namespace
}  // namespace tiendo

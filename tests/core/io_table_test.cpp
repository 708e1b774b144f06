// One broken package for every name of a problem: what is reported, and where.
#include <gtest/gtest.h>

#include "io/dataset_reader.h"
#include "make_package.h"

namespace tiendo {
namespace {

using test::Lines;
using test::PackageMaker;

Lines problems_of(const PackageMaker& maker) {
  return test::summary(read_dataset(maker.make()).problems());
}

// A table "extra" of these rows with this schema; the profile does not know it.
Lines problems_of_table(const std::string& csv, const std::string& members) {
  PackageMaker maker;
  maker.describe("extra", members);
  maker.file("extra") = csv;
  return problems_of(maker);
}

std::string field(const std::string& members) {
  return "\"schema\": {\"fields\": [{\"name\": \"x\", " + members + "}, {\"name\": \"y\"}]}";
}
Lines problems_of_x(const std::string& cell, const std::string& members) {
  return problems_of_table("x,y\n" + cell + ",1\n", field(members));
}

const Lines none;

TEST(Table, OfTheSmallestPackageIsValid) { EXPECT_EQ(problems_of({}), none); }

TEST(Table, ReportsRowsThatAreBlankShortOrLong) {
  PackageMaker maker;
  maker.file("sources") = "id,title,grade\n\nbao,Một bài báo,B\n,,\nb,B\nc,C,C,C\n";
  EXPECT_EQ(problems_of(maker),
            (Lines{"blank-row sources.csv:2", "blank-row sources.csv:4",
                   "missing-cell sources.csv:5 grade", "extra-cell sources.csv:6"}));
}

TEST(Table, ReportsLabelsThatAreBlankOrRepeated) {
  EXPECT_EQ(problems_of_table("x,,x\n1,2,3\n", ""),
            (Lines{"blank-label extra.csv:1", "duplicate-label extra.csv:1 x"}));
}

TEST(Table, ReportsLabelsThatAreMissing) {
  EXPECT_EQ(problems_of_table("y\n1\n", field("\"type\": \"string\"")),
            (Lines{"missing-label extra.csv:1 x"}));
  PackageMaker maker;  // and those that only the profile asks for
  maker.file("units") = "id,kind\nquoc-gia,nation\n";
  EXPECT_EQ(problems_of(maker), (Lines{"missing-label units.csv:1 name"}));
}

TEST(Table, WarnsOfColumnsThatTheSchemaDoesNotDescribe) {
  EXPECT_EQ(problems_of_table("x,y,z\n1,2,3\n", field("\"type\": \"integer\"")),
            (Lines{"(extra-label extra.csv:1 z)"}));
  EXPECT_EQ(
      problems_of_table("x,y,z\n1,2,3\n",
                        R"("schema": {"fieldsMatch": ["subset"], "fields": [{"name": "x"}]})"),
      none);
  EXPECT_EQ(problems_of_table("x\n1\n", R"("schema": {"fieldsMatch": "superset",
                                           "fields": [{"name": "x"}, {"name": "y"}]})"),
            none);
}

TEST(Table, ReportsCellsThatAreNotOfTheirType) {
  EXPECT_EQ(problems_of_x("39;51", R"("type": "number")"), (Lines{"type-error extra.csv:2 x"}));
  EXPECT_EQ(problems_of_x("04/05/2025", R"("type": "date")"), (Lines{"type-error extra.csv:2 x"}));
  EXPECT_EQ(problems_of_x("04/05/2025", R"("type": "date", "format": "any")"),
            (Lines{"type-error extra.csv:2 x"}));
  EXPECT_EQ(problems_of_x("04/05/2025", R"("type": "date", "format": "%d/%m/%Y")"), none);
  EXPECT_EQ(problems_of_x("có", R"("type": "boolean", "trueValues": ["có"])"), none);
  EXPECT_EQ(
      problems_of_x("\"1.234,5\"", R"("type": "number", "decimalChar": ",", "groupChar": ".")"),
      none);
}

TEST(Table, ChecksEveryConstraint) {
  const auto with = [](const char* type, const char* constraints) {
    return std::string("\"type\": \"") + type + "\", \"constraints\": {" + constraints + "}";
  };
  const Lines broken{"constraint-error extra.csv:2 x"};
  EXPECT_EQ(problems_of_x("", with("string", R"("required": true)")), broken);
  EXPECT_EQ(problems_of_x("d", with("string", R"("enum": ["a", "b"])")), broken);
  EXPECT_EQ(problems_of_x("2.0", with("number", R"("enum": [1, 2])")), none);
  EXPECT_EQ(problems_of_x("101", with("integer", R"("maximum": 100)")), broken);
  EXPECT_EQ(problems_of_x("100", with("integer", R"("maximum": 100, "minimum": 100)")), none);
  EXPECT_EQ(problems_of_x("100", with("number", R"("exclusiveMaximum": "100")")), broken);
  EXPECT_EQ(problems_of_x("-1", with("number", R"("exclusiveMinimum": -1)")), broken);
  EXPECT_EQ(problems_of_x("2024-12-31", with("date", R"("minimum": "2025-01-01")")), broken);
  EXPECT_EQ(problems_of_x("2024-12", with("yearmonth", R"("minimum": "2025-01")")), broken);
  EXPECT_EQ(problems_of_x("2030", with("year", R"("maximum": 2025)")), broken);
  EXPECT_EQ(problems_of_x("đủ", with("string", R"("maxLength": 2, "minLength": 2)")), none);
  EXPECT_EQ(problems_of_x("đủ", with("string", R"("minLength": 3)")), broken);
  EXPECT_EQ(problems_of_x("Ab", with("string", R"("pattern": "[a-z]+")")), broken);
  EXPECT_EQ(problems_of_table("x,y\na,1\nb,1\na,1\n", field(with("string", R"("unique": true)"))),
            (Lines{"unique-error extra.csv:4 x"}));
}

TEST(Table, WarnsOfAPatternThatIsNotChecked) {
  EXPECT_EQ(
      problems_of_x("a", R"("constraints": {"pattern": "\\p{Lu}+"})"),
      (Lines{"(field-error datapackage.json /resources/4/schema/fields/0/constraints/pattern)"}));
}

TEST(Table, ReadsMissingValuesOfTheSchemaAndOfTheField) {
  EXPECT_EQ(problems_of_table("x,y\n-,n/a\n",
                              R"("schema": {"missingValues": ["-"], "fields": [
                                 {"name": "x", "type": "number"},
                                 {"name": "y", "type": "number", "missingValues":
                                   [{"value": "n/a", "label": "chưa có"}]}]})"),
            none);
  EXPECT_EQ(problems_of_table("x,y\n,1\n", R"("schema": {"missingValues": ["-"], "fields": [
                                 {"name": "x", "type": "number"}, {"name": "y"}]})"),
            (Lines{"type-error extra.csv:2 x"}));
}

TEST(Table, ReportsKeysThatAreRepeatedOrMissing) {
  const char* schema =
      R"("schema": {"primaryKey": ["x", "y"], "fields": [{"name": "x"}, {"name": "y"}]})";
  EXPECT_EQ(problems_of_table("x,y\na,1\na,2\na,1\n,3\n", schema),
            (Lines{"primary-key extra.csv:5 x", "primary-key extra.csv:4 x"}));
  EXPECT_EQ(problems_of_table("x,y\na,1\na,1\n,1\n,1\n",
                              R"("schema": {"uniqueKeys": [["x", "y"]], "fields": [
                                 {"name": "x"}, {"name": "y"}]})"),
            (Lines{"unique-error extra.csv:3 x"}));
  PackageMaker maker;  // and those that only the profile asks for
  maker.file("units") += "quoc-gia,Lần nữa,Again,nation\n";
  maker.file("observations") += "ty-le,quoc-gia,2025-07,40,bao\n";
  EXPECT_EQ(problems_of(maker), (Lines{"primary-key units.csv:3 id",
                                       "primary-key observations.csv:3 indicator"}));
}

TEST(Table, ComparesValuesOfKeysNotHowTheyAreWritten) {
  const auto problems_of_numbers = [](const std::string& cells, const std::string& type) {
    return problems_of_table("x\n" + cells,
                             "\"schema\": {\"primaryKey\": [\"x\"], \"fields\": "
                             "[{\"name\": \"x\", " + type + "}]}");
  };
  const Lines third{"primary-key extra.csv:3 x"};
  EXPECT_EQ(problems_of_numbers("1\n1.0\n", R"("type": "number")"), third);
  EXPECT_EQ(problems_of_numbers("01\n1\n", R"("type": "integer")"), third);
  EXPECT_EQ(problems_of_numbers("\"-0,50\"\n\"-,5\"\n", R"("type": "number", "decimalChar": ",")"),
            third);
  EXPECT_EQ(problems_of_numbers("true\nTRUE\n", R"("type": "boolean")"), third);
  EXPECT_EQ(problems_of_numbers("1\n10\n0.1\n-1\n0\n1.01\n", R"("type": "number")"), none);
  EXPECT_EQ(problems_of_numbers("1\n1.0\n01\n", R"("type": "string")"), none);
  EXPECT_EQ(problems_of_table("x,y\n1,a\n2,a\n1.0,a\n",
                              R"("schema": {"uniqueKeys": [["x", "y"]], "fields": [
                                 {"name": "x", "type": "number"}, {"name": "y"}]})"),
            (Lines{"unique-error extra.csv:4 x"}));
}

TEST(Table, FollowsReferencesByValue) {
  const auto problems_of_reference = [](const std::string& cell, const std::string& type) {
    PackageMaker maker;
    maker.describe("extra", R"("schema": {"fields": [{"name": "x", "type": "integer"}]})");
    maker.file("extra") = "x\n02\n1\n";
    maker.describe("more", R"("schema": {"fields": [{"name": "x", )" + type + R"(}], "foreignKeys":
        [{"fields": ["x"], "reference": {"resource": "extra", "fields": ["x"]}}]})");
    maker.file("more") = "x\n" + cell + "\n";
    return problems_of(maker);
  };
  EXPECT_EQ(problems_of_reference("1.0", R"("type": "number")"), none);
  EXPECT_EQ(problems_of_reference("\"1,0\"", R"("type": "number", "decimalChar": ",")"), none);
  EXPECT_EQ(problems_of_reference("2", R"("type": "string")"), none);
  EXPECT_EQ(problems_of_reference("3", R"("type": "number")"),
            (Lines{"foreign-key more.csv:2 x"}));
}

TEST(Table, ComparesChoicesByValue) {
  const char* yes = R"("type": "boolean", "constraints": {"enum": [true]})";
  EXPECT_EQ(problems_of_x("True", yes), none);
  EXPECT_EQ(problems_of_x("False", yes), (Lines{"constraint-error extra.csv:2 x"}));
  EXPECT_EQ(problems_of_x("1.0", R"("type": "number", "constraints": {"enum": [1]})"), none);
}

// In order, out of order late, and out of order at once.
TEST(Table, FindsRepeatedKeysInWhateverOrderTheyCome) {
  const char* schema = R"("schema": {"primaryKey": ["x"], "fields": [{"name": "x"}]})";
  std::string ascending = "x\n";
  for (int i = 1000; i < 1300; ++i) ascending += "k" + std::to_string(i) + "\n";
  EXPECT_EQ(problems_of_table(ascending, schema), Lines{});
  EXPECT_EQ(problems_of_table(ascending + "k1000\nk1299\nk1300\n", schema),
            (Lines{"primary-key extra.csv:302 x", "primary-key extra.csv:303 x"}));
  EXPECT_EQ(problems_of_table(ascending + "k1299\n", schema),
            (Lines{"primary-key extra.csv:302 x"}));
  EXPECT_EQ(problems_of_table("x\nb\na\nc\na\n", schema), (Lines{"primary-key extra.csv:5 x"}));
}

TEST(Table, HoldsMomentsAgainstTheirBoundsWhateverTheirZone) {
  const char* from = R"("type": "datetime", "constraints": {"minimum": "2025-07-19T08:30:00Z"})";
  EXPECT_EQ(problems_of_x("2025-07-19T08:30:00Z", from), none);
  EXPECT_EQ(problems_of_x("2025-07-19T15:30:00.5+07:00", from), none);
  EXPECT_EQ(problems_of_x("2025-07-19T15:29:59+07:00", from),
            Lines{"constraint-error extra.csv:2 x"});
  EXPECT_EQ(problems_of_x("19/07/2025 08:30", R"("type": "datetime", "format": "%d/%m/%Y %H:%M",
                          "constraints": {"maximum": "19/07/2025 08:29"})"),
            Lines{"constraint-error extra.csv:2 x"});
}

TEST(Table, ReportsReferencesToAColumnThatIsNot) {
  EXPECT_EQ(problems_of_table("x,y\nquoc-gia,1\n", R"("schema": {"fields": [{"name": "x"},
                {"name": "y"}], "foreignKeys": [{"fields": "x", "reference": {
                "resource": "units", "fields": "ma"}}]})"),
            Lines{"schema-error extra.csv"});
}

TEST(Table, FindsItsHeaderBehindCommentRows) {
  const char* dialect = R"("dialect": {"commentRows": [1, 3], "headerRows": [2]},
                           "schema": {"primaryKey": ["x"], "fields": [{"name": "x"}]})";
  EXPECT_EQ(problems_of_table("nguồn\nx\nđơn vị\na\nb\n", dialect), none);
  EXPECT_EQ(problems_of_table("nguồn\nx\nđơn vị\na\na\n", dialect),
            Lines{"primary-key extra.csv:5 x"});
}

TEST(Table, ReportsReferencesThatLeadNowhere) {
  const char* schema = R"("schema": {"fields": [{"name": "x"}, {"name": "y"}], "foreignKeys": [
      {"fields": "x", "reference": {"resource": "units", "fields": "id"}},
      {"fields": ["y"], "reference": {"resource": "", "fields": ["x"]}}]})";
  EXPECT_EQ(problems_of_table("x,y\nquoc-gia,quoc-gia\n,quoc-gia\nha-noi,quoc-gia\nquoc-gia,hue\n",
                              schema),
            (Lines{"foreign-key extra.csv:4 x", "foreign-key extra.csv:5 y"}));
  PackageMaker maker;  // and those that only the profile knows, in lists too
  maker.file("observations") += "ty-le,hue,2025-08,40,bao\nkhac,quoc-gia,2025-08,40,\n";
  maker.describe("tasks", "");
  maker.file("tasks") = "id,title,lead,thread,source\nt1,Việc,quoc-gia; hue,chu-de,bao\n";
  EXPECT_EQ(
      problems_of(maker),
      (Lines{"foreign-key observations.csv:3 unit", "foreign-key observations.csv:4 indicator",
             "constraint-error observations.csv:4 source", "foreign-key tasks.csv:2 lead",
             "foreign-key tasks.csv:2 thread"}));
}

TEST(Table, SaysAMistakeOnce) {
  PackageMaker maker;  // the schema and the profile both see it
  maker.describe("units",
                 R"("schema": {"primaryKey": "id", "fields": [{"name": "id"}, {"name": "name"},
      {"name": "name@en"}, {"name": "kind", "constraints": {"enum": ["nation"]}},
      {"name": "x"}]})");
  maker.file("units") = "id,name,name@en,kind\nquoc-gia,Cả nước,,bo\nquoc-gia,Cả nước,,nation\n";
  EXPECT_EQ(problems_of(maker),
            (Lines{"missing-label units.csv:1 x", "constraint-error units.csv:2 kind",
                   "primary-key units.csv:3 id"}));
}

TEST(Table, DoesNotBlameReferencesToATableThatCannotBeRead) {
  PackageMaker maker;
  maker.file("sources") = "id,title,grade\nbao,M\xf4t,B\n";
  EXPECT_EQ(problems_of(maker), (Lines{"encoding-error sources.csv:2"}));
}

TEST(Table, ReportsFilesThatAreMissingEmptyOrNotUtf8) {
  PackageMaker maker;
  maker.package.files.erase("units.csv");
  maker.file("indicators") = "";
  EXPECT_EQ(problems_of(maker),
            (Lines{"scheme-error units.csv", "source-error indicators.csv"}));
}

TEST(Table, ReadsBomCrlfAndText) {
  PackageMaker maker;
  maker.file("units") =
      "\xEF\xBB\xBFid,name,kind\r\nquoc-gia,\"Ca\u0309 nu\u031bo\u031b\u0301c\",nation\r\n";
  const Result<Dataset> dataset = read_dataset(maker.make());
  ASSERT_TRUE(dataset) << test::summary(dataset.problems()).at(0);
  EXPECT_EQ(dataset->units()[0].name.vi, "Cả nước");
}

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST(Table, ReadsUtf16ByItsMarkOrByTheDescriptor) {
  const std::u16string_view text = u"id,title,grade\nbao,Một bài báo 😀,B\n";
  PackageMaker maker;
  maker.file("sources") = "\xFF\xFE" + utf16(text, false);
  const Result<Dataset> dataset = read_dataset(maker.make());
  ASSERT_TRUE(dataset) << test::summary(dataset.problems()).at(0);
  EXPECT_EQ(dataset->sources()[0].title.vi, "Một bài báo 😀");
  maker.describe("sources", R"("encoding": "UTF-16BE")");
  maker.file("sources") = utf16(text, true);
  EXPECT_EQ(problems_of(maker), none);
  maker.file("sources").pop_back();
  EXPECT_EQ(problems_of(maker), (Lines{"encoding-error sources.csv:2"}));
  maker.file("sources") = utf16(std::u16string{u'\n', char16_t{0xDC00}}, true);
  EXPECT_EQ(problems_of(maker), (Lines{"encoding-error sources.csv:2"}));
}

TEST(Table, ChecksFormatsOfTextAndTime) {
  const Lines broken{"type-error extra.csv:2 x"};
  EXPECT_EQ(problems_of_x("a@b.vn", R"("format": "email")"), none);
  EXPECT_EQ(problems_of_x("a.vn", R"("format": "email")"), broken);
  EXPECT_EQ(problems_of_x("https://a.vn/?b#c", R"("format": "uri")"), none);
  EXPECT_EQ(problems_of_x("a.vn/b", R"("format": "uri")"), broken);
  EXPECT_EQ(problems_of_x("123e4567-e89b-12d3-a456-42661417400", R"("format": "uuid")"), broken);
  EXPECT_EQ(problems_of_x("04/05/2025 :30",
                          R"("type": "datetime", "format": "%d/%m/%Y %H:%M")"), broken);
  EXPECT_EQ(problems_of_x("04/05/2025 08:30",
                          R"("type": "datetime", "format": "%d/%m/%Y %H:%M")"), none);
  EXPECT_EQ(
      problems_of_x("a", R"("type": "date", "format": "%d/%m")").at(0),
      "field-error datapackage.json /resources/4/schema/fields/0/format");
}

TEST(Table, ReadsSeveralPathsAsOneTable) {
  PackageMaker maker;
  Package package = maker.make();
  std::string& json = package.files["datapackage.json"];
  json.replace(json.find("\"units.csv\""), 11, R"(["units.csv", "more.csv", "even-more.csv"])");
  package.files["more.csv"] = "id,name,name@en,kind\nhue,Huế,,province\n";
  package.files["even-more.csv"] = "ha-noi,Hà Nội,,province\nx,,,y\n";
  EXPECT_EQ(
      test::summary(read_dataset(package).problems()),
      (Lines{"constraint-error even-more.csv:2 name", "constraint-error even-more.csv:2 kind"}));
  package.files["even-more.csv"] = "ha-noi,Hà Nội,,province\n";
  EXPECT_EQ(read_dataset(package)->units().size(), 3u);
}

TEST(Table, FollowsTheDialect) {
  const char* dialect = R"("dialect": {"delimiter": ";", "quoteChar": "'", "commentChar": "#"})";
  EXPECT_EQ(
      problems_of_table("#c\nx;y\n'1;2';3\n",
                        std::string(dialect) + ", " + field(R"("constraints": {"enum": ["1;2"]})")),
      none);
  EXPECT_EQ(problems_of_table("a,b\n1,2\n",
                              R"("dialect": {"header": false}, )" + field(R"("type": "integer")")),
            (Lines{"type-error extra.csv:1 x"}));
  EXPECT_EQ(problems_of_table("Bảng\nx,y\n,2\n1,2\n",
                              R"("dialect": {"headerRows": [2, 3], "headerJoin": "-"}, "schema":
                                 {"fields": [{"name": "x"}, {"name": "y-2"}]})"),
            none);
  EXPECT_EQ(problems_of_table("x,y\n1,2\n", R"("dialect": {"delimiter": "||"})"),
            (Lines{"dialect-error datapackage.json /resources/4/dialect/delimiter"}));
}

TEST(Table, SaysInBothLanguagesWhatIsWrongAndHowToMendIt) {
  PackageMaker maker;
  maker.file("observations") =
      "indicator,unit,period,value,source\nty-le,quoc-gia,04/05/2025,mười,bao\n";
  const Result<Dataset> dataset = read_dataset(maker.make());
  ASSERT_EQ(dataset.problems().listed.size(), 2u);
  const Problem& problem = dataset.problems().listed[0];
  EXPECT_EQ(problem.message.vi,
            "Ô ghi “04/05/2025”, cần năm, tháng hoặc ngày: 2025, 2025-07 hoặc 2025-07-19.");
  EXPECT_EQ(
      problem.message.en,
      "The cell says “04/05/2025”, expected a year, month or day: 2025, 2025-07 or 2025-07-19.");
  EXPECT_FALSE(problem.mend.vi.empty() || problem.mend.en.empty());
}

TEST(Table, SaysOnceThatAFileHasAnotherDelimiter) {
  PackageMaker maker;  // every other table refers to the units
  maker.file("units") = "id;name;kind\nquoc-gia;Cả nước;nation\n";
  EXPECT_EQ(problems_of(maker), (Lines{"dialect-error units.csv:1"}));
  maker.describe("units", R"("schema": {"fields": [{"name": "id"}, {"name": "name"}]})");
  EXPECT_EQ(problems_of(maker), (Lines{"dialect-error units.csv:1"}));
  maker.file("units") = "id\tname\tkind\nquoc-gia\tCả nước\tnation\n";
  EXPECT_EQ(problems_of(maker), (Lines{"dialect-error units.csv:1"}));
}

TEST(Table, ReadsWhatAVietnameseSpreadsheetSavesAsTheGuideSays) {
  PackageMaker maker;
  maker.file("observations") =
      "indicator;unit;period;value;published;source\r\n"
      "ty-le;quoc-gia;2025-07;39,51;04/05/2025;bao\r\n";
  maker.describe("observations", R"("dialect": {"delimiter": ";"},
     "schema": {"fieldsMatch": "subset", "fields": [
       {"name": "value", "type": "number", "decimalChar": ","},
       {"name": "published", "type": "date", "format": "%d/%m/%Y"}]})");
  EXPECT_EQ(problems_of(maker), none);
}

TEST(Table, SaysWhyThereAreNoColumns) {
  const auto problems_with = [](const char* dialect) {
    return problems_of_table("x,y\n1,2\n", dialect);
  };
  EXPECT_EQ(problems_with(R"("dialect": {"headerRows": [3]})"), (Lines{"dialect-error extra.csv"}));
  EXPECT_EQ(problems_with(R"("dialect": {"headerRows": [1, 3]})"),
            (Lines{"dialect-error extra.csv"}));
  EXPECT_EQ(problems_with(R"("dialect": {"headerRows": [4294967297]})"),
            (Lines{"dialect-error datapackage.json /resources/4/dialect/headerRows/0",
                   "dialect-error extra.csv:1"}));
  EXPECT_EQ(problems_with(R"("dialect": {"header": false})"),
            (Lines{"dialect-error extra.csv:1"}));
  EXPECT_EQ(problems_of_table("\nx,y\n1,2\n", ""), (Lines{"blank-header extra.csv:1"}));
}

TEST(Table, RefusesControlCharactersWhereverTheyStand) {
  PackageMaker maker;
  for (const std::string before : {"", "12345678", "abc\tđ"}) {
    const std::string text = "id,title,grade\r\nbao," + before + "\x1b,B\n";
    maker.file("sources") = text;
    EXPECT_EQ(problems_of(maker), (Lines{"source-error sources.csv:2"}));
    EXPECT_NE(read_dataset(maker.make()).problems().listed[0].message.en.find(
                  "Byte " + std::to_string(21 + before.size()) + " of the file"),
              std::string::npos);
    std::u16string wide;
    for (const char c : text) wide += c < 0 ? u'a' : static_cast<char16_t>(c);
    maker.file("sources") = "\xFF\xFE" + utf16(wide, false);
    EXPECT_EQ(problems_of(maker), (Lines{"source-error sources.csv:2"}));
  }
  maker.file("sources") = std::string("id,title,grade\rbao,\0,B\r", 23);
  EXPECT_EQ(problems_of(maker), (Lines{"source-error sources.csv:2"}));
}

TEST(Table, CountsAllProblemsAndListsTheFirst) {
  PackageMaker maker;
  for (int i = 0; i < 10000; ++i) maker.file("observations") += "ty-le,quoc-gia,sai,1,bao\n";
  const Result<Dataset> dataset = read_dataset(maker.make());
  EXPECT_FALSE(dataset);
  EXPECT_GE(dataset.problems().errors, 10000u);
  EXPECT_EQ(dataset.problems().listed.size(), Problems::listed_max);
}

}  // namespace
}  // namespace tiendo

#include "io/csv.h"

#include <gtest/gtest.h>

#include "make_package.h"

namespace tiendo::io {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Read {
  Rows rows;
  std::vector<int> lines;
  std::vector<std::string> problems;
};

Read read(std::string_view text, const Dialect& dialect = {}) {
  Problems problems;
  const CsvFile csv = read_csv(text, dialect, "a.csv", problems);
  Read read;
  std::vector<std::string_view> cells;
  for (std::size_t row = 0; row < csv.row_count(); ++row) {
    cells.resize(csv.cell_count(row));
    csv.read_row(row, cells.data(), cells.size(), false);
    read.rows.emplace_back(cells.begin(), cells.end());
    for (std::size_t i = 0; i < cells.size(); ++i) EXPECT_EQ(csv.cell(row, i), cells[i]);
    read.lines.push_back(csv.line(row));
  }
  read.problems = test::summary(problems);
  return read;
}

// Wherever they fall among the eight bytes that are looked at at once.
TEST(Csv, KeepsTabsInsideOfCells) {
  for (std::size_t before = 0; before < 20; ++before) {
    const std::string padding(before, 'x');
    const std::string first = padding + "\t1\t\t2", second = "\t" + padding + "\t";
    EXPECT_EQ(read(first + "," + second + "\n" + second + "," + first).rows,
              (Rows{{first, second}, {second, first}}));
    EXPECT_EQ(read(padding + "\t" + padding + "\n", {.delimiter = '\t'}).rows,
              (Rows{{padding, padding}}));
  }
}

TEST(Csv, SplitsRowsAtEveryKindOfLineEnd) {
  const Rows expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
  EXPECT_EQ(read("a,b\n1,2\n3,4\n").rows, expected);
  EXPECT_EQ(read("a,b\r\n1,2\r\n3,4\r\n").rows, expected);
  EXPECT_EQ(read("a,b\r1,2\r3,4").rows, expected);
  EXPECT_EQ(read("a,b\n1,2\r\n3,4").rows, expected);
}

TEST(Csv, HasNoRowAfterTheLastLineEnd) {
  EXPECT_EQ(read("").rows, Rows{});
  EXPECT_EQ(read("a\n").rows, (Rows{{"a"}}));
  EXPECT_EQ(read("a\n\n").rows, (Rows{{"a"}, {}}));
}

TEST(Csv, KeepsEmptyCells) {
  EXPECT_EQ(read(",\n,,\na,").rows, (Rows{{"", ""}, {"", "", ""}, {"a", ""}}));
  EXPECT_EQ(read("\"\",\"\"").rows, (Rows{{"", ""}}));
}

TEST(Csv, KeepsNewlinesInsideQuotes) {
  const Read csv = read("a,b\n\"1\n2\r\n3\",x\nlast,y\n");
  EXPECT_EQ(csv.rows, (Rows{{"a", "b"}, {"1\n2\r\n3", "x"}, {"last", "y"}}));
  EXPECT_EQ(csv.lines, (std::vector<int>{1, 2, 5}));
}

TEST(Csv, KeepsDelimitersAndDoubledQuotesInsideQuotes) {
  EXPECT_EQ(read("\"a,b\",\"say \"\"đúng\"\"\",\"\"\"\"").rows,
            (Rows{{"a,b", "say \"đúng\"", "\""}}));
}

TEST(Csv, TakesAQuoteInsideAPlainCellAsItIs) {
  EXPECT_EQ(read("5\" ống,a\"\"b").rows, (Rows{{"5\" ống", "a\"\"b"}}));
}

TEST(Csv, ReportsAQuoteThatIsNeverClosedOnTheLineWhereItOpens) {
  EXPECT_EQ(read("a,b\n1,\"2\n3,4\n").problems, (test::Lines{"source-error a.csv:2"}));
}

TEST(Csv, ReportsTextAfterAClosingQuote) {
  const Read csv = read("\"a\"b,c\nd,e\n");
  EXPECT_EQ(csv.problems, (test::Lines{"source-error a.csv:1"}));
  EXPECT_EQ(csv.rows, (Rows{{"a", "c"}, {"d", "e"}}));
}

TEST(Csv, FollowsTheDialect) {
  EXPECT_EQ(read("a;'b;c';'d''e'", {.delimiter = ';', .quote = '\''}).rows,
            (Rows{{"a", "b;c", "d'e"}}));
  EXPECT_EQ(read("a\t\"b\"", {.delimiter = '\t', .quote = 0}).rows, (Rows{{"a", "\"b\""}}));
  EXPECT_EQ(read("a, b, \"c\"", {.skip_initial_space = true}).rows, (Rows{{"a", "b", "c"}}));
  EXPECT_EQ(read("a\\,b,\"c\\\"d\"", {.escape = '\\', .double_quote = false}).rows,
            (Rows{{"a,b", "c\"d"}}));
}

TEST(Csv, LeavesCommentsOutButCountsTheirLines) {
  const Read csv = read("# ghi chú\na\n# \"\n1\n", {.comment = '#'});
  EXPECT_EQ(csv.rows, (Rows{{"a"}, {"1"}}));
  EXPECT_EQ(csv.lines, (std::vector<int>{2, 4}));
  EXPECT_EQ(read("a\nkhông\n1\n", {.comment_rows = {2}}).rows, (Rows{{"a"}, {"1"}}));
}

}  // namespace
}  // namespace tiendo::io

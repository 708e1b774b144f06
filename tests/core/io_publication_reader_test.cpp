// Reading in slices, and while the bytes arrive, ends as reading at once does.
#include "io/publication_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "io/csv.h"
#include "io/problem_report.h"
#include "io/source_text.h"
#include "make_package.h"
#include "read_package.h"

namespace tiendo {
namespace {

namespace fs = std::filesystem;
const std::string fixtures = "tests/fixtures/";

std::vector<Package> packages() {
  std::vector<Package> packages = {test::read_package("viet-nam")};
  for (const auto& entry : fs::directory_iterator(fixtures)) {
    Package& package = packages.emplace_back();
    test::add_files(package, fixtures + "valid", "");
    test::add_files(package, entry.path().string(), "");
    package.files.erase("report.json");
  }
  return packages;
}

Result<Publication> finish(PublicationReader& reader, std::size_t rows_max) {
  double share = 0;
  PublicationReader::State state = reader.step(rows_max);
  for (; state == PublicationReader::State::reading; state = reader.step(rows_max)) {
    EXPECT_LE(share, reader.share_done());
    share = reader.share_done();
  }
  EXPECT_EQ(state, PublicationReader::State::done);
  EXPECT_LE(share, 1);
  return reader.take();
}

TEST(PublicationReader, SaysInSlicesWhatItSaysAtOnce) {
  for (const Package& package : packages()) {
    const Result<Publication> whole = read_publication(package);
    PublicationReader reader(package);
    const Result<Publication> sliced = finish(reader, 3);
    EXPECT_EQ(to_json(sliced.problems()), to_json(whole.problems()));
    ASSERT_EQ(static_cast<bool>(sliced), static_cast<bool>(whole));
    if (whole) {
      EXPECT_EQ(sliced->dataset.observations().size(), whole->dataset.observations().size());
    }
  }
}

TEST(PublicationReader, ReadsWhileTheBytesArrive) {
  for (const Package& package : packages()) {
    Package arriving;
    std::vector<std::string> tables;
    for (const auto& [path, bytes] : package.files) {
      if (path.size() < 4 || path.substr(path.size() - 4) != ".csv") {
        arriving.files[path] = bytes;
        continue;
      }
      arriving.begin(path, 0);
      tables.push_back(path);
    }
    PublicationReader reader(&arriving);
    for (const std::string& path : tables) {
      const std::string& bytes = package.files.find(path)->second;
      const std::size_t piece = bytes.size() / 50 + 1;
      for (std::size_t at = 0; at < bytes.size(); at += piece) {
        arriving.add(path, std::string_view(bytes).substr(at, piece));
        while (reader.step(100) == PublicationReader::State::reading) {
        }
      }
      arriving.end(path);
    }
    const Result<Publication> read = finish(reader, 1000);
    EXPECT_EQ(to_json(read.problems()), to_json(read_publication(package).problems()));
  }
}

// Marks that combine: "Hà Nội" is composed, whatever slice its parts fall into.
TEST(SourceText, IsTheSameHoweverItIsSliced) {
  const std::string plain = "id,tên\nhn,Ha\u0300 No\u0302\u0323i\nhcm,TP. Hồ Chí Minh\n";
  const auto utf16 = [](std::u16string_view text, bool is_big) {
    std::string bytes;
    for (const char16_t unit : text) {
      const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
      bytes += is_big ? high : low;
      bytes += is_big ? low : high;
    }
    return bytes;
  };
  const std::u16string wide = u"\uFEFFid,tên\nhn,Ha\u0300 No\u0302\u0323i\nhcm,TP. Hồ Chí Minh\n";
  for (const std::string& bytes : {plain, utf16(wide, false), utf16(wide, true)})
    for (std::size_t slice = 1; slice <= bytes.size(); ++slice) {
      Problems problems;
      io::SourceText text(io::Encoding::utf8, "a.csv");
      for (std::size_t end = slice; end < bytes.size(); end += slice)
        while (text.read(std::string_view(bytes).substr(0, end), false, slice, problems)) {
        }
      while (text.read(bytes, true, slice, problems)) {
      }
      EXPECT_EQ(text.view(), "id,tên\nhn,Hà Nội\nhcm,TP. Hồ Chí Minh\n") << slice;
      EXPECT_TRUE(problems.ok());
    }
}

TEST(CsvReader, ReadsARowOnlyOnceItIsWhole) {
  const std::string text = "a,\"b\"\"c\n\",d\r\n\"1\",2,3\r\n# x\n4,\"5\",6\r7,\"8\"x,9";
  const io::Dialect dialect{.comment = '#'};
  Problems whole_problems;
  const io::CsvFile whole = io::read_csv(text, dialect, "a.csv", whole_problems);
  for (std::size_t piece = 1; piece < text.size(); ++piece) {
    Problems problems;
    io::CsvFile csv;
    io::CsvReader reader(dialect, "a.csv");
    for (std::size_t end = piece; end < text.size(); end += piece)
      while (reader.read(std::string_view(text).substr(0, end), false, 1, csv, problems)) {
      }
    while (reader.read(text, true, 1, csv, problems)) {
    }
    EXPECT_EQ(to_json(problems), to_json(whole_problems));
    ASSERT_EQ(csv.row_count(), whole.row_count()) << piece;
    for (std::size_t row = 0; row < csv.row_count(); ++row) {
      ASSERT_EQ(csv.cell_count(row), whole.cell_count(row));
      EXPECT_EQ(csv.line(row), whole.line(row));
      for (std::size_t i = 0; i < csv.cell_count(row); ++i)
        EXPECT_EQ(csv.cell(row, i), whole.cell(row, i));
    }
  }
}

TEST(CsvReader, ReadsCellsFarFromTheBeginningOfTheirRow) {
  const std::string far(40000, 'x');
  Problems problems;
  const std::string text = "a," + far + ",\"b\",c\n1,2\n";
  const io::CsvFile csv = io::read_csv(text, {}, "a.csv", problems);
  EXPECT_EQ(csv.cell(0, 1), far);
  EXPECT_EQ(csv.cell(0, 2), "b");
  EXPECT_EQ(csv.cell(0, 3), "c");
  EXPECT_EQ(csv.cell(1, 1), "2");
}

}  // namespace
}  // namespace tiendo

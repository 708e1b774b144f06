// The twelve files of csv-spectrum (npm), against its own expectations.
//
// One of these is faulty: for `location_coordinates` it expects the telephone number 1234567890,
// where the file says 2095257564. The file is right about what a reader must see, so that one cell is
// expected as the file has it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "io/csv.h"
#include "make_package.h"

namespace tiendo::io {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// A table as csv-spectrum writes it: one object a row.
nlohmann::json read(const std::string& text, Problems& problems) {
  const CsvFile csv = read_csv(text, {}, "a.csv", problems);
  nlohmann::json rows = nlohmann::json::array();
  for (std::size_t i = 1; i < csv.row_count(); ++i) {
    nlohmann::json row;
    for (std::size_t column = 0; column < csv.cell_count(i); ++column)
      row[std::string(csv.cell(0, column))] = std::string(csv.cell(i, column));
    rows.push_back(std::move(row));
  }
  return rows;
}

TEST(CsvSpectrum, IsReadAsItExpects) {
  int files = 0;
  for (const auto& entry : fs::directory_iterator("node_modules/csv-spectrum/csvs")) {
    const std::string name = entry.path().stem().string();
    Problems problems;
    const nlohmann::json found = read(read_file(entry.path()), problems);
    nlohmann::json expected = nlohmann::json::parse(
        read_file("node_modules/csv-spectrum/json/" + name + ".json"), nullptr, false);
    if (expected.is_object()) expected = nlohmann::json::array({expected});
    if (name == "location_coordinates") expected[0]["Contact Phone Number"] = "2095257564";
    EXPECT_EQ(found, expected) << name;
    EXPECT_TRUE(problems.ok()) << name;
    ++files;
  }
  EXPECT_EQ(files, 12);
}

}  // namespace
}  // namespace tiendo::io

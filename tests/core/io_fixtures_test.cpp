// The broken packages of tests/fixtures, each with its whole report.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "io/problem_report.h"
#include "io/publication_reader.h"
#include "make_package.h"
#include "read_package.h"

namespace tiendo {
namespace {

namespace fs = std::filesystem;
const std::string fixtures = "tests/fixtures/";

std::vector<std::string> broken_packages() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fixtures))
    if (entry.is_directory() && entry.path().filename() != "valid")
      names.push_back(entry.path().filename().string());
  return names;
}

Problems problems_of(const std::string& name) {
  Package package;
  test::add_files(package, fixtures + "valid", "");
  test::add_files(package, fixtures + name, "");
  test::add_files(package, fixtures + name + "/methodologies", "methodologies/");
  package.files.erase("report.json");
  return read_publication(package).problems();
}

TEST(Fixtures, ReportsAreTheReviewedOnes) {
  const bool update = std::getenv("TIENDO_UPDATE_GOLDEN") != nullptr;
  for (const std::string& name : broken_packages()) {
    const std::string path = fixtures + name + "/report.json";
    const std::string report = to_json(problems_of(name));
    if (update) {
      std::ofstream(path, std::ios::binary) << report;
      continue;
    }
    std::ifstream file(path, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), report) << path;
  }
}

TEST(Fixtures, HaveTheProblemThatTheirNameSays) {
  for (const std::string& name : broken_packages()) {
    if (name == "many-errors") continue;
    const Problems problems = problems_of(name);
    ASSERT_FALSE(problems.listed.empty()) << name;
    EXPECT_EQ(name.compare(0, problems.listed[0].name.size(), problems.listed[0].name), 0) << name;
  }
}

TEST(Fixtures, SayEverythingInBothLanguages) {
  for (const std::string& name : broken_packages())
    for (const Problem& problem : problems_of(name).listed) {
      EXPECT_FALSE(problem.message.vi.empty() || problem.message.en.empty()) << name;
      EXPECT_FALSE(problem.mend.vi.empty() || problem.mend.en.empty()) << name;
      EXPECT_NE(problem.message.vi, problem.message.en) << name;
    }
}

TEST(Fixtures, OfManyErrorsAreCountedInFullAndListedInPart) {
  const Problems problems = problems_of("many-errors");
  EXPECT_EQ(problems.listed.size(), Problems::listed_max);
  EXPECT_EQ(problems.errors, 599u);  // 300 cells, 299 repeated keys
  const std::string text = to_text(problems, Language::en);
  EXPECT_NE(text.find("errors: 599, warnings: 0; above are the first 200"), std::string::npos);
  EXPECT_NE(to_json(problems).find("\"errors\": 599"), std::string::npos);
}

}  // namespace
}  // namespace tiendo

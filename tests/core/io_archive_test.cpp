#include "io/archive.h"

#include <gtest/gtest.h>

#include "make_package.h"

namespace tiendo {
namespace {

using test::Lines;

struct Planned {
  Lines paths;  // "-": left out
  Lines problems;
};

Planned plan(const std::vector<ArchiveEntry>& entries, const ArchiveLimits& limits = {}) {
  const auto paths = plan_archive(entries, "a.zip", AddressesInside::refused, limits);
  Planned planned{.paths = {}, .problems = test::summary(paths.problems())};
  if (paths)
    for (const std::optional<std::string>& path : *paths)
      planned.paths.push_back(path.value_or("-"));
  return planned;
}

ArchiveEntry entry(const std::string& name) {
  return {.name = name, .packed_bytes = 10, .bytes = 20};
}

TEST(Archive, TakesThePackageOutOfTheFolderThatItWasPackedIn) {
  EXPECT_EQ(plan({entry("datapackage.json"), entry("data/a.csv")}).paths,
            (Lines{"datapackage.json", "data/a.csv"}));
  EXPECT_EQ(plan({entry("goi/"), entry("goi/datapackage.json"), entry("goi/data/a.csv"),
                  entry("khac.txt"), entry("goi/cu/datapackage.json")}).paths,
            (Lines{"-", "datapackage.json", "data/a.csv", "-", "cu/datapackage.json"}));
}

TEST(Archive, LeavesOutWhatSystemsAddByThemselves) {
  EXPECT_EQ(plan({entry("datapackage.json"), entry("__MACOSX/._a.csv"), entry(".DS_Store"),
                  entry("data/.git/config")}).paths,
            (Lines{"datapackage.json", "-", "-", "-"}));
}

TEST(Archive, CountsOnlyWhatItTakes) {
  const ArchiveLimits limits{.entries = 2, .bytes = 1000, .ratio = 10, .small = 100};
  const std::vector<ArchiveEntry> entries = {
      entry("goi/datapackage.json"), entry("goi/a.csv"), entry("goi/.git/config"),
      {"goi/.git/pack", 1, 900},     {"khac.bin", 1, 900}};
  EXPECT_EQ(plan(entries, limits).problems, Lines());
}

TEST(Archive, NamesFilesAsDescriptorsDo) {
  EXPECT_EQ(plan({entry("datapackage.json"), entry("\u0111o\u031Bn-vi\u0323.csv"), entry("\xE0.csv")}).paths,
            (Lines{"datapackage.json", "đơn-vị.csv", "\xE0.csv"}));
  EXPECT_EQ(plan({entry("vi\u0323.csv"), entry("vị.csv")}).problems, (Lines{"source-error a.zip"}));
}

TEST(Archive, RefusesPathsThatClimbOrAreAbsolute) {
  for (const char* name : {"../a.csv", "a/../../b", "/etc/passwd", "C:\\a", "a\\..\\b", "a//b", ""})
    EXPECT_EQ(plan({entry("datapackage.json"), entry(name)}).problems,
              (Lines{"resource-error a.zip"})) << name;
}

TEST(Archive, RefusesTwoEntriesOfOneName) {
  EXPECT_EQ(plan({entry("a.csv"), entry("a.csv")}).problems, (Lines{"source-error a.zip"}));
}

TEST(Archive, RefusesToUnpackTooMuch) {
  const ArchiveLimits limits{.entries = 2, .bytes = 1000, .ratio = 10, .small = 100};
  EXPECT_EQ(plan({entry("a"), entry("b"), entry("c")}, limits).problems,
            (Lines{"source-error a.zip"}));
  EXPECT_EQ(plan({{"a", 500, 600}, {"b", 500, 600}}, limits).problems,
            (Lines{"source-error a.zip"}));
  EXPECT_EQ(plan({{"a", 10, 120}}, limits).problems, (Lines{"source-error a.zip"}));
  EXPECT_EQ(plan({{"a", 1, 90}}, limits).problems, Lines());  // small files may pack well
  const std::uint64_t huge = ~std::uint64_t{0};
  EXPECT_EQ(plan({{"a", 9, huge}, {"b", 9, huge}}, limits).problems.size(), 2u);
}

}  // namespace
}  // namespace tiendo

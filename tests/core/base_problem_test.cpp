#include "base/problem.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tiendo {
namespace {

Problem problem(Severity severity) { return {.severity = severity, .name = "a"}; }

std::size_t count_listed(const Problems& problems, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(problems.listed.begin(), problems.listed.end(),
                    [&](const Problem& one) { return one.severity == severity; }));
}

TEST(Problems, AreCountedInFullAndListedInPart) {
  Problems problems;
  for (int i = 0; i < 300; ++i) problems.add(problem(Severity::error));
  EXPECT_EQ(problems.errors, 300u);
  EXPECT_EQ(problems.listed.size(), Problems::listed_max);
}

TEST(Problems, OfManyWarningsLeaveRoomForTheErrorsThatFollow) {
  Problems problems;
  for (int i = 0; i < 300; ++i) problems.add(problem(Severity::warning));
  for (int i = 0; i < 300; ++i) problems.add_error([] { return problem(Severity::error); });
  EXPECT_EQ(problems.warnings, 300u);
  EXPECT_EQ(problems.errors, 300u);
  EXPECT_EQ(count_listed(problems, Severity::warning), Problems::warnings_listed_max);
  EXPECT_EQ(problems.listed.size(), Problems::listed_max);
}

TEST(Problems, OfSeveralFilesShareTheList) {
  Problems all, warnings, errors;
  for (int i = 0; i < 40; ++i) warnings.add(problem(Severity::warning));
  for (int i = 0; i < 300; ++i) errors.add(problem(Severity::error));
  for (const Problems& of_file : {warnings, warnings, errors}) all.add_all(of_file);
  EXPECT_EQ(all.warnings, 80u);
  EXPECT_EQ(all.errors, 300u);
  EXPECT_EQ(count_listed(all, Severity::warning), Problems::warnings_listed_max);
  EXPECT_EQ(all.listed.size(), Problems::listed_max);
}

}  // namespace
}  // namespace tiendo

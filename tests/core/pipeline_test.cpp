// TEMPORARY: shows that tests build and run natively, under the sanitizers and as wasm.
#include <fast_float/fast_float.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/problem.h"
#include "report/words_generated.h"

TEST(Pipeline, ReadsFilesOfTheRepository) {
  std::ifstream file("CMakePresets.json");
  const auto presets = nlohmann::json::parse(file, nullptr, false);
  EXPECT_FALSE(presets.is_discarded());
}

TEST(Pipeline, PrintsAndParsesTheSameDouble) {
  const std::string text = fmt::format("{}", 0.1 + 0.2);
  double value = 0;
  fast_float::from_chars(text.data(), text.data() + text.size(), value);
  EXPECT_EQ(value, 0.1 + 0.2);
}

TEST(Pipeline, ListsAtMostSoManyProblems) {
  tiendo::Problems problems;
  for (int i = 0; i < 1000; ++i) problems.add({});
  EXPECT_EQ(problems.errors, 1000u);
}

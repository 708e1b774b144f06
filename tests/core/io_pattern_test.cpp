#include "io/pattern.h"

#include <gtest/gtest.h>

#include <string>

namespace tiendo::io {
namespace {

bool matches(const char* expression, const char* text) {
  const auto pattern = Pattern::compile(expression);
  EXPECT_TRUE(pattern) << expression;
  return pattern && pattern->matches(text);
}

TEST(Pattern, MatchesTheWholeCell) {
  EXPECT_TRUE(matches("abc", "abc"));
  EXPECT_FALSE(matches("abc", "abcd"));
  EXPECT_FALSE(matches("abc", "ab"));
  EXPECT_TRUE(matches("^abc$", "abc"));
  EXPECT_TRUE(matches("", ""));
}

TEST(Pattern, KnowsWhatDataPackagesUse) {
  const char* period = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
  for (const char* text : {"2025", "2025-07", "2025-07-19"})
    EXPECT_TRUE(matches(period, text)) << text;
  for (const char* text : {"25", "2025-7", "2025-07-", "2025-07-19-"})
    EXPECT_FALSE(matches(period, text)) << text;
  const char* key = "^[0-9a-z][0-9a-z-]*$";
  EXPECT_TRUE(matches(key, "bo-cong-an"));
  EXPECT_TRUE(matches(key, "766"));
  EXPECT_FALSE(matches(key, "-a"));
  EXPECT_FALSE(matches(key, "Bo"));
  EXPECT_TRUE(matches("\\d+(\\.\\d+)?%", "39.51%"));
  EXPECT_TRUE(matches("(A|B|C)", "B"));
  EXPECT_FALSE(matches("(A|B|C)", "AB"));
  EXPECT_TRUE(matches("(?:ab|a)(c|bcd)", "abcd"));
  EXPECT_TRUE(matches("[^,;]*", "không có"));
  EXPECT_TRUE(matches("\\S+@\\S+", "a@b"));
  EXPECT_TRUE(matches("a{2,}", "aaaa"));
  EXPECT_FALSE(matches("a{2,3}", "aaaa"));
  EXPECT_TRUE(matches("[]a-]+", "]a-"));
}

TEST(Pattern, CountsLettersNotBytes) {
  EXPECT_TRUE(matches("...", "đủ!"));
  EXPECT_TRUE(matches("[à-ỹ]", "ọ"));
}

TEST(Pattern, KnowsLettersOfEveryScript) {
  for (const char* name : {"Đồng", "Nai", "Ελλάδα", "東京", "ẵ"}) {
    EXPECT_TRUE(matches("\\p{L}+", name)) << name;
    EXPECT_TRUE(matches("[\\w-]+", name)) << name;
    EXPECT_FALSE(matches("\\P{L}*", name)) << name;
    EXPECT_FALSE(matches("\\W*", name)) << name;
  }
  EXPECT_TRUE(matches("\\w+", "a_1Z"));
  EXPECT_FALSE(matches("\\p{L}+", "a1"));
  EXPECT_TRUE(matches("\\W+", " -;–“"));
  EXPECT_TRUE(matches("\\P{L}+", "1 _–"));
}

TEST(Pattern, StaysFastOnExpressionsThatBacktrack) {
  const std::string text(5000, 'a');
  EXPECT_FALSE(matches("(a+)+b", text.c_str()));
  EXPECT_FALSE(matches("(a|aa)*c", text.c_str()));
  EXPECT_TRUE(matches("(a?){30}a{30}", std::string(30, 'a').c_str()));
  EXPECT_TRUE(matches("(()*)*", ""));
}

TEST(Pattern, RefusesWhatItDoesNotKnow) {
  for (const char* expression :
       {"(?=a)", "(?<n>a)", "\\bword", "\\p{Lu}+", "\\p{L", "(a)\\1", "a**b(", "[a", "a)", "(a", "*a",
        "a{2", "a{3,2}", "a^b", "a{9999}", "[z-a]", "\\"})
    EXPECT_FALSE(Pattern::compile(expression)) << expression;
}

}  // namespace
}  // namespace tiendo::io

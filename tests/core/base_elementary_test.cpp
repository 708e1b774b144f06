#include "base/elementary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tiendo {
namespace {

TEST(Elementary, GivesTheExactValuesThatAreDoubles) {
  EXPECT_EQ(natural_log(1), 0);
  EXPECT_EQ(exponential(0), 1);
  EXPECT_EQ(power(7, 0), 1);
  EXPECT_EQ(power(7, 1), 7);
  EXPECT_EQ(power(0, 2), 0);
  EXPECT_EQ(power(2, 10), 1024);
  EXPECT_EQ(power(3, 2), 9);
}

// Correctly rounded, from 50 decimal digits; a unit in the last place is allowed.
TEST(Elementary, IsWithinOneUnitInTheLastPlace) {
  const auto near = [](double found, double exact) {
    return found >= std::nextafter(exact, -1e308) && found <= std::nextafter(exact, 1e308);
  };
  EXPECT_TRUE(near(exponential(1), 2.7182818284590452));
  EXPECT_TRUE(near(exponential(-10.5), 2.7536449349747158e-05));
  EXPECT_TRUE(near(natural_log(10), 2.3025850929940457));
  EXPECT_TRUE(near(natural_log(1.0000001), 9.999999505838704e-08));
  EXPECT_TRUE(near(power(2, 0.5), 1.4142135623730951));
  EXPECT_TRUE(near(power(10, -3), 0.001));
}

TEST(Elementary, UndoesItself) {
  for (double x = 1e-300; x < 1e300; x *= 12345.678)
    EXPECT_NEAR(exponential(natural_log(x)) / x, 1, 1e-13) << x;
}

TEST(Elementary, EndsWhereTheNumbersEnd) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(exponential(1000), infinity);
  EXPECT_EQ(exponential(-1000), 0);
  EXPECT_EQ(natural_log(0), -infinity);
  EXPECT_TRUE(std::isnan(natural_log(-1)));
  EXPECT_TRUE(std::isnan(power(-8, 0.5)));
  EXPECT_EQ(power(1e300, 2), infinity);
  EXPECT_EQ(power(1e300, -2), 0);
  EXPECT_GT(natural_log(std::numeric_limits<double>::denorm_min()), -745);
}

}  // namespace
}  // namespace tiendo

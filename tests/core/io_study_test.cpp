#include <gtest/gtest.h>

#include "io/study_json.h"
#include "make_dataset.h"

namespace tiendo {
namespace {

Dataset two_units() {
  test::DatasetMaker maker;
  maker.unit("x");
  maker.unit("y \"đ\"");
  return maker.make();
}

RankStudy study() {
  return {.methodology = "766", .month = test::at("2026-10").month,
          .as_of = test::date("2026-11-05"), .runs = 1000, .top = 10, .seed = 1,
          .units = {{.unit = UnitId{1}, .rank = 1, .ranked = 1000, .low = 1, .lower_quartile = 1,
                     .median = 1.5, .upper_quartile = 2, .high = 2.05, .top_share = 1, .shares = {0.5, 0.5}},
                    {.unit = UnitId{0}, .rank = {}, .ranked = 0}}};
}

TEST(StudyJson, IsReadAsItWasWritten) {
  const Dataset dataset = two_units();
  const auto read = read_study(study_json(study(), dataset), dataset);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->methodology, "766");
  EXPECT_EQ(read->month, study().month);
  EXPECT_EQ(read->as_of, study().as_of);
  EXPECT_EQ(read->runs, 1000);
  EXPECT_EQ(read->seed, 1u);
  ASSERT_EQ(read->units.size(), 2u);
  EXPECT_EQ(read->units[0].unit, UnitId{1});
  EXPECT_EQ(read->units[0].rank, 1);
  EXPECT_EQ(read->units[0].median, 1.5);
  EXPECT_EQ(read->units[0].high, 2.05);
  EXPECT_EQ(read->units[0].top_share, 1);
  EXPECT_EQ(read->units[0].shares, (std::vector<double>{0.5, 0.5}));
  EXPECT_FALSE(read->units[1].rank);
}

TEST(StudyJson, OfUnitsThatTheDatasetDoesNotKnowIsNone) {
  test::DatasetMaker maker;
  maker.unit("z");
  EXPECT_FALSE(read_study(study_json(study(), two_units()), maker.make()));
  EXPECT_FALSE(read_study("{", maker.make()));
  EXPECT_FALSE(read_study("{}", maker.make()));
}

}  // namespace
}  // namespace tiendo

#include "chart/labels.h"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TextBlock block_of(const char* text) {
  return {{text}, {13, Ink::text, Weight::regular, Align::left}};
}

TEST(LabelPlacer, TakesTheFirstFreeCandidate) {
  LabelPlacer placer({0, 0, 200, 100});
  placer.avoid(box_around({50, 20}, 40, 20));
  Scene scene;
  const TextBlock block = block_of("nhãn");
  const auto box = placer.place(scene, block, {{40, 12}, {120, 60}});
  ASSERT_TRUE(box);
  EXPECT_EQ(box->x, 120);
  EXPECT_EQ(box->y, 60);
}

TEST(LabelPlacer, NudgesTheSecondLabelAwayFromTheFirst) {
  LabelPlacer placer({0, 0, 200, 100});
  Scene scene;
  const TextBlock block = block_of("nhãn");
  const auto first = placer.place(scene, block, {{40, 40}});
  const auto second = placer.place(scene, block, {{40, 40}});
  ASSERT_TRUE(first && second);
  EXPECT_FALSE(overlap(*first, *second));
}

TEST(LabelPlacer, DropsALabelRatherThanCoverText) {
  LabelPlacer placer({0, 0, 60, 20});
  Scene scene;
  EXPECT_TRUE(placer.place(scene, block_of("một"), {{0, 0}}));
  EXPECT_FALSE(placer.place(scene, block_of("hai"), {{0, 0}}));
  EXPECT_EQ(scene.marks.size(), 1u);
}

TEST(LabelPlacer, CoversAMarkOnlyWhereItMayAndMust) {
  LabelPlacer placer({0, 0, 60, 20});
  placer.avoid_line({0, 10}, {60, 10});
  Scene scene;
  EXPECT_FALSE(placer.place(scene, block_of("một"), {{0, 0}}, 40, Over::nothing));
  EXPECT_TRUE(placer.place(scene, block_of("một"), {{0, 0}}, 40, Over::marks));
}

TEST(LabelPlacer, MovesALabelIntoTheBounds) {
  LabelPlacer placer({10, 10, 100, 100});
  Scene scene;
  const TextBlock block = block_of("nhãn");
  const auto box = placer.place(scene, block, {{300, 40}});
  ASSERT_TRUE(box);
  EXPECT_LE(box->right(), 110);
  EXPECT_FALSE(placer.place(scene, block_of("một nhãn rộng hơn cả khung vẽ này"), {{0, 0}}));
}

}  // namespace
}  // namespace tiendo

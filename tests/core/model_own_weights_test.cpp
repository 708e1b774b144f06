// The reader's own weights: the same tree with other shares.
#include <gtest/gtest.h>

#include "core/make_dataset.h"
#include "model/own_weights.h"

namespace tiendo {
namespace {

Methodology of_two(double first, double second) {
  MethodNode root = test::group("root", {test::leaf("a", Share{}), test::leaf("b", Share{})});
  std::vector<MethodNode>& children = std::get<GroupRule>(root.rule).children;
  children[0].weight = first;
  children[1].weight = second;
  Methodology methodology = test::methodology(std::move(root));
  methodology.bands = {{.from = 0, .name = {"Yếu", "Weak"}}};
  methodology.published_total = "total";
  return methodology;
}

const std::vector<MethodNode>& children_of(const Methodology& methodology) {
  return std::get<GroupRule>(methodology.root.rule).children;
}

TEST(OwnWeights, AreHundredthsOfWhatTheGroupsWeightsAddUpTo) {
  // 2 + 6 = 8; 50 hundredths of it are 4, and b keeps its 6.
  const Methodology own = with_weights(of_two(2, 6), {{"a", 50}});
  EXPECT_EQ(children_of(own)[0].weight, 4);
  EXPECT_EQ(children_of(own)[1].weight, 6);
}

TEST(OwnWeights, ThatAreThePublishedOnesChangeNothing) {
  const Methodology own = with_weights(of_two(25, 75), {{"a", 25}, {"b", 75}, {"nothing", 3}});
  EXPECT_EQ(children_of(own)[0].weight, 25);
  EXPECT_EQ(children_of(own)[1].weight, 75);
}

TEST(OwnWeights, AreNoLongerThePublishers) {
  const Methodology published = of_two(1, 1), own = with_weights(published, {{"a", 0}});
  EXPECT_NE(own.id, published.id);
  EXPECT_TRUE(own.bands.empty());
  EXPECT_TRUE(own.published_total.empty());
  EXPECT_EQ(children_of(own)[0].weight, 0);
}

}  // namespace
}  // namespace tiendo

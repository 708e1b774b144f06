#include "model/search_index.h"

#include <gtest/gtest.h>

#include "shipped.h"

namespace tiendo {
namespace {

class Search : public testing::Test {
 protected:
  const Dataset& dataset = test::shipped().dataset;
  SearchIndex index{dataset};

  // The key of the best hit.
  std::string first(std::string_view query) const {
    const std::vector<Hit> hits = index.find(query, 5);
    if (hits.empty()) return "";
    switch (hits.front().kind) {
      case Findable::unit: return dataset.units()[hits.front().index].key;
      case Findable::indicator: return dataset.indicators()[hits.front().index].key;
      case Findable::task: return dataset.tasks()[hits.front().index].key;
      case Findable::source: return dataset.sources()[hits.front().index].key;
    }
    return "";
  }
};

TEST_F(Search, NeedsNoDiacriticsAndNoCase) {
  EXPECT_EQ(first("ha noi"), "ha-noi");
  EXPECT_EQ(first("HÀ NỘI"), "ha-noi");
  EXPECT_EQ(first("dien bien"), "dien-bien");
  EXPECT_EQ(first("điện biên"), "dien-bien");
}

TEST_F(Search, FindsTheSameWhereTheIndexWasMadeInSlices) {
  SearchIndex sliced;
  while (sliced.add_rows(dataset, 7)) {
  }
  EXPECT_EQ(sliced.size(), index.size());
  for (const char* query : {"ha noi", "nghi quyet 57", "ho so", "dien"}) {
    const std::vector<Hit> hits = sliced.find(query, 5), expected = index.find(query, 5);
    ASSERT_EQ(hits.size(), expected.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
      EXPECT_EQ(hits[i].kind, expected[i].kind);
      EXPECT_EQ(hits[i].index, expected[i].index);
    }
  }
}

TEST_F(Search, ForgivesOneWrongLetter) {
  EXPECT_EQ(first("dong thaap"), "dong-thap");  // one too many
  EXPECT_EQ(first("dien bein"), "dien-bien");   // swapped
  EXPECT_EQ(first("quang nnih"), "quang-ninh");  // swapped
  EXPECT_EQ(first("ninh bimh"), "ninh-binh");   // another letter
}

// What is one letter from the beginning of a word is one letter from a hundred words where it is short.
TEST_F(Search, ForgivesAShortWordOnlyAsAWhole) {
  EXPECT_EQ(first("dak lka"), "dak-lak");
  EXPECT_EQ(first("ha nio"), "ha-noi");
  const auto is_province = [&](const Hit& hit) {
    return hit.kind == Findable::unit && dataset.units()[hit.index].key == "ninh-binh";
  };
  for (const Hit& hit : index.find("nhi", 500)) EXPECT_FALSE(is_province(hit));  // of "ninh"
}

TEST_F(Search, DoesNotForgiveTwo) { EXPECT_NE(first("dxxn bien"), "dien-bien"); }

TEST_F(Search, WantsEveryWord) {
  EXPECT_TRUE(index.find("ha noi xyzzy", 5).empty());
  EXPECT_TRUE(index.find("", 5).empty());
  EXPECT_TRUE(index.find(" ,.", 5).empty());
}

TEST_F(Search, FindsWhatIsStillBeingTyped) {
  EXPECT_EQ(first("dien bi"), "dien-bien");
  EXPECT_FALSE(index.find("d", 5).empty());
}

TEST_F(Search, FindsADocumentByItsNumber) {
  const std::vector<Hit> hits = index.find("369/TB-VPCP", 5);
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(hits.front().kind, Findable::source);
  EXPECT_EQ(dataset.sources()[hits.front().index].number, "369/TB-VPCP");
}

TEST_F(Search, GivesNoMoreThanItIsAskedFor) { EXPECT_EQ(index.find("a", 3).size(), 3u); }

}  // namespace
}  // namespace tiendo

// What a reader asks of a scoring rule: what is in it, how heavy, by which formula, and how much
// the ranks owe to it.
#include <gtest/gtest.h>

#include "core/make_dataset.h"
#include "core/page_words.h"
#include "core/shipped.h"
#include "report/method_parts.h"
#include "report/views.h"

namespace tiendo {
namespace {

using test::shipped;
using test::words_of;

Page page_at(std::string_view address) { return method_page(shipped(), parse_address(address)); }

TEST(Method, ListsEveryRuleWithWhomItScores) {
  const auto words = words_of(page_at("#/vi/phuong-phap"));
  EXPECT_TRUE(words.has("34 trong 34 đơn vị có điểm trong tháng 10/2026"));
  EXPECT_TRUE(words.has("Chưa đơn vị nào có điểm trong tháng 10/2026"));
  EXPECT_TRUE(words.links_to("#/vi/phuong-phap/766"));
  EXPECT_TRUE(words.links_to("#/vi/xep-hang"));
  EXPECT_TRUE(words.links_to("#/vi/xep-hang?loai=bo"));
}

TEST(Method, OfTheIndexSaysEveryWeightAndFormula) {
  const auto words = words_of(page_at("#/vi/phuong-phap/766"));
  // 18 + 20 + 12 + 10 + 22 + 18 = 100
  for (const char* share : {"18\u00a0%", "20\u00a0%", "12\u00a0%", "10\u00a0%", "22\u00a0%"})
    EXPECT_TRUE(words.has(share)) << share;
  EXPECT_TRUE(words.has("100 × x ÷ 22, không dưới 0, không quá 100"));
  EXPECT_TRUE(words.has("Trung bình cộng: tổng(w × điểm) ÷ tổng(w); phải có số liệu của mọi phần"));
  EXPECT_TRUE(words.links_to("#/vi/chi-tieu/766-so-hoa"));
  EXPECT_TRUE(words.links_to("data/viet-nam/methodologies/766.json"));
  EXPECT_TRUE(words.has("chỉ mức cao nhất (từ 90) và thấp nhất (dưới 50)"));
  EXPECT_TRUE(words.has("trang chính thức xác nhận"));
}

TEST(Method, SaysWhyNobodyIsScored) {
  const auto words = words_of(page_at("#/en/method/nhiem-vu-va-chi-tieu"));
  EXPECT_TRUE(words.has("Nobody has a score in October 2026"));
  EXPECT_TRUE(words.has("25 of the 26 tasks that fell due are unconfirmed"));
  EXPECT_TRUE(words.has("100 − 0.5 × days late, not below 50"));
  EXPECT_TRUE(words.has("not counted in the score"));
}

TEST(Method, ShowsHowSureRanksAreAndWhatEqualWeightsWouldMakeOfThem) {
  const auto words = words_of(page_at("#/vi/phuong-phap/766"));
  EXPECT_TRUE(words.has("Kém chắc nhất là hạng của"));
  EXPECT_TRUE(words.has("Mọi thành phần nặng như nhau"));
  // Nobody is scored: nothing to be sure of or to compare.
  EXPECT_FALSE(words_of(page_at("#/vi/phuong-phap/nhiem-vu-va-chi-tieu")).has("Kém chắc nhất"));
}

TEST(Method, ComparesTheReadersOwnWeightsWithThePublishedOnes) {
  const auto words = words_of(
      page_at("#/vi/phuong-phap/766?trong-so=cong-khai~18"));  // which are the published ones
  EXPECT_TRUE(words.has("Không đơn vị nào đổi hạng"));
  EXPECT_TRUE(words.has("Trọng số của bạn"));
}

TEST(Method, SaysTheFormulaOfEveryNormalisation) {
  const Route route = parse_address("#/en/method");
  const Scope scope(shipped(), route);
  const auto formula = [&](const Normalisation& method, const char* indicator = "766-so-hoa") {
    return formula_words(scope, {.indicator = indicator, .normalisation = method});
  };
  EXPECT_EQ(formula(Goalposts{10, 60, 100, Limit::open}), "100 × (x − 10) ÷ (60 − 10)");
  EXPECT_EQ(formula(MinMax{}), "100 × (x − lowest) ÷ (highest − lowest)");
  EXPECT_EQ(formula(MinMax{{1, 10}}), "1 + 9 × (x − lowest) ÷ (highest − lowest)");
  EXPECT_EQ(formula(MinMax{}, "nhiem-vu-cham"),
            "100 × (highest − x) ÷ (highest − lowest)");
  EXPECT_EQ(formula(Attainment{120}),
            "100 × (x − baseline) ÷ (target − baseline), not below 0, not above 120");
  EXPECT_EQ(formula(ZScore{50, 10}), "50 + 10 × (x − mean) ÷ standard deviation");
  EXPECT_EQ(formula(Steps{{{80, 10}, {50, 5}}, 0}),
            "from 80: 10 points; from 50: 5 points; otherwise: 0 points");
  for (const Normalisation& method :
       {Normalisation{Trajectory{}}, Normalisation{Share{}}, Normalisation{PercentileRank{}},
        Normalisation{Borda{}}, Normalisation{Rank{}}, Normalisation{FractionOfMax{}},
        Normalisation{DistanceToMax{}}, Normalisation{DistanceToReference{.unit = "ha-noi"}},
        Normalisation{DistanceToTarget{}}})
    EXPECT_FALSE(formula(method).empty());
}

TEST(Method, HasNoFaultsInAnyLanguageOrMonth) {
  for (const char* language : {"#/vi/phuong-phap", "#/en/method"})
    for (const char* subject : {"", "/766", "/nhiem-vu-va-chi-tieu"})
      for (const char* month : {"2024-07", "2025-12", "2026-10"}) {
        const std::string address = std::string(language) + subject + "?thang=" + month;
        const auto words = words_of(page_at(address));
        for (const std::string& fault : words.faults) ADD_FAILURE() << address << ": " << fault;
        EXPECT_FALSE(words.has("{")) << address;
      }
}

TEST(Method, HasSubjectsThatAreMethodologiesOnly) {
  EXPECT_EQ(page_at("#/vi/phuong-phap/khong-co").heading,
            not_found_page(shipped(), parse_address("#/vi/phuong-phap/khong-co")).heading);
  const test::DatasetMaker maker;
  const Publication bare{.dataset = maker.make(), .methodologies = {}};
  EXPECT_EQ(method_page(bare, parse_address("#/en/method")).heading,
            "This dataset brings no scoring rule");
}

}  // namespace
}  // namespace tiendo

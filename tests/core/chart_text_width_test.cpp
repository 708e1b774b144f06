#include "chart/text_width.h"

#include <gtest/gtest.h>

namespace tiendo {
namespace {

TEST(TextWidth, AddsTheAdvancesOfTheFont) {
  EXPECT_FLOAT_EQ(text_width("0", 1000), 572);
  EXPECT_FLOAT_EQ(text_width("Ab", 1000), 639 + 615);
  EXPECT_FLOAT_EQ(text_width("Ab", 1000, Weight::bold), 690 + 633);
  EXPECT_FLOAT_EQ(text_width("−…", 1000), 572 + 791);
  EXPECT_EQ(text_width("", 14), 0);
}

TEST(TextWidth, TakesAnAccentedLetterAsItsBase) {
  EXPECT_EQ(text_width("Ệậữỹĩăễ", 14), text_width("Eaưyiae", 14));
  EXPECT_EQ(text_width("ỢỨÝÕĂ", 14, Weight::bold), text_width("ƠƯYOA", 14, Weight::bold));
  EXPECT_NE(text_width("ơ", 1000), text_width("o", 1000));
  EXPECT_NE(text_width("đ", 1000), text_width("d", 1000));
}

TEST(TextWidth, HasTabularDigits) {
  EXPECT_EQ(text_width("1.111,1", 14), text_width("8.888,8", 14));
}

TEST(Shorten, LeavesWhatFits) {
  EXPECT_EQ(shorten("Hà Nội", 14, Weight::regular, 200), "Hà Nội");
}

TEST(Shorten, CutsAtACodePointAndFits) {
  const std::string text = "Thừa Thiên Huế, Đắk Lắk, Điện Biên";
  for (float width = 0; width < 300; width += 3) {
    const std::string cut = shorten(text, 14, Weight::regular, width);
    EXPECT_LE(text_width(cut, 14), width);
    if (cut.empty() || cut == text) continue;
    EXPECT_EQ(cut.substr(cut.size() - 3), "…");
    EXPECT_EQ(text.compare(0, cut.size() - 3, cut, 0, cut.size() - 3), 0);
  }
}

TEST(Wrap, LosesNoLetterWhereThereIsRoom) {
  const std::vector<std::string> lines =
      wrap("không có số liệu nào được công bố", 13, Weight::regular, 140, 2);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0] + " " + lines[1], "không có số liệu nào được công bố");
}

TEST(Wrap, MakesLinesEven) {
  EXPECT_EQ(wrap("một hai ba bốn", 14, Weight::regular, 80, 2),
            (std::vector<std::string>{"một hai", "ba bốn"}));
}

TEST(Wrap, KeepsANoBreakSpaceTogether) {
  for (const std::string& line : wrap("tăng 39,98\u00a0% rồi", 14, Weight::regular, 70, 3))
    EXPECT_NE(line, "%");
}

TEST(Wrap, FitsAnyTextIntoAnyWidth) {
  for (const char* text : {"", " ", "  a  b ", "Đặc khu kinh tế hành chính",
                           "liền_một_mạch_không_có_chỗ_ngắt", "chữ rồi liền_một_mạch_không_ngắt"})
    for (float width = 0; width < 260; width += 7)
      for (const std::size_t lines_max : {0u, 1u, 2u, 3u}) {
        const std::vector<std::string> lines = wrap(text, 14, Weight::bold, width, lines_max);
        EXPECT_LE(lines.size(), lines_max);
        for (const std::string& line : lines)
          EXPECT_LE(text_width(line, 14, Weight::bold), width) << line;
      }
}

}  // namespace
}  // namespace tiendo

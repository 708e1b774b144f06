#include "base/text.h"

#include <gtest/gtest.h>

#include <iterator>

#include "base/unicode_expected_generated.h"

namespace tiendo {
namespace {

TEST(Utf8, AcceptsEverySequenceThatItWrites) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string text;
    append_utf8(text, code);
    ASSERT_FALSE(find_invalid_utf8(text)) << static_cast<std::uint32_t>(code);
    std::size_t offset = 0;
    ASSERT_EQ(next_code_point(text, offset), code);
    ASSERT_EQ(offset, text.size());
  }
}

TEST(Utf8, FindsTheFirstMalformedByte) {
  EXPECT_EQ(find_invalid_utf8("Hà Nội"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("0123456789\xff"), 10u);
  EXPECT_EQ(find_invalid_utf8("H\xe0 Noi"), 1u);            // Windows-1258
  EXPECT_EQ(find_invalid_utf8("a\xc0\x80"), 1u);            // overlong
  EXPECT_EQ(find_invalid_utf8("a\xe0\x80\x80"), 1u);        // overlong
  EXPECT_EQ(find_invalid_utf8("\xed\xa0\x80"), 0u);         // surrogate
  EXPECT_EQ(find_invalid_utf8("\xf4\x90\x80\x80"), 0u);     // beyond U+10FFFF
  EXPECT_EQ(find_invalid_utf8("tốt \xe1\xbb"), 6u);         // cut off
  EXPECT_EQ(find_invalid_utf8("\x80"), 0u);
}

TEST(Utf8, CountsCodePointsNotBytes) {
  EXPECT_EQ(count_code_points("Đồng Nai"), 8u);
  EXPECT_EQ(count_code_points(""), 0u);
}

TEST(Nfc, ComposesVietnameseTypedWithCombiningMarks) {
  EXPECT_EQ(to_nfc("Vie\u0323\u0302t Nam"), "Việt Nam");
  EXPECT_EQ(to_nfc("Vi\u00ea\u0323t Nam"), "Việt Nam");
  EXPECT_EQ(to_nfc("u\u031b\u0301"), "ứ");
  EXPECT_EQ(to_nfc("\u0301"), "\u0301");
}

TEST(Nfc, AgreesWithPythonOnEveryCodePoint) {
  for (std::size_t block = 0; block < std::size(unicode::nfc_checksums); ++block) {
    std::uint32_t checksum = 2166136261u;
    for (int i = 0; i < unicode::block_size; ++i) {
      const auto code =
          static_cast<char32_t>(block) * unicode::block_size + static_cast<char32_t>(i);
      if (code >= 0xD800 && code < 0xE000) continue;
      std::string text;
      append_utf8(text, code);
      for (const char c : to_nfc(text) + '\0')
        checksum = (checksum ^ static_cast<unsigned char>(c)) * 16777619u;
    }
    EXPECT_EQ(checksum, unicode::nfc_checksums[block]) << "from U+" << std::hex << block * 4096;
  }
}

TEST(Nfc, AgreesWithPythonOnRandomSequences) {
  for (const unicode::Sequence& sequence : unicode::sequences) {
    EXPECT_EQ(to_nfc(sequence.text), sequence.nfc);
    EXPECT_EQ(to_nfc(sequence.nfc), sequence.nfc);
  }
}

TEST(Nfc, SaysSurelyOnlyWhereNothingChanges) {
  for (const unicode::Sequence& sequence : unicode::sequences)
    EXPECT_TRUE(!form_of(sequence.text).is_surely_nfc || to_nfc(sequence.text) == sequence.text);
  EXPECT_TRUE(form_of("Nghị quyết số 57-NQ/TW → “đạt ≥ 80 %”").is_surely_nfc);
}

TEST(Fold, MeetsWhatIsTypedWithoutDiacritics) {
  EXPECT_EQ(fold("Hà Nội"), "ha noi");
  EXPECT_EQ(fold("ĐẮK LẮK"), "dak lak");
  EXPECT_EQ(fold("Ðồng Nai"), "dong nai");  // U+00D0, typed for Đ
  EXPECT_EQ(fold("Thừa Thiên – Huế"), "thua thien – hue");
  EXPECT_EQ(fold("Vie\u0323\u0302t"), "viet");
  EXPECT_EQ(fold("ΆΘΉΝΑ Москва Æ"), "αθηνα москва æ");
}

TEST(Text, TrimsAsciiWhiteSpaceOnly) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim("  "), "");
  EXPECT_EQ(trim("\u00a0a"), "\u00a0a");
}

TEST(Text, SplitsIntoNothingWhereThereIsNothing) {
  EXPECT_TRUE(split("", ';').empty());
  EXPECT_EQ(split("a", ';'), std::vector<std::string_view>({"a"}));
  EXPECT_EQ(split("a;;b;", ';'), std::vector<std::string_view>({"a", "", "b", ""}));
}

}  // namespace
}  // namespace tiendo

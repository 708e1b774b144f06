#include "report/name_order.h"

#include <array>
#include <string>

#include "base/text.h"

namespace tiendo {
namespace {

// The letters that Latin's own order does not know, each after its plain letter; in a row the
// letter without and with the five tones.
constexpr std::array<std::u32string_view, 24> toned_letters = {
    U"aàảãáạ", U"AÀẢÃÁẠ", U"ăằẳẵắặ", U"ĂẰẲẴẮẶ", U"âầẩẫấậ", U"ÂẦẨẪẤẬ", U"eèẻẽéẹ", U"EÈẺẼÉẸ",
    U"êềểễếệ", U"ÊỀỂỄẾỆ", U"iìỉĩíị", U"IÌỈĨÍỊ", U"oòỏõóọ", U"OÒỎÕÓỌ", U"ôồổỗốộ", U"ÔỒỔỖỐỘ",
    U"ơờởỡớợ", U"ƠỜỞỠỚỢ", U"uùủũúụ", U"UÙỦŨÚỤ", U"ưừửữứự", U"ƯỪỬỮỨỰ", U"yỳỷỹýỵ", U"YỲỶỸÝỴ"};

struct Letter { char32_t plain = 0; char32_t tone = 0; };

Letter without_tone(char32_t letter) {
  for (const std::u32string_view row : toned_letters) {
    const std::size_t tone = row.find(letter);
    if (tone != std::u32string_view::npos) return {row[0], static_cast<char32_t>(tone)};
  }
  return {letter, 0};
}

// Places between those of the Latin letters, so that ă and â stand between a and b.
char32_t place_of(char32_t letter) {
  switch (letter) {
    case U'ă': case U'Ă': return U'a' * 4 + 1;
    case U'â': case U'Â': return U'a' * 4 + 2;
    case U'đ': case U'Đ': return U'd' * 4 + 1;
    case U'ê': case U'Ê': return U'e' * 4 + 1;
    case U'ô': case U'Ô': return U'o' * 4 + 1;
    case U'ơ': case U'Ơ': return U'o' * 4 + 2;
    case U'ư': case U'Ư': return U'u' * 4 + 1;
    default: break;
  }
  if (letter >= U'A' && letter <= U'Z') letter = letter - U'A' + U'a';
  return letter * 4;
}

struct OrderKey { std::u32string letters, tones; };

OrderKey key_of(std::string_view text) {
  OrderKey key;
  for (std::size_t offset = 0; offset < text.size();) {
    const Letter letter = without_tone(next_code_point(text, offset));
    key.letters += place_of(letter.plain);
    key.tones += letter.tone;
  }
  return key;
}

}  // namespace

bool name_before(std::string_view a, std::string_view b) {
  const OrderKey first = key_of(a), second = key_of(b);
  if (first.letters != second.letters) return first.letters < second.letters;
  return first.tones < second.tones;
}

}  // namespace tiendo

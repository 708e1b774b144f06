// Text: UTF-8, canonical composition (NFC) and folding for search.
//
// The canvas draws no combining marks, so everything that enters is turned to NFC at the border.
// Folding makes "Hà Nội" and "ha noi" meet: diacritics off, đ to d, lower case. It is for finding,
// never for showing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiendo {

// What a text from outside is.
struct TextForm {
  std::optional<std::size_t> invalid;  // the first malformed sequence; overlong and surrogates too
  std::optional<std::size_t> control;  // before it, the first control character that ends no line
                                       // and is no tab
  bool is_surely_nfc = true;           // up to there; false says only that to_nfc may change it
};
TextForm form_of(std::string_view text);
inline std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  return form_of(text).invalid;
}

// `text` must be valid UTF-8 in all functions below.
std::string to_nfc(std::string_view text);
// Where runs of Unicode's letters begin, and end: one past the last. Ascending.
std::vector<std::uint32_t> letter_bounds();
bool is_stable(char32_t code_point);  // in NFC, whatever stands around it
std::string fold(std::string_view text);
std::size_t count_code_points(std::string_view text);
char32_t next_code_point(std::string_view text, std::size_t& offset);  // advances `offset`
void append_utf8(std::string& text, char32_t code_point);

std::string_view trim(std::string_view text);  // ASCII white space
std::vector<std::string_view> split(std::string_view text, char separator);  // "" gives no parts

}  // namespace tiendo

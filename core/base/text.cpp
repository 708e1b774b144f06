#include "base/text.h"

#include "base/bytes.h"
#include "base/check.h"

namespace tiendo {
namespace {

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

std::size_t length_by_lead(unsigned char lead) {  // 0: no sequence begins with it
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

// Length of the well-formed sequence at `offset`, 0 where there is none (Unicode, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t offset) {
  const unsigned char lead = byte_at(text, offset);
  const std::size_t length = length_by_lead(lead);
  if (length <= 1 || offset + length > text.size()) return length == 1 ? 1 : 0;
  const unsigned char second = byte_at(text, offset + 1);
  const unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < least || second > most) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if ((byte_at(text, offset + i) & 0xC0) != 0x80) return 0;
  return length;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

// Vietnamese and English are told from their bytes: before U+0300, or U+1E00 to U+1EFF.
TextForm form_of(std::string_view text) {
  const auto follows = [&](std::size_t place) {
    return place < text.size() && (byte_at(text, place) & 0xC0) == 0x80;
  };
  TextForm form;
  std::size_t offset = skip_printed_ascii(text, 0);
  while (offset < text.size()) {
    const unsigned char lead = byte_at(text, offset);
    if (lead < ' ') {
      if (lead != '\t' && lead != '\n' && lead != '\r' && !form.control) form.control = offset;
      ++offset;
    } else if (lead >= 0xC2 && lead < 0xCC && follows(offset + 1)) {
      offset += 2;
    } else if (lead == 0xE1 && follows(offset + 2) && (byte_at(text, offset + 1) & 0xFC) == 0xB8) {
      offset += 3;
    } else if (sequence_length(text, offset) != 0) {
      form.is_surely_nfc &= is_stable(next_code_point(text, offset));
    } else {
      form.invalid = offset;
      return form;
    }
    offset = skip_printed_ascii(text, offset);
  }
  return form;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) count += (byte_at(text, i) & 0xC0) != 0x80;
  return count;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  check(offset < text.size());
  const unsigned char lead = byte_at(text, offset++);
  if (lead < 0x80) return lead;
  const int following = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t code_point = lead & (0x3Fu >> following);
  for (int i = 0; i < following; ++i) {
    check(offset < text.size());
    code_point = code_point << 6 | (byte_at(text, offset++) & 0x3Fu);
  }
  return code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
  const auto follow = [&](int shift) { add(0x80u | (code_point >> shift & 0x3Fu)); };
  if (code_point < 0x80) {
    add(code_point);
  } else if (code_point < 0x800) {
    add(0xC0u | code_point >> 6);
    follow(0);
  } else if (code_point < 0x10000) {
    add(0xE0u | code_point >> 12);
    follow(6);
    follow(0);
  } else {
    check(code_point <= 0x10FFFF);
    add(0xF0u | code_point >> 18);
    follow(12);
    follow(6);
    follow(0);
  }
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  if (text.empty()) return parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace tiendo

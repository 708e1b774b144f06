// Short texts compared and hashed eight bytes at a time: the C library of wasm goes byte by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tiendo {

template <class Word>
Word word_at(const char* place) {
  Word word;
  std::memcpy(&word, place, sizeof word);
  return word;
}

inline bool same_bytes(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const char *x = a.data(), *y = b.data();
  std::size_t rest = a.size();
  if (rest < 8) {
    for (; rest > 0; --rest, ++x, ++y)
      if (*x != *y) return false;
    return true;
  }
  for (; rest > 8; rest -= 8, x += 8, y += 8)
    if (word_at<std::uint64_t>(x) != word_at<std::uint64_t>(y)) return false;
  return word_at<std::uint64_t>(x + rest - 8) == word_at<std::uint64_t>(y + rest - 8);
}

inline std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}

// The length is in it, so that ("a", "bc") one after the other is not ("ab", "c").
inline std::uint64_t hash_bytes(std::uint64_t hash, std::string_view text) {
  const char* at = text.data();
  std::size_t rest = text.size();
  hash = mix(hash, rest);
  if (rest >= 8) {
    for (; rest > 8; rest -= 8, at += 8) hash = mix(hash, word_at<std::uint64_t>(at));
    return mix(hash, word_at<std::uint64_t>(at + rest - 8));
  }
  std::uint64_t word = 0;
  for (; rest > 0; --rest) word = word << 8 | static_cast<unsigned char>(*at++);
  return mix(hash, word);
}

// Where the first byte from `offset` on stands that is not ASCII.
inline std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  while (offset + 8 <= text.size() &&
         (word_at<std::uint64_t>(text.data() + offset) & high_bits) == 0)
    offset += 8;
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80) ++offset;
  return offset;
}

}  // namespace tiendo

// Short texts compared, copied, hashed eight bytes at a time: the C library of wasm goes by bytes.
#pragma once

#include <bit>
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

// Four to eight bytes as one word: the first four and the last four.
inline std::uint64_t both_ends(const char* place, std::size_t count) {
  return word_at<std::uint32_t>(place) |
         std::uint64_t{word_at<std::uint32_t>(place + count - 4)} << 32;
}

inline bool same_bytes(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const char *x = a.data(), *y = b.data();
  std::size_t rest = a.size();
  if (rest < 4) {
    for (; rest > 0; --rest, ++x, ++y)
      if (*x != *y) return false;
    return true;
  }
  if (rest < 8) return both_ends(x, rest) == both_ends(y, rest);
  for (; rest > 8; rest -= 8, x += 8, y += 8)
    if (word_at<std::uint64_t>(x) != word_at<std::uint64_t>(y)) return false;
  return word_at<std::uint64_t>(x + rest - 8) == word_at<std::uint64_t>(y + rest - 8);
}

inline void copy_bytes(char* to, std::string_view text) {
  const char* from = text.data();
  std::size_t rest = text.size();
  if (rest < 8) {
    for (; rest > 0; --rest) *to++ = *from++;
    return;
  }
  for (; rest > 8; rest -= 8, from += 8, to += 8) std::memcpy(to, from, 8);
  std::memcpy(to + rest - 8, from + rest - 8, 8);
}

// Keys often differ in their last bytes alone, which are a word's highest bits: a product hands them
// on upwards only, so they are folded down before it.
inline std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
  hash ^= word;
  hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
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
  if (rest >= 4) return mix(hash, both_ends(at, rest));
  std::uint64_t word = 0;
  for (; rest > 0; --rest) word = word << 8 | static_cast<unsigned char>(*at++);
  return mix(hash, word);
}

// Where one byte stands among eight.
class EachByte {
 public:
  explicit EachByte(char byte) : bytes_(static_cast<unsigned char>(byte) * (~0ull / 255)) {}
  // The high bit of every byte of `word` that is it.
  std::uint64_t in(std::uint64_t word) const {
    constexpr std::uint64_t low_bits = 0x7F7F7F7F7F7F7F7Fu;
    const std::uint64_t other = word ^ bytes_;
    return ~(((other & low_bits) + low_bits) | other | low_bits);
  }

 private:
  std::uint64_t bytes_;
};

// The high bit of every byte of `word` that is below `bound`, of up to 0x80.
inline std::uint64_t bytes_below(std::uint64_t word, unsigned char bound) {
  constexpr std::uint64_t ones = ~0ull / 255, low_bits = 0x7F * ones;
  return ~(((word & low_bits) + (0x80u - bound) * ones) | word | low_bits);
}

// Of eight bytes, the first with its high bit set; one must have it.
inline std::size_t first_byte(std::uint64_t high_bits) {
  static_assert(std::endian::native == std::endian::little);
  return static_cast<std::size_t>(std::countr_zero(high_bits)) / 8;
}

// Where the first byte from `offset` on stands that is not ASCII, or below a space.
inline std::size_t skip_printed_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  for (; offset + 8 <= text.size(); offset += 8) {
    const auto word = word_at<std::uint64_t>(text.data() + offset);
    const std::uint64_t others = (word & high_bits) | bytes_below(word, ' ');
    if (others != 0) return offset + first_byte(others);
  }
  while (offset < text.size() && text[offset] >= ' ' && static_cast<unsigned char>(text[offset]) < 0x80)
    ++offset;
  return offset;
}

}  // namespace tiendo

#include "io/source_text.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "io/problems.h"

namespace tiendo::io {
namespace {

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr Mark byte_order_marks[] = {{"\xEF\xBB\xBF", Encoding::utf8},
                                     {"\xFF\xFE", Encoding::utf16_little},
                                     {"\xFE\xFF", Encoding::utf16_big}};

// UTF-16 as UTF-8, up to `invalid`: the byte at which half a pair stands, or half a unit.
struct Decoded {
  std::string text;
  std::optional<std::size_t> invalid;
};

Decoded decode_utf16(std::string_view bytes, Encoding encoding) {
  const std::size_t high = encoding == Encoding::utf16_big ? 0 : 1;
  const auto unit_at = [&](std::size_t place) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[place + i]); };
    return static_cast<char32_t>(byte(high) << 8 | byte(1 - high));
  };
  Decoded decoded;
  std::size_t place = 0;
  for (; place + 2 <= bytes.size(); place += 2) {
    char32_t code = unit_at(place);
    if (code >= 0xD800 && code < 0xE000) {
      const char32_t second = place + 4 <= bytes.size() ? unit_at(place + 2) : 0;
      if (code >= 0xDC00 || second < 0xDC00 || second >= 0xE000) break;
      code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00);
      place += 2;
    }
    append_utf8(decoded.text, code);
  }
  if (place < bytes.size()) decoded.invalid = place;
  return decoded;
}

// Where a piece of `text` from `begin` may end: not inside a sequence, and before a character that
// composes with nothing before it. That is every ASCII character; nothing: none has arrived.
std::size_t piece_end(std::string_view text, std::size_t begin, std::size_t bytes_max,
                      bool is_whole) {
  const auto is_ascii = [&](std::size_t place) {
    return static_cast<unsigned char>(text[place]) < 0x80;
  };
  if (bytes_max >= text.size() - begin && is_whole) return text.size();
  const std::size_t aim = std::min(text.size() - 1, begin + bytes_max);
  for (std::size_t place = aim; place > begin; --place)
    if (is_ascii(place)) return place;
  for (std::size_t place = aim; place < text.size(); ++place)
    if (is_ascii(place) && place > begin) return place;
  return is_whole ? text.size() : begin;
}

}  // namespace

bool SourceText::read(std::string_view bytes, bool is_whole, std::size_t bytes_max,
                      Problems& problems) {
  bytes_ = bytes;
  if (is_broken_ || !find_mark(is_whole)) return false;
  if (encoding_ != Encoding::utf8) {
    if (is_whole && !is_composed_) read_utf16(problems);
    return false;
  }
  const std::string_view text = bytes.substr(mark_bytes_);
  if (place_ == text.size()) return false;
  const std::size_t end = piece_end(text, place_, bytes_max, is_whole);
  if (end == place_) return false;
  read_piece(text.substr(place_, end - place_), problems);
  return !is_broken_ && place_ < text.size();
}

bool SourceText::find_mark(bool is_whole) {
  if (knows_mark_ || (!is_whole && bytes_.size() < 3)) return knows_mark_;
  knows_mark_ = true;
  for (const Mark& mark : byte_order_marks)
    if (bytes_.substr(0, mark.bytes.size()) == mark.bytes) {
      encoding_ = mark.encoding;
      mark_bytes_ = mark.bytes.size();
    }
  return true;
}

void SourceText::read_utf16(Problems& problems) {
  const Decoded decoded = decode_utf16(bytes_.substr(mark_bytes_), encoding_);
  is_composed_ = true;
  if (decoded.invalid) {
    report(decoded.text, *decoded.invalid, problems);
  } else {
    composed_ = to_nfc(decoded.text);
  }
}

void SourceText::read_piece(std::string_view piece, Problems& problems) {
  const std::string_view text = bytes_.substr(mark_bytes_);
  if (const std::optional<std::size_t> invalid = find_invalid_utf8(piece)) {
    report(text.substr(0, place_ + *invalid), place_ + *invalid, problems);
    return;
  }
  if (!is_composed_ && !is_surely_nfc(piece)) {
    composed_ = text.substr(0, place_);
    is_composed_ = true;
  }
  if (is_composed_) composed_ += to_nfc(piece);
  place_ += piece.size();
}

void SourceText::report(std::string_view before, std::size_t byte, Problems& problems) {
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  problems.add(problem::not_in_encoding({.file = file_, .line = line}, byte + mark_bytes_,
                                        encoding_ == Encoding::utf8 ? "UTF-8" : "UTF-16"));
  is_broken_ = true;
}

}  // namespace tiendo::io

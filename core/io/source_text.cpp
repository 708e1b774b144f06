#include "io/source_text.h"

#include <algorithm>

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

void report(std::string_view before, std::size_t byte, Encoding encoding, const std::string& file,
            Problems& problems) {
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  problems.add(problem::not_in_encoding({.file = file, .line = line}, byte,
                                        encoding == Encoding::utf8 ? "UTF-8" : "UTF-16"));
}

}  // namespace

std::optional<SourceText> read_source_text(std::string_view bytes, Encoding encoding,
                                           const std::string& file, Problems& problems) {
  std::size_t mark_bytes = 0;
  for (const Mark& mark : byte_order_marks)
    if (bytes.substr(0, mark.bytes.size()) == mark.bytes) {
      encoding = mark.encoding;
      mark_bytes = mark.bytes.size();
    }
  bytes.remove_prefix(mark_bytes);
  if (encoding != Encoding::utf8) {
    const Decoded decoded = decode_utf16(bytes, encoding);
    if (!decoded.invalid) return SourceText(to_nfc(decoded.text));
    report(decoded.text, *decoded.invalid + mark_bytes, encoding, file, problems);
    return {};
  }
  if (const std::optional<std::size_t> invalid = find_invalid_utf8(bytes)) {
    report(bytes.substr(0, *invalid), *invalid + mark_bytes, encoding, file, problems);
    return {};
  }
  return is_surely_nfc(bytes) ? SourceText(bytes) : SourceText(to_nfc(bytes));
}

}  // namespace tiendo::io

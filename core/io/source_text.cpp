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
                      Encoding encoding, bool is_whole) {
  const std::size_t width = encoding == Encoding::utf8 ? 1 : 2;
  const std::size_t low = encoding == Encoding::utf16_big ? 1 : 0;
  const auto is_ascii = [&](std::size_t place) {
    return static_cast<unsigned char>(text[place + low]) < 0x80 &&
           (width == 1 || text[place + 1 - low] == 0);
  };
  if (bytes_max >= text.size() - begin && is_whole) return text.size();
  if (text.size() - begin < width) return is_whole ? text.size() : begin;
  const std::size_t steps = std::min(text.size() - begin, bytes_max + width) / width;
  const std::size_t aim = begin + (steps - 1) * width;
  for (std::size_t place = aim; place > begin; place -= width)
    if (is_ascii(place)) return place;
  for (std::size_t place = aim; place + width <= text.size(); place += width)
    if (is_ascii(place) && place > begin) return place;
  return is_whole ? text.size() : begin;
}

// Lines end with LF, CRLF or CR.
int line_after(std::string_view before) {
  int line = 1;
  for (std::size_t i = 0; i < before.size(); ++i)
    line += before[i] == '\n' || (before[i] == '\r' && before.substr(i + 1, 1) != "\n") ? 1 : 0;
  return line;
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size();) units += next_code_point(text, i) > 0xFFFF ? 2 : 1;
  return units;
}

}  // namespace

bool SourceText::read(std::string_view bytes, bool is_whole, std::size_t bytes_max,
                      Problems& problems) {
  bytes_ = bytes;
  if (is_broken_ || !find_mark(is_whole)) return false;
  if (form_ == Form::copying && copy(bytes_max)) return true;
  const std::string_view text = bytes.substr(mark_bytes_);
  if (place_ == text.size()) return false;
  const std::size_t end = piece_end(text, place_, bytes_max, encoding_, is_whole);
  if (end == place_) return false;
  const std::string_view piece = text.substr(place_, end - place_);
  encoding_ == Encoding::utf8 ? read_utf8(piece, problems) : read_utf16(piece, problems);
  return !is_broken_ && place_ < text.size();
}

// What was a view so far, into the text of its own.
bool SourceText::copy(std::size_t bytes_max) {
  constexpr std::size_t faster = 8;  // than looking at them
  composed_ += bytes_.substr(mark_bytes_ + composed_.size(),
                             std::min(place_ - composed_.size(), faster * bytes_max));
  if (composed_.size() == place_) form_ = Form::own;
  return form_ == Form::copying;
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

void SourceText::read_utf16(std::string_view piece, Problems& problems) {
  form_ = Form::own;
  const Decoded decoded = decode_utf16(piece, encoding_);
  if (decoded.invalid) {
    report(composed_ + decoded.text, place_ + *decoded.invalid, problems);
    return;
  }
  if (const std::optional<std::size_t> control = form_of(decoded.text).control) {
    const std::string_view before = std::string_view(decoded.text).substr(0, *control);
    return report_control(composed_ + std::string(before), place_ + 2 * utf16_units(before),
                          decoded.text[*control], problems);
  }
  composed_ += to_nfc(decoded.text);
  place_ += piece.size();
}

void SourceText::read_utf8(std::string_view piece, Problems& problems) {
  const TextForm form = form_of(piece);
  if (form.invalid) {
    report(bytes_.substr(mark_bytes_, place_ + *form.invalid), place_ + *form.invalid, problems);
  } else if (form.control) {
    report_control(bytes_.substr(mark_bytes_, place_ + *form.control), place_ + *form.control,
                   piece[*form.control], problems);
  } else if (form_ == Form::own) {
    composed_ += to_nfc(piece);
    place_ += piece.size();
  } else if (form.is_surely_nfc) {
    place_ += piece.size();
  } else {
    form_ = place_ == 0 ? Form::own : Form::copying;  // and then the piece once more
  }
}

void SourceText::report(std::string_view before, std::size_t byte, Problems& problems) {
  problems.add(problem::not_in_encoding({.file = file_, .line = line_after(before)},
                                        byte + mark_bytes_,
                                        encoding_ == Encoding::utf8 ? "UTF-8" : "UTF-16"));
  is_broken_ = true;
}

void SourceText::report_control(std::string_view before, std::size_t byte, char found,
                                Problems& problems) {
  problems.add(problem::control_character({.file = file_, .line = line_after(before)},
                                          byte + mark_bytes_, static_cast<unsigned char>(found)));
  is_broken_ = true;
}

}  // namespace tiendo::io

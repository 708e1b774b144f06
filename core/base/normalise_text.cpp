// NFC and folding (text.h): the algorithm of Unicode Standard Annex 15 over generated tables,
// because a library's tables would be a quarter of the site's wasm.
#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/bytes.h"
#include "base/text.h"
#include "base/unicode_generated.h"

namespace tiendo {
namespace {

using std::size_t;

// Hangul is composed by a formula (Unicode, section 3.12).
constexpr char32_t hangul = 0xAC00, lead = 0x1100, vowel = 0x1161, tail = 0x11A7;
constexpr char32_t leads = 19, vowels = 21, tails = 28;

struct Halves {
  char32_t first, second;  // second 0: the first one alone
  friend bool operator<(Halves a, Halves b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  }
};

Halves halves_at(size_t place) {
  const std::uint32_t packed = unicode::halves[place];
  return {packed & 0x1FFFFFu, unicode::seconds[packed >> 21]};
}

// Nothing decomposes below À, nothing combines below U+0300.
constexpr char32_t first_decomposing = 0xC0, first_combining = 0x300;

std::optional<Halves> decomposition(char32_t code) {
  if (code < first_decomposing) return {};
  if (code >= hangul && code < hangul + leads * vowels * tails) {
    const char32_t place = code - hangul;
    if (place % tails != 0) return Halves{code - place % tails, tail + place % tails};
    return Halves{lead + place / (vowels * tails), vowel + place / tails % vowels};
  }
  const auto found =
      std::lower_bound(std::begin(unicode::composed), std::end(unicode::composed), code);
  if (found == std::end(unicode::composed) || *found != code) return {};
  return halves_at(static_cast<size_t>(found - std::begin(unicode::composed)));
}

char32_t composition(Halves halves) {  // 0: they do not compose
  if (halves.first - lead < leads && halves.second - vowel < vowels)
    return hangul + ((halves.first - lead) * vowels + halves.second - vowel) * tails;
  if (halves.first - hangul < leads * vowels * tails && (halves.first - hangul) % tails == 0 &&
      halves.second > tail && halves.second < tail + tails)
    return halves.first + halves.second - tail;
  const auto found = std::lower_bound(
      std::begin(unicode::compositions), std::end(unicode::compositions), halves,
      [](std::uint16_t place, Halves wanted) { return halves_at(place) < wanted; });
  if (found == std::end(unicode::compositions) || halves < halves_at(*found)) return 0;
  return unicode::composed[*found];
}

unsigned combining_class(char32_t code) {
  if (code < first_combining) return 0;
  const auto found = std::lower_bound(std::begin(unicode::classes), std::end(unicode::classes),
                                      static_cast<std::uint32_t>(code) << 8);
  return found != std::end(unicode::classes) && *found >> 8 == code ? *found & 0xFFu : 0;
}

void append_decomposed(std::u32string& text, char32_t code) {
  const std::optional<Halves> halves = decomposition(code);
  if (!halves) {
    text += code;
    return;
  }
  append_decomposed(text, halves->first);
  if (halves->second != 0) text += halves->second;
}

std::u32string decompose(std::string_view text) {
  std::u32string decomposed;
  decomposed.reserve(text.size());
  for (size_t offset = 0; offset < text.size();)
    append_decomposed(decomposed, next_code_point(text, offset));
  return decomposed;
}

// Marks between two starters, by their classes.
void reorder(std::u32string& text) {
  const auto is_mark = [](char32_t code) { return combining_class(code) != 0; };
  for (auto end = text.begin(); end != text.end();) {
    const auto begin = std::find_if(end, text.end(), is_mark);
    end = std::find_if_not(begin, text.end(), is_mark);
    std::stable_sort(begin, end, [](char32_t a, char32_t b) {
      return combining_class(a) < combining_class(b);
    });
  }
}

void compose(std::u32string& text) {
  size_t length = 0, starter = 0;
  bool has_starter = false;
  unsigned last = 0;  // class of what stands before, back to the starter
  for (const char32_t code : text) {
    const unsigned own = combining_class(code);
    const bool blocked = length > starter + 1 && last >= own;
    if (has_starter && !blocked) {
      if (const char32_t composed = composition({text[starter], code})) {
        text[starter] = composed;
        continue;
      }
    }
    if (own == 0) {
      starter = length;
      has_starter = true;
    }
    last = own;
    text[length++] = code;
  }
  text.resize(length);
}

// In NFC whatever stands around it. The first two ranges are all that Vietnamese and English need.
bool is_stable(char32_t code) {
  if (code < first_combining || (code >= 0x1E00 && code < 0x1F00)) return true;
  if (combining_class(code) != 0 || (code >= vowel && code < tail + tails)) return false;
  if (std::binary_search(std::begin(unicode::seconds), std::end(unicode::seconds), code))
    return false;
  const std::optional<Halves> halves = decomposition(code);
  return !halves || composition(*halves) == code;
}

char32_t folded(char32_t code) {
  if (code >= U'A' && code <= U'Z') return code + (U'a' - U'A');
  if (code < 0x80) return code;
  const auto found = std::lower_bound(
      std::begin(unicode::folds), std::end(unicode::folds), code,
      [](const unicode::Fold& entry, char32_t wanted) { return entry.from < wanted; });
  return found != std::end(unicode::folds) && found->from == code ? found->to : code;
}

}  // namespace

bool is_surely_nfc(std::string_view text) {
  for (size_t offset = skip_ascii(text, 0); offset < text.size(); offset = skip_ascii(text, offset))
    if (!is_stable(next_code_point(text, offset))) return false;
  return true;
}

std::string to_nfc(std::string_view text) {
  if (is_surely_nfc(text)) return std::string(text);
  std::u32string codes = decompose(text);
  reorder(codes);
  compose(codes);
  std::string composed;
  composed.reserve(text.size());
  for (const char32_t code : codes) append_utf8(composed, code);
  return composed;
}

std::string fold(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::u32string parts;
  for (size_t offset = 0; offset < text.size();) {
    parts.clear();
    append_decomposed(parts, next_code_point(text, offset));
    for (const char32_t code : parts)
      if (combining_class(code) == 0) append_utf8(result, folded(code));
  }
  return result;
}

}  // namespace tiendo

// NFC and folding (text.h): the algorithm of Unicode Standard Annex 15 over generated tables,
// because a library's tables would be a quarter of the site's wasm.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "base/bytes.h"
#include "base/sort.h"
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

template <size_t size>
std::vector<std::uint32_t> unpack(const std::uint8_t (&bytes)[size]) {
  std::vector<std::uint32_t> values;
  std::uint32_t value = 0, zigzag = 0;
  int shift = 0;
  for (const std::uint8_t byte : bytes) {
    zigzag |= static_cast<std::uint32_t>(byte & 127) << shift;
    shift += 7;
    if (byte & 128) continue;
    value += zigzag & 1 ? ~(zigzag >> 1) : zigzag >> 1;  // ~x is -x - 1
    values.push_back(value);
    zigzag = 0;
    shift = 0;
  }
  return values;
}

// The generated tables, unpacked when they are first needed: by a search, or by a text that is not
// composed already.
struct Tables {
  std::vector<std::uint32_t> seconds = unpack(unicode::seconds);
  std::vector<std::uint32_t> composed = unpack(unicode::composed);
  std::vector<std::uint32_t> first_halves = unpack(unicode::first_halves);
  std::vector<std::uint32_t> second_places = unpack(unicode::second_places);
  std::vector<std::uint32_t> marks = unpack(unicode::marks);
  std::vector<std::uint32_t> mark_classes = unpack(unicode::mark_classes);
  std::vector<std::uint32_t> made;  // places in `composed` that composition makes, by their halves

  Tables() {
    const std::vector<std::uint32_t> never = unpack(unicode::never_made);
    for (std::uint32_t place = 0; place < composed.size(); ++place)
      if (!std::binary_search(never.begin(), never.end(), place)) made.push_back(place);
    sort_by(made, [this](std::uint32_t a, std::uint32_t b) { return halves_at(a) < halves_at(b); });
  }
  Halves halves_at(size_t place) const {
    return {first_halves[place], seconds[second_places[place]]};
  }
};

const Tables& tables() {
  static const Tables unpacked;
  return unpacked;
}

// Where `value` stands in `ascending`; nothing: nowhere.
std::optional<size_t> place_of(const std::vector<std::uint32_t>& ascending, std::uint32_t value) {
  const auto found = std::lower_bound(ascending.begin(), ascending.end(), value);
  if (found == ascending.end() || *found != value) return {};
  return static_cast<size_t>(found - ascending.begin());
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
  const std::optional<size_t> place = place_of(tables().composed, code);
  if (!place) return {};
  return tables().halves_at(*place);
}

char32_t composition(Halves halves) {  // 0: they do not compose
  if (halves.first - lead < leads && halves.second - vowel < vowels)
    return hangul + ((halves.first - lead) * vowels + halves.second - vowel) * tails;
  if (halves.first - hangul < leads * vowels * tails && (halves.first - hangul) % tails == 0 &&
      halves.second > tail && halves.second < tail + tails)
    return halves.first + halves.second - tail;
  const Tables& all = tables();
  const auto found = std::lower_bound(
      all.made.begin(), all.made.end(), halves,
      [&all](std::uint32_t place, Halves wanted) { return all.halves_at(place) < wanted; });
  if (found == all.made.end() || halves < all.halves_at(*found)) return 0;
  return all.composed[*found];
}

unsigned combining_class(char32_t code) {
  if (code < first_combining) return 0;
  const std::optional<size_t> place = place_of(tables().marks, code);
  return place ? tables().mark_classes[*place] : 0;
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

char32_t folded(char32_t code) {
  if (code >= U'A' && code <= U'Z') return code + (U'a' - U'A');
  if (code < 0x80) return code;
  const auto found = std::lower_bound(
      std::begin(unicode::folds), std::end(unicode::folds), code,
      [](const unicode::Fold& entry, char32_t wanted) { return entry.from < wanted; });
  return found != std::end(unicode::folds) && found->from == code ? found->to : code;
}

}  // namespace

bool is_stable(char32_t code) {
  if (code < first_combining || (code >= 0x1E00 && code < 0x1F00)) return true;
  if (combining_class(code) != 0 || (code >= vowel && code < tail + tails)) return false;
  if (place_of(tables().seconds, code)) return false;
  const std::optional<Halves> halves = decomposition(code);
  return !halves || composition(*halves) == code;
}

std::string to_nfc(std::string_view text) {
  if (form_of(text).is_surely_nfc) return std::string(text);
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

std::vector<std::uint32_t> letter_bounds() { return unpack(unicode::letter_bounds); }

}  // namespace tiendo

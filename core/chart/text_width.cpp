#include "chart/text_width.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace tiendo {
namespace {

// Advances of Noto Sans 2.004 in thousandths of the size, U+0020 to U+007E.
using Advances = std::array<short, 95>;
constexpr Advances regular_advances = {
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372,
    572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434,
    899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781,
    605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444,
    281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605,
    615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
};
constexpr Advances bold_advances = {
    260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413,
    572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477,
    897, 690, 672, 637, 740, 560, 549, 724, 765, 389, 331, 664, 565, 943, 813, 796,
    628, 796, 660, 551, 579, 756, 650, 967, 667, 624, 579, 331, 413, 331, 572, 411,
    362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619,
    633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572,
};

struct Extra {
  char32_t code_point;
  short regular, bold;
};
constexpr Extra extras[] = {
    {0x00A0, 260, 260},   {0x00AB, 509, 615},  {0x00B0, 428, 428},   {0x00B1, 572, 572},
    {0x00B7, 268, 285},   {0x00BB, 509, 615},  {0x00D7, 572, 572},   {0x0110, 730, 740},
    {0x0111, 617, 649},   {0x01A0, 784, 825},  {0x01A1, 616, 679},   {0x01AF, 780, 885},
    {0x01B0, 674, 760},   {0x2013, 500, 500},  {0x2014, 1000, 1000}, {0x2018, 175, 217},
    {0x2019, 175, 217},   {0x201C, 359, 445},  {0x201D, 359, 445},   {0x2022, 376, 376},
    {0x2026, 791, 855},   {0x202F, 166, 166},  {0x2030, 1177, 1281}, {0x20AB, 617, 649},
    {0x20AC, 572, 572},   {0x2190, 794, 794},   {0x2192, 794, 794},  {0x2212, 572, 572},
};

// An accent changes no advance in this family: a letter is as wide as the one it stands on. Upper
// case at even code points, lower case at odd ones.
struct Accented {
  char32_t first, last, upper, lower;
};
constexpr Accented accented[] = {
    {0x1EA0, 0x1EB7, 'A', 'a'},       {0x1EB8, 0x1EC7, 'E', 'e'},
    {0x1EC8, 0x1ECB, 'I', 'i'},       {0x1ECC, 0x1ED9, 'O', 'o'},
    {0x1EDA, 0x1EE3, 0x01A0, 0x01A1}, {0x1EE4, 0x1EE7, 'U', 'u'},
    {0x1EE8, 0x1EF1, 0x01AF, 0x01B0}, {0x1EF2, 0x1EF9, 'Y', 'y'},
    {0x0102, 0x0103, 'A', 'a'},       {0x0128, 0x0129, 'I', 'i'},
    {0x0168, 0x0169, 'U', 'u'},
};
constexpr std::string_view latin_1_bases =  // U+00C0 to U+00FF
    "AAAAAAACEEEEIIIIDNOOOOO+OUUUUYPsaaaaaaaceeeeiiiidnooooo+ouuuuypy";

char32_t base_letter(char32_t letter) {
  if (letter >= 0x00C0 && letter <= 0x00FF && letter != 0x00D7)
    return static_cast<char32_t>(latin_1_bases[letter - 0x00C0]);
  for (const Accented& range : accented)
    if (letter >= range.first && letter <= range.last)
      return letter % 2 == 0 ? range.upper : range.lower;
  return letter;
}

int advance(char32_t letter, Weight weight) {
  const char32_t base = base_letter(letter);
  if (base >= 0x20 && base <= 0x7E)
    return (weight == Weight::bold ? bold_advances : regular_advances)[base - 0x20];
  for (const Extra& extra : extras)
    if (extra.code_point == base) return weight == Weight::bold ? extra.bold : extra.regular;
  return base >= 0x0300 && base <= 0x036F ? 0 : 572;  // a combining mark, a digit's width
}

float in_px(int thousandths, float size) { return static_cast<float>(thousandths) * size / 1000; }

int thousandths_of(std::string_view text, Weight weight) {
  int thousandths = 0;
  for (std::size_t offset = 0; offset < text.size();)
    thousandths += advance(next_code_point(text, offset), weight);
  return thousandths;
}

struct Word {
  std::size_t begin, end;  // in the text
  int width;               // in thousandths of the size
};

std::vector<Word> words_of(std::string_view text, Weight weight) {
  std::vector<Word> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin)
      words.push_back({begin, end, thousandths_of(text.substr(begin, end - begin), weight)});
    begin = end + 1;
  }
  return words;
}

// The first word of each line, as many words on a line as fit into `width` thousandths. `widest` is
// what the widest line needs.
struct Lines {
  std::vector<std::size_t> first;
  int widest = 0;
};
Lines greedy_lines(const std::vector<Word>& words, int space, int width) {
  Lines lines;
  int length = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && length + space + words[i].width <= width) {
      length += space + words[i].width;
    } else {
      lines.first.push_back(i);
      length = words[i].width;
    }
    lines.widest = std::max(lines.widest, length);
  }
  return lines;
}

// Takes as many lines as the width asks for, but makes the longest of them as short as that allows.
Lines even_lines(const std::vector<Word>& words, int space, int width) {
  Lines lines = greedy_lines(words, space, width);
  if (lines.widest > width) return lines;
  while (lines.first.size() > 1) {
    Lines narrower = greedy_lines(words, space, lines.widest - 1);
    if (narrower.first.size() > lines.first.size() || narrower.widest >= lines.widest) break;
    lines = std::move(narrower);
  }
  return lines;
}

}  // namespace

float text_width(std::string_view text, float size, Weight weight) {
  return in_px(thousandths_of(text, weight), size);
}

Box text_box(const TextMark& mark) {
  const float width = text_width(mark.text, mark.size, mark.weight);
  const float before = mark.align == Align::left    ? 0
                       : mark.align == Align::right ? width
                                                    : width / 2;
  return {mark.at.x - before, mark.at.y - text_ascent * mark.size, width,
          (text_ascent + text_descent) * mark.size};
}

std::string shorten(std::string_view text, float size, Weight weight, float width) {
  if (text_width(text, size, weight) <= width) return std::string(text);
  const int dots = advance(0x2026, weight);
  int thousandths = 0;
  std::size_t kept = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    thousandths += advance(next_code_point(text, offset), weight);
    if (in_px(thousandths + dots, size) > width) break;
    kept = offset;
  }
  while (kept > 0 && (text[kept - 1] == ' ' || text[kept - 1] == ',')) --kept;
  return kept == 0 ? std::string() : std::string(text.substr(0, kept)) + "…";
}

std::vector<std::string> wrap(std::string_view text, float size, Weight weight, float width,
                              std::size_t lines_max) {
  std::vector<std::string> wrapped;
  if (lines_max == 0 || !(width > 0) || !(size > 0)) return wrapped;
  const std::vector<Word> words = words_of(text, weight);
  const int width_thousandths = static_cast<int>(std::min(width / size, 1e5f) * 1000);
  const Lines lines = even_lines(words, advance(' ', weight), width_thousandths);
  const std::size_t count = std::min(lines.first.size(), lines_max);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t beyond = i + 1 < count ? lines.first[i + 1] : words.size();
    const std::size_t begin = words[lines.first[i]].begin, end = words[beyond - 1].end;
    std::string line = shorten(text.substr(begin, end - begin), size, weight, width);
    if (!line.empty()) wrapped.push_back(std::move(line));
  }
  return wrapped;
}

}  // namespace tiendo

// Words set in lines: wrapped at spaces, links underlined and made areas, everything mirrored.
#pragma once

#include "layout/sheet.h"
#include "report/page.h"

namespace tiendo {

// Noto Sans, in em: where the base line stands in a line box.
inline constexpr float ascent_em = 1.069f, descent_em = 0.293f;

struct TextStyle {
  float size = 16;
  float leading = 1.5f;  // line height in em
  Weight weight = Weight::regular;
  Ink ink = Ink::text;
  Align align = Align::left;
  int lines_max = 0;  // 0: as many as it takes; else the last one is shortened

  float line_height() const { return size * leading; }
};

inline float base_line(float top, const TextStyle& style) {
  const float slack = style.line_height() - (ascent_em + descent_em) * style.size;
  return top + slack / 2 + ascent_em * style.size;
}

// Sets the words into `width` with their first line box at `at`; returns the height taken. A span's
// own ink and weight win over the style's where they are not the default.
float set_words(Sheet& sheet, std::vector<Node>& nodes, const Words& words, const TextStyle& style,
                Point at, float width);
float set_text(Sheet& sheet, std::vector<Node>& nodes, std::string_view text,
               const TextStyle& style, Point at, float width);

// One line, never wrapped; returns its width.
float set_line(Sheet& sheet, std::string_view text, const TextStyle& style, Point at);

float measure_words(const Words& words, const TextStyle& style, float width);  // height
// How wide words are on one line, and the widest of them alone.
struct Extent { float line = 0, word = 0; };
Extent extent_of(const Words& words, const TextStyle& style);
inline float natural_width(const Words& words, const TextStyle& style) {
  return extent_of(words, style).line;
}
inline float longest_word(const Words& words, const TextStyle& style) {
  return extent_of(words, style).word;
}

}  // namespace tiendo

// How wide a line of text will be, from the advances of the one text family (Noto Sans, no
// kerning). Charts lay their labels out by it, so that a Scene is the same natively, as wasm and in
// every test. Text is valid UTF-8 in NFC; a letter that the table does not have counts as wide as a
// digit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "chart/scene.h"

namespace tiendo {

// From the base line up and down in parts of the size: "Ễ" needs all of it.
inline constexpr float text_ascent = 1.05f, text_descent = 0.25f, line_height = 1.3f;

float text_width(std::string_view text, float size, Weight weight = Weight::regular);
Box text_box(const TextMark& mark);

// Cuts at a code point and ends in "…" where the text is wider than `width`; nothing is left where
// not even one letter and "…" fit.
std::string shorten(std::string_view text, float size, Weight weight, float width);

// Breaks at spaces (never at U+00A0) into at most `lines_max` lines of even length; what is still
// too wide is shortened. Empty text gives no lines.
std::vector<std::string> wrap(std::string_view text, float size, Weight weight, float width,
                              std::size_t lines_max);

}  // namespace tiendo

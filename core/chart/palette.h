// What each Ink looks like in each theme, as sRGB 0xRRGGBB. Read by the SVG writer (light) and by
// the canvas. tests/core/chart_palette_test.cpp computes the promises:
//
//   words    4.5:1 or more on surface, page and field, 7:1 in high contrast: text, muted, faint,
//            accent, the four series, good, warn, bad, info
//   marks    3:1 or more on surface: silence, whose words are written in text_ink()'s
//   states   apart from each other for full colour vision, protanopia, deuteranopia, tritanopia
//   series   apart from each other for the same eyes, and from silence but for the second
//   shades   seq1 to seq5 in the order of their lightness, neighbours apart for the same eyes
//   tiles    4.5:1 or more: text on seq1, seq2, seq3, surface on seq4, seq5
#pragma once

#include <cstdint>

#include "chart/scene.h"

namespace tiendo {

enum class Theme : unsigned char { light, dark, high_contrast };

std::uint32_t rgb(Theme theme, Ink ink);  // Ink::none, which is never painted, is black

// Of words beside a mark of this ink: one too pale for words (silence, the shades of a scale) gives
// way to `muted`.
Ink text_ink(Ink mark);

}  // namespace tiendo

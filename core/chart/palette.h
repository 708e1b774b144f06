// What each Ink looks like in each theme, as sRGB 0xRRGGBB. Read by the SVG writer (light) and by
// the canvas. tests/core/chart_palette_test.cpp computes the promises:
//
//   words    4.5:1 or more on surface, page and field, 7:1 in high contrast: text, muted, faint,
//            accent, series, series_other, good, warn, bad, info
//   marks    3:1 or more on surface: silence
//   states   apart from each other for full colour vision, protanopia, deuteranopia, tritanopia
//   shades   seq1 to seq5 in the order of their lightness, neighbours apart for the same eyes
//   tiles    4.5:1 or more: text on seq1, seq2, seq3, surface on seq4, seq5
#pragma once

#include <cstdint>

#include "chart/scene.h"

namespace tiendo {

enum class Theme : unsigned char { light, dark, high_contrast };

std::uint32_t rgb(Theme theme, Ink ink);  // Ink::none, which is never painted, is black

}  // namespace tiendo

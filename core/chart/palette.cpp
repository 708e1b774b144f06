#include "chart/palette.h"

#include <array>
#include <cstddef>

namespace tiendo {
namespace {

using Colours = std::array<std::uint32_t, 24>;  // in the order of Ink

constexpr Colours light = {
    0x000000,                                          // none
    0x15202E, 0x4A5A6C, 0x5F6D7C,                      // text, muted, faint
    0xE3E8EE, 0xB8C3CF,                                // line, line_strong
    0xF5F7FA, 0xFFFFFF, 0xF1F3F6,                      // page, surface, field
    0x8E1C2E,                                          // accent
    0x1F5F9E, 0x5B6B7C, 0x6B14B8, 0x7A6200,            // series, _other, _third, _fourth
    0x1A6B4A, 0x9A6000, 0xB02020, 0x1F5F9E, 0x7F8D9C,  // good, warn, bad, info, silence
    0xE9E4DA, 0xC3D3E0, 0x88ADCC, 0x3F76AB, 0x1A4F88,  // seq1 to seq5
};

constexpr Colours dark = {
    0x000000,
    0xE8EDF3, 0xB3BFCC, 0x94A3B3,
    0x2A3644, 0x4A5A6B,
    0x0F161F, 0x17202B, 0x1F2A37,
    0xF08A96,
    0x7DB4EE, 0xAAB8C6, 0xD66BF5, 0xC9A04A,
    0x5CCFA0, 0xE5AE4D, 0xFF7A66, 0x7DB4EE, 0x7C8B9B,
    0x2C333C, 0x2B4260, 0x2F5F94, 0x7FB0E3, 0xC4DDF7,
};

constexpr Colours high_contrast = {
    0x000000,
    0xFFFFFF, 0xE6E6E6, 0xD0D0D0,
    0x6A6A6A, 0xC8C8C8,
    0x000000, 0x000000, 0x1C1C1C,
    0xFF9DAA,
    0x8CC4FF, 0xD5DCE4, 0xD98CD4, 0xBDA575,
    0x6BF0B8, 0xFFC247, 0xFF8F80, 0x8CC4FF, 0xA8B2BD,
    0x262626, 0x1C3D66, 0x1F5A9C, 0x8CC4FF, 0xDCEEFF,
};

}  // namespace

std::uint32_t rgb(Theme theme, Ink ink) {
  const auto index = static_cast<std::size_t>(ink);
  switch (theme) {
    case Theme::light: return light[index];
    case Theme::dark: return dark[index];
    case Theme::high_contrast: return high_contrast[index];
  }
  return light[index];
}

Ink text_ink(Ink mark) {
  switch (mark) {
    case Ink::text: case Ink::muted: case Ink::faint: case Ink::accent: case Ink::series:
    case Ink::series_other: case Ink::series_third: case Ink::series_fourth: case Ink::good:
    case Ink::warn: case Ink::bad: case Ink::info:
      return mark;
    default:
      return Ink::muted;
  }
}

}  // namespace tiendo

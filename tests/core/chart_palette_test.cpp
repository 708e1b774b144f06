// The promises of palette.h, computed: contrast as WCAG 2 defines it, colour-blindness by the
// matrices of Machado, Oliveira and Fernandes 2009 (severity 1), distance in CIELAB.
#include "chart/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tiendo {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Theme themes[] = {Theme::light, Theme::dark, Theme::high_contrast};

Triple linear(std::uint32_t colour) {
  Triple rgb_linear{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = static_cast<double>((colour >> (16 - 8 * i)) & 255u) / 255;
    rgb_linear[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  }
  return rgb_linear;
}

double luminance(std::uint32_t colour) {
  const Triple c = linear(colour);
  return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

double contrast(Theme theme, Ink a, Ink b) {
  const double first = luminance(rgb(theme, a)), second = luminance(rgb(theme, b));
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

constexpr Matrix full_vision = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protanopia = {{{0.152286, 1.052583, -0.204868},
                                {0.114503, 0.786281, 0.099216},
                                {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia = {{{0.367322, 0.860646, -0.227968},
                                  {0.280085, 0.672501, 0.047413},
                                  {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia = {{{1.255528, -0.076749, -0.178779},
                                {-0.078411, 0.930809, 0.147602},
                                {0.004733, 0.691367, 0.303900}}};
constexpr Matrix visions[] = {full_vision, protanopia, deuteranopia, tritanopia};

Triple lab(std::uint32_t colour, const Matrix& vision) {
  const Triple seen = linear(colour);
  Triple c{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) c[i] += vision[i][j] * seen[j];
    c[i] = std::min(1.0, std::max(0.0, c[i]));
  }
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
  const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
  const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(Theme theme, Ink a, Ink b, const Matrix& vision) {
  const Triple first = lab(rgb(theme, a), vision), second = lab(rgb(theme, b), vision);
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) sum += (first[i] - second[i]) * (first[i] - second[i]);
  return std::sqrt(sum);
}

TEST(Palette, WordsAreReadableOnEveryGround) {
  for (const Theme theme : themes)
    for (const Ink ink : {Ink::text, Ink::muted, Ink::faint, Ink::accent, Ink::series,
                          Ink::series_other, Ink::series_third, Ink::series_fourth, Ink::good,
                          Ink::warn, Ink::bad, Ink::info})
      for (const Ink ground : {Ink::surface, Ink::page, Ink::field})
        EXPECT_GE(contrast(theme, ink, ground), theme == Theme::high_contrast ? 7.0 : 4.5)
            << static_cast<int>(theme) << " " << static_cast<int>(ink);
}

TEST(Palette, WordsBesideAMarkAreReadable) {
  for (const Theme theme : themes)
    for (int i = static_cast<int>(Ink::accent); i <= static_cast<int>(Ink::seq5); ++i) {
      const Ink words = text_ink(static_cast<Ink>(i));
      for (const Ink ground : {Ink::surface, Ink::page, Ink::field})
        EXPECT_GE(contrast(theme, words, ground), 4.5) << static_cast<int>(theme) << " " << i;
    }
}

TEST(Palette, SilenceIsVisible) {
  for (const Theme theme : themes) EXPECT_GE(contrast(theme, Ink::silence, Ink::surface), 3.0);
}

TEST(Palette, WordsAreReadableOnTiles) {
  for (const Theme theme : themes) {
    for (const Ink tile : {Ink::seq1, Ink::seq2, Ink::seq3})
      EXPECT_GE(contrast(theme, Ink::text, tile), 4.5);
    for (const Ink tile : {Ink::seq4, Ink::seq5})
      EXPECT_GE(contrast(theme, Ink::surface, tile), 4.5);
  }
}

TEST(Palette, TilesGoFromNearTheSurfaceToFarFromIt) {
  constexpr Ink scale[] = {Ink::surface, Ink::seq1, Ink::seq2, Ink::seq3, Ink::seq4, Ink::seq5};
  for (const Theme theme : themes)
    for (std::size_t i = 1; i < 6; ++i)
      EXPECT_GE(contrast(theme, scale[i], Ink::surface),
                1.15 * contrast(theme, scale[i - 1], Ink::surface));
}

TEST(Palette, StatesAreApartForEveryEye) {
  constexpr Ink states[] = {Ink::good, Ink::warn, Ink::bad, Ink::info, Ink::silence};
  for (const Theme theme : themes)
    for (const Matrix& vision : visions)
      for (std::size_t i = 0; i < 5; ++i)
        for (std::size_t j = i + 1; j < 5; ++j)
          EXPECT_GE(distance(theme, states[i], states[j], vision), 10) << i << " " << j;
}

TEST(Palette, SeriesAreApartForEveryEye) {
  constexpr Ink series[] = {Ink::series, Ink::series_other, Ink::series_third, Ink::series_fourth};
  for (const Theme theme : themes)
    for (const Matrix& vision : visions)
      for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = i + 1; j < 4; ++j)
          EXPECT_GE(distance(theme, series[i], series[j], vision), 10) << i << " " << j;
        if (series[i] == Ink::series_other) continue;
        EXPECT_GE(distance(theme, series[i], Ink::silence, vision), 10) << i;
      }
}

// A difference of 2 or 3 is the least that is seen side by side; shades stand apart from each other.
TEST(Palette, NeighbouringShadesAreApartForEveryEye) {
  constexpr Ink scale[] = {Ink::surface, Ink::seq1, Ink::seq2, Ink::seq3, Ink::seq4, Ink::seq5};
  for (const Theme theme : themes)
    for (const Matrix& vision : visions)
      for (std::size_t i = 1; i < 6; ++i)
        EXPECT_GE(distance(theme, scale[i], scale[i - 1], vision), 8)
            << static_cast<int>(theme) << " " << i;
}

// Lightness alone orders the scale, so that it prints and reads without any colour.
TEST(Palette, ShadesAreInTheOrderOfTheirLightnessForEveryEye) {
  constexpr Ink scale[] = {Ink::surface, Ink::seq1, Ink::seq2, Ink::seq3, Ink::seq4, Ink::seq5};
  for (const Theme theme : themes)
    for (const Matrix& vision : visions) {
      const double way = theme == Theme::light ? -1 : 1;
      for (std::size_t i = 1; i < 6; ++i)
        EXPECT_GE(way * (lab(rgb(theme, scale[i]), vision)[0] -
                         lab(rgb(theme, scale[i - 1]), vision)[0]), 4)
            << static_cast<int>(theme) << " " << i;
    }
}

TEST(Palette, WhatAddsAndWhatTakesAwayAreApartForEveryEye) {
  for (const Theme theme : themes)
    for (const Matrix& vision : visions) {
      EXPECT_GE(distance(theme, Ink::series, Ink::series_other, vision), 10)
          << static_cast<int>(theme);
      EXPECT_GE(distance(theme, Ink::series, Ink::accent, vision), 10) << static_cast<int>(theme);
    }
}

TEST(Palette, WordsAreReadableOnTheMissingField) {
  for (const Theme theme : themes) EXPECT_GE(contrast(theme, Ink::muted, Ink::line), 3.0);
}

TEST(Palette, TheAccentIsNotTheBadState) {
  for (const Theme theme : themes)
    for (const Matrix& vision : visions)
      EXPECT_GE(distance(theme, Ink::accent, Ink::bad, vision), 10);
}

}  // namespace
}  // namespace tiendo

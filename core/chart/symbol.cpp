#include "chart/symbol.h"

#include <algorithm>

namespace tiendo {
namespace {

// The right half of a disc of radius 1 in steps of 15 degrees: sines, so that no sin() is called.
constexpr float quarter_sines[] = {0, 0.258819f, 0.5f, 0.707107f, 0.866025f, 0.965926f, 1};

std::vector<Point> half_disc(Point centre, float radius) {
  std::vector<Point> points;
  for (int i = 0; i <= 12; ++i) {
    const int x = i <= 6 ? i : 12 - i, y = i <= 6 ? 6 - i : i - 6;
    const float down = i <= 6 ? -1.0f : 1.0f;
    points.push_back({centre.x + quarter_sines[x] * radius,
                      centre.y + down * quarter_sines[y] * radius});
  }
  return points;
}

}  // namespace

float ring_stroke(float size) { return std::max(1.5f, size * 0.16f); }

std::vector<std::vector<Point>> symbol_polygons(const SymbolMark& mark) {
  const float x = mark.centre.x, y = mark.centre.y, half = mark.size / 2;
  const float side = half * 0.9f;  // a square looks larger than a circle of its width
  switch (mark.symbol) {
    case Symbol::circle:
    case Symbol::ring:
      return {};
    case Symbol::square:
      return {
          {{x - side, y - side}, {x + side, y - side}, {x + side, y + side}, {x - side, y + side}}};
    case Symbol::triangle_up:
      return {{{x, y - side}, {x + half, y + side}, {x - half, y + side}}};
    case Symbol::triangle_down:
      return {{{x - half, y - side}, {x + half, y - side}, {x, y + side}}};
    case Symbol::diamond:
      return {{{x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}}};
    case Symbol::half_circle:
      return {half_disc(mark.centre, half)};
    case Symbol::dash: {
      const float thick = std::max(1.0f, mark.size * 0.1f);
      return {{{x - half, y - thick},
               {x + half, y - thick},
               {x + half, y + thick},
               {x - half, y + thick}}};
    }
    case Symbol::cross: {
      const float arm = half * 0.85f, thick = std::max(0.75f, mark.size * 0.09f);
      return {{{x - arm - thick, y - arm + thick}, {x - arm + thick, y - arm - thick},
               {x + arm + thick, y + arm - thick}, {x + arm - thick, y + arm + thick}},
              {{x + arm - thick, y - arm - thick}, {x + arm + thick, y - arm + thick},
               {x - arm + thick, y + arm + thick}, {x - arm - thick, y + arm - thick}}};
    }
  }
  return {};
}

}  // namespace tiendo

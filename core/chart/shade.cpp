#include "chart/shade.h"

#include <algorithm>

#include "chart/marks.h"

namespace tiendo {
namespace {

constexpr Ink shades[] = {Ink::seq1, Ink::seq2, Ink::seq3, Ink::seq4, Ink::seq5};

}  // namespace

Ink shade_of(double share) {
  return shades[std::min(static_cast<int>(std::clamp(share, 0.0, 1.0) * 5), 4)];
}

float cell_radius(const Box& cell) { return std::min(3.0f, cell.width / 6); }

// In every theme the scale goes from near the surface to far from it.
Ink ink_on(Ink shade) {
  return shade == Ink::seq4 || shade == Ink::seq5 ? Ink::surface : Ink::text;
}

void add_hatching(Scene& scene, const Box& box) {
  constexpr float spacing = 7;
  add_rect(scene, box, Ink::field, cell_radius(box));
  for (float sum = spacing; sum < box.width + box.height; sum += spacing) {
    const Point from = {box.x + std::min(sum, box.width), box.y + std::max(0.0f, sum - box.width)};
    const Point to = {box.x + std::max(0.0f, sum - box.height), box.y + std::min(sum, box.height)};
    add_line(scene, from, to, Ink::line);
  }
}

}  // namespace tiendo

// The sequential scale of maps: the five shades of a share, and the hatching of what is missing.
#pragma once

#include "chart/scene.h"

namespace tiendo {

Ink shade_of(double share);  // of 0–1, clamped
Ink ink_on(Ink shade);       // of words on it
float cell_radius(const Box& cell);  // of its corners
void add_hatching(Scene& scene, const Box& box);

}  // namespace tiendo

// The sequential scale of maps: the five shades of a share, the hatching of what is missing, and the
// key that says what they mean.
#pragma once

#include <string>
#include <vector>

#include "chart/charts.h"

namespace tiendo {

Ink shade_of(double share);  // of 0–1, clamped
Ink ink_on(Ink shade);       // of words on it
float cell_radius(const Box& cell);  // of its corners
void add_hatching(Scene& scene, const Box& box);

// "low ▭▭▭▭▭ high  ▨ missing  ○ sign …" from the top left corner of the scene, in as many lines as
// its width asks for; parts without words are left out. Returns the room it takes, 0 for no key.
float add_key(Scene& scene, const std::string& low, const std::string& high,
              const std::string& missing, const std::vector<KeySign>& signs);

}  // namespace tiendo

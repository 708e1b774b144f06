// The key of a chart: what its shades and signs mean, for what has no room for words beside it.
#pragma once

#include <string>
#include <vector>

#include "chart/charts.h"

namespace tiendo {

// "low ▭▭▭▭▭ high  ▨ missing  ○ sign …" from the top left corner of the scene, in as many lines as
// its width asks for; the breaks, if any, under the four borders of the shades. Parts without words
// are left out. Returns the room it takes, 0 for no key.
float add_key(Scene& scene, const std::string& low, const std::string& high,
              const std::vector<std::string>& breaks, const std::string& missing,
              const std::vector<KeySign>& signs);

// Signs alone, from `top` on: "○ sign  ■ ◆ two of one label". Returns the room they take.
float add_signs(Scene& scene, float top, const std::vector<KeySign>& signs);

}  // namespace tiendo

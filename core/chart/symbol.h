// The outline of each Symbol, so that the canvas and the SVG draw the same shapes.
//
// A symbol fills a box `size` wide around its centre. Polygons are filled. A ring is a stroke of
// ring_stroke(size) just inside that circle with the surface's colour in it; half_circle is such a
// ring with its right half filled; circle is a filled circle.
#pragma once

#include <vector>

#include "chart/scene.h"

namespace tiendo {

// The filled, convex polygons of a symbol, clockwise; none for circle and ring, and for half_circle
// the half disc.
std::vector<std::vector<Point>> symbol_polygons(const SymbolMark& mark);
float ring_stroke(float size);

}  // namespace tiendo

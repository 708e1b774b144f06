#include "chart/marks.h"

#include <algorithm>
#include <utility>

#include "chart/symbol.h"

namespace tiendo {

float usable_width(float width) {
  return width > chart_width_least_px ? std::min(width, 10'000.0f) : chart_width_least_px;
}

void add_text(Scene& scene, Point at, std::string text, const TextStyle& style) {
  if (text.empty()) return;
  add(scene, TextMark{at, std::move(text), style.size, style.weight, style.ink, style.align});
}

void add_line(Scene& scene, Point from, Point to, Ink ink, float width) {
  add(scene, LineMark{{from, to}, ink, width, false});
}

void add_dashed_line(Scene& scene, Point from, Point to, Ink ink, float width) {
  add(scene, LineMark{{from, to}, ink, width, true});
}

void add_rect(Scene& scene, const Box& box, Ink fill, float radius) {
  add(scene, RectMark{box, radius, fill, Ink::none});
}

void add_symbol(Scene& scene, Point centre, float size, Symbol symbol, Ink ink) {
  add(scene, SymbolMark{centre, size, symbol, ink});
}

void add_hollow_symbol(Scene& scene, Point centre, float size, Symbol symbol, Ink ink) {
  if (symbol == Symbol::circle) return add_symbol(scene, centre, size, Symbol::ring, ink);
  add_symbol(scene, centre, size, symbol, ink);
  const float inside = size - 3.2f * ring_stroke(size);
  if (inside > 0) add_symbol(scene, centre, inside, symbol, Ink::surface);
}

void add_empty_frame(Scene& scene, float top) {
  scene.height = top + spot_px;
  add(scene, RectMark{{0.5f, top + 0.5f, scene.width - 1, spot_px - 1}, 3, Ink::none, Ink::line});
}

void add_spot(Scene& scene, Box box, const std::string& words, const std::string& href) {
  if (words.empty()) return;
  const Point centre = {box.x + box.width / 2, box.y + box.height / 2};
  box = box_around(centre, std::min(std::max(box.width, spot_least_px), scene.width),
                   std::min(std::max(box.height, spot_least_px), scene.height));
  box.x = std::clamp(box.x, 0.0f, scene.width - box.width);
  box.y = std::clamp(box.y, 0.0f, scene.height - box.height);
  scene.spots.push_back({box, words, href});
}

Box box_around(Point centre, float width, float height) {
  return {centre.x - width / 2, centre.y - height / 2, width, height};
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool drawable(double value) { return value > -1e15 && value < 1e15; }

}  // namespace tiendo

// Appends marks and spots to a Scene, and the sizes that all charts share.
#pragma once

#include <string>
#include <utility>

#include "chart/scene.h"

namespace tiendo {

inline constexpr float label_px = 14;                                // all text of charts
inline constexpr float spot_px = 44, spot_least_px = 24;             // pointer and touch targets
inline constexpr float chart_width_least_px = 160;

// Every chart has a width to draw in, whatever it was asked for.
float usable_width(float width);

template <class One>
void add(Scene& scene, One mark) {
  scene.marks.emplace_back(std::in_place_type<One>, std::move(mark));
}

struct TextStyle {
  float size = label_px;
  Ink ink = Ink::text;
  Weight weight = Weight::regular;
  Align align = Align::left;
};
void add_text(Scene& scene, Point at, std::string text, const TextStyle& style);
void add_line(Scene& scene, Point from, Point to, Ink ink, float width = 1);
void add_dashed_line(Scene& scene, Point from, Point to, Ink ink, float width = 1);
void add_rect(Scene& scene, const Box& box, Ink fill, float radius = 0);
void add_symbol(Scene& scene, Point centre, float size, Symbol symbol, Ink ink);
// Its outline alone, with the surface in it.
void add_hollow_symbol(Scene& scene, Point centre, float size, Symbol symbol, Ink ink);

// Where there is nothing to draw: the frame it would stand in, from `top` on; sets the height.
void add_empty_frame(Scene& scene, float top = 0);

// Grows the box to spot_least_px each way and moves it into the scene; without words no spot.
void add_spot(Scene& scene, Box box, const std::string& words, const std::string& href);

Box box_around(Point centre, float width, float height);
bool overlap(const Box& a, const Box& b);

// Values that can be drawn. Others count as missing.
bool drawable(double value);

}  // namespace tiendo

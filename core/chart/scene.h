// A Scene is the finished drawing of one chart: marks in pixels, nothing left to compute.
// It knows no font, no ImGui and no DOM, so the same Scene is painted on the canvas
// (web/paint.cpp), written as SVG (core/chart/svg.cpp) and compared in tests.
//
// Colours are named by what they mean (Ink); the canvas and the style sheet give each theme its
// own. x grows to the right, y downwards; (0, 0) is the top left corner.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace tiendo {

enum class Ink : unsigned char {
  none,
  text, muted, faint,    // words, by importance
  line, line_strong,     // hairlines, axis
  page, surface, field,  // behind everything; the card; a quiet filled area
  accent,                // the promise: targets, the site's one accent
  series, series_other, series_third, series_fourth,  // one after another
  good, warn, bad, info, silence,  // states: always with a shape and a word beside them
  seq1, seq2, seq3, seq4, seq5     // sequential scale, low to high
};

enum class Weight : unsigned char { regular, bold };
enum class Align : unsigned char { left, centre, right };
enum class Symbol : unsigned char {
  circle, ring, square, triangle_up, triangle_down, diamond, half_circle, dash, cross
};

struct Point { float x = 0, y = 0; };
struct Box {
  float x = 0, y = 0, width = 0, height = 0;
  float right() const { return x + width; }
  float bottom() const { return y + height; }
};

struct RectMark { Box box; float radius = 0; Ink fill = Ink::none; Ink stroke = Ink::none; };
struct LineMark {
  std::vector<Point> points;
  Ink ink = Ink::text;
  float width = 1;
  bool dashed = false;
};
struct AreaMark { std::vector<Point> points; Ink fill = Ink::field; };  // closed, convex
// Outlines in symbol.h. Hollow symbols show the surface, not what lies under them.
struct SymbolMark {
  Point centre;
  float size = 8;  // width of the box it fills
  Symbol symbol = Symbol::circle;
  Ink ink = Ink::text;
};
// `at.y` is the base line. Text is one line and is drawn whole: charts shorten before they place.
struct TextMark {
  Point at;
  std::string text;
  float size = 14;
  Weight weight = Weight::regular;
  Ink ink = Ink::text;
  Align align = Align::left;
};
using Mark = std::variant<RectMark, LineMark, AreaMark, SymbolMark, TextMark>;

// What pointer, touch and keyboard reach: the words of the tooltip and where it leads, if anywhere.
struct Spot { Box box; std::string words; std::string href; };

struct Scene {
  float width = 0, height = 0;
  std::vector<Mark> marks;  // painted in order
  std::vector<Spot> spots;
};

}  // namespace tiendo

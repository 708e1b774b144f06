#include "paint.h"

#include <algorithm>
#include <cmath>

#include "chart/symbol.h"
#include "layout/typeset.h"

namespace tiendo {

namespace {

// ImGui's font size is the height from ascender to descender; ours is the em, as in CSS and SVG.
constexpr float imgui_size_of_em = ascent_em + descent_em;

ImVec2 at(const Brush& brush, Point point) {
  return {brush.origin.x + point.x, brush.origin.y + point.y};
}

void paint_mark(const Brush& brush, const RectMark& rect, bool lit) {
  const ImVec2 from = at(brush, {rect.box.x, rect.box.y});
  const ImVec2 to = at(brush, {rect.box.right(), rect.box.bottom()});
  if (rect.fill != Ink::none)
    brush.list->AddRectFilled(from, to, colour_of(rect.fill, brush.theme), rect.radius);
  const Ink stroke = lit && rect.stroke != Ink::none ? Ink::info : rect.stroke;
  if (stroke != Ink::none)
    brush.list->AddRect(from, to, colour_of(stroke, brush.theme), rect.radius, 0,
                        lit ? 2.0f : 1.0f);
}

void paint_dashes(const Brush& brush, const LineMark& line, ImU32 colour) {
  constexpr float dash = 5, period = 9;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const Point a = line.points[i - 1], b = line.points[i];
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    for (float from = 0; from < length; from += period) {
      const float to = std::min(from + dash, length);
      const auto on_line = [&](float s) {
        return at(brush, {a.x + (b.x - a.x) * s / length, a.y + (b.y - a.y) * s / length});
      };
      brush.list->AddLine(on_line(from), on_line(to), colour, line.width);
    }
  }
}

void paint_mark(const Brush& brush, const LineMark& line, bool lit) {
  const ImU32 colour = colour_of(lit ? Ink::info : line.ink, brush.theme);
  if (line.dashed) return paint_dashes(brush, line, colour);
  const bool upright = line.points.size() == 2 && (line.points[0].x == line.points[1].x ||
                                                   line.points[0].y == line.points[1].y);
  if (upright && line.width <= 1) {  // a crisp hairline
    ImVec2 from = at(brush, line.points[0]), to = at(brush, line.points[1]);
    if (from.x == to.x) to.x += 1; else to.y += 1;
    brush.list->AddRectFilled(from, to, colour);
    return;
  }
  for (const Point& point : line.points) brush.list->PathLineTo(at(brush, point));
  brush.list->PathStroke(colour, 0, line.width);
}

void paint_mark(const Brush& brush, const AreaMark& area, bool) {
  for (const Point& point : area.points) brush.list->PathLineTo(at(brush, point));
  brush.list->PathFillConvex(colour_of(area.fill, brush.theme));
}

void paint_mark(const Brush& brush, const SymbolMark& mark, bool) {
  const ImU32 colour = colour_of(mark.ink, brush.theme);
  const ImVec2 centre = at(brush, mark.centre);
  const float radius = mark.size / 2;
  if (mark.symbol == Symbol::circle) brush.list->AddCircleFilled(centre, radius, colour);
  if (mark.symbol == Symbol::ring || mark.symbol == Symbol::half_circle) {
    const float stroke = ring_stroke(mark.size);
    brush.list->AddCircleFilled(centre, radius - stroke / 2, colour_of(Ink::surface, brush.theme));
    brush.list->AddCircle(centre, radius - stroke / 2, colour, 0, stroke);
  }
  for (const std::vector<Point>& polygon : symbol_polygons(mark)) {
    for (const Point& point : polygon) brush.list->PathLineTo(at(brush, point));
    brush.list->PathFillConvex(colour);
  }
}

void paint_mark(const Brush& brush, const TextMark& text, bool lit) {
  ImFont* font = text.weight == Weight::bold ? brush.fonts.bold : brush.fonts.regular;
  const float size = text.size * imgui_size_of_em;
  ImVec2 where = at(brush, text.at);
  if (text.align != Align::left) {
    const float width = font->CalcTextSizeA(size, 1e9f, 0, text.text.data(),
                                            text.text.data() + text.text.size()).x;
    where.x -= text.align == Align::right ? width : width / 2;
  }
  where.y -= font->GetFontBaked(size)->Ascent;
  const ImVec2 rounded{std::round(where.x), std::round(where.y)};
  brush.list->AddText(font, size, rounded, colour_of(lit ? Ink::info : text.ink, brush.theme),
                      text.text.data(), text.text.data() + text.text.size());
}

}  // namespace

ImU32 colour_of(Ink ink, Theme theme) {
  if (ink == Ink::none) return 0;
  const std::uint32_t value = rgb(theme, ink);
  return IM_COL32((value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF, 0xFF);
}

void paint(const Brush& brush, const Sheet& sheet, const Area* lit) {
  for (std::size_t i = 0; i < sheet.marks.size(); ++i) {
    const Box box = bounds(sheet.marks[i]);
    if (box.bottom() < brush.top || box.y > brush.bottom) continue;
    const bool under_pointer = lit && i >= lit->first_mark && i < lit->last_mark;
    std::visit([&](const auto& mark) { paint_mark(brush, mark, under_pointer); },
               sheet.marks[i]);
  }
}

void paint_focus(const Brush& brush, const Box& box) {
  const ImVec2 from = at(brush, {box.x - 4, box.y - 3}),
               to = at(brush, {box.right() + 4, box.bottom() + 3});
  brush.list->AddRect(from, to, colour_of(Ink::surface, brush.theme), 6, 0, 5);
  brush.list->AddRect(from, to, colour_of(Ink::info, brush.theme), 6, 0, 3);
}

}  // namespace tiendo

// Paints a Sheet: its marks become ImGui draw commands, in the inks of a theme. It decides nothing:
// where things stand was settled by layout/, what they mean by core/report.
#pragma once

#include "chart/palette.h"
#include "imgui.h"
#include "layout/sheet.h"

namespace tiendo {

struct Fonts { ImFont* regular = nullptr; ImFont* bold = nullptr; };

struct Brush {
  ImDrawList* list = nullptr;
  Fonts fonts;
  Theme theme = Theme::light;
  ImVec2 origin{0, 0};    // of the sheet on the screen
  float top = 0, bottom = 0;  // the visible part, in the sheet's pixels
};

// `lit`: the area under the pointer, or nothing.
void paint(const Brush& brush, const Sheet& sheet, const Area* lit);
// The ring around what the keyboard has.
void paint_focus(const Brush& brush, const Box& box);
ImU32 colour_of(Ink ink, Theme theme);

}  // namespace tiendo

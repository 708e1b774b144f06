// What imgui.cpp names of imgui_widgets.cpp and imgui_tables.cpp, which are left out. Here ImGui
// brings input, fonts and draw lists; every control is laid out in layout/ (so that it is mirrored
// too) and drawn by paint.cpp. Only windows lead to these, and none is ever shown.
#include <cstdarg>
#include <cstdio>

#include "imgui.h"
#include "imgui_internal.h"

// Stands in for ImGui's sscanf (CMakeLists.txt), which would bring the C library's reading of long
// doubles. ImGui reads whole numbers between fixed letters: GLSL's version, and settings.
extern "C" int imgui_scan(const char* text, const char* format, ...) {
  std::va_list numbers;
  va_start(numbers, format);
  int read = 0;
  for (; *format != 0; ++format) {
    if (*format != '%') {
      if (*text++ != *format) break;
      continue;
    }
    ++format;  // d or i
    if (*text < '0' || *text > '9') break;
    int number = 0;
    for (; *text >= '0' && *text <= '9'; ++text) number = number * 10 + (*text - '0');
    *va_arg(numbers, int*) = number;
    ++read;
  }
  va_end(numbers);
  return read;
}

ImGuiInputTextState::ImGuiInputTextState() {}
void ImGuiMenuColumns::Update(float, bool) {}

namespace ImGui {

bool ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, ImGuiButtonFlags) { return false; }
bool CloseButton(ImGuiID, const ImVec2&) { return false; }
bool CollapseButton(ImGuiID, const ImVec2&) { return false; }
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
void EndMenuBar() {}
ImGuiMultiSelectIO* EndMultiSelect() { return nullptr; }
void EndTabBar() {}
void InputTextDeactivateHook(ImGuiID) {}
void Scrollbar(ImGuiAxis) {}
void SeparatorText(const char*) {}
void TextV(const char*, va_list) {}
void TreePop() {}

void EndTable() {}
void EndColumns() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui

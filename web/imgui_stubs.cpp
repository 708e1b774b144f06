// What imgui.cpp names of imgui_widgets.cpp and imgui_tables.cpp, which are left out. Here ImGui
// brings input, fonts and draw lists; every control is laid out in layout/ (so that it is mirrored
// too) and drawn by paint.cpp. Only windows lead to these, and none is ever shown.
#include <GLES3/gl3.h>

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

// Stand in for what the backend asks of GL at every frame, so as to leave all as it was: the browser
// answers when all that was drawn before is done. Nobody else draws here, and a frame of the backend
// sets what it needs.
extern "C" void imgui_gl_get(GLenum name, GLint* values) {
  switch (name) {
    case GL_MAX_TEXTURE_SIZE: return glGetIntegerv(name, values);  // asked once
    case GL_MAJOR_VERSION: *values = 3; return;
    case GL_ACTIVE_TEXTURE: *values = GL_TEXTURE0; return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA: *values = GL_FUNC_ADD; return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX: values[1] = values[2] = values[3] = 0; [[fallthrough]];
    default: *values = 0;
  }
}
extern "C" GLboolean imgui_gl_is_enabled(GLenum) { return GL_FALSE; }

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

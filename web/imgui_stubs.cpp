// What Dear ImGui asks of others at every frame or for the sake of very little, answered here.
#include <GLES3/gl3.h>

#include <cstdarg>

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

// Stand in for what the backend asks of GL at every frame, so as to leave all as it was: the
// browser answers when all that was drawn before is done. Nobody else draws here, and a frame of
// the backend sets what it needs.
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

// Of imgui_widgets.cpp and imgui_tables.cpp, which are left out: what a context is made with.
ImGuiInputTextState::ImGuiInputTextState() {}
void ImGui::TableSettingsAddSettingsHandler() {}

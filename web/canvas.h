// What a frame is drawn into: one draw list of Dear ImGui over the whole canvas, its fonts, and the way
// of both to the GPU. Of ImGui that is all: there are no windows and no widgets, and input does not pass
// through it (web/pointer.h), so that the linker leaves the most of it out.
#pragma once

#include "paint.h"

namespace tiendo {

class Canvas {
 public:
  static ImFont* add_font(void* bytes, int size);  // kept by the font atlas
  void start();  // once there is a GL context
  void forget();  // what was in a GL context that was lost

  // In CSS pixels, and how many of the canvas's own one of them has.
  ImDrawList* begin(ImVec2 size, ImVec2 density);
  void end();

 private:
  ImDrawList* list_ = nullptr;
  ImVec2 size_{0, 0}, density_{1, 1};
  ImDrawData data_;
  int frames_ = 0;
};

}  // namespace tiendo

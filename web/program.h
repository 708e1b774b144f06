// The program around the App: window, GL, ImGui and their loss; no perpetual loop, a frame is drawn
// only when the bridge asked for one.
#pragma once

#include "app.h"

namespace tiendo::program {

void add_font(void* bytes, int size, bool bold);
void start();                          // after the fonts
bool open_bundle(const char* bundle);  // false: the problems went to bridge::failed()
bool frame(double milliseconds);
App& app();

}  // namespace tiendo::program

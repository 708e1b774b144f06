// Dear ImGui's compile-time settings, included by imgui.h through IMGUI_USER_CONFIG.
#pragma once

#define ImDrawIdx unsigned int // WebGL has no vertex offset, and charts pass 65,536 vertices

// What a page has no use for is left out of the wasm. ImGui's assertions check how it is called; our
// own check() stays on.
#define IM_ASSERT(condition) static_cast<void>(0)
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

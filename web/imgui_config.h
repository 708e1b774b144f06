// Dear ImGui's compile-time settings, included by imgui.h through IMGUI_USER_CONFIG.
#pragma once

#define ImDrawIdx unsigned int // WebGL has no vertex offset, and charts pass 65,536 vertices

// What a page has no use for is left out of the wasm. (Its assertions are for who writes against it;
// they are on natively nowhere, because it is only built here.)
#define IM_ASSERT(condition) static_cast<void>(0)
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

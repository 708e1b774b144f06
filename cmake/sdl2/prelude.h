// Included before every SDL source: SDL's own configuration for Emscripten, cut down to what a canvas
// needs (video and events), and the one macro that Emscripten 3.1.6 lacks.
#pragma once
#define SDL_config_h_ // stands in for SDL_config.h
#include "SDL_platform.h"
#include "SDL_config_emscripten.h"

#define SDL_AUDIO_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_SENSOR_DISABLED 1
#define SDL_POWER_DISABLED 1
#define SDL_RENDER_DISABLED 1
#define SDL_LOADSO_DISABLED 1
#undef SDL_AUDIO_DRIVER_DISK
#undef SDL_AUDIO_DRIVER_DUMMY
#undef SDL_AUDIO_DRIVER_EMSCRIPTEN
#undef SDL_JOYSTICK_EMSCRIPTEN
#undef SDL_SENSOR_DUMMY
#undef SDL_POWER_EMSCRIPTEN
#undef SDL_LOADSO_DLOPEN
#undef SDL_VIDEO_RENDER_OGL_ES2
#undef SDL_THREAD_PTHREAD
#undef SDL_THREAD_PTHREAD_RECURSIVE_MUTEX
#undef HAVE_DLOPEN
#undef HAVE_ICONV
#undef HAVE_ICONV_H
#undef HAVE_SIGACTION
#undef HAVE_SA_SIGACTION

#include <emscripten.h>
#ifndef EM_JS_DEPS
#define EM_JS_DEPS(tag, deps)
#endif

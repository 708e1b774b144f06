// What Dear ImGui's SDL backend and SDL's video part name of the parts that are left out: a page has
// no game controllers here, and the canvas is drawn by OpenGL, never by an SDL renderer.
#include "SDL.h"

SDL_bool SDL_IsGameController(int joystick_index) { (void)joystick_index; return SDL_FALSE; }
SDL_GameController* SDL_GameControllerOpen(int joystick_index) { (void)joystick_index; return NULL; }
void SDL_GameControllerClose(SDL_GameController* controller) { (void)controller; }
Uint8 SDL_GameControllerGetButton(SDL_GameController* controller, SDL_GameControllerButton button) {
  (void)controller, (void)button;
  return 0;
}
Sint16 SDL_GameControllerGetAxis(SDL_GameController* controller, SDL_GameControllerAxis axis) {
  (void)controller, (void)axis;
  return 0;
}
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) { (void)window; return NULL; }
int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* width, int* height) {
  (void)renderer, (void)width, (void)height;
  return -1;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }

// Surfaces are left out: windows have no icon here, no cursor is a picture, nothing is drawn into one.
SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* surface, Uint32 format, Uint32 flags) {
  (void)surface, (void)format, (void)flags;
  return NULL;
}
SDL_bool SDL_PixelFormatEnumToMasks(Uint32 format, int* bpp, Uint32* red, Uint32* green,
                                    Uint32* blue, Uint32* alpha) {
  (void)format, (void)bpp, (void)red, (void)green, (void)blue, (void)alpha;
  return SDL_FALSE;
}
void SDL_FreeSurface(SDL_Surface* surface) { (void)surface; }

// Looking GL functions up by name: everything is linked by name, and a table of all of WebGL would
// keep each of them, in the wasm and in the JavaScript.
void* eglGetProcAddress(const char* name) { (void)name; return NULL; }

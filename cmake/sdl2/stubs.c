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

// Copying between surfaces of several pixel formats is left out: no surface is ever drawn into.
struct SDL_Surface;
int SDL_CalculateBlit(struct SDL_Surface* surface) { (void)surface; return SDL_Unsupported(); }
int SDL_RLESurface(struct SDL_Surface* surface) { (void)surface; return SDL_Unsupported(); }
void SDL_UnRLESurface(struct SDL_Surface* surface, int recode) { (void)surface, (void)recode; }

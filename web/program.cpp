#include "program.h"

#include <SDL.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "bridge.h"
#include "canvas.h"
#include "io/intake.h"
#include "io/problem_report.h"

namespace tiendo::program {

namespace {

constexpr const char* element = "#canvas";
constexpr float pixels_max = 4096;  // of the canvas, one way

struct Program {
  SDL_Window* window = nullptr;
  SDL_Cursor* arrow = nullptr;
  SDL_Cursor* hand = nullptr;
  Canvas canvas;
  Fonts fonts;
  PointerEvents pointer;
  std::optional<App> app;
  double last_frame_ms = 0;
  float zoom = 1;  // of the browser, by two fingers
  std::optional<Intake> intake;  // a package on its way in
  std::optional<PublicationReader> reader;  // of what comes in
  std::string dataset;           // what the address of the page calls it
  DatasetOrigin origin = DatasetOrigin::site;
  bool opened = false, announced = false, lost = false;
};
Program self;

int on_event(void*, SDL_Event* event) {
  if (event->type == SDL_POLLSENTINEL) return 1;  // SDL's own, at every poll: it would never rest
  bridge::request_frame();
  return 1;
}

EM_BOOL on_context_lost(int, const void*, void*) {
  self.lost = true;
  return EM_TRUE;  // keeps the browser from giving the context up for good
}

EM_BOOL on_context_restored(int, const void*, void*) {
  self.lost = false;
  self.canvas.forget();
  bridge::request_frame();
  return EM_TRUE;
}

void make_window() {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, element);
  check(SDL_Init(SDL_INIT_VIDEO) == 0);
  SDL_EventState(SDL_FINGERDOWN, SDL_DISABLE);  // else it keeps the browser from zooming
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, 0);
  const Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  self.window = SDL_CreateWindow("", 0, 0, 640, 480, flags);
  check(self.window != nullptr);
  SDL_GLContext context = SDL_GL_CreateContext(self.window);
  check(context != nullptr);
  self.arrow = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_ARROW);
  self.hand = SDL_CreateSystemCursor(SDL_SYSTEM_CURSOR_HAND);
  self.canvas.start();
}

// A finger comes as a mouse too, under an id of its own.
void take_event(const SDL_Event& event) {
  switch (event.type) {
    case SDL_MOUSEMOTION:
      return self.pointer.move({static_cast<float>(event.motion.x),
                                static_cast<float>(event.motion.y)},
                               event.motion.which == SDL_TOUCH_MOUSEID);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.button == SDL_BUTTON_LEFT)
        self.pointer.button(event.type == SDL_MOUSEBUTTONDOWN,
                            event.button.which == SDL_TOUCH_MOUSEID);
      return;
    case SDL_MOUSEWHEEL: return self.pointer.wheel(event.wheel.preciseY, false);
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) self.pointer.lose();
      if (event.window.event == SDL_WINDOWEVENT_LEAVE) self.pointer.leave();
      return;
    default: return;
  }
}

float density_of(float pixels, float px) {  // a canvas that is hidden has none of both
  return pixels > 0 && px > 0 ? pixels / px : 1;
}

// As sharp as it is seen: what two fingers enlarge has more pixels, as far as there may be.
ImVec2 drawable_size() {
  int across = 0, down = 0, set_across = 0, set_down = 0;
  SDL_GL_GetDrawableSize(self.window, &across, &down);
  const float room = pixels_max / static_cast<float>(std::max({across, down, 1}));
  const float more = std::max(1.0f, std::min(self.zoom, room));
  across = static_cast<int>(static_cast<float>(across) * more);
  down = static_cast<int>(static_cast<float>(down) * more);
  emscripten_get_canvas_element_size(element, &set_across, &set_down);
  if (across != set_across || down != set_down)
    emscripten_set_canvas_element_size(element, across, down);
  return {static_cast<float>(across), static_cast<float>(down)};
}

bool draw(float dt) {
  SDL_Event event;
  while (SDL_PollEvent(&event)) take_event(event);
  int width = 0, height = 0;
  SDL_GetWindowSize(self.window, &width, &height);
  const ImVec2 size{static_cast<float>(width), static_cast<float>(height)};
  self.app->resize(size.x, size.y);
  const Pointer pointer = self.pointer.next_frame();
  const ImVec2 pixels = drawable_size();
  const ImVec2 density{density_of(pixels.x, size.x), density_of(pixels.y, size.y)};
  const bool moving = self.app->frame(dt, pointer, self.canvas.begin(size, density));
  self.canvas.end();
  SDL_Cursor* cursor = self.app->over_link() ? self.hand : self.arrow;
  if (SDL_GetCursor() != cursor) SDL_SetCursor(cursor);
  SDL_GL_SwapWindow(self.window);
  return moving || self.pointer.waiting();
}

}  // namespace

App& app() { return *self.app; }

void add_font(void* bytes, int size, bool bold) {
  (bold ? self.fonts.bold : self.fonts.regular) = Canvas::add_font(bytes, size);
}

void start() {
  check(self.fonts.regular && self.fonts.bold);
  make_window();
  self.app.emplace(self.fonts);
  SDL_AddEventWatch(on_event, nullptr);
  emscripten_set_webglcontextlost_callback(element, nullptr, EM_FALSE, on_context_lost);
  emscripten_set_webglcontextrestored_callback(element, nullptr, EM_FALSE, on_context_restored);
}

void begin(const char* name, const char* dataset, DatasetOrigin origin) {
  self.reader.reset();
  self.intake.emplace(name, origin == DatasetOrigin::address ? AddressesInside::allowed
                                                             : AddressesInside::refused);
  self.dataset = dataset;
  self.origin = origin;
}

void list(const char* name, double packed_bytes, double bytes) {
  self.intake->list({.name = name,
                     .packed_bytes = static_cast<std::uint64_t>(packed_bytes),
                     .bytes = static_cast<std::uint64_t>(bytes)});
}

bool plan() {
  if (!self.intake->plan()) return false;
  self.reader.emplace(&self.intake->package());
  return true;
}

bool wants(int entry) { return self.intake->wants(static_cast<std::size_t>(entry)); }

void expect(int entry, double bytes) {
  self.intake->expect(static_cast<std::size_t>(entry), static_cast<std::uint64_t>(bytes));
}

void add(int entry, std::string_view bytes) {
  self.intake->add(static_cast<std::size_t>(entry), bytes);
}

void end(int entry) { self.intake->end(static_cast<std::size_t>(entry)); }

void lacks(int entry) { self.intake->lacks(static_cast<std::size_t>(entry)); }

void refuse(const char* reason, const char* detail) { self.intake->refuse(reason, detail); }

void leave() {
  self.reader.reset();
  self.intake.reset();
}

PublicationReader::State read(int rows) {
  if (!self.intake->problems().ok()) return PublicationReader::State::done;
  return self.reader->step(static_cast<std::size_t>(rows));
}

double share_read() { return self.reader ? self.reader->share_done() : 0; }

bool open(const char* address) {
  const std::string name = self.intake->name();
  Result<Publication> publication = self.intake->problems().ok()
                                        ? self.reader->take()
                                        : Result<Publication>(self.intake->problems());
  leave();
  const Problems& problems = publication.problems();
  if (!publication) {
    if (!self.opened && self.dataset.empty())  // the one that the site opens with
      bridge::failed(to_text(problems, parse_address(address).language));
    self.app->refuse(name, problems);
    return false;
  }
  self.app->open(std::move(*publication), {.origin = self.origin, .dataset = self.dataset,
                                           .problems = problems}, address);
  self.opened = true;
  bridge::request_frame();
  return true;
}

const char* described() {
  static std::string words;
  const DatasetInfo& info = self.app->publication().dataset.info();
  words = info.title.in(Language::vi) + "\t" + info.title.in(Language::en);
  return words.c_str();
}

void zoom(float scale) {
  self.zoom = scale;
  self.pointer.lose();
  bridge::request_frame();
}

bool frame(double milliseconds) {
  if (self.lost || !self.app) return false;
  // After a rest the step is an ordinary one: nothing may jump.
  const double since = milliseconds - self.last_frame_ms;
  const float dt = since > 100 ? 1.0f / 60 : static_cast<float>(since / 1000);
  self.last_frame_ms = milliseconds;
  const bool goes_on = draw(dt);
  if (self.opened && !self.announced) {
    self.announced = true;
    bridge::opened();
  }
  return goes_on;
}

}  // namespace tiendo::program

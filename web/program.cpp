#include "program.h"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <optional>

#include "base/check.h"
#include "bridge.h"
#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_impl_sdl2.h"
#include "imgui_internal.h"
#include "io/intake.h"
#include "io/problem_report.h"

namespace tiendo::program {

namespace {

constexpr const char* canvas = "#canvas";
constexpr int frames_after_event = 3;  // ImGui takes a press and its release in frames of their own

struct Program {
  SDL_Window* window = nullptr;
  Fonts fonts;
  std::optional<App> app;
  int frames_due = 0;
  double last_frame_ms = 0;
  std::optional<Intake> intake;  // a package on its way in
  std::optional<PublicationReader> reader;  // of what comes in
  std::string dataset;           // what the address of the page calls it
  DatasetOrigin origin = DatasetOrigin::site;
  bool opened = false, announced = false, lost = false;
};
Program self;

int on_event(void*, SDL_Event* event) {
  if (event->type == SDL_POLLSENTINEL) return 1;  // SDL's own, at every poll: it would never rest
  self.frames_due = frames_after_event;
  bridge::request_frame();
  return 1;
}

EM_BOOL on_context_lost(int, const void*, void*) {
  self.lost = true;
  return EM_TRUE;  // keeps the browser from giving the context up for good
}

EM_BOOL on_context_restored(int, const void*, void*) {
  self.lost = false;
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  self.frames_due = frames_after_event;
  bridge::request_frame();
  return EM_TRUE;
}

void make_window() {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, canvas);
  check(SDL_Init(SDL_INIT_VIDEO) == 0);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, 0);
  const Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  self.window = SDL_CreateWindow("", 0, 0, 640, 480, flags);
  check(self.window != nullptr);
  SDL_GLContext context = SDL_GL_CreateContext(self.window);
  check(context != nullptr);
  ImGui_ImplSDL2_InitForOpenGL(self.window, context);
  ImGui_ImplOpenGL3_Init("#version 300 es");
}

void draw(float dt, bool& moving) {
  SDL_Event event;
  while (SDL_PollEvent(&event)) ImGui_ImplSDL2_ProcessEvent(&event);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplSDL2_NewFrame();
  ImGui::GetIO().DeltaTime = std::max(dt, 0.001f);
  ImGui::NewFrame();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  self.app->resize(size.x, size.y);
  moving = self.app->frame(dt);
  ImGui::Render();
  const ImVec2 density = ImGui::GetIO().DisplayFramebufferScale;
  glViewport(0, 0, static_cast<int>(size.x * density.x), static_cast<int>(size.y * density.y));
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  SDL_GL_SwapWindow(self.window);
}

}  // namespace

App& app() { return *self.app; }

void add_font(void* bytes, int size, bool bold) {
  if (!ImGui::GetCurrentContext()) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
  }
  ImFont* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, size, 16);
  check(font != nullptr);
  (bold ? self.fonts.bold : self.fonts.regular) = font;
}

void start() {
  check(self.fonts.regular && self.fonts.bold);
  make_window();
  self.app.emplace(self.fonts);
  SDL_AddEventWatch(on_event, nullptr);
  emscripten_set_webglcontextlost_callback(canvas, nullptr, EM_FALSE, on_context_lost);
  emscripten_set_webglcontextrestored_callback(canvas, nullptr, EM_FALSE, on_context_restored);
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
  self.frames_due = frames_after_event;
  bridge::request_frame();
  return true;
}

const char* described() {
  static std::string words;
  const DatasetInfo& info = self.app->publication().dataset.info();
  words = info.title.in(Language::vi) + "\t" + info.title.in(Language::en);
  return words.c_str();
}

bool frame(double milliseconds) {
  if (self.lost || !self.app) return false;
  // After a rest the step is an ordinary one: nothing may jump.
  const double since = milliseconds - self.last_frame_ms;
  const float dt = since > 100 ? 1.0f / 60 : static_cast<float>(since / 1000);
  self.last_frame_ms = milliseconds;
  bool moving = false;
  draw(dt, moving);
  self.frames_due = std::max(0, self.frames_due - 1);
  if (self.opened && !self.announced) {
    self.announced = true;
    bridge::opened();
  }
  return moving || self.frames_due > 0 || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

}  // namespace tiendo::program

#include "bridge.h"

#include <SDL.h>
#include <emscripten.h>

#include <cstdlib>

#include "program.h"
#include "shelf_lines.h"
#include "words_fetched.h"

// clang-format off
EM_JS(void, js_request_frame, (), { Module.page.request_frame(); })
EM_JS(void, js_mirror, (const char* part, const char* json), {
  Module.page.mirror(UTF8ToString(part), UTF8ToString(json));
})
EM_JS(void, js_mirror_rows, (const char* json), { Module.page.mirror_rows(UTF8ToString(json)); })
EM_JS(void, js_place_mirror, (float top, float scroll), { Module.page.place_mirror(top, scroll); })
EM_JS(void, js_name_document, (const char* title, const char* language), {
  Module.page.name_document(UTF8ToString(title), UTF8ToString(language));
})
EM_JS(void, js_follow, (const char* href), { Module.page.follow(UTF8ToString(href)); })
EM_JS(void, js_set, (const char* href), { Module.page.set(UTF8ToString(href)); })
EM_JS(void, js_print_form, (const char* html), { Module.page.print_form(UTF8ToString(html)); })
EM_JS(void, js_announce, (const char* words), { Module.page.announce(UTF8ToString(words)); })
EM_JS(void, js_press_later, (const char* href, int ms), {
  Module.page.press_later(UTF8ToString(href), ms);
})
EM_JS(void, js_opened, (), { Module.page.opened(); })
EM_JS(void, js_failed, (const char* report), { Module.page.failed(UTF8ToString(report)); })
EM_JS(void, js_want_shelf, (), { Module.page.want_shelf(); })
EM_JS(void, js_save, (const char* name, const char* text), {
  Module.page.save(UTF8ToString(name), UTF8ToString(text));
})
EM_JS(void, js_study, (const char* methodology, const char* month, const char* as_of), {
  Module.page.study(UTF8ToString(methodology), UTF8ToString(month), UTF8ToString(as_of));
})
EM_JS(void, js_copy_address, (const char* before), {
  Module.page.copy(UTF8ToString(before) + location.href);
})
EM_JS(void, js_copy, (const char* text), { Module.page.copy(UTF8ToString(text)); })
// clang-format on

namespace tiendo::bridge {

void request_frame() { js_request_frame(); }
void mirror(std::string_view part, const std::string& nodes_json) {
  js_mirror(std::string(part).c_str(), nodes_json.c_str());
}
void mirror_rows(const std::string& nodes_json) { js_mirror_rows(nodes_json.c_str()); }
void place_mirror(float top_height, float scroll_y) { js_place_mirror(top_height, scroll_y); }
void name_document(const std::string& title, std::string_view language) {
  js_name_document(title.c_str(), std::string(language).c_str());
}
void follow(const std::string& href) { js_follow(href.c_str()); }
void set(const std::string& href) { js_set(href.c_str()); }
void print_form(const std::string& html) { js_print_form(html.c_str()); }
void announce(const std::string& words) { js_announce(words.c_str()); }
void press_later(const std::string& href, int ms) { js_press_later(href.c_str(), ms); }
void opened() { js_opened(); }
void failed(const std::string& report) { js_failed(report.c_str()); }
void want_shelf() { js_want_shelf(); }
void save(const std::string& name, const std::string& text) { js_save(name.c_str(), text.c_str()); }
void study(const std::string& methodology, const std::string& month, const std::string& as_of) {
  js_study(methodology.c_str(), month.c_str(), as_of.c_str());
}
void copy(const std::string& text) { js_copy(text.c_str()); }
void copy_address(const std::string& before) { js_copy_address(before.c_str()); }

}  // namespace tiendo::bridge

// From the page. Texts and bytes come in memory that the page took with malloc; they are freed here
// unless it says that they are kept.
extern "C" {

EMSCRIPTEN_KEEPALIVE void tiendo_font(void* bytes, int size, int bold) {  // kept by the font atlas
  tiendo::program::add_font(bytes, size, bold != 0);
}
EMSCRIPTEN_KEEPALIVE void tiendo_words(int english, char* text) {
  tiendo::set_words(english != 0 ? tiendo::Language::en : tiendo::Language::vi, text);
  std::free(text);
}
EMSCRIPTEN_KEEPALIVE void tiendo_start() { tiendo::program::start(); }
// A package comes in: its name and whence, the listing, the bytes of what is wanted, in pieces
// (io/intake); it is read in slices meanwhile, and then opened. `dataset`: what the address of the
// page calls it. `origin`: in the order of DatasetOrigin.
EMSCRIPTEN_KEEPALIVE void tiendo_begin(char* name, char* dataset, int origin) {
  tiendo::program::begin(name, dataset, static_cast<tiendo::DatasetOrigin>(origin));
  std::free(name);
  std::free(dataset);
}
EMSCRIPTEN_KEEPALIVE void tiendo_list(char* name, double packed_bytes, double bytes) {
  tiendo::program::list(name, packed_bytes, bytes);
  std::free(name);
}
EMSCRIPTEN_KEEPALIVE int tiendo_plan() { return tiendo::program::plan(); }
EMSCRIPTEN_KEEPALIVE int tiendo_wants(int entry) { return tiendo::program::wants(entry); }
EMSCRIPTEN_KEEPALIVE void tiendo_expect(int entry, double bytes) {
  tiendo::program::expect(entry, bytes);
}
EMSCRIPTEN_KEEPALIVE void tiendo_add(int entry, char* bytes, int size) {
  tiendo::program::add(entry, {bytes, static_cast<std::size_t>(size)});
  std::free(bytes);
}
EMSCRIPTEN_KEEPALIVE void tiendo_end(int entry) { tiendo::program::end(entry); }
EMSCRIPTEN_KEEPALIVE void tiendo_lacks(int entry) { tiendo::program::lacks(entry); }
// Nothing arrives: why, in a word of problem::not_opened().
EMSCRIPTEN_KEEPALIVE void tiendo_refuse(char* reason, char* detail) {
  tiendo::program::refuse(reason, detail);
  std::free(reason);
  std::free(detail);
}
// Nothing more of it comes, and what has come is let go.
EMSCRIPTEN_KEEPALIVE void tiendo_leave() { tiendo::program::leave(); }
// Reads on for about so many rows. 0: there is more to read; 1: more must arrive first; 2: it can
// be opened, or cannot be, whatever else may come.
EMSCRIPTEN_KEEPALIVE int tiendo_read(int rows) {
  return static_cast<int>(tiendo::program::read(rows));
}
EMSCRIPTEN_KEEPALIVE double tiendo_share_read() { return tiendo::program::share_read(); }
// 1: it is shown, at `address`. 0: what was shown still is, and the check report says why.
EMSCRIPTEN_KEEPALIVE int tiendo_open(char* address) {
  const bool shown = tiendo::program::open(address);
  std::free(address);
  return shown;
}
EMSCRIPTEN_KEEPALIVE const char* tiendo_described() { return tiendo::program::described(); }
// How far the way in is, 0–1; less: nothing is under way.
EMSCRIPTEN_KEEPALIVE void tiendo_progress(char* name, double share) {
  tiendo::program::app().set_progress(name, share);
  std::free(name);
}
// See web/shelf_lines.h.
EMSCRIPTEN_KEEPALIVE void tiendo_shelf(char* lines) {
  tiendo::program::app().set_shelf(tiendo::read_shelf(lines));
  std::free(lines);
}
EMSCRIPTEN_KEEPALIVE void tiendo_study(char* text) {  // see io/study_json.h
  tiendo::program::app().keep_study(text);
  std::free(text);
}
EMSCRIPTEN_KEEPALIVE void tiendo_go(char* address) {
  tiendo::program::app().go(address);
  std::free(address);
}
EMSCRIPTEN_KEEPALIVE void tiendo_press(char* href) {
  tiendo::program::app().press(href);
  std::free(href);
}
EMSCRIPTEN_KEEPALIVE void tiendo_set(char* href) {
  tiendo::program::app().set(href);
  std::free(href);
}
EMSCRIPTEN_KEEPALIVE void tiendo_focus(char* part, float x, float y, float width, float height) {
  tiendo::program::app().focus(part, {x, y, width, height});
  std::free(part);
}
// `choice`: which of Frame::themes the reader chose; 0: the system's.
EMSCRIPTEN_KEEPALIVE void tiendo_theme(int theme, int choice) {
  tiendo::program::app().set_theme(static_cast<tiendo::Theme>(theme), choice);
}
// Asks for rows [first, last) of a long table of the page: they come by mirror_rows, none after the
// last.
EMSCRIPTEN_KEEPALIVE void tiendo_rows(int table, int first, int last) {
  tiendo::program::app().mirror_rows(static_cast<std::size_t>(table),
                                     static_cast<std::size_t>(first),
                                     static_cast<std::size_t>(last));
}
EMSCRIPTEN_KEEPALIVE void tiendo_print() {
  tiendo::bridge::print_form(tiendo::program::app().html());
}
EMSCRIPTEN_KEEPALIVE void tiendo_still(int still) { tiendo::program::app().set_still(still != 0); }
// pages: how many screens; a large number means the end.
EMSCRIPTEN_KEEPALIVE void tiendo_scroll(float pages) {
  tiendo::program::app().scroll_pages(pages);
  tiendo::bridge::request_frame();
}
EMSCRIPTEN_KEEPALIVE void tiendo_zoom(float scale) { tiendo::program::zoom(scale); }
// One animation frame; 1 where another one must follow.
EMSCRIPTEN_KEEPALIVE int tiendo_frame(double milliseconds) {
  return tiendo::program::frame(milliseconds);
}
}

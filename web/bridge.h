// The one way between the program and the page around it: every EM_JS and every exported function
// of the site is in bridge.cpp, its other side is shell/bridge.mjs. Texts cross as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace tiendo::bridge {

// To the page.
void request_frame();
void mirror(std::string_view part, const std::string& nodes_json);  // part: "top", "page", "bottom"
void mirror_rows(const std::string& nodes_json);  // the answer to tiendo_rows
void place_mirror(float top_height, float scroll_y);                // where the page's part stands
void name_document(const std::string& title, std::string_view language);
void follow(const std::string& href);  // an address of the site or of a document, or an action
void set(const std::string& href);     // the same place set otherwise: the address is replaced
void print_form(const std::string& html);       // what goes to paper in place of the canvas
void announce(const std::string& words);  // read aloud, where somebody listens
void press_later(const std::string& href, int ms);  // instead of any asked for before
void opened();                                  // the first frame with a page has been drawn
void failed(const std::string& report);  // no dataset could be shown, and why
void want_shelf();                       // the page lists what can be opened: see tiendo_shelf
void save(const std::string& name, const std::string& text);  // as a file of the reader's
// How sure are the ranks? Worked out beside the page; it comes back by tiendo_study().
void study(const std::string& methodology, const std::string& month, const std::string& as_of);
void copy(const std::string& text);
void copy_address(const std::string& before);  // the address of the page shown, behind `before`

}  // namespace tiendo::bridge

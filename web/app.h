// App: what is on the screen and what the reader does with it. All input comes in as plain calls,
// all drawing goes out into a draw list of Dear ImGui; the browser is reached through bridge.h alone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/compose.h"
#include "model/publication.h"
#include "paint.h"
#include "pointer.h"
#include "report/shelf.h"
#include "scroll.h"

namespace tiendo {

struct ShownDataset {
  DatasetOrigin origin = DatasetOrigin::site;
  std::string dataset;  // as address_with_dataset() takes it
  Problems problems;    // warnings
};

class App {
 public:
  explicit App(Fonts fonts) : fonts_(fonts) {}

  // Shows another publication, at `address`.
  void open(Publication publication, ShownDataset shown, std::string_view address);
  // What is shown stays; the check report says why this one is not.
  void refuse(const std::string& name, const Problems& problems);
  const Publication& publication() const { return *publication_; }  // after open()
  void keep_study(std::string_view text);  // io/study_json: how sure ranks are, for every page
  void set_shelf(Shelf shelf);  // its lists; how it went is the app's own
  void set_progress(const char* name, double share);  // below 0: nothing is under way
  void go(std::string_view address);
  void resize(float width, float height);
  void set_theme(Theme theme, int choice);
  // What the keyboard has in the mirror; an empty box: nothing. The words of a mark are shown at it.
  void focus(std::string_view part, Box box);
  void press(const std::string& href);
  void set(const std::string& href);  // leads there without a step of its own on the way back
  void scroll_pages(float pages) { scroll_.by(pages * view_height()); }
  void set_still(bool still) { scroll_.set_still(still); }  // the reader wants no movement

  std::string html() const;  // what is shown, as a document to print

  // Rows [first, last) of a long table of the page, for the mirror; none where there are none.
  void mirror_rows(std::size_t table, std::size_t first, std::size_t last) const;

  // Draws one frame; true where another one must follow (a movement goes on).
  bool frame(float dt, const Pointer& pointer, ImDrawList* list);
  bool over_link() const { return over_link_; }  // the pointer is, in the frame that was drawn

 private:
  enum class Part : unsigned char { none, top, page, bottom, menu };
  struct Hit {
    Part part = Part::none;
    const Area* area = nullptr;
    const Sheet* sheet = nullptr;  // that the area is of
  };
  struct OpenMenu { Menu menu; Sheet options; Box box; bool on_page = false; float scroll = 0; };

  void rebuild();
  void rebuild_frame(Frame& frame);
  void report(const std::string& action);
  void copy(const std::string& action);
  void save_columns(const std::string& table);  // those that no page uses
  float view_height() const;
  void mirror_all();
  Hit hit(Point point) const;
  Hit hit_page(Point point) const;
  const Area* mark_at(Point finger) const;  // of a chart, in reach of it
  void handle_pointer(float dt);
  void scroll_menu(float by);
  void take_hold();
  void drag(float dt, bool on_menu);
  void handle_slider();
  void let_go();
  void handle_press(const Hit& hit);
  void handle_tap();
  void slide();
  void step_months();  // Frame::play: "!play", "!stop", and "!step" after a while
  void open_menu(const Menu& menu, bool on_page);
  void draw(ImDrawList* list);
  void draw_page(ImDrawList* list, const Hit& hovered);
  void draw_menu(ImDrawList* list, const Hit& hovered);
  void draw_tooltips(ImDrawList* list, const Hit& hovered);
  // Over `over` or below it, where there is no room.
  void draw_tooltip(ImDrawList* list, const std::string& text, const Box& over);
  Brush brush(ImDrawList* list, Point origin, float height) const;
  Point to_part(Part part, Point screen) const;
  Box menu_box() const;

  Fonts fonts_;
  Theme theme_ = Theme::light;
  int theme_choice_ = 0;  // index into Frame::themes
  std::optional<Publication> publication_;
  Shelf shelf_;
  Route route_;
  std::string address_;
  std::map<std::string, float> scroll_of_address_;  // for the way back
  bool by_link_ = false;  // the next address was pressed here, not reached by back or forward
  std::string copied_;    // the button that copied something of the page shown
  bool playing_ = false;  // the months, one after another
  float width_ = 0, height_ = 0;
  std::vector<Option> months_;  // Play::months of the page shown
  ComposedFrame frame_;
  Page shown_;         // page_ sets the rows of its long tables from it
  ComposedPage page_;
  RowsInSight rows_;
  Scroll scroll_;
  std::optional<OpenMenu> menu_;
  Pointer pointer_;  // in this frame
  bool over_link_ = false;
  std::optional<Point> pressed_at_;
  bool dragging_ = false, dragging_thumb_ = false;
  std::optional<Area> slider_;  // that the pointer holds
  double slider_at_ = 0;
  std::string focus_part_;
  Box focus_box_;
  std::optional<Area> held_;  // the mark that a finger or the keyboard chose: its words are shown
};

}  // namespace tiendo

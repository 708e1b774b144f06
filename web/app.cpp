#include "app.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

#include "bridge.h"
#include "io/study_json.h"
#include "io/problem_report.h"
#include "layout/metrics.h"
#include "report/html.h"
#include "report/illustration.h"
#include "report/publication.h"
#include "report/phrases.h"
#include "report/table_csv.h"
#include "report/takeaway.h"

namespace tiendo {

namespace {

constexpr float thumb_width = 10, drag_threshold = 10, wheel_step = 100;
constexpr float reach = 24;   // of a finger, from a mark
constexpr int month_ms = 1200;  // that each month is shown while they are played

bool contains(const Box& box, Point point) {
  return point.x >= box.x && point.x < box.right() && point.y >= box.y && point.y < box.bottom();
}

// The greater of across and down.
float distance(const Box& box, Point point) {
  return std::max({box.x - point.x, point.x - box.right(), box.y - point.y,
                   point.y - box.bottom(), 0.0f});
}

// The mirror knows boxes in whole pixels.
bool same_box(const Box& a, const Box& b) {
  return std::abs(a.x - b.x) <= 1 && std::abs(a.y - b.y) <= 1 &&
         std::abs(a.width - b.width) <= 1 && std::abs(a.height - b.height) <= 1;
}

// The same place with another filter, month or order keeps its position on the page.
bool same_place(const Route& a, const Route& b) {
  return a.view == b.view && a.subject == b.subject;
}

}  // namespace

void App::open(Publication publication, ShownDataset shown, std::string_view address) {
  if (publication_) shelf_.refused.reset();  // else that is what the reader asked for first
  publication_ = std::move(publication);
  shelf_.origin = shown.origin;
  shelf_.shown = std::move(shown.dataset);
  shelf_.problems = std::move(shown.problems);
  scroll_of_address_.clear();
  address_.clear();
  by_link_ = false;
  go(address);
}

void App::refuse(const std::string& name, const Problems& problems) {
  shelf_.refused = RefusedPackage{name, problems};
}

void App::keep_study(std::string_view text) {
  if (auto study = read_study(text, publication_->dataset))
    publication_->studies.push_back(std::move(*study));
  rebuild();
}

void App::set_shelf(Shelf shelf) {
  shelf_.can_open = true;
  shelf_.shipped = std::move(shelf.shipped);
  shelf_.kept = std::move(shelf.kept);
  rebuild();
}

void App::set_progress(const char* name, double share) {
  shelf_.opening.reset();
  if (share >= 0) shelf_.opening = OpeningUnderWay{name, share};
  if (!publication_ || width_ <= 0) return;
  Frame frame = make_frame(*publication_, route_, shelf_);
  rebuild_frame(frame);
  scroll_.limit(page_.sheet.height, view_height());
  mirror_all();
  bridge::request_frame();
}

void App::go(std::string_view address) {
  if (!address_.empty()) scroll_of_address_[address_] = scroll_.y();
  const Route before = std::exchange(route_, parse_address(address));
  const bool stay = by_link_ && same_place(before, route_);
  if (!by_link_) playing_ = false;
  address_ = std::string(address);
  menu_.reset();
  copied_.clear();
  focus_box_ = {};
  held_.reset();
  if (!publication_) return;
  rebuild();
  const auto known = scroll_of_address_.find(address_);
  if (!stay) scroll_.jump(by_link_ || known == scroll_of_address_.end() ? 0 : known->second);
  by_link_ = false;
}

void App::resize(float width, float height) {
  if (width == width_ && height == height_) return;
  const bool same_width = width == width_;
  width_ = width;
  height_ = height;
  menu_.reset();
  if (!same_width) return rebuild();
  scroll_.limit(page_.sheet.height, view_height());
  bridge::place_mirror(frame_.top.height, scroll_.y());  // what of it may be seen is another part
}

void App::set_theme(Theme theme, int choice) {
  theme_ = theme;
  theme_choice_ = choice;
  rebuild();
}

float App::view_height() const { return height_ - frame_.top.height - frame_.bottom.height; }

void App::rebuild() {
  if (!publication_ || width_ <= 0) return;
  if (route_.view == View::sources && !shelf_.can_open) bridge::want_shelf();
  shown_ = make_page(*publication_, route_, shelf_);
  if (route_.view != View::search) offer_takeaways(shown_);
  Frame frame = make_frame(*publication_, route_, shelf_);
  for (Choice& button : frame.share)
    if (button.options[0].href == copied_)
      button.options[0].text = say(route_.language, Word::site_copied);
  const bool at_rest = !slider_;  // else bars and mirror follow when it is let go
  if (at_rest) rebuild_frame(frame);
  page_ = compose(shown_, frame, width_);
  rows_.forget();
  held_.reset();
  scroll_.limit(page_.sheet.height, view_height());
  bridge::name_document(shown_.title, shown_.language == Language::vi ? "vi" : "en");
  if (at_rest) mirror_all();
  bridge::request_frame();
}

std::string App::html() const {
  if (!publication_) return {};
  return to_html(shown_, make_frame(*publication_, route_, shelf_), HtmlUse::page);
}

void App::rebuild_frame(Frame& frame) {
  for (std::size_t i = 0; i < frame.themes.options.size(); ++i)
    frame.themes.options[i].selected = static_cast<int>(i) == theme_choice_;
  if (!frame.play) playing_ = false;
  else frame.play->playing = playing_;
  months_ = frame.play ? frame.play->months : std::vector<Option>();
  frame_ = compose(frame, width_);
  bridge::place_mirror(frame_.top.height, scroll_.y());
}

void App::mirror_all() {
  bridge::mirror("top", to_json(frame_.top.nodes));
  bridge::mirror("page", to_json(page_.sheet.nodes));
  bridge::mirror("bottom", to_json(frame_.bottom.nodes));
  bridge::place_mirror(frame_.top.height, scroll_.y());
}

void App::mirror_rows(std::size_t table, std::size_t first, std::size_t last) const {
  std::vector<Node> nodes;
  if (table < page_.long_tables.size()) {
    const LongTable& rows = page_.long_tables[table];
    last = std::min(last, rows.rows());
    if (first < last) nodes = compose_rows(rows, first, last).nodes;
  }
  bridge::mirror_rows(to_json(nodes));
}

void App::focus(std::string_view part, Box box) {
  focus_part_ = std::string(part);
  focus_box_ = box;
  held_.reset();
  for (const Area& area : page_.sheet.areas)
    if (part == "page" && !area.words.empty() && same_box(area.box, box)) held_ = area;
  if (part == "page" && box.width > 0) {
    const float margin = 24, view = view_height();
    if (box.y - margin < scroll_.y()) scroll_.to(box.y - margin);
    if (box.bottom() + margin > scroll_.y() + view) scroll_.to(box.bottom() + margin - view);
  }
  bridge::request_frame();
}

Point App::to_part(Part part, Point screen) const {
  switch (part) {
    case Part::page: return {screen.x, screen.y - frame_.top.height + scroll_.y()};
    case Part::bottom: return {screen.x, screen.y - height_ + frame_.bottom.height};
    case Part::menu: {
      const Box box = menu_box();
      return {screen.x - box.x, screen.y - box.y + menu_->scroll};
    }
    case Part::top:
    case Part::none: return screen;
  }
  return screen;
}

App::Hit App::hit_page(Point point) const {
  for (const RowsInSight::Chunk& chunk : rows_.chunks())
    if (const Area* area = chunk.sheet.area_at(point)) return {Part::page, area, &chunk.sheet};
  return {Part::page, page_.sheet.area_at(point), &page_.sheet};
}

const Area* App::mark_at(Point finger) const {
  const Area* nearest = nullptr;
  float least = reach;
  for (const Area& area : page_.sheet.areas) {
    const float away = distance(area.box, finger);
    if (area.words.empty() || away >= least) continue;
    least = away;
    nearest = &area;
  }
  return nearest;
}

App::Hit App::hit(Point point) const {
  if (menu_) {
    if (!contains(menu_box(), point)) return {};
    return {Part::menu, menu_->options.area_at(to_part(Part::menu, point)), &menu_->options};
  }
  if (point.y < frame_.top.height) return {Part::top, frame_.top.area_at(point), &frame_.top};
  if (point.y >= height_ - frame_.bottom.height)
    return {Part::bottom, frame_.bottom.area_at(to_part(Part::bottom, point)), &frame_.bottom};
  return hit_page(to_part(Part::page, point));
}

Box App::menu_box() const {
  Box box = menu_->box;
  if (menu_->on_page) box.y += frame_.top.height - scroll_.y();
  return box;
}

void App::open_menu(const Menu& menu, bool on_page) {
  const bool sheet = room_of(width_) == Room::phone;  // from the bottom, over the whole width
  const float width = sheet ? width_ : std::clamp(menu.button.width, 240.0f, 420.0f);
  OpenMenu open{
      .menu = menu, .options = compose_options(menu.choice, width), .on_page = on_page && !sheet};
  const float below =
      on_page ? menu.button.bottom() - scroll_.y() + frame_.top.height : menu.button.bottom();
  const float room_below = height_ - below - 16;
  const float height = std::min({open.options.height, height_ * 0.7f,
                                 sheet ? height_ : std::max(room_below, 240.0f)});
  const float x = std::min(menu.button.x, width_ - width - 8);
  open.box = sheet ? Box{0, height_ - height, width, height}
                   : Box{std::max(0.0f, x), menu.button.bottom() + 4, width, height};
  menu_ = std::move(open);
}

void App::press(const std::string& href) {
  const auto index_after = [&href](std::string_view prefix) -> std::optional<std::size_t> {
    if (href.rfind(prefix, 0) != 0) return std::nullopt;
    std::size_t index = 0;
    for (const char c : href.substr(prefix.size()))
      index = index * 10 + static_cast<std::size_t>(c - '0');
    return index;
  };
  bridge::request_frame();
  if (href == "!step") return step_months();
  if (href == "!play" || href == "!stop") {
    playing_ = href == "!play";
    return playing_ ? step_months() : rebuild();
  }
  playing_ = false;
  if (const auto menu = index_after("!menu:"); menu && *menu < page_.menus.size())
    return open_menu(page_.menus[*menu], true);
  if (const auto bar = index_after("!bar:"); bar && *bar < frame_.menus.size())
    return open_menu(frame_.menus[*bar], false);
  menu_.reset();
  held_.reset();
  if (href == "!close") return;
  if (constexpr std::string_view study = "!study:"; href.rfind(study, 0) == 0) {
    const Moment moment = moment_shown(*publication_, route_);
    return bridge::study(href.substr(study.size()), iso(moment.month),
                         moment.as_of ? iso(*moment.as_of) : "");
  }
  if (href == "!copy-report" || href.rfind("!save-report:", 0) == 0) return report(href);
  if (const std::string_view save = save_extra; href.rfind(save, 0) == 0)
    return save_columns(href.substr(save.size()));
  if (href == "!copy-address" || href == "!copy-citation") return copy(href);
  if (const auto taken = takeaway(shown_, href, illustration_mark(publication_->dataset,
                                                                  route_.language)))
    return bridge::save(taken->file_name, taken->content);
  by_link_ = true;
  if (href == "!check")
    return bridge::follow(address_of({.language = route_.language, .view = View::sources,
                                      .subject = check_subject(route_.language)}));
  if (href == "!search") return bridge::follow(frame_.search_href);
  bridge::follow(href);
}

// The check report as the tool prints it, of what was refused, else of what is shown.
void App::report(const std::string& action) {
  const Problems& problems = shelf_.refused ? shelf_.refused->problems : shelf_.problems;
  const bool json = action == "!save-report:json";
  const std::string text = json ? to_json(problems) : to_text(problems, route_.language);
  if (action == "!copy-report") return bridge::copy(text);
  bridge::save(check_subject(route_.language) + (json ? ".json" : ".txt"), text);
}

// The button says that it was done until the reader goes on.
void App::copy(const std::string& action) {
  bridge::copy_address(action == "!copy-citation" ? citation(*publication_, route_, shown_) + " "
                                                  : "");
  copied_ = action;
  bridge::announce(say(route_.language, Word::site_copied));
  rebuild();
}

void App::save_columns(const std::string& table) {
  const std::string mark = illustration_mark(publication_->dataset, route_.language);
  for (const ExtraTable& extra : publication_->dataset.extras())
    if (extra.name == table) bridge::save(table + ".csv", marked_csv(to_csv(extra), mark));
}

void App::set(const std::string& href) {
  playing_ = false;
  by_link_ = true;
  bridge::set(href);
}

// To the month after the one shown, from the last to the first; it ends where it comes to the last.
void App::step_months() {
  if (!playing_ || months_.empty()) return;
  const auto shown = std::find_if(months_.begin(), months_.end(),
                                  [](const Option& month) { return month.selected; });
  const bool over = shown == months_.end() || shown + 1 == months_.end();
  const auto next = over ? months_.begin() : shown + 1;
  const Option month = *next;  // what follows makes another list
  playing_ = next + 1 != months_.end();
  by_link_ = true;
  bridge::set(month.href);
  bridge::announce(month.text);
  if (playing_) bridge::press_later("!step", month_ms);
}

// The number under the pointer, on a step.
void App::slide() {
  const Area& area = *slider_;
  const float length = area.box.width - 2 * area.inset;
  const double share = std::clamp((pointer_.at.x - area.box.x - area.inset) / length, 0.0f, 1.0f);
  const double steps = std::round(share * (area.high - area.low) / area.step);
  const double number = std::min(area.high, area.low + steps * area.step);
  if (number == slider_at_) return;
  slider_at_ = number;
  std::string href = area.href;
  const std::size_t place = href.find("{}");
  if (place == std::string::npos) return;
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%g", number);
  set(href.replace(place, 2, digits.data()));
}

void App::handle_press(const Hit& hit) {
  if (menu_ && hit.part != Part::menu) {
    menu_.reset();
    return;
  }
  if (hit.area && !hit.area->href.empty()) press(std::string(hit.area->href));
}

// The first tap on a mark shows its words, the next one follows its link.
void App::handle_tap() {
  const std::optional<Area> held = std::exchange(held_, {});
  Hit under = hit(pointer_.at);
  const Point on_page = to_part(Part::page, pointer_.at);
  if (under.part == Part::page && !under.area) under.area = mark_at(on_page);
  const bool is_mark = under.part == Part::page && under.area && !under.area->words.empty();
  if (!is_mark || (held && same_box(held->box, under.area->box))) return handle_press(under);
  held_ = *under.area;
}

void App::handle_pointer(float dt) {
  const bool on_menu = menu_ && contains(menu_box(), pointer_.at);
  if (pointer_.wheel != 0 && on_menu) scroll_menu(-pointer_.wheel * wheel_step);
  if (pointer_.wheel != 0 && !on_menu) scroll_.by(-pointer_.wheel * wheel_step);
  if (pointer_.pressed) take_hold();
  if (slider_ && (pointer_.down || pointer_.released)) return handle_slider();
  if (pointer_.down && pressed_at_) drag(dt, on_menu);
  if (!pointer_.down && !pointer_.released) let_go();  // the browser took the finger
  if (!pointer_.released || !pressed_at_) return;
  if (dragging_ || dragging_thumb_)
    scroll_.release();
  else if (pointer_.touch)
    handle_tap();
  else
    handle_press(hit(pointer_.at));
  let_go();
}

void App::scroll_menu(float by) {
  const float most = std::max(0.0f, menu_->options.height - menu_->box.height);
  menu_->scroll = std::clamp(menu_->scroll + by, 0.0f, most);
}

void App::take_hold() {
  pressed_at_ = pointer_.at;
  dragging_ = false;
  dragging_thumb_ = !menu_ && scroll_.max() > 0 && pointer_.at.x > width_ - thumb_width - 4 &&
                    !pointer_.touch;
  scroll_.jump(scroll_.y());
  const Hit pressed = hit(pointer_.at);
  if (pressed.part != Part::page || !pressed.area || !pressed.area->slides) return;
  slider_ = *pressed.area;
  slider_at_ = std::numeric_limits<double>::infinity();
}

// The thumb, or by a finger the page or the menu.
void App::drag(float dt, bool on_menu) {
  const float moved = std::max(std::abs(pointer_.at.x - pressed_at_->x),
                               std::abs(pointer_.at.y - pressed_at_->y));
  if (moved > drag_threshold && !dragging_) {
    dragging_ = true;
    held_.reset();
  }
  if (dragging_thumb_ && view_height() > 0)
    scroll_.jump(scroll_.y() + pointer_.dy * page_.sheet.height / view_height());
  else if (dragging_ && pointer_.touch && on_menu)
    scroll_menu(-pointer_.dy);
  else if (dragging_ && pointer_.touch)
    scroll_.drag(pointer_.dy, dt);
}

void App::handle_slider() {
  slide();
  if (!pointer_.released) return;
  slider_.reset();
  let_go();
  rebuild();
}

void App::let_go() {
  pressed_at_.reset();
  dragging_ = dragging_thumb_ = false;
}

bool App::frame(float dt, const Pointer& pointer, ImDrawList* list) {
  pointer_ = pointer;
  const float before = scroll_.y();
  handle_pointer(dt);
  const bool moving = scroll_.step(dt);
  draw(list);
  if (before != scroll_.y() || moving) bridge::place_mirror(frame_.top.height, scroll_.y());
  return moving || pointer_.down;
}

}  // namespace tiendo

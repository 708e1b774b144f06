// The drawing half of App.
#include "app.h"
#include "layout/metrics.h"
#include "layout/typeset.h"

namespace tiendo {

namespace {

constexpr float thumb_width = 10;
constexpr float tooltip_width = 300;

void paint_shadow(ImDrawList* list, ImVec2 from, ImVec2 to) {
  for (int i = 6; i >= 1; --i) {
    const float spread = static_cast<float>(i) * 2;
    list->AddRectFilled({from.x - spread, from.y - spread + 2}, {to.x + spread, to.y + spread + 4},
                        IM_COL32(10, 20, 35, 7), 8 + spread);
  }
}

// The area under the pointer, where it is of this sheet and leads somewhere.
template <class Hit>
const Area* lit_on(const Sheet& sheet, const Hit& hovered) {
  const bool lit = hovered.sheet == &sheet && hovered.area && !hovered.area->href.empty();
  return lit ? hovered.area : nullptr;
}

}  // namespace

Brush App::brush(ImDrawList* list, Point origin, float height) const {
  const float top = -origin.y;
  return {.list = list, .fonts = fonts_, .theme = theme_, .origin = {origin.x, origin.y},
          .top = std::max(top, top + (origin.y > 0 ? origin.y : 0)), .bottom = top + height};
}

void App::draw(ImDrawList* list) {
  rows_.show(page_.long_tables, scroll_.y(), scroll_.y() + view_height());
  const Hit hovered = dragging_ || (pointer_.touch && !pressed_at_) ? Hit{} : hit(pointer_.at);
  list->AddRectFilled({0, 0}, {width_, height_}, colour_of(Ink::page, theme_));
  const float bottom = height_ - frame_.bottom.height;
  draw_page(list, hovered);
  const Brush bar{.list = list, .fonts = fonts_, .theme = theme_, .top = 0, .bottom = height_};
  paint(bar, frame_.top, lit_on(frame_.top, hovered));
  if (focus_part_ == "top" && focus_box_.width > 0) paint_focus(bar, focus_box_);
  Brush feet = bar;
  feet.origin = {0, bottom};
  paint(feet, frame_.bottom, lit_on(frame_.bottom, hovered));
  if (focus_part_ == "bottom" && focus_box_.width > 0) paint_focus(feet, focus_box_);
  if (menu_) draw_menu(list, hovered);
  draw_tooltips(list, hovered);
  over_link_ = hovered.area && !hovered.area->href.empty();
}

void App::draw_page(ImDrawList* list, const Hit& hovered) {
  const float top = frame_.top.height, bottom = height_ - frame_.bottom.height;
  list->PushClipRect({0, top}, {width_, bottom});
  Brush page = brush(list, {0, top - scroll_.y()}, height_);
  page.top = scroll_.y(), page.bottom = scroll_.y() + view_height();
  paint(page, page_.sheet, lit_on(page_.sheet, hovered));
  for (const RowsInSight::Chunk& chunk : rows_.chunks())
    paint(page, chunk.sheet, lit_on(chunk.sheet, hovered));
  if (focus_part_ == "page" && focus_box_.width > 0) paint_focus(page, focus_box_);
  if (scroll_.max() > 0) {
    const float view = view_height(), length = std::max(40.0f, view * view / page_.sheet.height);
    const float y = top + (view - length) * scroll_.y() / scroll_.max();
    list->AddRectFilled({width_ - thumb_width + 2, y + 2}, {width_ - 2, y + length - 2},
                        colour_of(dragging_thumb_ ? Ink::muted : Ink::line_strong, theme_), 4);
  }
  list->PopClipRect();
}

void App::draw_menu(ImDrawList* list, const Hit& hovered) {
  const Box box = menu_box();
  if (room_of(width_) == Room::phone)
    list->AddRectFilled({0, 0}, {width_, height_}, IM_COL32(10, 20, 35, 110));
  const ImVec2 from{box.x, box.y}, to{box.right(), box.bottom()};
  paint_shadow(list, from, to);
  list->AddRectFilled(from, to, colour_of(Ink::surface, theme_), 8);
  list->AddRect(from, to, colour_of(Ink::line_strong, theme_), 8);
  list->PushClipRect(from, to, true);
  const Brush options{.list = list, .fonts = fonts_, .theme = theme_,
                      .origin = {box.x, box.y - menu_->scroll},
                      .top = menu_->scroll, .bottom = menu_->scroll + box.height};
  paint(options, menu_->options, hovered.part == Part::menu ? hovered.area : nullptr);
  list->PopClipRect();
}

void App::draw_tooltips(ImDrawList* list, const Hit& hovered) {
  if (menu_) return;
  const bool mouse = hovered.area && !hovered.area->words.empty() && !pointer_.touch;
  const Point& at = pointer_.at;
  if (mouse) return draw_tooltip(list, hovered.area->words, {at.x, at.y - 4, 0, 16});
  if (!held_) return;
  Box box = held_->box;
  box.y += frame_.top.height - scroll_.y();
  if (box.bottom() < frame_.top.height || box.y > height_ - frame_.bottom.height) return;
  draw_tooltip(list, held_->words, box);
}

void App::draw_tooltip(ImDrawList* list, const std::string& text, const Box& over) {
  const TextStyle style{.size = type::note, .leading = 1.45f, .ink = Ink::surface};
  const Words words{{.text = text}};
  const float inner =
      std::min(natural_width(words, style), std::min(tooltip_width, width_ - 48)) + 1;
  Sheet sheet;
  std::vector<Node> unused;
  const float height = set_words(sheet, unused, words, style, {12, 8}, inner) + 16;
  const float width = inner + 24, middle = over.x + over.width / 2, above = over.y - height - 10;
  const float x = std::clamp(middle - width / 2, 8.0f, std::max(8.0f, width_ - width - 8));
  const float y = above > frame_.top.height ? above : over.bottom() + 10;
  list->AddRectFilled({x, y}, {x + width, y + height}, colour_of(Ink::text, theme_), 6);
  paint({.list = list,
         .fonts = fonts_,
         .theme = theme_,
         .origin = {x, y},
         .top = 0,
         .bottom = height},
        sheet, nullptr);
}

}  // namespace tiendo

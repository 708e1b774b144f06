#include "chart/labels.h"

#include <algorithm>
#include <cmath>

namespace tiendo {
namespace {

constexpr float cell_px = 2;

std::size_t cell_count(float length) {
  return length > 0 ? static_cast<std::size_t>(std::ceil(length / cell_px)) : 0;
}

std::size_t cell_before(float distance, std::size_t count) {
  return distance > 0 ? std::min(static_cast<std::size_t>(distance / cell_px), count) : 0;
}

std::size_t cell_after(float distance, std::size_t count) {
  return std::min(cell_count(distance), count);
}

}  // namespace

float TextBlock::width() const {
  float widest = 0;
  for (const std::string& line : lines)
    widest = std::max(widest, text_width(line, style.size, style.weight));
  return widest;
}

float first_base_line(float top, float size) { return top + text_ascent * size; }

void add_block(Scene& scene, Point top_left, const TextBlock& block) {
  const float width = block.width();
  const float x = block.style.align == Align::left    ? top_left.x
                  : block.style.align == Align::right ? top_left.x + width
                                                      : top_left.x + width / 2;
  float y = first_base_line(top_left.y, block.style.size);
  for (const std::string& line : block.lines) {
    add_text(scene, {x, y}, line, block.style);
    y += line_height * block.style.size;
  }
}

Point above(Point mark, const TextBlock& block, float gap) {
  return {mark.x - block.width() / 2, mark.y - gap - block.height()};
}

Point below(Point mark, const TextBlock& block, float gap) {
  return {mark.x - block.width() / 2, mark.y + gap};
}

Point left_of(Point mark, const TextBlock& block, float gap) {
  return {mark.x - gap - block.width(), mark.y - block.height() / 2};
}

Point right_of(Point mark, const TextBlock& block, float gap) {
  return {mark.x + gap, mark.y - block.height() / 2};
}

LabelPlacer::LabelPlacer(const Box& bounds)
    : bounds_(bounds),
      columns_(cell_count(bounds.width)),
      rows_(cell_count(bounds.height)),
      marked_(columns_ * rows_) {}

LabelPlacer::Cells LabelPlacer::cells_under(const Box& box) const {
  return {cell_before(box.x - bounds_.x, columns_), cell_before(box.y - bounds_.y, rows_),
          cell_after(box.right() - bounds_.x, columns_),
          cell_after(box.bottom() - bounds_.y, rows_)};
}

void LabelPlacer::avoid(const Box& mark) {
  const Cells cells = cells_under(mark);
  for (std::size_t row = cells.top; row < cells.bottom; ++row)
    for (std::size_t column = cells.left; column < cells.right; ++column)
      marked_[row * columns_ + column] = true;
}

bool LabelPlacer::covers_mark(const Box& box) const {
  const Cells cells = cells_under(box);
  for (std::size_t row = cells.top; row < cells.bottom; ++row)
    for (std::size_t column = cells.left; column < cells.right; ++column)
      if (marked_[row * columns_ + column]) return true;
  return false;
}

void LabelPlacer::avoid_line(Point from, Point to) {
  const float length = std::max(std::abs(to.x - from.x), std::abs(to.y - from.y));
  const int steps = std::clamp(static_cast<int>(length / cell_px), 1, 1000);
  for (int i = 0; i <= steps; ++i) {
    const float part = static_cast<float>(i) / static_cast<float>(steps);
    avoid(box_around({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part}, 2, 2));
  }
}

std::optional<Box> LabelPlacer::place(Scene& scene, const TextBlock& block,
                                      const std::vector<Point>& candidates, float nudge_max_px,
                                      Over over) {
  if (block.lines.empty()) return {};
  std::optional<Point> at = find(block, candidates, nudge_max_px, Over::nothing);
  if (!at && over == Over::marks) at = find(block, candidates, nudge_max_px, Over::marks);
  if (!at) return {};
  add_block(scene, *at, block);
  const Box box = {at->x, at->y, block.width(), block.height()};
  occupy(box);
  return box;
}

std::optional<Point> LabelPlacer::find(const TextBlock& block, const std::vector<Point>& candidates,
                                       float nudge_max_px, Over over) const {
  const float width = block.width(), height = block.height();
  if (width > bounds_.width || height > bounds_.height) return {};
  for (float nudge = 0; nudge <= nudge_max_px; nudge += 4) {
    for (const Point candidate : candidates) {
      const float x = std::max(bounds_.x, std::min(candidate.x, bounds_.right() - width));
      for (const float y : {candidate.y - nudge, candidate.y + nudge})
        if (is_free({x, y, width, height}, over)) return Point{x, y};
    }
  }
  return {};
}

// Two texts side by side keep the room of a word's space, or they read as one.
bool LabelPlacer::covers_text(const Box& box) const {
  constexpr float space = 6;
  const Box roomy{box.x - space, box.y, box.width + 2 * space, box.height};
  return std::any_of(texts_.begin(), texts_.end(),
                     [&roomy](const Box& text) { return overlap(roomy, text); });
}

bool LabelPlacer::is_free(const Box& box, Over over) const {
  return box.y >= bounds_.y && box.bottom() <= bounds_.bottom() && !covers_text(box) &&
         (over == Over::marks || !covers_mark(box));
}

}  // namespace tiendo

// Where labels go. Labels are placed one after another, the most important first:
//
//   1. each label comes with candidate places, the best first (above its mark, left of it, …);
//   2. a candidate is moved sideways into the bounds, then tried as it is, then nudged up and down
//      in steps of 4 px as far as `nudge_max_px`; all candidates are tried at a step before the
//      next;
//   3. a place is free if it lies in the bounds and covers neither text nor mark; with Over::marks,
//      if no such place is left, one that covers no text will do;
//   4. a label without a free place is not drawn: its words are still in the mark's spot.
//
// So labels never overlap and never leave the bounds, whatever the data.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "chart/marks.h"
#include "chart/scene.h"
#include "chart/text_width.h"

namespace tiendo {

// Some lines of text that are placed together.
struct TextBlock {
  std::vector<std::string> lines;
  TextStyle style;

  float width() const;
  float height() const { return static_cast<float>(lines.size()) * line_height * style.size; }
};

// Base line of the first line in a block whose top is at y.
float first_base_line(float top, float size);
void add_block(Scene& scene, Point top_left, const TextBlock& block);

// Top left corners that put a block beside a point; `gap` from the point to the block.
Point above(Point mark, const TextBlock& block, float gap);
Point below(Point mark, const TextBlock& block, float gap);
Point left_of(Point mark, const TextBlock& block, float gap);
Point right_of(Point mark, const TextBlock& block, float gap);

enum class Over : unsigned char { nothing, marks };

class LabelPlacer {
 public:
  explicit LabelPlacer(const Box& bounds);

  void avoid(const Box& mark);
  void avoid_line(Point from, Point to);
  void occupy(const Box& text) { texts_.push_back(text); }
  bool covers_text(const Box& box) const;

  // Draws the block at the first free place and says where; nothing where there is none.
  std::optional<Box> place(Scene& scene, const TextBlock& block,
                           const std::vector<Point>& candidates, float nudge_max_px = 40,
                           Over over = Over::marks);

 private:
  std::optional<Point> find(const TextBlock& block, const std::vector<Point>& candidates,
                            float nudge_max_px, Over over) const;
  bool is_free(const Box& box, Over over) const;
  bool covers_mark(const Box& box) const;

  struct Cells {
    std::size_t left, top, right, bottom;  // right and bottom are beyond the last cell
  };
  Cells cells_under(const Box& box) const;

  Box bounds_;
  std::vector<Box> texts_;
  std::size_t columns_ = 0, rows_ = 0;
  std::vector<bool> marked_;  // the bounds in small cells: a chart may have thousands of marks
};

}  // namespace tiendo

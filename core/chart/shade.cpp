#include "chart/shade.h"

#include <algorithm>
#include <utility>

#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr Ink shades[] = {Ink::seq1, Ink::seq2, Ink::seq3, Ink::seq4, Ink::seq5};
constexpr float swatch_width_px = 22, swatch_height_px = 12, sign_px = 11;
constexpr float words_gap_px = 6, part_gap_px = 20, key_line_px = 22, below_key_px = 6;

// The parts of a key, one after another, in lines.
class Key {
 public:
  explicit Key(Scene& scene) : scene_(scene) {}

  float height() const { return used_ ? top_ + key_line_px + below_key_px : 0; }

  void add_scale(const std::string& low, const std::string& high) {
    if (low.empty() && high.empty()) return;
    const float room = (scene_.width - 5 * swatch_width_px - 2 * words_gap_px) / 2;
    const std::string before = fitting(low, room), after = fitting(high, room);
    const float before_width = before.empty() ? 0 : words_width(before) + words_gap_px;
    const float after_width = after.empty() ? 0 : words_width(after) + words_gap_px;
    begin(before_width + 5 * swatch_width_px + after_width);
    if (!before.empty()) add_words(before);
    for (const Ink shade : shades) {
      add_rect(scene_, swatch(), shade);
      x_ += swatch_width_px;
    }
    x_ += words_gap_px;
    if (!after.empty()) add_words(after);
  }

  void add_missing(const std::string& words) {
    if (words.empty()) return;
    std::string fitting_words = begin_with_mark(words, swatch_width_px);
    add_hatching(scene_, swatch());
    x_ += swatch_width_px + words_gap_px;
    add_words(std::move(fitting_words));
  }

  void add_sign(const KeySign& sign) {
    if (sign.label.empty()) return;
    std::string fitting_words = begin_with_mark(sign.label, sign_px);
    add_symbol(scene_, {x_ + sign_px / 2, middle()}, sign_px, sign.symbol, sign.ink);
    x_ += sign_px + words_gap_px;
    add_words(std::move(fitting_words));
  }

 private:
  static std::string fitting(const std::string& words, float width) {
    return shorten(words, least_px, Weight::regular, width);
  }
  static float words_width(const std::string& words) { return text_width(words, least_px); }
  float middle() const { return top_ + key_line_px / 2; }
  Box swatch() const {
    return {x_, middle() - swatch_height_px / 2, swatch_width_px, swatch_height_px};
  }

  void begin(float width) {
    if (used_) x_ += part_gap_px;
    if (used_ && x_ + width > scene_.width) x_ = 0, top_ += key_line_px;
    used_ = true;
  }

  std::string begin_with_mark(const std::string& words, float mark_px) {
    std::string fitting_words = fitting(words, scene_.width - mark_px - words_gap_px);
    begin(mark_px + words_gap_px + words_width(fitting_words));
    return fitting_words;
  }

  void add_words(std::string words) {
    const float width = words_width(words);
    add_text(scene_, {x_, middle() + 0.36f * least_px}, std::move(words), {least_px, Ink::muted});
    x_ += width + words_gap_px;
  }

  Scene& scene_;
  float x_ = 0, top_ = 0;
  bool used_ = false;
};

}  // namespace

Ink shade_of(double share) {
  return shades[std::min(static_cast<int>(std::clamp(share, 0.0, 1.0) * 5), 4)];
}

float cell_radius(const Box& cell) { return std::min(3.0f, cell.width / 6); }

// In every theme the scale goes from near the surface to far from it.
Ink ink_on(Ink shade) {
  return shade == Ink::seq4 || shade == Ink::seq5 ? Ink::surface : Ink::text;
}

void add_hatching(Scene& scene, const Box& box) {
  constexpr float spacing = 7;
  add_rect(scene, box, Ink::field, cell_radius(box));
  for (float sum = spacing; sum < box.width + box.height; sum += spacing) {
    const Point from = {box.x + std::min(sum, box.width), box.y + std::max(0.0f, sum - box.width)};
    const Point to = {box.x + std::max(0.0f, sum - box.height), box.y + std::min(sum, box.height)};
    add_line(scene, from, to, Ink::line);
  }
}

float add_key(Scene& scene, const std::string& low, const std::string& high,
              const std::string& missing, const std::vector<KeySign>& signs) {
  Key key(scene);
  key.add_scale(low, high);
  key.add_missing(missing);
  for (const KeySign& sign : signs) key.add_sign(sign);
  return key.height();
}

}  // namespace tiendo

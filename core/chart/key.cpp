#include "chart/key.h"

#include <algorithm>
#include <cstddef>

#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/shade.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

constexpr float swatch_width_px = 22, swatch_height_px = 12, sign_px = 11;
constexpr float words_gap_px = 6, part_gap_px = 20, key_line_px = 22, below_key_px = 6;

// The parts of a key, one after another, in lines.
class Key {
 public:
  Key(Scene& scene, float top) : scene_(scene), top_(top), line_(top) {}

  float height() const { return used_ ? line_ - top_ + line_height_ : 0; }

  // The breaks stand under the lines where the shades meet; the ends at the sides of the shades,
  // over them where there is no room.
  void add_scale(const std::string& low, const std::string& high,
                 const std::vector<std::string>& breaks) {
    if (low.empty() && high.empty()) return;
    float width = swatch_width_px;
    for (const std::string& words : breaks)
      width = std::max(width, words_width(words) + words_gap_px);
    width = std::min(width, scene_.width / 6);
    const float ends = words_width(low) + words_width(high) + 2 * words_gap_px;
    const bool beside = ends + 5 * width <= scene_.width;
    begin(beside ? ends + 5 * width : scene_.width);
    if (!beside) add_ends(low, high, 5 * width);
    else if (!low.empty()) add_words({low});
    add_breaks(breaks, width);
    for (const Ink shade : {Ink::seq1, Ink::seq2, Ink::seq3, Ink::seq4, Ink::seq5}) {
      add_rect(scene_, swatch(width), shade);
      x_ += width;
    }
    x_ += words_gap_px;
    if (beside && !high.empty()) add_words({high});
  }

  void add_missing(const std::string& words) {
    if (words.empty()) return;
    const std::vector<std::string> lines = begin_with_mark(words, swatch_width_px);
    add_hatching(scene_, swatch(swatch_width_px));
    x_ += swatch_width_px + words_gap_px;
    add_words(lines);
  }

  // Signs of one label stand together before it.
  void add_signs(const std::vector<KeySign>& signs) {
    for (std::size_t i = 0; i < signs.size();) {
      std::size_t end = i + 1;
      while (end < signs.size() && signs[end].label == signs[i].label) ++end;
      if (!signs[i].label.empty()) add_group(&signs[i], end - i);
      i = end;
    }
  }

 private:
  static std::string fitting(const std::string& words, float width) {
    return shorten(words, label_px, Weight::regular, width);
  }
  static float words_width(const std::string& words) { return text_width(words, label_px); }
  static float widest(const std::vector<std::string>& lines) {
    float width = 0;
    for (const std::string& words : lines) width = std::max(width, words_width(words));
    return width;
  }
  float middle() const { return line_ + key_line_px / 2; }
  Box swatch(float width) const {
    return {x_, middle() - swatch_height_px / 2, width, swatch_height_px};
  }

  // A line of their own, as wide as the shades or the words.
  void add_ends(const std::string& low, const std::string& high, float shades) {
    const float half = (scene_.width - words_gap_px) / 2;
    const std::string left = fitting(low, half), right = fitting(high, half);
    const float width =
        std::max(shades, words_width(left) + part_gap_px + words_width(right));
    const float y = first_base_line(line_, label_px);
    add_text(scene_, {0, y}, left, {label_px, Ink::muted});
    add_text(scene_, {std::min(width, scene_.width), y}, right,
             {label_px, Ink::muted, Weight::regular, Align::right});
    line_ += line_height * label_px;
  }

  void add_breaks(const std::vector<std::string>& breaks, float width) {
    const float y = first_base_line(middle() + swatch_height_px / 2 + 1, label_px);
    for (std::size_t i = 0; i < breaks.size() && i < 4; ++i) {
      const float x = x_ + static_cast<float>(i + 1) * width;
      add_text(scene_, {x, y}, fitting(breaks[i], width),
               {label_px, Ink::muted, Weight::regular, Align::centre});
      line_height_ = key_line_px + line_height * label_px - 2;
    }
  }

  void begin(float width) {
    if (used_) x_ += part_gap_px;
    if (used_ && x_ + width > scene_.width) {
      x_ = 0;
      line_ += line_height_;
      line_height_ = key_line_px;
    }
    used_ = true;
  }

  // The words on one line, on two where the key is too narrow.
  std::vector<std::string> begin_with_mark(const std::string& words, float mark_px) {
    const float room = scene_.width - mark_px - words_gap_px;
    std::vector<std::string> lines = wrap(words, label_px, Weight::regular, room, 2);
    begin(mark_px + words_gap_px + widest(lines));
    const auto further = static_cast<float>(lines.size() - 1);
    line_height_ = std::max(line_height_, key_line_px + further * line_height * label_px);
    return lines;
  }

  void add_group(const KeySign* signs, std::size_t count) {
    const float step = sign_px + words_gap_px;
    const float marks = static_cast<float>(count) * step - words_gap_px;
    const std::vector<std::string> lines = begin_with_mark(signs[0].label, marks);
    for (std::size_t i = 0; i < count; ++i) {
      add_mark(signs[i]);
      x_ += step;
    }
    add_words(lines);
  }

  void add_mark(const KeySign& sign) {
    const Point left = {x_, middle()}, right = {x_ + sign_px, middle()};
    const Point centre = {x_ + sign_px / 2, middle()};
    switch (sign.look) {
      case KeySign::Look::filled: return add_symbol(scene_, centre, sign_px, sign.symbol, sign.ink);
      case KeySign::Look::hollow:
        return add_hollow_symbol(scene_, centre, sign_px, sign.symbol, sign.ink);
      case KeySign::Look::line: return add_line(scene_, left, right, sign.ink, 2);
      case KeySign::Look::dashed_line: return add_dashed_line(scene_, left, right, sign.ink, 2);
    }
  }

  void add_words(const std::vector<std::string>& lines) {
    float y = middle() + 0.36f * label_px;
    for (const std::string& words : lines) {
      add_text(scene_, {x_, y}, words, {label_px, Ink::muted});
      y += line_height * label_px;
    }
    x_ += widest(lines) + words_gap_px;
  }

  Scene& scene_;
  float x_ = 0, top_, line_, line_height_ = key_line_px;
  bool used_ = false;
};

}  // namespace

float add_key(Scene& scene, const std::string& low, const std::string& high,
              const std::vector<std::string>& breaks, const std::string& missing,
              const std::vector<KeySign>& signs) {
  Key key(scene, 0);
  key.add_scale(low, high, breaks);
  key.add_missing(missing);
  key.add_signs(signs);
  return key.height() > 0 ? key.height() + below_key_px : 0;
}

float add_signs(Scene& scene, float top, const std::vector<KeySign>& signs) {
  Key key(scene, top);
  key.add_signs(signs);
  return key.height();
}

}  // namespace tiendo

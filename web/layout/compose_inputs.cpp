// What the reader sets and types: sliders, and the place of a text field. The field itself is the
// mirror's element, which the shell paints: input methods and soft keyboards need a real one.
#include <algorithm>

#include "chart/text_width.h"
#include "layout/composer.h"

namespace tiendo {

namespace {

constexpr TextStyle name_style{.size = 15, .leading = 1.4f};
constexpr float track_height = 6, thumb_size = 20, slider_width_min = 240, slider_width_max = 420;

float name_width(const Slider& slider, float width) {
  return width - text_width(slider.value_label, name_style.size, Weight::bold) - 16;
}

float name_height(const Slider& slider, float width) {
  return measure_words({{.text = slider.label}}, name_style, name_width(slider, width));
}

}  // namespace

// `height`: of the names in its row, so that the tracks stand on one line.
void Composer::place(const Slider& slider, float height, Slot slot, std::vector<Node>& nodes) {
  const std::size_t first = sheet_.marks.size();
  TextStyle value = name_style;
  value.weight = Weight::bold;
  value.align = Align::right;
  std::vector<Node> unused;
  set_text(sheet_, unused, slider.label, name_style, {slot.x, slot.y},
           name_width(slider, slot.width));
  set_line(sheet_, slider.value_label, value, {slot.x + slot.width, slot.y});
  const Box track{slot.x, slot.y + height + (target_min - track_height) / 2, slot.width,
                  track_height};
  const double span = slider.high > slider.low ? slider.high - slider.low : 1;
  const auto share = static_cast<float>(std::clamp((slider.value - slider.low) / span, 0.0, 1.0));
  const float at = slot.x + thumb_size / 2 + (slot.width - thumb_size) * share;
  sheet_.marks.push_back(RectMark{.box = track, .radius = track_height / 2, .fill = Ink::line});
  sheet_.marks.push_back(RectMark{.box = {track.x, track.y, at - track.x, track.height},
                                  .radius = track_height / 2, .fill = Ink::series});
  sheet_.marks.push_back(
      RectMark{.box = {at - thumb_size / 2, track.y + track_height / 2 - thumb_size / 2, thumb_size,
                       thumb_size},
               .radius = thumb_size / 2, .fill = Ink::series, .stroke = Ink::surface});
  const Box box{slot.x, slot.y + height, slot.width, target_min};
  sheet_.areas.push_back({.box = box, .href = slider.href, .first_mark = first,
                          .last_mark = first, .slides = true, .inset = thumb_size / 2,
                          .low = slider.low, .high = slider.high, .step = slider.step});
  nodes.push_back({.tag = "input", .href = slider.href, .label = slider.label,
                   .input = Input{.value = std::to_string(static_cast<int>(slider.value)),
                                  .placeholder = {}, .low = slider.low, .high = slider.high,
                                  .step = slider.step, .words = slider.value_label},
                   .box = box});
}

// Side by side where there is room.
float Composer::place(const Sliders& sliders, Slot slot, std::vector<Node>& nodes) {
  const auto fitting =
      std::max<std::size_t>(1, static_cast<std::size_t>((slot.width + 2 * gap) /
                                                        (slider_width_min + 2 * gap)));
  const std::size_t count = std::max<std::size_t>(1, sliders.sliders.size());
  const std::size_t rows = (count + fitting - 1) / fitting;
  const std::size_t columns = (count + rows - 1) / rows;  // six as three and three
  const float width =
      std::min(slider_width_max, (slot.width - 2 * gap * static_cast<float>(columns - 1)) /
                                     static_cast<float>(columns));
  float y = slot.y;
  for (std::size_t i = 0; i < sliders.sliders.size(); i += columns) {
    const std::size_t end = std::min(sliders.sliders.size(), i + columns);
    float names = 0;
    for (std::size_t k = i; k < end; ++k)
      names = std::max(names, name_height(sliders.sliders[k], width));
    for (std::size_t k = i; k < end; ++k) {
      const float x = slot.x + static_cast<float>(k - i) * (width + 2 * gap);
      place(sliders.sliders[k], names, {x, y, width}, nodes);
    }
    y += names + target_min + 4;
  }
  return y - slot.y;
}

float Composer::place(const Field& field, Slot slot, std::vector<Node>& nodes) {
  const TextStyle label{.size = type::note, .leading = 1.5f, .ink = Ink::muted};
  std::vector<Node> unused;
  const float above =
      4 + set_text(sheet_, unused, field.label, label, {slot.x, slot.y}, slot.width);
  const Box box{slot.x, slot.y + above, std::min(slot.width, 560.0f), 48};
  sheet_.marks.push_back(
      RectMark{.box = box, .radius = 6, .fill = Ink::surface, .stroke = Ink::muted});
  nodes.push_back({.tag = "input", .href = field.href, .label = field.label,
                   .input = Input{.is_text = true,
                                  .as_typed = field.leads == FieldLeads::as_typed,
                                  .value = field.value, .placeholder = field.placeholder,
                                  .words = {}},
                   .box = box});
  return above + box.height;
}

}  // namespace tiendo

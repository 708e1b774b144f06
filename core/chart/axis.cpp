#include "chart/axis.h"

#include <algorithm>

#include "base/format.h"

namespace tiendo {
namespace {

constexpr float label_gap_px = 8;

}  // namespace

std::vector<std::string> value_tick_labels(const ValueTicks& ticks, int decimals,
                                           const std::string& unit, Language language) {
  const int shown = std::clamp(std::max(decimals, ticks.decimals), 0, 9);
  std::vector<std::string> labels;
  for (const double value : ticks.values) labels.push_back(format_number(value, shown, language));
  if (unit == "%" && !labels.empty())
    labels.back() = format_percent(ticks.values.back(), shown, language);
  return labels;
}

float value_axis_width(const std::vector<std::string>& labels, float size, float width_max) {
  float widest = 0;
  for (const std::string& label : labels) widest = std::max(widest, text_width(label, size));
  return std::min(widest + label_gap_px, width_max);
}

void add_value_axis(Scene& scene, LabelPlacer& placer, const Box& plot, const LinearScale& y,
                    const ValueTicks& ticks, const std::vector<std::string>& labels, float size) {
  for (std::size_t i = 0; i < ticks.values.size() && i < labels.size(); ++i) {
    const float at = y(ticks.values[i]);
    add_line(scene, {plot.x, at}, {plot.right(), at}, i == 0 ? Ink::line_strong : Ink::line);
    std::string fitting = shorten(labels[i], size, Weight::regular, plot.x - label_gap_px);
    const TextMark text = {{plot.x - label_gap_px, at + 0.36f * size}, std::move(fitting), size,
                           Weight::regular, Ink::muted, Align::right};
    if (text.text.empty()) continue;
    placer.occupy(text_box(text));
    add(scene, text);
  }
}

void add_ruler(Scene& scene, const LinearScale& x, const ValueTicks& ticks,
               const std::vector<std::string>& labels, float top, Ink ink) {
  const float begin = static_cast<float>(x.range.from), end = static_cast<float>(x.range.to);
  float taken = begin - label_gap_px;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (ticks.values[i] < x.domain.from || ticks.values[i] > x.domain.to) continue;
    const float width = text_width(labels[i], label_px);
    const float left = std::min(std::max(x(ticks.values[i]) - width / 2, begin), end - width);
    if (left < taken + label_gap_px) continue;
    add_text(scene, {left, first_base_line(top, label_px)}, labels[i], {label_px, ink});
    taken = left + width;
  }
}

void add_time_labels(Scene& scene, LabelPlacer& placer, const TimeScale& x,
                     const std::vector<TimeTick>& ticks, float top, float size) {
  for (const TimeTick& tick : ticks) {
    const float width = text_width(tick.label, size);
    if (width > scene.width) continue;
    const float left = std::max(0.0f, std::min(x(tick.middle) - width / 2, scene.width - width));
    const TextMark text = {{left, first_base_line(top, size)}, tick.label, size,
                           Weight::regular, Ink::muted, Align::left};
    const Box box = text_box(text);
    if (placer.covers_text({box.x - label_gap_px, box.y, box.width + 2 * label_gap_px, box.height}))
      continue;
    placer.occupy(box);
    add(scene, text);
  }
}

}  // namespace tiendo

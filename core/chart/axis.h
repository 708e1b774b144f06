// Axes: ordinary marks, appended to a Scene before the data.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "chart/labels.h"
#include "chart/scale.h"
#include "chart/scene.h"

namespace tiendo {

// Labels of value ticks, the last one with a short unit ("100 %").
std::vector<std::string> value_tick_labels(const ValueTicks& ticks, int decimals,
                                           const std::string& unit, Language language);

// Room that the labels take at the left of the plot, gap included; at most `width_max`.
float value_axis_width(const std::vector<std::string>& labels, float size, float width_max);

// A hairline at each value across `plot`, its label at the left of it; the lowest is the base line.
void add_value_axis(Scene& scene, LabelPlacer& placer, const Box& plot, const LinearScale& y,
                    const ValueTicks& ticks, const std::vector<std::string>& labels, float size);

// Labels of the ticks in a line over a plot whose values go to the right, centred on their values
// and kept inside the plot, left out where they would touch; text's top at `top`.
void add_ruler(Scene& scene, const LinearScale& x, const ValueTicks& ticks,
               const std::vector<std::string>& labels, float top, Ink ink = Ink::muted);

// Labels of the ticks in the middle of what they name, text's top at `top`, moved into the scene at
// its ends, left out where they would touch other text.
void add_time_labels(Scene& scene, LabelPlacer& placer, const TimeScale& x,
                     const std::vector<TimeTick>& ticks, float top, float size);

}  // namespace tiendo

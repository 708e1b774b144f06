// What the parts of the line chart share: line_chart.cpp draws the axes, the figures and the
// silence, line_promises.cpp what was promised and where the pace leads.
#pragma once

#include <cstddef>
#include <vector>

#include "chart/charts.h"
#include "chart/labels.h"
#include "chart/marks.h"
#include "chart/scale.h"

namespace tiendo {

inline constexpr float line_label_gap_px = 9;  // from a mark to its label

struct LineDrawing {
  const LineChart& chart;
  Scene scene;
  LabelPlacer placer;
  Box plot;
  LinearScale y;
  TimeScale x;
  std::size_t ground = 0;  // how many marks the axes and the band have: behind everything else
  float point_room = 0;    // from a figure to the nearest other one of its series
  std::vector<const LineSeries*> in_key;  // named below the axis, not at their marks
  std::vector<KeySign> promises_in_key;   // so are other promises without a place

  bool shows(const LinePoint& point) const {
    return point.value && drawable(*point.value) && x.contains(point.at);
  }
  Point at(const LinePoint& point) const { return {x(point.at), y(*point.value)}; }
  // Only labels with a place of their own.
  bool is_crowded() const { return chart.series.size() > 3; }
};

// A label, and no hairline of the axes through its letters; whether it found a place.
bool place_label(LineDrawing& drawing, const TextBlock& block, const std::vector<Point>& candidates,
                 float nudge_max_px, Over over);

void draw_promises(LineDrawing& drawing);
void label_promises(LineDrawing& drawing);
void label_other_promises(LineDrawing& drawing);
void label_slip(LineDrawing& drawing);

void draw_trajectory(LineDrawing& drawing);
bool label_trajectory(LineDrawing& drawing);  // false where it asks for a place in the key
KeySign trajectory_sign(const LineChart& chart);

void draw_projection_band(LineDrawing& drawing);  // behind the lines
void draw_projection(LineDrawing& drawing);
void label_projection(LineDrawing& drawing);

}  // namespace tiendo

#include "chart/charts.h"

namespace tiendo {

// Not drawn yet.
Scene layout(const HeatMap&, float) { return {}; }
Scene layout(const Waterfall&, float) { return {}; }
Scene layout(const SlopeChart&, float) { return {}; }
Scene layout(const DotStrip&, float) { return {}; }
Scene layout(const SmallMultiples&, float) { return {}; }
Scene layout(const RankDistribution&, float) { return {}; }

Scene layout(const Chart& chart, float width) {
  return std::visit([width](const auto& one) { return layout(one, width); }, chart);
}

}  // namespace tiendo

#include "chart/charts.h"

namespace tiendo {

Scene layout(const Chart& chart, float width) {
  return std::visit([width](const auto& one) { return layout(one, width); }, chart);
}

}  // namespace tiendo

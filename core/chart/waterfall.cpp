#include "chart/charts.h"

namespace tiendo {

Scene layout(const Waterfall&, float) { return {}; }

}  // namespace tiendo

#include "chart/charts.h"

namespace tiendo {

Scene layout(const DotStrip&, float) { return {}; }

}  // namespace tiendo

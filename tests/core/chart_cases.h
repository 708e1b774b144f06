// The drawings that every chart test looks at: each chart with ordinary data, one point, none,
// gaps, extreme values, many categories, long Vietnamese names, and at the width of a phone.
#pragma once

#include <string>
#include <vector>

#include "chart/charts.h"

namespace tiendo {

struct ChartCase {
  std::string name;  // "line_normal": also the name of its golden
  Chart chart;
  float width = 640;
};

// `many` is how many categories the cases "…_many_categories" have.
std::vector<ChartCase> chart_cases(int many = 60);
// Those of them that compare many units, in chart_cases_comparisons.cpp.
std::vector<ChartCase> comparison_cases(int many);

}  // namespace tiendo

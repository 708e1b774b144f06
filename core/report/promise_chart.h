// The line chart of figures against a promise. Each indicator of each unit is a series; points are
// joined only where nothing is missing between them: neighbouring years, or neighbouring months.
// Figures of different measures are never joined.
#pragma once

#include <vector>

#include "report/finding.h"

namespace tiendo {

struct ChartRequest {
  std::vector<IndicatorId> measures;  // the first one is the main one; same quantity as it
  std::vector<UnitId> units;          // the first one is drawn in the first ink
  std::optional<Promise> promise;
};

// Nothing where no figure with a value and no dated promise is known at the moment.
std::optional<LineChart> promise_chart(const Scope& scope, const ChartRequest& request);

// One sentence with what the chart shows, for who cannot see it.
std::string chart_description(const Scope& scope, const ChartRequest& request,
                              const LineChart& chart);

// What the chart's projection comes to and what would be needed; nothing where it has none.
std::optional<Paragraph> pace_paragraph(const Scope& scope, const std::optional<Promise>& promise,
                                        const LineChart& chart);

// The nation and the groups of units with figures of the measures, the nation first.
std::vector<UnitId> nation_and_groups(const Scope& scope, const std::vector<IndicatorId>& measures);

}  // namespace tiendo

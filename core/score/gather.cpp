// Which figure counts for every unit, in one pass over an indicator's figures (prepare.h).
#include <algorithm>
#include <limits>

#include "score/prepare.h"

namespace tiendo {
namespace {

constexpr const char* exempt_class = "exempt";

// The exemption is published like a figure: an observation of the class "exempt" without a value.
// Units and observations both ascend.
void find_exempt(const Dataset& dataset, std::span<const UnitId> units, const Moment& moment,
                 FigureColumn& column) {
  std::size_t place = 0;
  for (const ObservationId id : dataset.observations_of(*column.indicator)) {
    if (dataset.observations().value(id.index)) continue;
    const UnitId unit = dataset.observations().unit(id.index);
    while (place < units.size() && units[place] < unit) ++place;
    if (place == units.size()) return;
    if (!(units[place] == unit) || column.figures.has(place)) continue;
    const Observation& row = dataset[id];
    if (row.category.vi == exempt_class && row.period.last <= moment.end() &&
        known_at(dataset, row, moment))
      column.figures.clear(place, Presence::exempt);
  }
}

}  // namespace

std::vector<UnitId> participants(const Dataset& dataset, std::span<const UnitKind> kinds,
                                 const Moment& moment) {
  std::vector<UnitId> units;
  for (std::uint32_t i = 0; i < dataset.units().size(); ++i) {
    const Unit& unit = dataset[UnitId{i}];
    const bool takes_part = std::find(kinds.begin(), kinds.end(), unit.kind) != kinds.end();
    if (takes_part && unit.exists_on(moment.end())) units.push_back(UnitId{i});
  }
  return units;
}

FigureColumn gather(const Dataset& dataset, std::string_view indicator,
                    std::span<const UnitId> units, const Moment& moment) {
  FigureColumn column;
  column.figures.reset(units.size());
  column.observations.resize(units.size());
  column.origins.resize(units.size());
  column.treated.resize(units.size());
  column.indicator = dataset.find_indicator(indicator);
  if (!column.indicator) return column;
  column.direction = dataset[*column.indicator].direction;
  const auto end = static_cast<std::int32_t>(day_number(moment.end()));
  const auto as_of = moment.as_of ? static_cast<std::int32_t>(day_number(*moment.as_of))
                                  : std::numeric_limits<std::int32_t>::max();
  const std::optional<int> age_max = dataset[*column.indicator].max_age_months;
  auto oldest = std::numeric_limits<std::int32_t>::min();
  if (age_max) {
    const Month first = add_months(moment.month, -*age_max);
    oldest = static_cast<std::int32_t>(day_number(first_day(first)));
  }
  // Units and figures both ascend; of a unit's figures the last that fits stays.
  std::size_t row = 0;
  for (const FigureRow& figure : dataset.figures_of(*column.indicator)) {
    while (row < units.size() && units[row] < figure.unit) ++row;
    if (row == units.size()) break;
    if (!(units[row] == figure.unit)) continue;
    if (figure.last_day > end || figure.known_day > as_of || figure.last_day < oldest) continue;
    column.figures.set(row, figure.value);
    column.observations[row] = figure.observation;
  }
  const std::size_t rows = dataset.observations_of(*column.indicator).size();
  if (rows > dataset.figures_of(*column.indicator).size())
    find_exempt(dataset, units, moment, column);
  return column;
}

}  // namespace tiendo

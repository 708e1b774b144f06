#include "io/study_json.h"

#include "base/format.h"
#include "io/json.h"

namespace tiendo {
namespace {

// By their places in the row of a unit.
constexpr double UnitRobustness::* numbers[] = {
    &UnitRobustness::low,            &UnitRobustness::lower_quartile, &UnitRobustness::median,
    &UnitRobustness::upper_quartile, &UnitRobustness::high,           &UnitRobustness::top_share};

std::optional<UnitRobustness> read_unit(const io::JsonCursor& json, const Dataset& dataset) {
  const auto key = json.text("unit");
  const auto unit = key ? dataset.find_unit(*key) : std::nullopt;
  const std::vector<io::JsonCursor> values = json.list("values");
  if (!unit || values.size() != std::size(numbers)) return {};
  UnitRobustness result{.unit = *unit, .rank = json.integer("rank"),
                        .ranked = json.integer("ranked").value_or(0)};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i].value().is_number()) return {};
    result.*numbers[i] = values[i].value().get<double>();
  }
  for (const io::JsonCursor& share : json.list("shares")) {
    if (!share.value().is_number()) return {};
    result.shares.push_back(share.value().get<double>());
  }
  return result;
}

}  // namespace

std::string study_json(const RankStudy& study, const Dataset& dataset) {
  io::Json units = io::Json::array();
  for (const UnitRobustness& each : study.units) {
    io::Json values = io::Json::array();
    for (const auto number : numbers) values.push_back(each.*number);
    io::Json unit{{"unit", dataset[each.unit].key}, {"ranked", each.ranked}, {"values", values},
                  {"shares", each.shares}};
    if (each.rank) unit["rank"] = *each.rank;
    units.push_back(std::move(unit));
  }
  io::Json document{{"methodology", study.methodology}, {"month", iso(study.month)},
                    {"runs", study.runs},               {"top", study.top},
                    {"seed", study.seed},               {"units", std::move(units)}};
  if (study.as_of) document["as_of"] = iso(*study.as_of);
  return document.dump();
}

std::optional<RankStudy> read_study(std::string_view text, const Dataset& dataset) {
  Problems problems;
  const std::string file = "study";
  const auto document = io::parse_json(text, file, "study-error", problems);
  if (!document) return {};
  const io::JsonCursor json(*document, file, "study-error", problems);
  const auto month = parse_month(json.text("month").value_or(""));
  if (!month) return {};
  RankStudy study{.methodology = json.text("methodology").value_or(""), .month = *month,
                  .as_of = parse_date(json.text("as_of").value_or("")),
                  .runs = json.integer("runs").value_or(0), .top = json.integer("top").value_or(0),
                  .seed = static_cast<std::uint64_t>(json.integer("seed").value_or(0)),
                  .units = {}};
  for (const io::JsonCursor& each : json.list("units")) {
    const auto unit = read_unit(each, dataset);
    if (!unit) return {};
    study.units.push_back(*unit);
  }
  return problems.ok() ? std::optional(std::move(study)) : std::nullopt;
}

}  // namespace tiendo

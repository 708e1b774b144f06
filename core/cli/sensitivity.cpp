#include <cstdio>

#include "cli/commands.h"
#include "cli/open_methodology.h"
#include "report/illustration.h"
#include "report/table_csv.h"
#include "score/coherence.h"
#include "score/robustness.h"
#include "score/scorecard.h"

namespace tiendo {
namespace {

const char* name_of(UncertaintySource source) {
  switch (source) {
    case UncertaintySource::weights: return "weights";
    case UncertaintySource::normalisation: return "normalisation";
    case UncertaintySource::aggregation: return "aggregation";
    case UncertaintySource::missing: return "missing";
    case UncertaintySource::rounding: break;
  }
  return "rounding";
}

std::string digits(const std::optional<double>& value) {
  char text[40] = "";
  if (value) std::snprintf(text, sizeof text, "%.17g", *value);
  return text;
}

std::string row(std::initializer_list<std::string> cells) {
  std::string text;
  for (const std::string& cell : cells) text += "," + csv_field(cell);
  return text.substr(1) + "\n";
}

std::string units_csv(const Dataset& dataset, Month month,
                      const std::vector<UnitRobustness>& table) {
  std::string csv =
      row({"month", "unit", "rank", "runs", "median", "p05", "p95", "top_share"});
  for (const UnitRobustness& unit : table) {
    const bool is_ranked = unit.ranked > 0;
    const auto figure = [&](double value) { return is_ranked ? digits(value) : ""; };
    csv += row({iso(month), dataset[unit.unit].key, unit.rank ? std::to_string(*unit.rank) : "",
                std::to_string(unit.ranked), figure(unit.median), figure(unit.low),
                figure(unit.high), figure(unit.top_share)});
  }
  return csv;
}

std::string sources_csv(Robustness& robustness, int runs) {
  std::string csv = row({"source", "first_order", "total_effect"});
  if (const auto shares = robustness.shares(runs))
    for (const SourceShare& share : *shares)
      csv += row({name_of(share.source), digits(share.first_order), digits(share.total_effect)});
  return csv;
}

std::string coherence_csv(const Coherence& coherence, SensitivityTable table) {
  std::string csv;
  if (table == SensitivityTable::nodes) {
    csv += row({"node", "effective_weight", "importance", "with_parent", "with_root",
                "shift_mean", "shift_max", "units_moved"});
    for (const NodeCoherence& each : coherence.nodes) {
      const bool leaf = each.shift_mean.has_value();
      csv += row({each.node->id, digits(each.weight), digits(each.importance),
                  digits(each.with_parent), digits(each.with_root), digits(each.shift_mean),
                  leaf ? std::to_string(each.shift_max) : "",
                  leaf ? std::to_string(each.units_moved) : ""});
    }
  } else if (table == SensitivityTable::groups) {
    csv += row({"group", "alpha", "units", "within", "between"});
    for (const GroupCoherence& each : coherence.groups)
      csv += row({each.node->id, digits(each.alpha), std::to_string(each.complete),
                  digits(each.within), digits(each.between)});
  } else {
    csv += row({"a", "b", "siblings", "correlation"});
    for (const LeafPair& each : coherence.pairs)
      csv += row({coherence.leaves[each.a]->id, coherence.leaves[each.b]->id,
                  each.siblings ? "true" : "false", digits(each.correlation)});
  }
  return csv;
}

}  // namespace

int print_sensitivity(const Package& package, const SensitivityOptions& options,
                      Language language) {
  const Opened opened = open_methodology(package, options.methodology, language);
  if (!opened.methodology) return opened.exit_code;
  const Dataset& dataset = **opened.dataset;
  const std::vector<Month> months = scored_months(dataset, **opened.methodology);
  if (!options.month && months.empty()) return 0;
  const Moment moment{.month = options.month ? *options.month : months.back(),
                      .as_of = options.as_of};
  const auto print = [&](std::string csv) {
    csv = marked_csv(std::move(csv), illustration_mark(dataset, language));
    std::fputs(csv.c_str(), stdout);
    return 0;
  };
  if (options.table != SensitivityTable::units && options.table != SensitivityTable::sources)
    return print(coherence_csv(coherence_of(prepare(dataset, **opened.methodology, moment)),
                               options.table));
  Robustness robustness(dataset, **opened.methodology, moment,
                        {.runs = options.runs, .seed = options.seed, .top = options.top});
  if (options.table == SensitivityTable::sources)
    return print(sources_csv(robustness, options.runs));
  robustness.advance(options.runs);
  return print(units_csv(dataset, moment.month, robustness.table()));
}

}  // namespace tiendo

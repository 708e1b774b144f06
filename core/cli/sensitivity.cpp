#include <cstdio>

#include "cli/commands.h"
#include "cli/open_methodology.h"
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

void print_units(const Dataset& dataset, Month month, const std::vector<UnitRobustness>& table) {
  std::fputs("month,unit,rank,runs,median,p05,p95,top_share\n", stdout);
  for (const UnitRobustness& unit : table) {
    const std::string rank = unit.rank ? std::to_string(*unit.rank) : "";
    std::printf("%s,%s,%s,%d", iso(month).c_str(), csv_cell(dataset[unit.unit].key).c_str(),
                rank.c_str(), unit.ranked);
    if (unit.ranked > 0)
      std::printf(",%.17g,%.17g,%.17g,%.17g\n", unit.median, unit.low, unit.high, unit.top_share);
    else
      std::fputs(",,,,\n", stdout);
  }
}

void print_sources(Robustness& robustness, int runs) {
  std::fputs("source,first_order,total_effect\n", stdout);
  const auto shares = robustness.shares(runs);
  if (!shares) return;
  for (const SourceShare& share : *shares)
    std::printf("%s,%.17g,%.17g\n", name_of(share.source), share.first_order, share.total_effect);
}

std::string digits(const std::optional<double>& value) {
  char text[40] = "";
  if (value) std::snprintf(text, sizeof text, "%.17g", *value);
  return text;
}

void print_row(std::initializer_list<std::string> cells) {
  const char* separator = "";
  for (const std::string& cell : cells) {
    std::printf("%s%s", separator, csv_cell(cell).c_str());
    separator = ",";
  }
  std::puts("");
}

void print_coherence(const Coherence& coherence, SensitivityTable table) {
  if (table == SensitivityTable::nodes) {
    print_row({"node", "effective_weight", "importance", "with_parent", "with_root", "shift_mean",
               "shift_max", "units_moved"});
    for (const NodeCoherence& each : coherence.nodes) {
      const bool leaf = each.shift_mean.has_value();
      print_row({each.node->id, digits(each.weight), digits(each.importance),
                 digits(each.with_parent), digits(each.with_root), digits(each.shift_mean),
                 leaf ? std::to_string(each.shift_max) : "",
                 leaf ? std::to_string(each.units_moved) : ""});
    }
  } else if (table == SensitivityTable::groups) {
    print_row({"group", "alpha", "units", "within", "between"});
    for (const GroupCoherence& each : coherence.groups)
      print_row({each.node->id, digits(each.alpha), std::to_string(each.complete),
                 digits(each.within), digits(each.between)});
  } else {
    print_row({"a", "b", "siblings", "correlation"});
    for (const LeafPair& each : coherence.pairs)
      print_row({coherence.leaves[each.a]->id, coherence.leaves[each.b]->id,
                 each.siblings ? "true" : "false", digits(each.correlation)});
  }
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
  if (options.table != SensitivityTable::units && options.table != SensitivityTable::sources) {
    print_coherence(coherence_of(prepare(dataset, **opened.methodology, moment)), options.table);
    return 0;
  }
  Robustness robustness(dataset, **opened.methodology, moment,
                        {.runs = options.runs, .seed = options.seed, .top = options.top});
  if (options.table == SensitivityTable::sources) {
    print_sources(robustness, options.runs);
    return 0;
  }
  robustness.advance(options.runs);
  print_units(dataset, moment.month, robustness.table());
  return 0;
}

}  // namespace tiendo

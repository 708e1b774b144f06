#include <cstdio>

#include "cli/commands.h"
#include "cli/folder.h"
#include "io/dataset_reader.h"
#include "io/methodology_json.h"
#include "score/scorecard.h"

namespace tiendo {
namespace {

std::string digits(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

void print_node(const std::string& month_and_unit, const TraceNode& node,
                const std::optional<int>& rank) {
  const std::string row = month_and_unit + csv_cell(node.method->id) + "," +
                          (node.score ? digits(*node.score) : "") + "," + digits(node.coverage) +
                          "," + (rank ? std::to_string(*rank) : "") + "\n";
  std::fputs(row.c_str(), stdout);
  for (const TraceNode& child : node.children) print_node(month_and_unit, child, {});
}

void print_month(const Dataset& dataset, const Methodology& methodology, const Moment& moment) {
  const Scorecard card = score(dataset, methodology, moment);
  for (const UnitScore& unit : card.units)
    print_node(iso(moment.month) + "," + csv_cell(dataset[unit.unit].key) + ",", unit.trace,
               unit.rank);
}

int refuse(const Problems& problems, Language language) {
  std::fputs(to_text(problems, language).c_str(), stderr);
  return 1;
}

// A file, or a methodology of the package.
std::optional<std::string> find_methodology(const Package& package, const std::string& name) {
  const auto found = package.files.find("methodologies/" + name + ".json");
  return found != package.files.end() ? std::optional(found->second) : read_file(name);
}

}  // namespace

int print_scores(const Package& package, const ScoreOptions& options, Language language) {
  const std::optional<std::string> document = find_methodology(package, options.methodology);
  if (!document) {
    std::fprintf(stderr, "tiendo score: there is no methodology %s\n", options.methodology.c_str());
    return 2;
  }
  const Result<Dataset> dataset = read_dataset(package);
  if (!dataset) return refuse(dataset.problems(), language);
  const Result<Methodology> methodology = read_methodology(*document, options.methodology);
  if (!methodology) return refuse(methodology.problems(), language);
  const std::vector<Month> months =
      options.month ? std::vector<Month>{*options.month} : scored_months(*dataset, *methodology);
  std::fputs("month,unit,node,score,coverage,rank\n", stdout);
  for (const Month month : months)
    print_month(*dataset, *methodology, {.month = month, .as_of = options.as_of});
  return 0;
}

}  // namespace tiendo

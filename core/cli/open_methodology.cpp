#include "cli/open_methodology.h"

#include <cstdio>
#include <utility>

#include "cli/commands.h"
#include "cli/folder.h"
#include "io/dataset_reader.h"
#include "io/methodology_fit.h"
#include "io/methodology_json.h"

namespace tiendo {
namespace {

std::optional<std::string> find_document(const Package& package, const std::string& name) {
  const auto found = package.files.find("methodologies/" + name + ".json");
  return found != package.files.end() ? std::optional(found->second) : read_file(name);
}

Opened refuse(const Problems& problems, Language language) {
  std::fputs(to_text(problems, language).c_str(), stderr);
  return {.dataset = {}, .methodology = {}, .exit_code = 1};
}

}  // namespace

Opened open_methodology(const Package& package, const std::string& name, Language language) {
  const std::optional<std::string> document = find_document(package, name);
  if (!document) {
    std::fprintf(stderr, "tiendo: there is no methodology %s\n", name.c_str());
    return {.dataset = {}, .methodology = {}, .exit_code = 2};
  }
  Result<Dataset> dataset = read_dataset(package);
  Result<Methodology> methodology = read_methodology(*document, name);
  Problems problems;
  if (!dataset) problems.add_all(dataset.problems());
  if (!methodology) problems.add_all(methodology.problems());
  if (dataset && methodology) problems.add_all(check_fit(*methodology, *dataset, name));
  if (!problems.ok()) return refuse(problems, language);
  return {.dataset = std::move(dataset), .methodology = std::move(methodology), .exit_code = 0};
}

}  // namespace tiendo

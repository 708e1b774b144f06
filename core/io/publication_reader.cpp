#include "io/publication_reader.h"

#include "io/dataset_reader.h"
#include "io/methodology_fit.h"
#include "io/methodology_json.h"

namespace tiendo {

Result<Publication> read_publication(const Package& package) {
  Result<Dataset> dataset = read_dataset(package);
  Problems problems = dataset.problems();
  if (!dataset) return problems;
  std::vector<Methodology> methodologies;
  for (const std::string& id : dataset->info().methodologies) {
    const std::string path = "methodologies/" + id + ".json";
    const auto file = package.files.find(path);
    if (file == package.files.end()) {
      problems.add({.name = "missing-methodology",
                    .place = {.file = path},
                    .message = {"Gói không có phương pháp “" + id + "” mà datapackage.json nêu.",
                                "The package lacks the methodology “" + id +
                                    "” that datapackage.json names."},
                    .mend = {"Thêm tệp này vào gói, hoặc bỏ tên đó.",
                             "Add this file to the package, or remove the name."}});
      continue;
    }
    Result<Methodology> methodology = read_methodology(file->second, path);
    problems.add_all(methodology.problems());
    if (!methodology) continue;
    problems.add_all(check_fit(*methodology, *dataset, path));
    methodologies.push_back(std::move(*methodology));
  }
  if (!problems.ok()) return problems;
  Publication publication{.dataset = std::move(*dataset), .methodologies = std::move(methodologies)};
  publication.search.emplace(publication.dataset);
  return {std::move(publication), std::move(problems)};
}

Result<Publication> read_publication(std::string_view bundle) {
  Result<Package> package = read_bundle(bundle);
  if (!package) return package.problems();
  return read_publication(*package);
}

}  // namespace tiendo

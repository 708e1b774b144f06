#include "io/publication_reader.h"

#include <utility>

#include "io/dataset_reader.h"
#include "io/methodology_fit.h"
#include "io/methodology_json.h"

namespace tiendo {

namespace {

Result<Publication> with_methodologies(Result<Dataset> dataset, const Package& package) {
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
  Publication publication{.dataset = std::move(*dataset),
                          .methodologies = std::move(methodologies)};
  publication.search.emplace(publication.dataset);
  return {std::move(publication), std::move(problems)};
}

}  // namespace

Result<Publication> read_publication(const Package& package) {
  return with_methodologies(read_dataset(package), package);
}

Result<Publication> read_publication(std::string_view bundle) {
  Result<Package> package = read_bundle(bundle);
  if (!package) return package.problems();
  return read_publication(*package);
}

PublicationReader::PublicationReader(Package package)
    : package_(std::move(package)), dataset_(std::make_unique<io::DatasetReader>(&package_)) {}

PublicationReader::~PublicationReader() = default;

PublicationReader::State PublicationReader::step(std::size_t rows_max) {
  switch (dataset_->step(rows_max)) {
    case io::Step::more: return State::reading;
    case io::Step::waits: return State::waiting;
    case io::Step::done: break;
  }
  return State::done;
}

double PublicationReader::share_done() const { return dataset_->share_done(); }

Result<Publication> PublicationReader::take() {
  return with_methodologies(dataset_->take(), package_);
}

}  // namespace tiendo

#include "io/publication_reader.h"

#include <utility>

#include "io/dataset_reader.h"
#include "io/methodology_fit.h"
#include "io/methodology_json.h"

namespace tiendo {

PublicationReader::PublicationReader(Package* package)
    : package_(*package), dataset_reader_(std::make_unique<io::DatasetReader>(package)) {}

PublicationReader::PublicationReader(const Package& package)
    : package_(package), dataset_reader_(std::make_unique<io::DatasetReader>(package)) {}

PublicationReader::~PublicationReader() = default;

PublicationReader::State PublicationReader::step(std::size_t rows_max) {
  if (publication_)
    return publication_->search->add_rows(publication_->dataset, rows_max) ? State::reading
                                                                           : State::done;
  if (dataset_reader_) {
    const io::Step step = dataset_reader_->step(rows_max);
    if (step == io::Step::done) take_dataset();
    return step == io::Step::waits ? State::waiting : State::reading;
  }
  if (dataset_ && next_methodology_ < dataset_->info().methodologies.size()) {
    read_methodology(dataset_->info().methodologies[next_methodology_++]);
    return State::reading;
  }
  if (!problems_.ok()) return State::done;
  publication_.emplace(Publication{.dataset = std::move(*dataset_),
                                   .methodologies = std::move(methodologies_),
                                   .search = SearchIndex()});
  return State::reading;
}

void PublicationReader::take_dataset() {
  Result<Dataset> dataset = dataset_reader_->take();
  dataset_reader_.reset();
  problems_ = dataset.problems();
  if (dataset) dataset_ = std::move(*dataset);
}

void PublicationReader::read_methodology(const std::string& id) {
  const std::string path = "methodologies/" + id + ".json";
  const auto file = package_.files.find(path);
  if (file == package_.files.end()) {
    problems_.add({.name = "missing-methodology",
                   .place = {.file = path},
                   .message = {"Gói không có phương pháp “" + id + "” mà datapackage.json nêu.",
                               "The package lacks the methodology “" + id +
                                   "” that datapackage.json names."},
                   .mend = {"Thêm tệp này vào gói, hoặc bỏ tên đó.",
                            "Add this file to the package, or remove the name."}});
    return;
  }
  Result<Methodology> methodology = tiendo::read_methodology(file->second, path);
  problems_.add_all(methodology.problems());
  if (!methodology) return;
  problems_.add_all(check_fit(*methodology, *dataset_, path));
  methodologies_.push_back(std::move(*methodology));
}

double PublicationReader::share_done() const {
  return dataset_reader_ ? dataset_reader_->share_done() : 1;
}

Result<Publication> PublicationReader::take() {
  if (!publication_) return std::move(problems_);
  return {std::move(*publication_), std::move(problems_)};
}

Result<Publication> read_publication(const Package& package) {
  PublicationReader reader(package);
  while (reader.step(1 << 16) != PublicationReader::State::done) {
  }
  return reader.take();
}

Result<Publication> read_publication(std::string_view bundle) {
  Result<Package> package = read_bundle(bundle, "");
  if (!package) return package.problems();
  return read_publication(*package);
}

}  // namespace tiendo

// From a package to a Publication: its dataset and the methodologies that its descriptor names, which
// lie in the package as methodologies/ID.json.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "io/package.h"
#include "model/publication.h"

namespace tiendo {

namespace io {
class DatasetReader;
}

Result<Publication> read_publication(const Package& package);
Result<Publication> read_publication(std::string_view bundle);  // see io/package.h

// The same a slice at a time, so that a page can answer in between, while the files arrive
// (Package::begin). The package must outlive the reader.
class PublicationReader {
 public:
  explicit PublicationReader(const Package& package);
  explicit PublicationReader(Package* package);  // lets go of the files that it has read
  ~PublicationReader();

  enum class State : unsigned char { reading, waiting, done };
  State step(std::size_t rows_max);  // about so many rows
  double share_done() const;         // 0–1, roughly
  Result<Publication> take();        // once it is done

 private:
  void take_dataset();
  void read_methodology(const std::string& id);

  const Package& package_;
  std::unique_ptr<io::DatasetReader> dataset_reader_;  // until the dataset is there
  std::optional<Dataset> dataset_;
  std::optional<Publication> publication_;
  std::vector<Methodology> methodologies_;
  std::size_t next_methodology_ = 0;
  Problems problems_;
};

}  // namespace tiendo

// From a package to a Publication: its dataset and the methodologies that its descriptor names, which
// lie in the package as methodologies/ID.json.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "io/package.h"
#include "model/publication.h"

namespace tiendo {

namespace io {
class DatasetReader;
}

Result<Publication> read_publication(const Package& package);
Result<Publication> read_publication(std::string_view bundle);  // see io/package.h

// The same a slice at a time, so that a page can answer in between. The reader owns the package and
// lets go of what has been read; files may still be arriving (Package::begin).
class PublicationReader {
 public:
  explicit PublicationReader(Package package);
  ~PublicationReader();

  Package& package() { return package_; }
  enum class State : unsigned char { reading, waiting, done };
  State step(std::size_t rows_max);  // about so many rows
  double share_done() const;         // 0–1, roughly
  Result<Publication> take();        // once it is done

 private:
  Package package_;
  std::unique_ptr<io::DatasetReader> dataset_;
};

}  // namespace tiendo

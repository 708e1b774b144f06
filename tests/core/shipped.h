// The dataset that ships with the site, as the site reads it; read once a test program.
#pragma once

#include "base/check.h"
#include "io/publication_reader.h"
#include "read_package.h"

namespace tiendo::test {

inline const Publication& shipped() {
  static const Publication publication = [] {
    Result<Publication> result = read_publication(read_package("viet-nam"));
    check(static_cast<bool>(result));  // io_dataset_reader_test says what is wrong with it
    return std::move(*result);
  }();
  return publication;
}

}  // namespace tiendo::test

// From a package to a Publication: its dataset and the methodologies that its descriptor names, which
// lie in the package as methodologies/ID.json. One that does not fit the dataset (io/methodology_fit) is
// refused like any other part of a package that is wrong.
#pragma once

#include <string_view>

#include "base/result.h"
#include "io/package.h"
#include "model/publication.h"

namespace tiendo {

Result<Publication> read_publication(const Package& package);
Result<Publication> read_publication(std::string_view bundle);  // see io/package.h

}  // namespace tiendo

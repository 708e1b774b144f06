// A package as it lies before the reader: named files with their bytes. No file system here: the
// native tool fills it from a folder, the site from a bundle (one JSON document, {"files": {path:
// text}}) or from what a reader dropped on it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tiendo {

struct Package {
  std::map<std::string, std::string, std::less<>> files;  // path inside the package → bytes
};

Result<Package> read_bundle(std::string_view json);

}  // namespace tiendo

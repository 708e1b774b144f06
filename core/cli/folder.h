// The one place of the core with files: a package from a folder or from a bundle on disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "io/package.h"

namespace tiendo {

std::optional<std::string> read_file(const std::string& path);
bool write_file(const std::string& path, std::string_view bytes);

// `path`: a folder, its datapackage.json, a .zip, or a bundle (io/package.h). Hidden files and links are
// left out. A folder that has no methodologies/ID.json of its own is lent the one that ships with the
// site; what was packed must hold its own.
Result<Package> read_package(const std::string& path);

}  // namespace tiendo

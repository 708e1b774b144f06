// A package as one .zip on disk, by libzip. What may be unpacked is decided by io/archive.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "io/package.h"

namespace tiendo {

bool is_zip(std::string_view bytes);
Result<Package> read_zip(std::string_view bytes, const std::string& file);  // `file` names it
bool write_zip(const std::string& path, const Package& package);  // the same bytes every time

}  // namespace tiendo

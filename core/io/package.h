// A package as it lies before the reader: named files with their bytes. No file system here: the
// native tool fills it from a folder, the site from a bundle (one JSON document, {"files": {path:
// text}}) or from what a reader dropped on it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tiendo {

struct Package {
  std::map<std::string, std::string, std::less<>> files;  // path inside the package → bytes
  std::set<std::string, std::less<>> arriving;            // of which more bytes will come
  std::set<std::string, std::less<>> lacking;  // what was asked for where it should be, and is not

  // A piece of a file arrives; `begin` and `end` stand around the pieces.
  void begin(const std::string& path, std::size_t bytes_expected);
  void add(std::string_view path, std::string_view bytes);
  void end(std::string_view path);
  bool is_arriving(std::string_view path) const { return arriving.find(path) != arriving.end(); }
};

Result<Package> read_bundle(std::string_view json, const std::string& file);  // `file` names it

}  // namespace tiendo

// The shipped package as the site gets it: the tables of a folder of assets/data, with every
// shipped methodology beside them. Tests run in the repository's root.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "io/package.h"

namespace tiendo::test {

inline void add_files(Package& package, const std::string& folder, const std::string& prefix) {
  std::error_code none;  // a folder that is not there gives no files
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    if (entry.is_directory()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    package.files[prefix + entry.path().filename().string()] =
        std::string(std::istreambuf_iterator<char>(file), {});
  }
}

inline Package read_package(const std::string& name) {
  Package package;
  add_files(package, "assets/data/" + name, "");
  add_files(package, "assets/methodology", "methodologies/");
  return package;
}

}  // namespace tiendo::test

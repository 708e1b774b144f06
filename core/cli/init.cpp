#include "cli/init.h"

#include <cstdio>
#include <filesystem>

#include "cli/built_in.h"
#include "cli/folder.h"

namespace tiendo {

namespace fs = std::filesystem;

int init(const std::string& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    std::fprintf(stderr, "tiendo init: %s is not empty\n", folder.c_str());
    return 2;
  }
  for (const BuiltInFile& example : example_files) {
    const fs::path file = fs::path(folder) / example.path;
    fs::create_directories(file.parent_path(), error);
    if (!write_file(file.string(), example.text)) {
      std::fprintf(stderr, "tiendo init: cannot write %s\n", file.string().c_str());
      return 2;
    }
  }
  std::printf("%s\n  tiendo validate %s\n  python3 serve.py --data %s\n", folder.c_str(),
              folder.c_str(), folder.c_str());
  return 0;
}

}  // namespace tiendo

// tiendo init: the example package (assets/example, built into the tool) as a folder to start from.
#pragma once

#include <cstddef>
#include <string>

namespace tiendo {

struct ExampleFile {
  const char* path;
  const char* text;
};
extern const ExampleFile example_files[];
extern const std::size_t example_file_count;

// Exit code: 0 written, 2 the folder is not empty or cannot be written.
int init(const std::string& folder);

}  // namespace tiendo

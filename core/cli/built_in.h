// What the tool has in it, so that it needs nothing beside itself: the example package of `tiendo
// init` (assets/example) and the methodologies that ship with the site (assets/methodology).
#pragma once

#include <span>

namespace tiendo {

struct BuiltInFile {
  const char* path;
  const char* text;
};
extern const std::span<const BuiltInFile> example_files;
extern const std::span<const BuiltInFile> shipped_methodologies;  // "766.json"

}  // namespace tiendo

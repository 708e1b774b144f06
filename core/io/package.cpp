#include "io/package.h"

#include <utility>

#include "io/descriptor.h"
#include "io/json.h"
#include "io/problems.h"

namespace tiendo {

Result<Package> read_bundle(std::string_view json) {
  Problems problems;
  const std::string file;
  const std::optional<io::Json> document = io::parse_json(json, file, "package-error", problems);
  if (!document) return problems;
  const io::JsonCursor bundle(*document, file, "package-error", problems);
  Package package;
  if (const std::optional<io::JsonCursor> files = bundle.object("files")) {
    for (auto entry = files->value().begin(); entry != files->value().end(); ++entry) {
      if (!io::is_safe_path(entry.key())) {
        problems.add(problem::unsafe_path(files->place(), entry.key()));
      } else if (!entry->is_string()) {
        files->member(entry.key())->report_type({"chữ", "text"});
      } else {
        package.files.emplace(entry.key(), entry->get_ref<const std::string&>());
      }
    }
  } else if (problems.ok()) {
    bundle.report_missing("files");
  }
  if (!problems.ok()) return problems;
  return {std::move(package), std::move(problems)};
}

}  // namespace tiendo

#include "io/package.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "io/descriptor.h"
#include "io/json.h"
#include "io/problems.h"

namespace tiendo {

void Package::begin(const std::string& path, std::size_t bytes_expected) {
  files[path].reserve(bytes_expected);
  arriving.insert(path);
}

// Where the size was not known, the room grows by an eighth: doubling would take it thrice.
void Package::add(std::string_view path, std::string_view bytes) {
  const auto file = files.find(path);
  check(file != files.end() && is_arriving(path));
  std::string& all = file->second;
  if (all.capacity() < all.size() + bytes.size()) {
    all.reserve(std::max(all.size() + bytes.size(), all.size() + all.size() / 8));
  }
  all += bytes;
}

void Package::end(std::string_view path) { arriving.erase(arriving.find(path)); }

Result<Package> read_bundle(std::string_view json, const std::string& file) {
  Problems problems;
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
  } else if (problems.ok() && bundle.has("resources")) {
    bundle.report({"Đây là tệp mô tả của một gói, nhưng không mang tên datapackage.json.",
                   "This is the descriptor of a package, but not named datapackage.json."},
                  {"Đổi tên tệp thành datapackage.json rồi mở thư mục của nó.",
                   "Name it datapackage.json and open its folder."});
  } else if (problems.ok()) {
    bundle.report_missing("files");
  }
  if (!problems.ok()) return problems;
  return {std::move(package), std::move(problems)};
}

}  // namespace tiendo

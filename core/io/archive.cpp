#include "io/archive.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "io/descriptor.h"
#include "io/problems.h"

namespace tiendo {
namespace {

using Paths = std::vector<std::optional<std::string>>;

bool is_folder(const std::string& name) { return name.ends_with('/'); }

bool has_part(std::string_view name, bool (*is_meant)(std::string_view)) {
  const std::vector<std::string_view> parts = split(name, '/');
  return std::any_of(parts.begin(), parts.end(), is_meant);
}

bool is_hidden(std::string_view name) {
  return has_part(name, [](std::string_view part) {
    return (part.size() > 1 && part.front() == '.' && part != "..") || part == "__MACOSX";
  });
}

// The folder of the archive in which the package lies, with its '/'; of several the nearest one.
std::string package_folder(const std::vector<ArchiveEntry>& entries) {
  const std::string_view file = io::descriptor_file;
  std::optional<std::string> folder;
  for (const ArchiveEntry& entry : entries) {
    const std::string_view name = entry.name;
    if (!name.ends_with(file)) continue;
    const std::string_view before = name.substr(0, name.size() - file.size());
    if (!before.empty() && !before.ends_with('/')) continue;
    if (is_hidden(name) || io::is_address(name)) continue;
    if (!folder || before.size() < folder->size()) folder = std::string(before);
  }
  return folder.value_or("");
}

Problem beyond(const std::string& file, const Bilingual& message, std::uint64_t limit) {
  return problem::error("source-error", {.file = file},
                        problem::fill(message, {problem::both(std::to_string(limit))}),
                        {"Chỉ giữ các tệp của gói, hoặc chia gói ra.",
                         "Keep the files of the package only, or split the package."});
}

// Of what is taken.
void check_limits(const std::vector<ArchiveEntry>& entries, const Paths& paths,
                  const std::string& file, const ArchiveLimits& limits, Problems& problems) {
  std::uint64_t count = 0, bytes = 0, packed = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!paths[i]) continue;
    ++count;
    bytes += std::min(entries[i].bytes, limits.bytes + 1);  // no overflow by made-up sizes
    packed += entries[i].packed_bytes;
  }
  if (count > limits.entries)
    problems.add(beyond(file, {"Có nhiều hơn {0} tệp.", "There are more than {0} files."},
                        limits.entries));
  if (bytes > limits.bytes) problems.add(too_many_bytes(file, limits.bytes));
  if (bytes > limits.small && bytes / limits.ratio > packed)
    problems.add(beyond(file, {"Tệp nén mở ra lớn gấp hơn {0} lần.",
                               "The archive unpacks to more than {0} times its size."},
                        limits.ratio));
}

}  // namespace

Problem too_many_bytes(const std::string& file, std::uint64_t limit) {
  return beyond(file, {"Các tệp cộng lại lớn hơn {0} byte.",
                       "The files have more than {0} bytes together."}, limit);
}

std::string composed_name(const std::string& name) {
  return find_invalid_utf8(name) ? name : to_nfc(name);
}

Result<Paths> plan_archive(const std::vector<ArchiveEntry>& entries, const std::string& file,
                           AddressesInside addresses, const ArchiveLimits& limits) {
  Problems problems;
  const std::string folder = package_folder(entries);
  Paths paths;
  std::set<std::string> seen;
  for (const ArchiveEntry& entry : entries) {
    std::optional<std::string>& path = paths.emplace_back();
    const bool is_address = io::is_address(entry.name);
    if (!is_address && (is_folder(entry.name) || is_hidden(entry.name))) continue;
    if (is_address ? addresses == AddressesInside::refused : !io::is_safe_path(entry.name)) {
      problems.add_error([&] { return problem::unsafe_path({.file = file}, entry.name); });
    } else if (is_address || entry.name.starts_with(folder)) {
      path = composed_name(is_address ? entry.name : entry.name.substr(folder.size()));
      if (!seen.insert(*path).second)
        problems.add_error([&] {
          return problem::error("source-error", {.file = file},
                                problem::fill({"Có hai tệp cùng tên {0}.",
                                               "There are two files named {0}."},
                                              {problem::quoted(entry.name)}),
                                {"Xóa hoặc đổi tên một trong hai.",
                                 "Delete or rename one of the two."});
        });
    }
  }
  check_limits(entries, paths, file, limits, problems);
  if (!problems.ok()) return problems;
  return paths;
}

}  // namespace tiendo

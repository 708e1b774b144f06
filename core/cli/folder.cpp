#include "cli/folder.h"

#include <cstdio>
#include <filesystem>

#include "base/text.h"
#include "cli/built_in.h"
#include "cli/zip_file.h"
#include "io/archive.h"
#include "io/descriptor.h"
#include "io/problems.h"

namespace tiendo {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().generic_string().front() == '.'; }

void add_folder(Package& package, const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_symlink(error)) {
      std::fprintf(stderr, "tiendo: a link, which is not followed: %s\n",
                   entry->path().c_str());
    } else if (entry->symlink_status(error).type() == fs::file_type::regular) {
      if (std::optional<std::string> bytes = read_file(entry->path().string()))
        package.files[composed_name(entry->path().lexically_relative(folder).generic_string())] =
            std::move(*bytes);
    }
  }
}

void lend_methodologies(Package& package) {
  for (const BuiltInFile& shipped : shipped_methodologies)
    package.files.emplace(std::string("methodologies/") + shipped.path, shipped.text);
}

// An object, whatever comes after its bracket.
bool may_be_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return trim(bytes).starts_with('{');
}

bool is_spreadsheet(const fs::path& path) {  // some are a .zip of other things
  const std::string extension = fold(path.extension().string());
  return extension == ".xlsx" || extension == ".xlsm" || extension == ".xls" || extension == ".ods";
}

std::string extension_of(const fs::path& path) {
  return path.has_extension() ? path.extension().string() : "?";
}

Problems not_opened(std::string_view reason, const std::string& what,
                    std::string_view detail = {}) {
  Problems problems;
  problems.add(problem::not_opened(reason, what, detail));
  return problems;
}

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return {};
  std::string bytes;
  char block[1 << 16];
  for (std::size_t count = 0; (count = std::fread(block, 1, sizeof block, file)) > 0;)
    bytes.append(block, count);
  const bool is_broken = std::ferror(file) != 0;
  std::fclose(file);
  return is_broken ? std::nullopt : std::optional(std::move(bytes));
}

bool write_file(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && is_written;
}

Result<Package> read_package(const std::string& path) {
  std::error_code error;
  fs::path folder = path;
  if (folder.filename() == io::descriptor_file) folder = fs::absolute(folder, error).parent_path();
  if (fs::is_directory(folder, error)) {
    Package package;  // of a folder that is none, nothing is read
    if (fs::exists(folder / io::descriptor_file, error)) {
      add_folder(package, folder);
      lend_methodologies(package);
    }
    return package;
  }
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return not_opened("absent", path);
  const std::string name = fs::path(path).filename().string();
  if (is_spreadsheet(path)) return not_opened("spreadsheet", name);
  if (is_zip(*bytes)) return read_zip(*bytes, name);
  if (!may_be_json(*bytes)) return not_opened("wrong-type", name, extension_of(path));
  return read_bundle(*bytes, name);
}

}  // namespace tiendo

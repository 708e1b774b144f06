#include "cli/zip_file.h"

#include <zip.h>

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

#include "cli/folder.h"
#include "io/archive.h"
#include "io/problems.h"

namespace tiendo {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Problem broken(const std::string& file) {
  return problem::error("source-error", {.file = file},
                        {"Tệp .zip bị hỏng, chưa đủ hoặc có mật khẩu.",
                         "The .zip file is damaged, cut short or has a password."},
                        {"Nén lại, không đặt mật khẩu.", "Pack it again, without a password."});
}

Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (!source) return {};
  Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
  if (!archive) zip_source_free(source);
  return archive;
}

std::optional<std::vector<ArchiveEntry>> list_entries(zip_t* archive) {
  std::vector<ArchiveEntry> entries;
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) != 0) return {};
    entries.push_back({.name = stat.name, .packed_bytes = stat.comp_size, .bytes = stat.size});
  }
  return entries;
}

std::optional<std::string> read_entry(zip_t* archive, std::size_t index, std::uint64_t size) {
  const std::unique_ptr<zip_file_t, Discard> file(zip_fopen_index(archive, index, 0));
  if (!file) return {};
  std::string bytes(size, '\0');
  const zip_int64_t read = zip_fread(file.get(), bytes.data(), size);
  char more = 0;  // the check sum is looked at where the end is met
  if (read != static_cast<zip_int64_t>(size) || zip_fread(file.get(), &more, 1) != 0) return {};
  return bytes;
}

}  // namespace

bool is_zip(std::string_view bytes) { return bytes.substr(0, 2) == "PK"; }

Result<Package> read_zip(std::string_view bytes, const std::string& file) {
  Problems problems;
  const Archive archive = open_archive(bytes);
  const auto entries = archive ? list_entries(archive.get()) : std::nullopt;
  if (!entries) {
    problems.add(broken(file));
    return problems;
  }
  const Result<std::vector<std::optional<std::string>>> paths = plan_archive(*entries, file);
  if (!paths) return paths.problems();
  Package package;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    if (!(*paths)[i]) continue;
    std::optional<std::string> content = read_entry(archive.get(), i, (*entries)[i].bytes);
    if (!content) {
      problems.add(broken(file));
      return problems;
    }
    package.files[*(*paths)[i]] = std::move(*content);
  }
  return {std::move(package), std::move(problems)};
}

bool write_zip(const std::string& path, const Package& package) {
  constexpr zip_uint16_t first_day_of_1980 = 0x21;
  int error = 0;
  Archive archive(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error));
  if (!archive) return false;
  for (const auto& [name, bytes] : package.files) {
    zip_source_t* source = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
    const zip_int64_t index =
        source ? zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
      if (source) zip_source_free(source);
      return false;
    }
    if (zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), 0,
                             first_day_of_1980, 0) != 0)
      return false;
  }
  if (zip_close(archive.get()) != 0) return false;
  archive.release();
  return true;
}

}  // namespace tiendo

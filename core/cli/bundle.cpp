#include "cli/bundle.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/built_in.h"
#include "cli/zip_file.h"
#include "io/descriptor.h"
#include "io/digest.h"
#include "io/problem_report.h"
#include "io/publication_reader.h"

namespace tiendo {
namespace {

using Json = nlohmann::ordered_json;  // the descriptor keeps the order in which it was written

std::string content_of(const Package& package, const Json& path) {
  std::string content;
  const auto add = [&](const Json& name) {
    if (!name.is_string()) return;
    const auto file = package.files.find(name.get_ref<const std::string&>());
    if (file != package.files.end()) content += file->second;
  };
  if (path.is_array()) {
    for (const Json& part : path) add(part);
  } else {
    add(path);
  }
  return content;
}

void add_text(const Json& json, std::set<std::string>& names, const char* before = "",
              const char* after = "") {
  if (json.is_string()) names.insert(before + json.get_ref<const std::string&>() + after);
  if (json.is_array())
    for (const Json& part : json) add_text(part, names, before, after);
}

// The descriptor and every file that it names.
std::set<std::string> named_files(const Package& package) {
  std::set<std::string> names = {io::descriptor_file};
  const Json descriptor =
      Json::parse(package.files.find(io::descriptor_file)->second, nullptr, false);
  for (const Json& resource : descriptor["resources"])
    for (const char* member : {"path", "schema", "dialect"})
      if (resource.contains(member)) add_text(resource[member], names);
  if (const auto site = descriptor.find("tien-do"); site != descriptor.end())
    if (const auto ids = site->find("methodologies"); ids != site->end())
      add_text(*ids, names, "methodologies/", ".json");
  return names;
}

bool is_shipped(std::string_view file, std::string_view bytes) {
  return std::any_of(shipped_methodologies.begin(), shipped_methodologies.end(),
                     [&](const BuiltInFile& shipped) {
                       return file == std::string("methodologies/") + shipped.path &&
                              bytes == shipped.text;
                     });
}

// Of a package that has been found valid: nothing that it does not name, and nothing of what the
// tool has lent it silently.
Package packed(const Package& package) {
  const std::set<std::string> names = named_files(package);
  Package kept;
  for (const auto& [file, bytes] : package.files) {
    const bool is_lent = is_shipped(file, bytes), is_kept = names.count(file) > 0;
    if (is_kept) kept.files.emplace(file, bytes);
    if (is_kept && is_lent)
      std::fprintf(stderr, "tiendo bundle: %s is the one that ships with this tool\n",
                   file.c_str());
    if (!is_kept && !is_lent)
      std::fprintf(stderr, "tiendo bundle: left out, datapackage.json does not name it: %s\n",
                   file.c_str());
  }
  return kept;
}

}  // namespace

Package seal(Package package) {
  const auto file = package.files.find(io::descriptor_file);
  if (file == package.files.end()) return package;
  Json descriptor = Json::parse(file->second, nullptr, false);
  if (!descriptor.is_object() || !descriptor.contains("resources")) return package;
  for (Json& resource : descriptor["resources"]) {
    if (!resource.is_object() || !resource.contains("path")) continue;
    const std::string content = content_of(package, resource["path"]);
    resource["bytes"] = content.size();
    resource["hash"] = "sha256:" + io::sha256(content);
  }
  file->second = descriptor.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  return package;
}

int bundle(const Package& package, const std::string& out, Language language) {
  const Package sealed = seal(package);
  const Problems problems = read_publication(sealed).problems();
  if (problems.errors + problems.warnings > 0)
    std::fputs(to_text(problems, language).c_str(), stderr);
  if (!problems.ok()) return 1;
  if (write_zip(out, packed(sealed))) return 0;
  std::fprintf(stderr, "tiendo bundle: cannot write %s\n", out.c_str());
  return 2;
}

}  // namespace tiendo

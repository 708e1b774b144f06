#include "cli/bundle.h"

#include <cstdio>
#include <nlohmann/json.hpp>

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
  if (write_zip(out, sealed)) return 0;
  std::fprintf(stderr, "tiendo bundle: cannot write %s\n", out.c_str());
  return 2;
}

}  // namespace tiendo

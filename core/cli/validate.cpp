#include <cstdio>

#include "cli/commands.h"
#include "io/descriptor.h"
#include "io/publication_reader.h"

namespace tiendo {

int validate(const Result<Package>& package, ReportFormat format, Language language) {
  const Problems problems =
      package ? read_publication(*package).problems() : package.problems();
  const bool is_json = format == ReportFormat::json;
  std::fputs((is_json ? to_json(problems) : to_text(problems, language)).c_str(), stdout);
  if (!package || package->files.count(io::descriptor_file) == 0) return 2;
  return problems.ok() ? 0 : 1;
}

}  // namespace tiendo

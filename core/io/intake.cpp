#include "io/intake.h"

#include <utility>

#include "base/check.h"
#include "io/descriptor.h"
#include "io/problems.h"

namespace tiendo {

void Intake::list(ArchiveEntry entry) { entries_.push_back(std::move(entry)); }

bool Intake::plan() {
  std::vector<ArchiveEntry> planned;  // without addresses, which are no paths
  std::vector<std::size_t> places;
  paths_.assign(entries_.size(), std::nullopt);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (inside_ == AddressesInside::allowed && io::is_address(entries_[i].name)) {
      paths_[i] = entries_[i].name;
    } else {
      planned.push_back(entries_[i]);
      places.push_back(i);
    }
  }
  const Result<std::vector<std::optional<std::string>>> paths = plan_archive(planned, name_);
  problems_.add_all(paths.problems());
  if (!paths) return false;
  for (std::size_t i = 0; i < places.size(); ++i) paths_[places[i]] = (*paths)[i];
  return true;
}

bool Intake::wants(std::size_t entry) const {
  return entry < paths_.size() && paths_[entry].has_value();
}

void Intake::take(std::size_t entry, std::string bytes) {
  check(wants(entry));
  package_.files[*paths_[entry]] = std::move(bytes);
}

void Intake::refuse(std::string_view reason, std::string_view detail) {
  problems_.add(problem::not_opened(reason, name_, detail));
}

Result<Package> Intake::finish() {
  if (!problems_.ok()) return std::exchange(problems_, {});
  return {std::exchange(package_, {}), std::exchange(problems_, {})};
}

}  // namespace tiendo

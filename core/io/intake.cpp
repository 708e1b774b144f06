#include "io/intake.h"

#include <utility>

#include "base/check.h"
#include "io/problems.h"

namespace tiendo {

void Intake::list(ArchiveEntry entry) { entries_.push_back(std::move(entry)); }

bool Intake::plan() {
  Result<std::vector<std::optional<std::string>>> paths =
      plan_archive(entries_, name_, inside_, limits_);
  problems_.add_all(paths.problems());
  if (!paths) return false;
  paths_ = std::move(*paths);
  for (std::size_t entry = 0; entry < paths_.size(); ++entry)
    if (paths_[entry])
      package_.begin(*paths_[entry], static_cast<std::size_t>(entries_[entry].bytes));
  return true;
}

bool Intake::wants(std::size_t entry) const {
  return entry < paths_.size() && paths_[entry].has_value();
}

void Intake::expect(std::size_t entry, std::uint64_t bytes) {
  check(wants(entry));
  if (bytes <= limits_.bytes) package_.begin(*paths_[entry], static_cast<std::size_t>(bytes));
}

void Intake::add(std::size_t entry, std::string_view bytes) {
  check(wants(entry));
  if (!problems_.ok()) return;
  bytes_ += bytes.size();
  if (bytes_ > limits_.bytes) {
    problems_.add(too_many_bytes(name_, limits_.bytes));
  } else {
    package_.add(*paths_[entry], bytes);
  }
}

void Intake::end(std::size_t entry) {
  check(wants(entry));
  package_.end(*paths_[entry]);
}

void Intake::lacks(std::size_t entry) {
  end(entry);
  const auto file = package_.files.find(*paths_[entry]);
  check(file != package_.files.end() && file->second.empty());
  package_.files.erase(file);
  package_.lacking.insert(*paths_[entry]);
}

void Intake::refuse(std::string_view reason, std::string_view detail) {
  problems_.add(problem::not_opened(reason, name_, detail));
}

}  // namespace tiendo

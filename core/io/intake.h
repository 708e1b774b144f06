// Intake: a package on its way in, entry by entry, out of whatever it lies in: a folder, an archive,
// single files, addresses, a bundle. Its listing comes first, and io/archive decides from it what is
// taken; then the bytes of every entry that is wanted, in pieces. The package can be read meanwhile.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/archive.h"
#include "io/package.h"

namespace tiendo {

class Intake {
 public:
  Intake(std::string name, AddressesInside inside, const ArchiveLimits& limits = {})
      : name_(std::move(name)), inside_(inside), limits_(limits) {}

  void list(ArchiveEntry entry);
  bool plan();  // after the whole listing; false: it is refused as it stands
  bool wants(std::size_t entry) const;
  // How many bytes it has, where that is known only now.
  void expect(std::size_t entry, std::uint64_t bytes);
  // The next piece of an entry. Sizes that were stated may be wrong: once all bytes together are
  // more than may come in, the package is refused.
  void add(std::size_t entry, std::string_view bytes);
  void end(std::size_t entry);    // all of it is there
  // It is not to be had, of which no byte has come; who reads the package reports it.
  void lacks(std::size_t entry);
  // What kept the package from arriving, by a reason of problem::not_opened().
  void refuse(std::string_view reason, std::string_view detail);

  const Problems& problems() const { return problems_; }
  Package& package() { return package_; }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  AddressesInside inside_;
  ArchiveLimits limits_;
  std::vector<ArchiveEntry> entries_;
  std::vector<std::optional<std::string>> paths_;
  std::uint64_t bytes_ = 0;  // that have arrived
  Package package_;
  Problems problems_;
};

}  // namespace tiendo

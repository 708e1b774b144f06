// Intake: a package on its way in, entry by entry, out of whatever it lies in: a folder, an archive,
// single files, an address, a bundle. Its listing comes first, and io/archive decides from it what is
// taken; then the bytes of every entry that is wanted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/archive.h"
#include "io/package.h"

namespace tiendo {

// Only what the reader opened by address may have parts at other addresses.
enum class AddressesInside : unsigned char { refused, allowed };

class Intake {
 public:
  Intake(std::string name, AddressesInside inside) : name_(std::move(name)), inside_(inside) {}

  void list(ArchiveEntry entry);
  bool plan();  // after the whole listing; false: it is refused as it stands
  bool wants(std::size_t entry) const;
  void take(std::size_t entry, std::string bytes);
  // What kept the package from arriving, by a reason of problem::not_opened().
  void refuse(std::string_view reason, std::string_view detail);

  Result<Package> finish();
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  AddressesInside inside_;
  std::vector<ArchiveEntry> entries_;
  std::vector<std::optional<std::string>> paths_;
  Package package_;
  Problems problems_;
};

}  // namespace tiendo

// What may be unpacked of an archive, decided from its listing alone, before a byte is inflated:
// `tiendo` unpacks with libzip, the browser with its own DecompressionStream, and both ask here.
// It knows no archive format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace tiendo {

struct ArchiveEntry {
  std::string name;  // of a folder it ends with '/'
  std::uint64_t packed_bytes = 0, bytes = 0;  // as stated; whoever inflates stops at `bytes`
};

struct ArchiveLimits {
  std::size_t entries = 2000;
  std::uint64_t bytes = 512u << 20;  // of all files unpacked
  std::uint64_t ratio = 200;         // unpacked to packed, where more than `small` comes out
  std::uint64_t small = 1u << 20;
};

// A file's name as descriptors write it, in NFC: some systems write it decomposed.
std::string composed_name(const std::string& name);

// Whether an entry may be named by an address: only what the reader opened by address has such.
enum class AddressesInside : unsigned char { refused, allowed };

// For every entry its path in the package; nothing: it is left out (folders, hidden names, what lies
// beside the folder that holds datapackage.json). A path that climbs or is absolute, a name that
// stands twice and a limit that is passed refuse the archive as a whole.
Result<std::vector<std::optional<std::string>>> plan_archive(
    const std::vector<ArchiveEntry>& entries, const std::string& file,
    AddressesInside addresses = AddressesInside::refused, const ArchiveLimits& limits = {});
// The files have more bytes together than `limit`.
Problem too_many_bytes(const std::string& file, std::uint64_t limit);

}  // namespace tiendo

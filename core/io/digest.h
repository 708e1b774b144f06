// Digests with which a publisher seals a file: SHA-256 (FIPS 180-4) and MD5 (RFC 1321), in lower-case
// hexadecimal. Our own few lines, tested against the published vectors, because the wasm build finds
// no packaged library. MD5 is what a Data Package's `hash` means without a name; it finds damage, not
// malice.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiendo::io {

// Of bytes that come in pieces.
class Digest {
 public:
  enum class Algorithm : unsigned char { md5, sha256 };
  explicit Digest(Algorithm algorithm);

  void add(std::string_view bytes);
  std::string hexadecimal() const;  // of all that was added

 private:
  static constexpr std::size_t block_bytes = 64;
  void add_block(const unsigned char* block);

  Algorithm algorithm_;
  std::array<std::uint32_t, 8> state_{};
  std::uint64_t length_ = 0;
  unsigned char open_[block_bytes] = {};  // the block that is not full yet
};

std::string sha256(std::string_view bytes);

}  // namespace tiendo::io

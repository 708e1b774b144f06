// Digests with which a publisher seals a file: SHA-256 (FIPS 180-4) and MD5 (RFC 1321), in lower-case
// hexadecimal. Our own few lines, tested against the published vectors, because the wasm build finds
// no packaged library. MD5 is what a Data Package's `hash` means without a name; it finds damage, not
// malice.
#pragma once

#include <string>
#include <string_view>

namespace tiendo::io {

std::string sha256(std::string_view bytes);
std::string md5(std::string_view bytes);

}  // namespace tiendo::io

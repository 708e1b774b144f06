// The border: the bytes of a file become text here, and only here. Inside, every text is UTF-8 in
// NFC without a byte order mark. UTF-16 is read where its byte order mark or the descriptor says so
// (a mark goes before the descriptor, as in the WHATWG's Encoding Standard); nothing else is: an
// eight-bit encoding cannot be told from another one by its bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace tiendo::io {

// A view into the bytes where they are in NFC already, a text of its own otherwise.
class SourceText {
 public:
  explicit SourceText(std::string_view bytes) : bytes_(bytes) {}
  explicit SourceText(std::string composed) : composed_(std::move(composed)), is_composed_(true) {}
  std::string_view view() const { return is_composed_ ? std::string_view(composed_) : bytes_; }

 private:
  std::string_view bytes_;
  std::string composed_;
  bool is_composed_ = false;
};

enum class Encoding : unsigned char { utf8, utf16_little, utf16_big };

// Nothing where the bytes are not of the encoding, which is reported with line and byte. `bytes`
// must outlive it.
std::optional<SourceText> read_source_text(std::string_view bytes, Encoding encoding,
                                           const std::string& file, Problems& problems);

}  // namespace tiendo::io

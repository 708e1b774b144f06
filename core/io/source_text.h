// The border: the bytes of a file become text here, and only here. Inside, every text is UTF-8 in
// NFC without a byte order mark. UTF-16 is read where its byte order mark or the descriptor says so
// (a mark goes before the descriptor, as in the WHATWG's Encoding Standard); nothing else is: an
// eight-bit encoding cannot be told from another one by its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace tiendo::io {

enum class Encoding : unsigned char { utf8, utf16_little, utf16_big };

// The text of a file as its bytes arrive: a view into them where they are in NFC already, a text of
// its own otherwise.
class SourceText {
 public:
  SourceText(Encoding encoding, std::string file) : encoding_(encoding), file_(std::move(file)) {}

  // Looks at up to `bytes_max` further bytes. `bytes` begins with what was given before, and may lie
  // elsewhere now. False: nothing more is to be looked at.
  bool read(std::string_view bytes, bool is_whole, std::size_t bytes_max, Problems& problems);
  // What has been looked at. It views into the bytes of the last read().
  std::string_view view() const {
    return form_ == Form::own ? std::string_view(composed_) : bytes_.substr(mark_bytes_, place_);
  }
  // The bytes are not of the encoding, which has been reported with line and byte.
  bool is_broken() const { return is_broken_; }

 private:
  enum class Form : unsigned char {
    view,     // into the bytes
    copying,  // still that, but a text of its own is on its way
    own       // in composed_
  };
  bool find_mark(bool is_whole);
  bool copy(std::size_t bytes_max);
  void read_utf16(std::string_view piece, Problems& problems);
  void read_utf8(std::string_view piece, Problems& problems);
  void report(std::string_view before, std::size_t byte, Problems& problems);
  void report_control(std::string_view before, std::size_t byte, char found, Problems& problems);

  Encoding encoding_;
  std::string file_;
  std::string_view bytes_;
  std::string composed_;
  std::size_t mark_bytes_ = 0, place_ = 0;  // of what follows the mark, so much has been looked at
  bool knows_mark_ = false, is_broken_ = false;
  Form form_ = Form::view;
};

}  // namespace tiendo::io

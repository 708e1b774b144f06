// Texts: many short texts in a few blocks of memory, which never move: a view of one lasts as long as
// its Texts. A text that was kept just before is kept once. A reference takes four bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tiendo {

class Texts {
 public:
  using Ref = std::uint32_t;
  static constexpr Ref empty = 0;

  Ref keep(std::string_view text);
  std::string_view at(Ref ref) const;

 private:
  static constexpr std::size_t block_bytes = 1 << 16;

  char* room_for(std::size_t bytes, Ref& ref);

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::vector<char*> places_;      // of every stretch of block_bytes; a long text has several
  std::size_t used_ = block_bytes;  // of the last stretch
  struct Recent { std::uint32_t hash = 0; Ref ref = empty; };
  std::vector<Recent> recent_;     // by a hash of the text
};

}  // namespace tiendo

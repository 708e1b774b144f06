// Pattern: the regular expressions of Table Schema's `pattern`, in time linear in the cell,
// whatever a publisher wrote. A cell must match as a whole.
//
// Known: literals, . [a-z] [^…] \d \D \s \S, escaped characters, ( ) (?: ) | * + ? {m,n}, ^ at the
// beginning and $ at the end. What is not known (look-around, back references, \b, \p, and \w,
// which would need to know all letters) makes no Pattern, and the reader warns that it was not
// checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tiendo::io {

class Pattern {
 public:
  static std::optional<Pattern> compile(std::string_view expression);
  bool matches(std::string_view text) const;  // `text` is valid UTF-8

  struct Range { char32_t from = 0, to = 0; };
  struct Step {  // of a non-deterministic automaton (K. Thompson, 1968)
    enum class Kind : unsigned char { set, split, jump, accept } kind = Kind::accept;
    bool negated = false;                  // set: everything but the ranges
    std::vector<Range> ranges;             // set
    std::uint32_t first = 0, second = 0;   // split: both; jump: the first
  };

 private:
  std::vector<Step> steps_;
};

}  // namespace tiendo::io

// Pattern: the regular expressions of Table Schema's `pattern`, in time linear in the cell,
// whatever a publisher wrote. A cell must match as a whole.
//
// Known: literals, . [a-z] [^…] \d \s \w \p{L} and their complements \D \S \W \P{L}, escaped
// characters, ( ) (?: ) | * + ? {m,n}, ^ at the beginning and $ at the end. A letter is one of any
// script; \w is a letter, a digit or _. What is not known (look-around, back references, \b, other
// \p) makes no Pattern, and the reader warns that it was not checked.
#pragma once

#include <array>
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
  // A set of steps that the automaton was in once, and where each ASCII character led from there: so
  // cells that are like earlier ones cost a look-up a character.
  struct State {
    std::vector<std::uint32_t> steps;
    bool accepts = false;
    std::array<std::uint8_t, 128> next{};  // in `states_`, plus 1; 0 where it is not known yet
  };
  std::uint8_t state_of(std::vector<std::uint32_t> steps) const;
  std::uint8_t follow(std::uint8_t from, char32_t code) const;

  std::vector<Step> steps_;
  mutable std::vector<State> states_;  // the first one is the start
};

}  // namespace tiendo::io

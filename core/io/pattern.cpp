#include "io/pattern.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/text.h"

namespace tiendo::io {
namespace {

using Step = Pattern::Step;
using Range = Pattern::Range;
using Steps = std::vector<Step>;  // jumps are relative to the step's own place until the end

constexpr std::size_t steps_max = 4000;
constexpr int depth_max = 40, repeats_max = 1000;
constexpr char32_t last_code_point = 0x10FFFF;

std::vector<Range> letters() {
  const std::vector<std::uint32_t> bounds = letter_bounds();
  std::vector<Range> ranges;
  for (std::size_t i = 0; i + 1 < bounds.size(); i += 2)
    ranges.push_back({bounds[i], bounds[i + 1] - 1});
  return ranges;
}

std::vector<Range> word_characters() {  // 0-9 A-Z _ a-z and the other letters: ascending
  std::vector<Range> ranges = letters();
  ranges.insert(ranges.begin() + 1, {'_', '_'});
  ranges.insert(ranges.begin(), {'0', '9'});
  return ranges;
}

std::optional<std::vector<Range>> class_of(char32_t letter) {
  switch (letter) {
    case 'w': return word_characters();
    case 'd': return std::vector<Range>{{'0', '9'}};
    case 's': return std::vector<Range>{{'\t', '\r'}, {' ', ' '}};
    default: return {};
  }
}

bool is_alphanumeric(char32_t code) {
  return (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') ||
         (code >= 'a' && code <= 'z');
}

bool contains(const std::vector<Range>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](Range range) { return range.from <= code && code <= range.to; });
}

std::vector<Range> complement(std::vector<Range> ranges) {  // of ascending ranges
  std::vector<Range> gaps;
  char32_t from = 0;
  for (const Range range : ranges) {
    if (range.from > from) gaps.push_back({from, range.from - 1});
    from = range.to + 1;
  }
  gaps.push_back({from, last_code_point});
  return gaps;
}

Step jump_by(std::size_t distance) {
  return {.kind = Step::Kind::jump, .first = static_cast<std::uint32_t>(distance)};
}

Step split_to(std::size_t first, std::size_t second) {
  return {.kind = Step::Kind::split,
          .first = static_cast<std::uint32_t>(first),
          .second = static_cast<std::uint32_t>(second)};
}

void append(Steps& steps, const Steps& more) {
  steps.insert(steps.end(), more.begin(), more.end());
}

// Recursive descent; a part that is not understood sets `failed_`, and nothing of it is used.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::optional<Steps> parse() {
    if (peek() == '^') take();
    Steps steps = alternatives(0);
    if (offset_ < text_.size() || failed_) return {};
    return steps;
  }

 private:
  bool at_end() const {
    return offset_ == text_.size() || text_.substr(offset_) == "$";
  }
  char peek() const { return offset_ < text_.size() ? text_[offset_] : '\0'; }
  char32_t take() { return next_code_point(text_, offset_); }
  bool take_if(std::string_view wanted) {
    if (text_.substr(offset_, wanted.size()) != wanted) return false;
    offset_ += wanted.size();
    return true;
  }
  Steps fail() {
    failed_ = true;
    return {};
  }

  Steps alternatives(int depth) {
    if (depth > depth_max) return fail();
    Steps steps = sequence(depth);
    while (!failed_ && take_if("|")) {
      const Steps other = sequence(depth);
      Steps both{split_to(1, steps.size() + 2)};
      append(both, steps);
      both.push_back(jump_by(other.size() + 1));
      append(both, other);
      steps = std::move(both);
    }
    if (depth == 0 && text_.substr(offset_) == "$") take();
    return steps;
  }

  Steps sequence(int depth) {
    Steps steps;
    while (!failed_ && !at_end() && peek() != '|' && peek() != ')') {
      append(steps, repeated(atom(depth)));
      if (steps.size() > steps_max) return fail();
    }
    return steps;
  }

  Steps atom(int depth) {
    if (take_if("(")) {
      if (!take_if("?:") && peek() == '?') return fail();
      Steps steps = alternatives(depth + 1);
      return take_if(")") ? steps : fail();
    }
    if (take_if("[")) return set();
    if (take_if("."))
      return {Step{.kind = Step::Kind::set, .negated = true, .ranges = {{'\n', '\n'}}}};
    const char c = peek();
    if (c == '*' || c == '+' || c == '?' || c == '{' || c == '^' || c == '$') return fail();
    std::vector<Range> ranges;
    if (!member(ranges)) return fail();
    return {Step{.kind = Step::Kind::set, .ranges = std::move(ranges)}};
  }

  // One character or one escaped class, added to `ranges`; false where it is not known.
  bool member(std::vector<Range>& ranges) {
    if (offset_ == text_.size()) return false;
    char32_t code = take();
    if (code == '\\') {
      if (offset_ == text_.size()) return false;
      code = take();
      const bool is_capital = code >= 'A' && code <= 'Z';
      const char32_t small = is_capital ? code + ('a' - 'A') : code;
      const bool is_letter = small == 'p' && take_if("{L}");
      if (const auto known = is_letter ? letters() : class_of(small)) {
        const std::vector<Range> added = is_capital ? complement(*known) : *known;
        ranges.insert(ranges.end(), added.begin(), added.end());
        return true;
      }
      if (code == 't' || code == 'n' || code == 'r') {
        code = code == 't' ? '\t' : code == 'n' ? '\n' : '\r';
      } else if (is_alphanumeric(code)) {
        return false;  // \b, \p{Lu}, \1 …
      }
    }
    ranges.push_back({code, code});
    return true;
  }

  Steps set() {
    Step step{.kind = Step::Kind::set, .negated = take_if("^")};
    do {
      const std::size_t before = step.ranges.size();
      if (!member(step.ranges)) return fail();
      const bool is_single = step.ranges.size() == before + 1;
      const bool is_range = peek() == '-' && text_.substr(offset_ + 1, 1) != "]";
      if (!is_range) continue;
      take();
      std::vector<Range> end;
      if (!is_single || !member(end) || end.size() != 1 || end[0].to < step.ranges.back().from)
        return fail();
      step.ranges.back().to = end[0].to;
    } while (offset_ < text_.size() && peek() != ']');
    return take_if("]") ? Steps{step} : fail();
  }

  int count() {
    int value = 0, digits = 0;
    for (; peek() >= '0' && peek() <= '9' && digits < 5; ++digits)
      value = value * 10 + static_cast<int>(take() - '0');
    return digits == 0 ? -1 : value;
  }

  Steps repeated(Steps steps) {
    for (;;) {
      int least = 0, most = -1;  // -1: without end
      if (take_if("*")) {
      } else if (take_if("+")) {
        least = 1;
      } else if (take_if("?")) {
        most = 1;
      } else if (take_if("{")) {
        least = count();
        most = least;
        if (take_if(",")) most = peek() == '}' ? -1 : count();
        const bool is_valid = least >= 0 && (most == -1 || least <= most) && least <= repeats_max;
        if (!is_valid || most > repeats_max || !take_if("}")) return fail();
      } else {
        return steps;
      }
      take_if("?");  // a lazy repeat matches the same cells
      steps = repeat(steps, least, most);
      if (failed_) return {};
    }
  }

  Steps repeat(const Steps& part, int least, int most) {
    const auto copies = static_cast<std::size_t>(std::max(least, most) + 1);
    if (copies * (part.size() + 2) > steps_max) return fail();
    Steps steps;
    for (int i = 0; i < least; ++i) append(steps, part);
    if (most == -1) {
      steps.push_back(split_to(1, part.size() + 2));
      append(steps, part);
      steps.push_back(jump_by(std::size_t{0} - part.size() - 1));
    }
    for (int i = least; i < most; ++i) {
      steps.push_back(split_to(1, part.size() + 1));
      append(steps, part);
    }
    return steps;
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  bool failed_ = false;
};

// Adds `start` to the steps that the automaton is in, without the splits and jumps that lead on.
void enter(const Steps& steps, std::uint32_t start, std::vector<bool>& seen,
           std::vector<std::uint32_t>& places) {
  std::vector<std::uint32_t> pending = {start};
  while (!pending.empty()) {
    const std::uint32_t place = pending.back();
    pending.pop_back();
    if (seen[place]) continue;
    seen[place] = true;
    const Step& step = steps[place];
    if (step.kind == Step::Kind::jump) {
      pending.push_back(step.first);
    } else if (step.kind == Step::Kind::split) {
      pending.push_back(step.first);
      pending.push_back(step.second);
    } else {
      places.push_back(place);
    }
  }
}

}  // namespace

std::optional<Pattern> Pattern::compile(std::string_view expression) {
  std::optional<Steps> steps = Parser(expression).parse();
  if (!steps) return {};
  steps->push_back({.kind = Step::Kind::accept});
  for (std::uint32_t place = 0; place < steps->size(); ++place) {
    (*steps)[place].first += place;
    (*steps)[place].second += place;
  }
  Pattern pattern;
  pattern.steps_ = std::move(*steps);
  return pattern;
}

bool Pattern::matches(std::string_view text) const {
  if (states_.empty()) {
    std::vector<bool> seen(steps_.size());
    std::vector<std::uint32_t> start;
    enter(steps_, 0, seen, start);
    state_of(std::move(start));
  }
  std::uint8_t now = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const State* const states = states_.data();
    for (; offset < text.size(); ++offset) {
      const auto byte = static_cast<unsigned char>(text[offset]);
      const std::uint8_t known = byte < 0x80 ? states[now].next[byte] : 0;
      if (known == 0) break;
      now = known - 1;
    }
    if (offset == text.size()) break;
    now = follow(now, next_code_point(text, offset));
    if (states_[now].steps.empty()) return false;
  }
  return states_[now].accepts;
}

std::uint8_t Pattern::follow(std::uint8_t from, char32_t code) const {
  std::vector<bool> seen(steps_.size());
  std::vector<std::uint32_t> reached;
  for (const std::uint32_t place : states_[from].steps) {
    const Step& step = steps_[place];
    if (step.kind == Step::Kind::set && contains(step.ranges, code) != step.negated)
      enter(steps_, place + 1, seen, reached);
  }
  std::sort(reached.begin(), reached.end());
  const std::size_t count = states_.size();
  const std::uint8_t to = state_of(std::move(reached));
  const bool has_forgotten = states_.size() < count;
  if (code < 0x80 && !has_forgotten) states_[from].next[code] = to + 1;
  return to;
}

// The state of these steps; a cell can lead to more of them than is worth while: then all but the
// start are forgotten.
std::uint8_t Pattern::state_of(std::vector<std::uint32_t> steps) const {
  constexpr std::size_t states_max = 64;
  for (std::size_t i = 0; i < states_.size(); ++i)
    if (states_[i].steps == steps) return static_cast<std::uint8_t>(i);
  if (states_.size() == states_max) {
    states_.resize(1);
    states_[0].next = {};
  }
  State state;
  state.accepts = std::any_of(steps.begin(), steps.end(), [this](std::uint32_t place) {
    return steps_[place].kind == Step::Kind::accept;
  });
  state.steps = std::move(steps);
  states_.push_back(std::move(state));
  return static_cast<std::uint8_t>(states_.size() - 1);
}

}  // namespace tiendo::io

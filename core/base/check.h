// check: a bug ends the program, in every build.
//
// It is for what can only be wrong in our own code. Bad input is a Result (result.h); a figure that
// nobody published is a std::optional. The shell turns the abort into its failure page.
#pragma once

namespace tiendo {

[[noreturn]] void fail(const char* condition, const char* file, int line);

}  // namespace tiendo

#define check(condition) \
  (static_cast<bool>(condition) ? void(0) : ::tiendo::fail(#condition, __FILE__, __LINE__))

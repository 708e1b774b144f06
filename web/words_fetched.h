// The words of the site as it fetches them: one file, the Vietnamese and the English of every Word,
// a line each, in the order of the enum. They are set once, before anything is shown, and are the
// constants behind word_pattern(); in the wasm they would be 30 KB of every first visit's program.
#pragma once

#include <string_view>

namespace tiendo {

void set_words(std::string_view text);  // of the build that made the program: else a bug

}  // namespace tiendo

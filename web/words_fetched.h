// The words of the site as it fetches them: one file a language, every Word a line, in the order of
// the enum. They are the constants behind word_pattern(); in the wasm they would be 30 KB of every
// first visit's program. The Vietnamese are set before anything is shown, because documents are
// searched for Vietnamese phrases too; the English before the first English page.
#pragma once

#include <string_view>

#include "base/language.h"

namespace tiendo {

void set_words(Language language, std::string_view text);  // of the same build: else a bug

}  // namespace tiendo

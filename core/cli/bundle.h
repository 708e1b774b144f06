// tiendo bundle: a package as one .zip, with the size and the SHA-256 of every file filled in.
#pragma once

#include <string>

#include "base/language.h"
#include "io/package.h"

namespace tiendo {

// The package with `bytes` and `hash` of every resource in its descriptor; one without a readable
// descriptor as it is.
Package seal(Package package);

// The sealed package is what is checked: sizes and hashes of before are nobody's errors. Packed are
// the descriptor and the files that it names; standard error says what was left out, and which
// methodologies are those of the tool.
// Exit code: 0 written, 1 the package has errors and nothing is written, 2 `out` cannot be written.
int bundle(const Package& package, const std::string& out, Language language);

}  // namespace tiendo

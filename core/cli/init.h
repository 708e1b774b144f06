// tiendo init: the example package (cli/built_in) as a folder to start from.
#pragma once

#include <string>

namespace tiendo {

// Exit code: 0 written, 2 the folder is not empty or cannot be written.
int init(const std::string& folder);

}  // namespace tiendo

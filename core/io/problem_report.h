// The report on a package: the same problems as text for a person and as JSON for a program.
#pragma once

#include <string>

#include "base/problem.h"

namespace tiendo {

// Every listed problem, errors first: a line of severity, name and place and then its words; last
// the counts. Control characters of what was found are shown as their codes: a terminal obeys them.
std::string to_text(const Problems& problems, Language language);

// {"valid", "errors", "warnings", "listed", "problems": [{"severity", "name", "file", "line",
// "column", "message": {"vi", "en"}, "mend": {"vi", "en"}}]}; line 0 is the whole file.
std::string to_json(const Problems& problems);

}  // namespace tiendo

// The words of every problem that a package can have, in both languages, under the Frictionless
// error names (https://framework.frictionlessdata.io/docs/errors/). Readers say where and what; the
// wording is here and nowhere else, except for the rules of a table's own rows.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace tiendo::problem {

Bilingual both(std::string text);             // the same in both languages
Bilingual quoted(std::string_view found);     // “found”, shortened where it is long
// Puts `parts` where the pattern says {0}, {1} …
Bilingual fill(const Bilingual& pattern, std::initializer_list<Bilingual> parts);

Problem error(std::string_view name, Place place, Bilingual message, Bilingual mend = {});
Problem warning(std::string_view name, Place place, Bilingual message, Bilingual mend = {});

// The way in: why `what` did not arrive. `reason`: "unreachable", "forbidden", "answer" (`detail` is
// the status), "timed-out", "wrong-type" (what the server calls it), "spreadsheet",
// "too-large", "damaged",
// "absent" (on this disk), "unknown" (no such dataset of the site), "forgotten" (not on this
// device any more).
Problem not_opened(std::string_view reason, const std::string& what, std::string_view detail);

// A file
// `member` names it; `alike`: a file of the package with other capitals, if there is one.
Problem file_missing(std::string file, const char* member = "path", std::string_view alike = {});
Problem file_empty(std::string file);
Problem not_in_encoding(Place place, std::size_t byte, const char* encoding);
Problem control_character(Place place, std::size_t byte, unsigned char found);
Problem control_in_text(Place place, unsigned char found);
Problem too_deep(std::string_view name, Place place, std::size_t depth_max);
Problem wrong_size(std::string file, std::size_t found, std::size_t expected);
Problem wrong_hash(std::string file, const std::string& found, const std::string& expected);
Problem not_json(std::string_view name, Place place, std::size_t byte);
Problem too_large(std::string_view name, Place place);  // a number of JSON
Problem unsafe_path(Place place, std::string_view path);
Problem unclosed_quote(Place place);
Problem text_after_quote(Place place, std::string_view found);
Problem other_delimiter(Place place, char found);
Problem title_above_header(Place place, int header_row);

// A header
Problem blank_header(Place place);
Problem header_behind_end(Place place, int row);
Problem no_column_names(Place place);  // neither a header nor a schema
Problem blank_label(Place place, std::size_t position);
Problem duplicate_label(Place place);
Problem missing_label(Place place);
Problem unknown_label(Place place);  // a warning: the schema does not describe the column

// A row
Problem blank_row(Place place);
Problem missing_cell(Place place, std::size_t found, std::size_t expected);
Problem extra_cell(Place place, std::size_t found, std::size_t expected);
Problem row_rule(Place place, Bilingual message, Bilingual mend = {});  // row-constraint

// A cell
Problem wrong_type(Place place, std::string_view found, Bilingual expected, Bilingual mend);
Problem required_cell(Place place);
Problem not_allowed(Place place, std::string_view found, std::string_view allowed);
Problem out_of_bounds(Place place, std::string_view found, Bilingual rule);

// Keys
Problem repeated_value(Place place, std::string_view found, int first_line);
Problem repeated_key(Place place, std::string_view found, int first_line);
Problem missing_key(Place place);
Problem unknown_reference(Place place, std::string_view found, std::string_view table);

}  // namespace tiendo::problem

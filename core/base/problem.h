// A Problem is one thing wrong with something that a person wrote: where it stands, what is wrong,
// what was expected and how to mend it, in both languages. Problems are collected, never thrown:
// a report lists all of them (Problems counts every one and keeps the first `listed_max`, of which
// warnings take only a part; the others are never put into words, so that a file with a million
// errors costs what one with 200 does).
//
// `name` is the Frictionless error name ("type-error", "blank-row", "foreign-key" …).
#pragma once

#include <string>
#include <vector>

#include "base/language.h"

namespace tiendo {

enum class Severity : unsigned char { error, warning };

struct Place {
  std::string file;    // path inside the package, "" for the package itself
  int line = 0;        // 1-based physical line; 0: the whole file
  std::string column;  // name of the column or JSON pointer; "" where it does not apply
};

std::string to_text(const Place& place);  // "units.csv:12 name"

struct Problem {
  Severity severity = Severity::error;
  std::string name;
  Place place;
  Bilingual message;  // what was found and what was expected
  Bilingual mend;     // how to mend it; may be empty
};

struct Problems {
  static constexpr std::size_t listed_max = 200, warnings_listed_max = listed_max / 4;

  std::vector<Problem> listed;
  std::size_t errors = 0, warnings = 0;

  void add(Problem problem);
  bool has_place(Severity severity) const {
    return listed.size() < listed_max &&
           (severity == Severity::error || warnings < warnings_listed_max);
  }
  // One that may come once a cell: `make` makes it, and is not asked once the list is full.
  template <class Make>
  void add_error(const Make& make) {
    has_place(Severity::error) ? add(make()) : void(++errors);
  }
  template <class Make>
  void add_warning(const Make& make) {
    has_place(Severity::warning) ? add(make()) : void(++warnings);
  }
  void add_all(const Problems& others);
  bool ok() const { return errors == 0; }
};

}  // namespace tiendo

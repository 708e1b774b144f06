// What a descriptor claims of a resource's files: that they are there, how many bytes they have, and
// their digest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "io/digest.h"
#include "io/package.h"
#include "io/work.h"

namespace tiendo::io {

struct ContentClaim {
  std::vector<std::string> paths;  // all files of the resource, one after the other
  bool is_of_table = false;        // whose reader reports a file that the package lacks
  std::optional<double> bytes;
  std::optional<Digest::Algorithm> algorithm;  // of the digest; nothing: none is claimed
  std::string digest;                          // lower-case hexadecimal
};

// Comes after the tables have been read: by then most bytes are there, and are looked at once more.
class ContentCheck : public Work {
 public:
  // All of these must outlive the check.
  ContentCheck(const Package& package, const ContentClaim& claim, Problems& problems);
  Step step(std::size_t rows_max) override;

 private:
  void compare();

  const Package& package_;
  const ContentClaim& claim_;
  Problems& problems_;
  std::optional<Digest> digest_;
  std::size_t file_ = 0, place_ = 0;  // which of the files, and how much of it was looked at
  std::size_t bytes_ = 0;             // of the files before
  bool is_lacking_ = false;           // one of them
};

}  // namespace tiendo::io

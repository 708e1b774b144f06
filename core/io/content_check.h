// What a descriptor claims of a resource's bytes: how many they are, and their digest.
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
  std::optional<double> bytes;
  std::optional<Digest::Algorithm> algorithm;  // of the digest; nothing: none is claimed
  std::string digest;                          // lower-case hexadecimal
};

// Looks at the bytes as they arrive. A file that the package lacks is reported where it is read.
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
};

}  // namespace tiendo::io

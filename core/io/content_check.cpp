#include "io/content_check.h"

#include <algorithm>

#include "io/problems.h"

namespace tiendo::io {

ContentCheck::ContentCheck(const Package& package, const ContentClaim& claim, Problems& problems)
    : package_(package), claim_(claim), problems_(problems) {
  if (claim.algorithm) digest_.emplace(*claim.algorithm);
}

Step ContentCheck::step(std::size_t rows_max) {
  if (file_ == claim_.paths.size()) {
    compare();
    return Step::done;
  }
  const std::string& path = claim_.paths[file_];
  const auto file = package_.files.find(path);
  if (file == package_.files.end()) {
    if (!claim_.is_of_table) problems_.add(problem::file_missing(path));
    is_lacking_ = true;
    ++file_;
    return Step::more;
  }
  const std::string_view rest = std::string_view(file->second).substr(place_);
  const std::size_t taken = std::min(rest.size(), rows_max * bytes_per_row);
  if (digest_) digest_->add(rest.substr(0, taken));
  place_ += taken;
  if (taken < rest.size()) return Step::more;
  if (package_.is_arriving(path)) return Step::waits;
  bytes_ += place_;
  place_ = 0;
  ++file_;
  return Step::more;
}

void ContentCheck::compare() {
  if (is_lacking_) return;
  const std::string& file = claim_.paths.front();
  if (claim_.bytes && *claim_.bytes != static_cast<double>(bytes_))
    problems_.add(problem::wrong_size(
        file, bytes_, static_cast<std::size_t>(std::max(0.0, *claim_.bytes))));
  if (!digest_) return;
  const std::string found = digest_->hexadecimal();
  if (found != claim_.digest) problems_.add(problem::wrong_hash(file, found, claim_.digest));
}

}  // namespace tiendo::io

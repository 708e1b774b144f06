// Work that is done a slice at a time, so that a page can answer in between.
#pragma once

#include <cstddef>

namespace tiendo::io {

enum class Step : unsigned char {
  more,   // there is more to do
  waits,  // for bytes that have not arrived
  done
};

class Work {
 public:
  virtual ~Work() = default;
  // A slice: about so many rows, or as many bytes as they may have.
  virtual Step step(std::size_t rows_max) = 0;
};

inline constexpr std::size_t bytes_per_row = 128;  // a row of a large table, roughly

}  // namespace tiendo::io

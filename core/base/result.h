// Result<T>: either a valid T or all the problems of the input. Warnings travel with both.
// Only io/ and `make` functions return one; scoring and drawing are total and need none.
#pragma once

#include <optional>
#include <utility>

#include "base/check.h"
#include "base/problem.h"

namespace tiendo {

template <class T>
class Result {
 public:
  Result(T value, Problems warnings = {})
      : value_(std::move(value)), problems_(std::move(warnings)) {}
  Result(Problems problems) : problems_(std::move(problems)) { check(!problems_.ok()); }

  explicit operator bool() const { return value_.has_value(); }
  const T& operator*() const { check(value_.has_value()); return *value_; }
  T& operator*() { check(value_.has_value()); return *value_; }
  const T* operator->() const { return &**this; }
  const Problems& problems() const { return problems_; }

 private:
  std::optional<T> value_;
  Problems problems_;
};

}  // namespace tiendo

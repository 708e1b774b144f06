// Observations: the rows of the one table that may have millions of them, held as columns. A row is
// put together when it is asked for, and a column that no row fills takes no memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "model/indicator.h"
#include "model/texts.h"

namespace tiendo {

class Observations {
 public:
  Observations() = default;
  explicit Observations(const std::vector<Observation>& rows);

  void reserve(std::size_t rows);
  void add(const Observation& row);  // its texts are copied
  std::size_t size() const { return indicators_.size(); }
  // Texts are views that last as long as this, or what it is moved to.
  Observation operator[](std::size_t row) const;

  // What an index asks for.
  IndicatorId indicator(std::size_t row) const { return {indicators_[row]}; }
  UnitId unit(std::size_t row) const;
  SourceId source(std::size_t row) const;
  Date last_day(std::size_t row) const;
  std::optional<Period> published(std::size_t row) const;
  std::optional<double> value(std::size_t row) const;

  class Iterator {
   public:
    Iterator(const Observations& rows, std::size_t row) : rows_(&rows), row_(row) {}
    Observation operator*() const { return (*rows_)[row_]; }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Observations* rows_;
    std::size_t row_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

 private:
  void set(std::vector<double>& column, const std::optional<double>& value);
  void set(std::vector<std::uint32_t>& column, std::uint32_t value);
  template <class Value>
  void append(std::vector<Value>& column, Value value, Value none);

  std::size_t expected_ = 0;  // rows
  std::vector<std::uint32_t> indicators_, units_, sources_;
  std::vector<std::uint32_t> periods_, published_;  // packed; 0: none
  std::vector<double> values_, values_max_, numerators_, denominators_;  // NaN: none
  std::vector<std::uint32_t> ranks_;                                     // plus 1; 0: none
  std::vector<std::uint16_t> forms_;  // decimals as printed and qualifier
  std::vector<std::uint32_t> categories_vi_, categories_en_, words_, paragraphs_;  // in texts_
  std::vector<std::uint32_t> notes_vi_, notes_en_;
  std::shared_ptr<Texts> texts_ = std::make_shared<Texts>();  // copies have the same ones
};

}  // namespace tiendo

#include "model/observations.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace tiendo {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr int decimals_max = 0xFFF, qualifier_bits = 4;

// A period by its last day and its precision (2 bits, never 0), after year, month (4), day (5).
std::uint32_t packed(const Period& period) {
  const Date& last = period.last;
  const auto bits = [](auto part, int shift) { return static_cast<std::uint32_t>(part) << shift; };
  return bits(last.year, 11) | bits(last.month, 7) | bits(last.day, 2) |
         (bits(period.precision, 0) + 1);
}

Period unpacked(std::uint32_t bits) {
  const Date last{static_cast<int>(bits >> 11), static_cast<int>(bits >> 7 & 15),
                  static_cast<int>(bits >> 2 & 31)};
  Period period{last, last, static_cast<Precision>((bits & 3) - 1)};
  if (period.precision != Precision::day) period.first.day = 1;
  if (period.precision == Precision::year) period.first.month = 1;
  return period;
}

template <class Value>
Value at(const std::vector<Value>& column, std::size_t row, Value none) {
  return row < column.size() ? column[row] : none;
}

std::optional<double> value_at(const std::vector<double>& column, std::size_t row) {
  const double value = at(column, row, no_value);
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

}  // namespace

Observations::Observations(const std::vector<Observation>& rows) {
  reserve(rows.size());
  for (const Observation& row : rows) add(row);
}

void Observations::reserve(std::size_t rows) { expected_ = rows; }

// Columns reach to the last row that has something in them.
template <class Value>
[[gnu::always_inline]] inline void Observations::append(std::vector<Value>& column, Value value,
                                                        Value none) {
  const std::size_t before = indicators_.size() - 1;
  if (column.size() < before) column.resize(before, none);
  column.push_back(value);
}

void Observations::set(std::vector<double>& column, const std::optional<double>& value) {
  if (!value) return;
  if (column.empty()) column.reserve(expected_);
  append(column, *value, no_value);
}

void Observations::set(std::vector<std::uint32_t>& column, std::uint32_t value) {
  if (value == 0) return;
  if (column.empty()) column.reserve(expected_);
  append(column, value, 0u);
}

void Observations::add(const Observation& row) {
  if (indicators_.empty()) {
    indicators_.reserve(expected_);
    forms_.reserve(expected_);
  }
  indicators_.push_back(row.indicator.index);
  check(unpacked(packed(row.period)) == row.period);
  set(units_, row.unit.index);
  set(sources_, row.evidence.source.index);
  set(periods_, packed(row.period));
  set(published_, row.published ? packed(*row.published) : 0);
  set(values_, row.value);
  set(values_max_, row.value_max);
  set(numerators_, row.numerator);
  set(denominators_, row.denominator);
  set(ranks_, row.rank ? static_cast<std::uint32_t>(*row.rank) + 1 : 0);
  forms_.push_back(static_cast<std::uint16_t>(
      std::min(row.printed_decimals, decimals_max) << qualifier_bits |
      static_cast<int>(row.qualifier)));
  set(categories_vi_, texts_->keep(row.category.vi));
  set(categories_en_, texts_->keep(row.category.en));
  set(words_, texts_->keep(row.evidence.words));
  set(paragraphs_, texts_->keep(row.evidence.paragraph));
  set(notes_vi_, texts_->keep(row.note.vi));
  set(notes_en_, texts_->keep(row.note.en));
}

UnitId Observations::unit(std::size_t row) const { return {at(units_, row, 0u)}; }

SourceId Observations::source(std::size_t row) const { return {at(sources_, row, 0u)}; }

Date Observations::last_day(std::size_t row) const { return unpacked(periods_[row]).last; }

std::optional<Period> Observations::published(std::size_t row) const {
  const std::uint32_t published = at(published_, row, 0u);
  return published == 0 ? std::nullopt : std::optional(unpacked(published));
}

std::optional<double> Observations::value(std::size_t row) const { return value_at(values_, row); }

Observation Observations::operator[](std::size_t row) const {
  const auto text = [&](const std::vector<std::uint32_t>& column) {
    return texts_->at(at(column, row, Texts::empty));
  };
  Observation made;
  made.indicator = {indicators_[row]};
  made.unit = unit(row);
  made.period = unpacked(periods_[row]);
  made.value = value(row);
  made.value_max = value_at(values_max_, row);
  made.printed_decimals = forms_[row] >> qualifier_bits;
  made.qualifier = static_cast<Qualifier>(forms_[row] & ((1 << qualifier_bits) - 1));
  made.numerator = value_at(numerators_, row);
  made.denominator = value_at(denominators_, row);
  if (const std::uint32_t rank = at(ranks_, row, 0u)) made.rank = static_cast<int>(rank - 1);
  made.category = {.vi = text(categories_vi_), .en = text(categories_en_)};
  made.published = published(row);
  made.evidence = {.source = source(row), .words = text(words_),
                   .paragraph = text(paragraphs_)};
  made.note = {.vi = text(notes_vi_), .en = text(notes_en_)};
  return made;
}

}  // namespace tiendo

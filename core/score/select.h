// Which published figure stands for (indicator, unit) at the end of a month (scoring.md §1).
#pragma once

#include <optional>
#include <vector>

#include "model/dataset.h"

namespace tiendo {

// What the reader looks at: the end of `month`, with what was published up to `as_of`.
struct Moment {
  Month month;
  std::optional<Date> as_of;  // empty: everything in the dataset is known

  Date end() const { return last_day(month); }
  friend bool operator==(const Moment&, const Moment&) = default;
};

// The observation with a value, the greatest period ≤ the end of the month, published by `as_of`,
// no older than the indicator's max_age_months. Among equal periods the last published one. A
// period counts by its last day, so a figure "of 2025" stands from December 2025 on. A bounded or
// rounded figure ("hơn 80") stands by its printed value; the qualifier stays with the observation.
std::optional<ObservationId> select(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                    const Moment& moment);

// The figures of a unit with a value that are known at the moment, of any age, oldest first; of equal
// periods the last published one.
std::vector<ObservationId> series_of(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                     const Moment& moment);

// Whether what was published then, or nobody knows when, is known by the moment's `as_of`.
bool published_by(const std::optional<Period>& published, const Moment& moment);
// Whether it was published by `as_of`: by its own date, else by its document's; a figure whose
// document has no date either counts as known.
bool known_at(const Dataset& dataset, const Observation& observation, const Moment& moment);

// A promise must besides have been made by the end of the month.
bool known_at(const Dataset& dataset, const Target& target, const Moment& moment);

// When a promise was made: its own date, else its document's.
std::optional<Period> made_on(const Dataset& dataset, const Target& target);

}  // namespace tiendo

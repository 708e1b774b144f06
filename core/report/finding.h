// What the figures of one indicator come to, in one sentence: chosen among patterns by what the
// data say, never written by hand. The heading of its page, and of the overview where it is the
// strongest.
#pragma once

#include "report/measures.h"

namespace tiendo {

// "80 %": what was promised, without its date.
std::string promised_value(const Dataset& dataset, const Promise& promise, Language language);
// How far the date moved, "12 tháng"; nothing where it did not move later.
std::optional<std::string> delay_of(const Promise& promise, Language language);
// "Đã lùi hạn 12 tháng", with the name of the measure that slipped where it is another.
std::optional<std::string> slip_words(const Scope& scope, const Promise& promise);
// The last figure of the promise's measure for its unit, of any age.
std::optional<ObservationId> last_measured(const Dataset& dataset, const Promise& promise,
                                           const Moment& moment);
// Short of the promise when it fell due, or without a figure since.
bool is_broken(const Promise& promise);
// Nothing was published since the promise fell due, or for long.
bool is_silent(const Dataset& dataset, const Promise& promise, const Moment& moment);

// The promise in the sentence; `name` is what it is called there.
std::string promise_finding(const Scope& scope, const Promise& promise, const std::string& name);
// The indicator in the sentence, with its promise if it has one.
std::string indicator_finding(const Scope& scope, IndicatorId indicator);
// Of all promises, in the route's programme: "23 lời hứa đã đến hạn: 2 đạt, 3 không đạt, 18 không rõ"
std::string due_finding(const Scope& scope);  // indicators_by_due.cpp
// The unit's own figures of the indicator.
std::string unit_finding(const Scope& scope, IndicatorId indicator, UnitId unit);

// The status in words that fit what is known: a figure that is there is never "not measured".
Status promise_status(const Scope& scope, const Promise& promise);
// "thiếu 40,02 điểm phần trăm", "vượt 2 ngày": nothing where the promise is kept or not compared.
std::optional<std::string> gap_words(const Scope& scope, const Promise& promise);

}  // namespace tiendo

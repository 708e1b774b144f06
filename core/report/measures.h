// Which figures and promises a page speaks of: the choice without the words. Shared by the overview
// and the indicators view. "Family": an indicator and the other measures of the same promise (its
// parent, its children), which are compared with the same target but never joined with one another.
#pragma once

#include <optional>
#include <vector>

#include "report/phrases.h"
#include "report/publication.h"
#include "score/target_status.h"

namespace tiendo {

// What every part of a page is made from.
struct Scope {
  Scope(const Publication& shown, const Route& here)
      : publication(shown), dataset(shown.dataset), route(here),
        moment(moment_shown(shown, here)), language(here.language) {}

  const Publication& publication;
  const Dataset& dataset;
  const Route& route;
  Moment moment;
  Language language;

  std::string say(Word word, std::initializer_list<std::string_view> values = {}) const {
    return tiendo::say(language, word, values);
  }
  std::string count(long number, Word one, Word many,
                    std::initializer_list<std::string_view> values = {}) const {
    return say_count(language, number, one, many, values);
  }
  std::string date(Date date) const { return format_date(date, language); }
  std::string period(const Period& period) const { return format_period(period, language); }
};

// The unit that stands for the whole country, if the dataset has one.
std::optional<UnitId> nation_of(const Dataset& dataset);
// Short name, else name.
const std::string& card_name(const Indicator& indicator, Language language);

// Known at the moment and not of a later time.
bool shown_at(const Dataset& dataset, const Observation& observation, const Moment& moment);
// All such figures of the unit, oldest first: of any age, also those that are only a rank or class.
std::vector<ObservationId> figures_of(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                      const Moment& moment);
std::optional<ObservationId> last_figure(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                         const Moment& moment);
// The last figure with a value before this one, of the same unit.
std::optional<ObservationId> value_before(const Dataset& dataset, ObservationId figure,
                                          const Moment& moment);

std::vector<IndicatorId> children_of(const Dataset& dataset, IndicatorId indicator);
// The indicator itself first, then its children; for a child its parent.
std::vector<IndicatorId> family_of(const Dataset& dataset, IndicatorId indicator);

// What an indicator has: the figure that stands for it and how much there is of it.
struct Reading {
  std::optional<ObservationId> figure;  // the nation's last, else the only unit's
  std::vector<UnitId> units;            // with figures, in table order
  int figures = 0;
};
Reading reading_of(const Dataset& dataset, IndicatorId indicator, const Moment& moment);

// The newest period of the indicator, and between which figures its units lie in it.
struct Newest {
  Period period;
  long units = 0;   // that have a figure, a rank or a class in it
  long valued = 0;  // of them, those with a value
  std::optional<ObservationId> lowest, highest;
};
// Nothing where no unit has a figure.
std::optional<Newest> newest_of(const Dataset& dataset, IndicatorId indicator,
                                const Moment& moment);

// A component of an index is no measure of the index's promise: only of the same quantity.
bool same_quantity(const Dataset& dataset, IndicatorId a, IndicatorId b);

// The promise that a unit's figures are held against: its own or that of the parent measure, the
// one that speaks of the moment sooner.
struct PromiseSlip { IndicatorId of; Date from, to; };
struct Promise {
  TargetId target;       // the last made
  IndicatorId measure;   // what is held against it
  TargetStanding standing;
  PromiseChain chain;    // all that promised the same, of the measure or its next of kin
  // Where one measure was promised for later: the target's own, else that of a next of kin. What
  // was promised of two measures on two dates is no slip.
  std::optional<PromiseSlip> slip;
};
std::optional<Promise> promise_on(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                                  const Moment& moment);
// The promise of the first unit that has one: the nation's, else in table order.
std::optional<Promise> main_promise(const Dataset& dataset, IndicatorId indicator,
                                    const Moment& moment);
// The same; where the indicator itself has no figure, the child measure with the newest one.
std::optional<Promise> promise_in_family(const Dataset& dataset, IndicatorId indicator,
                                         const Moment& moment);

// Every promise once, however often it was stated and whichever measure it was stated of: by unit,
// in table order. What is held against it is its own indicator or, where that has no figure, the
// next of kin with the newest one.
std::vector<Promise> promises_once(const Dataset& dataset, const Moment& moment);

// What has become of a promise. `unknown` is a result: the day has come, and no figure of that day
// or later says how it went. A promise without a day is `undated` until a figure meets it.
enum class Outcome : unsigned char { met, missed, unknown, open, undated };
inline constexpr std::size_t outcome_count = 5;
Outcome outcome_of(const Dataset& dataset, const Promise& promise, const Moment& moment);

// From when nothing more was published, if the last figure lies far enough back to say so.
std::optional<Date> silent_since(const Dataset& dataset, ObservationId last, const Moment& moment);

}  // namespace tiendo

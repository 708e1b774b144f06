#include "chart/scale.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/format.h"
#include "chart/marks.h"
#include "chart/text_width.h"

namespace tiendo {
namespace {

// steps * unit where unit is a power of ten, or steps / unit where it is below one: division by a
// whole number keeps 0,1 + 0,2 at 0,3.
struct Step {
  double digit = 1;  // 1, 2 or 5
  double power = 1;  // of ten, at least 1
  bool divides = false;
  int decimals = 0;

  double length() const { return divides ? digit / power : digit * power; }
  double times(double count) const {
    return divides ? count * digit / power : count * digit * power;
  }
};

Step nice_step(double rough) {
  Step step;
  while (rough >= step.power * 10) step.power *= 10;
  double scaled = rough / step.power;
  if (rough < 1) {
    step.divides = true;
    while (rough * step.power < 1 && step.decimals < 12) step.power *= 10, ++step.decimals;
    scaled = rough * step.power;
  }
  // thresholds of d3: the geometric means of 1, 2, 5 and 10
  step.digit = scaled >= 7.0710678 ? 10 : scaled >= 3.1622777 ? 5 : scaled >= 1.4142136 ? 2 : 1;
  if (step.digit == 10 && step.divides && step.decimals > 0) {
    step.digit = 1;
    step.power /= 10;
    --step.decimals;
  }
  return step;
}

constexpr float tick_gap_px = 20;
constexpr int month_steps[] = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24'000};

std::string tick_label(Month month, int step_months, Language language) {
  return step_months % 12 == 0 ? std::to_string(month.year) : format_month(month, language);
}

// The first month whose number since the year 0 is a multiple of the step and that begins on the
// axis.
Month first_tick(Date from, int step_months) {
  const Month start = from.day == 1 ? month_of(from) : add_months(month_of(from), 1);
  const int number = start.year * 12 + start.month - 1;
  const int over = ((number % step_months) + step_months) % step_months;
  return over == 0 ? start : add_months(start, step_months - over);
}

// Of what is on the axis of so many months.
Date middle_of(Month first, int months, Date axis_end) {
  const Date end = std::min(first_day(add_months(first, months)), axis_end);
  return date_of_day_number((day_number(first_day(first)) + day_number(end)) / 2);
}

std::vector<TimeTick> ticks_every(const TimeScale& scale, int step_months, Language language) {
  std::vector<TimeTick> ticks;
  Month month = first_tick(scale.from, step_months);
  while (first_day(month) <= scale.to && ticks.size() < 200) {
    ticks.push_back({first_day(month), middle_of(month, step_months % 12 == 0 ? 12 : 1, scale.to),
                     tick_label(month, step_months, language)});
    month = add_months(month, step_months);
  }
  return ticks;
}

bool have_room(const TimeScale& scale, const std::vector<TimeTick>& ticks, float size) {
  for (std::size_t i = 1; i < ticks.size(); ++i) {
    const float needed =
        (text_width(ticks[i - 1].label, size) + text_width(ticks[i].label, size)) / 2 + tick_gap_px;
    if (scale(ticks[i].at) - scale(ticks[i - 1].at) < needed) return false;
  }
  return true;
}

std::vector<TimeTick> end_ticks(const TimeScale& scale, float size, Language language) {
  std::vector<TimeTick> ticks = {{scale.from, scale.from, format_date(scale.from, language)},
                                 {scale.to, scale.to, format_date(scale.to, language)}};
  if (!have_room(scale, ticks, size)) ticks.pop_back();
  return ticks;
}

}  // namespace

AxisExtent::AxisExtent(double low, double high)
    : interval_{drawable(low) ? low : 0, drawable(high) ? high : 0} {
  if (interval_.to < interval_.from) std::swap(interval_.from, interval_.to);
}

void AxisExtent::include(double value) {
  if (!drawable(value)) return;
  interval_.from = std::min(interval_.from, value);
  interval_.to = std::max(interval_.to, value);
}

float LinearScale::operator()(double value) const {
  const double length = domain.to - domain.from;
  const double part = length != 0 ? (value - domain.from) / length : 0.5;
  return static_cast<float>(std::lerp(range.from, range.to, part));
}

float TimeScale::operator()(Date date) const {
  const LinearScale days = {
      {static_cast<double>(day_number(from)), static_cast<double>(day_number(to))}, range};
  return days(static_cast<double>(day_number(date)));
}

float TimeScale::inside(Date date) const {
  return (*this)(date < from ? from : to < date ? to : date);
}

ValueTicks nice_ticks(double low, double high, int count) {
  if (!drawable(low)) low = 0;
  if (!drawable(high)) high = low;
  if (high < low) std::swap(low, high);
  if (high - low < 1e-9) high = low + 1;
  const Step step = nice_step((high - low) / std::max(count, 1));
  ValueTicks ticks;
  ticks.decimals = step.decimals;
  const double first = std::floor(low / step.length() + 1e-9);
  const double last = std::ceil(high / step.length() - 1e-9);
  for (double i = first; i <= last && ticks.values.size() < 100; ++i)
    ticks.values.push_back(step.times(i));
  return ticks;
}

std::vector<TimeTick> time_ticks(const TimeScale& scale, float size, Language language) {
  if (!(scale.from < scale.to)) return {};
  for (const int step_months : month_steps) {
    std::vector<TimeTick> ticks = ticks_every(scale, step_months, language);
    if (ticks.empty()) break;
    if (ticks.size() < 200 && have_room(scale, ticks, size)) return ticks;
  }
  return end_ticks(scale, size, language);
}

}  // namespace tiendo

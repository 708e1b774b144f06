// Numbers and dates as readers write them.
//   vi: 39,51 %   15.000   20/11/2025   tháng 10/2025
//   en: 39.51%    15,000   20 Nov 2025  Oct 2025
// The space before the Vietnamese % is a no-break space (U+00A0); the minus is U+2212.
#pragma once

#include <string>

#include "base/calendar.h"
#include "base/language.h"

namespace tiendo {

enum class Sign : unsigned char { negative_only, always };

// Rounds half away from zero to `decimals` digits of the shortest decimal that means `value` (1.005
// becomes 1.01); never shows "-0" or "+0". `value` is finite.
std::string format_number(double value, int decimals, Language language,
                          Sign sign = Sign::negative_only);
std::string format_percent(double value, int decimals, Language language,
                           Sign sign = Sign::negative_only);
std::string format_date(Date date, Language language);
std::string format_month(Month month, Language language);  // "10/2025", "Oct 2025"
// "tháng 10/2025", "October 2025"
std::string format_month_in_words(Month month, Language language);
std::string format_period(const Period& period, Language language);

}  // namespace tiendo

// Rounding to printed decimals: half away from zero, as the page prints numbers.
#pragma once

namespace tiendo {

double round_to(double value, int decimals);  // decimals ≥ 0

}  // namespace tiendo

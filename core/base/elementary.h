// Logarithm, exponential and power that give the same bits everywhere. The C library's differ in
// the last bit between glibc, musl and others; these use only + − × ÷ of IEEE 754 doubles, in one
// order, and are compiled without contraction. Error: below one unit in the last place (measured
// against exact values in tests/core/base_elementary_test.cpp). Square roots need no own: sqrt is
// exact by the standard.
#pragma once

namespace tiendo {

double natural_log(double x);             // x > 0; 0: −∞; below: NaN
double exponential(double x);
double power(double base, double exponent);  // base ≥ 0

}  // namespace tiendo

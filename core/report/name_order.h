// The order of a Vietnamese list of names: a ă â … d đ … o ô ơ … u ư, tones only where all else is
// equal, so that Cao Bằng comes before Cần Thơ and Đắk Lắk after Đà Nẵng.
#pragma once

#include <string_view>

namespace tiendo {

bool name_before(std::string_view a, std::string_view b);  // valid UTF-8 in NFC

}  // namespace tiendo

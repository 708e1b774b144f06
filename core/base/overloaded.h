// overloaded: one visitor out of several lambdas, so that std::visit names every case of a variant.
#pragma once

namespace tiendo {

template <class... Cases>
struct overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
overloaded(Cases...) -> overloaded<Cases...>;

}  // namespace tiendo

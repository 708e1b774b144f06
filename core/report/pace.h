// Where the pace of the published figures leads (score/projection), in words and as a line. It
// promises nothing, and says so.
#pragma once

#include <optional>
#include <string>

#include "report/finding.h"
#include "score/projection.h"

namespace tiendo {

struct Pace {
  const Scope& scope;
  const Promise& promise;
  Projection projection;

  const Target& target() const { return scope.dataset[promise.target]; }
  const Indicator& indicator() const { return scope.dataset[target().indicator]; }
  // "+0,83 điểm phần trăm", of a month
  std::string signed_words(double per_month) const;
};

// Nothing where the promise is kept or has fewer than two figures, past its date fewer than four.
// The pace refers to both.
std::optional<Pace> pace_of(const Scope& scope, const Promise& promise);
// On from the last figure, as long as the day of the promise is ahead.
std::optional<LineProjection> line_ahead(const Pace& pace);
// "Giữ đà +0,83 điểm phần trăm mỗi tháng thì đến 31/12/2026 được 58,3 %; để kịp phải …", likewise.
std::optional<std::string> words_ahead(const Pace& pace);

}  // namespace tiendo

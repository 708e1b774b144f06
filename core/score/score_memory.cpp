#include "score/score_memory.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "score/news.h"
#include "score/rank_certainty.h"

namespace tiendo {
namespace {

constexpr std::size_t kept_max = 8;  // of each

struct Asked {
  const Methodology* methodology = nullptr;
  std::optional<UnitKind> kind;
  std::optional<Month> month;  // of a history: none
  std::optional<Date> as_of;

  friend bool operator==(const Asked&, const Asked&) = default;
};

template <class Kept>
struct Entry {
  Asked asked;
  std::shared_ptr<const Kept> kept;
};

}  // namespace

class ScoreMemory {
 public:
  std::vector<Entry<Scorecard>> cards;
  std::vector<Entry<ScoreHistory>> histories;
  std::vector<Entry<RankStudy>> studies;
  std::optional<News> news;
};

namespace {

ScoreMemory& memory_of(const Publication& publication) {
  auto& memory = publication.remembered.scores;
  if (!memory) memory = std::make_shared<ScoreMemory>();
  return *memory;
}

// What was asked for last is at the end; what was not for longest is given up.
template <class Kept, class Make>
std::shared_ptr<const Kept> keep(const Publication& publication,
                                 std::vector<Entry<Kept>> ScoreMemory::* part, const Asked& asked,
                                 Make make) {
  if (!publication.holds(*asked.methodology)) return make();
  std::vector<Entry<Kept>>& entries = memory_of(publication).*part;
  const auto known = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry<Kept>& entry) { return entry.asked == asked; });
  if (known != entries.end()) {
    std::rotate(known, known + 1, entries.end());
    return entries.back().kept;
  }
  const std::shared_ptr<const Kept> made = make();  // may itself ask for others
  if (entries.size() == kept_max) entries.erase(entries.begin());
  entries.push_back({asked, made});
  return made;
}

MonthScores month_of(const Scorecard& card) {
  MonthScores month{.month = card.moment.month, .units = card.units.size(),
                    .figures = figures_span(card)};
  for (const UnitScore& unit : card.units)
    if (unit.score) month.scored.push_back({unit.unit, *unit.score, *unit.rank});
  sort_by(month.scored, [](const MonthScores::Unit& a, const MonthScores::Unit& b) {
    return a.unit < b.unit;
  });
  return month;
}

ScoreHistory make_history(const Publication& publication, const Methodology& methodology,
                          UnitKind kind, const std::optional<Date>& as_of) {
  const auto month_at = [&](Month month) {
    return month_of(only_peers(
        score(publication.dataset, methodology, {.month = month, .as_of = as_of}), kind));
  };
  ScoreHistory history;
  if (as_of) {  // the months are the same; less may be known of them
    const auto all = history_of(publication, methodology, kind, {});
    for (const MonthScores& known : *all) history.push_back(month_at(known.month));
    return history;
  }
  for (const Month month : months_to_score(publication.dataset, methodology)) {
    MonthScores scores = month_at(month);
    if (!scores.scored.empty()) history.push_back(std::move(scores));
  }
  return history;
}

}  // namespace

const News& news_of(const Publication& publication) {
  std::optional<News>& news = memory_of(publication).news;
  if (!news) news = news_in(publication.dataset);
  return *news;
}

const MonthScores::Unit* MonthScores::find(UnitId unit) const {
  const auto found = std::lower_bound(scored.begin(), scored.end(), unit,
                                      [](const Unit& a, UnitId b) { return a.unit < b; });
  return found == scored.end() || !(found->unit == unit) ? nullptr : &*found;
}

SharedScorecard scorecard_of(const Publication& publication, const Methodology& methodology,
                             const Moment& moment) {
  const auto make = [&] {
    return std::make_shared<const Scorecard>(score(publication.dataset, methodology, moment));
  };
  const Asked asked{.methodology = &methodology, .month = moment.month, .as_of = moment.as_of};
  return keep(publication, &ScoreMemory::cards, asked, make);
}

SharedScorecard scorecard_of(const Publication& publication, const Methodology& methodology,
                             UnitKind kind, const Moment& moment) {
  const auto make = [&]() -> SharedScorecard {
    SharedScorecard all = scorecard_of(publication, methodology, moment);
    Scorecard peers = only_peers(*all, kind);
    if (peers.units.size() == all->units.size()) return all;  // there are no others
    return std::make_shared<const Scorecard>(std::move(peers));
  };
  const Asked asked{.methodology = &methodology, .kind = peers_of(kind), .month = moment.month,
                    .as_of = moment.as_of};
  return keep(publication, &ScoreMemory::cards, asked, make);
}

std::shared_ptr<const ScoreHistory> history_of(const Publication& publication,
                                               const Methodology& methodology, UnitKind kind,
                                               const std::optional<Date>& as_of) {
  const auto make = [&] {
    return std::make_shared<const ScoreHistory>(
        make_history(publication, methodology, kind, as_of));
  };
  const Asked asked{.methodology = &methodology, .kind = peers_of(kind), .as_of = as_of};
  return keep(publication, &ScoreMemory::histories, asked, make);
}

std::shared_ptr<const RankStudy> study_of(const Publication& publication,
                                          const Methodology& methodology, const Moment& moment) {
  const auto make = [&] {
    Robustness robustness(publication.dataset, methodology, moment, shown_study);
    robustness.advance(shown_study.runs);
    return std::make_shared<const RankStudy>(robustness.study());
  };
  const Asked asked{.methodology = &methodology, .month = moment.month, .as_of = moment.as_of};
  return keep(publication, &ScoreMemory::studies, asked, make);
}

}  // namespace tiendo

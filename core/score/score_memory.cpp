#include "score/score_memory.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "score/news.h"
#include "score/rank_certainty.h"

namespace tiendo {
namespace {

constexpr std::size_t cards_max = 8, histories_max = 8, studies_max = 8;

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

bool is_of(const Publication& publication, const Methodology& methodology) {
  return std::any_of(publication.methodologies.begin(), publication.methodologies.end(),
                     [&](const Methodology& each) { return &each == &methodology; });
}

// What was asked for last is at the end; what was not for longest is given up.
template <class Kept, class Make>
std::shared_ptr<const Kept> keep(std::vector<Entry<Kept>>& entries, std::size_t entries_max,
                                 const Asked& asked, Make make) {
  const auto known = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry<Kept>& entry) { return entry.asked == asked; });
  if (known != entries.end()) {
    std::rotate(known, known + 1, entries.end());
    return entries.back().kept;
  }
  Entry<Kept> made{asked, make()};  // may itself ask for others
  if (entries.size() == entries_max) entries.erase(entries.begin());
  entries.push_back(made);
  return made.kept;
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

ScoreHistory make_history(const Publication& publication, const Methodology& methodology,
                          UnitKind kind, const std::optional<Date>& as_of) {
  const auto month_at = [&](Month month) {
    const Scorecard card =
        score(publication.dataset, methodology, {.month = month, .as_of = as_of});
    return month_of(only_peers(card, kind));
  };
  ScoreHistory history;
  if (as_of) {  // the months are the same; less may be known of them
    for (const MonthScores& known : *history_of(publication, methodology, kind, {}))
      history.push_back(month_at(known.month));
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
  if (!is_of(publication, methodology)) return make();
  const Asked asked{.methodology = &methodology, .month = moment.month, .as_of = moment.as_of};
  return keep(memory_of(publication).cards, cards_max, asked, make);
}

SharedScorecard scorecard_of(const Publication& publication, const Methodology& methodology,
                             UnitKind kind, const Moment& moment) {
  const auto make = [&] {
    SharedScorecard all = scorecard_of(publication, methodology, moment);
    if (all->scoring->prepared().peers.empty()) return all;  // of one kind
    return SharedScorecard(std::make_shared<const Scorecard>(only_peers(*all, kind)));
  };
  if (!is_of(publication, methodology)) return make();
  const Asked asked{.methodology = &methodology, .kind = peers_of(kind), .month = moment.month,
                    .as_of = moment.as_of};
  return keep(memory_of(publication).cards, cards_max, asked, make);
}

std::shared_ptr<const ScoreHistory> history_of(const Publication& publication,
                                               const Methodology& methodology, UnitKind kind,
                                               const std::optional<Date>& as_of) {
  const auto make = [&] {
    return std::make_shared<const ScoreHistory>(
        make_history(publication, methodology, kind, as_of));
  };
  if (!is_of(publication, methodology)) return make();
  const Asked asked{.methodology = &methodology, .kind = peers_of(kind), .as_of = as_of};
  return keep(memory_of(publication).histories, histories_max, asked, make);
}

std::shared_ptr<const RankStudy> study_of(const Publication& publication,
                                          const Methodology& methodology, const Moment& moment) {
  const auto make = [&] {
    Robustness robustness(publication.dataset, methodology, moment, shown_study);
    robustness.advance(shown_study.runs);
    return std::make_shared<const RankStudy>(robustness.study());
  };
  if (!is_of(publication, methodology)) return make();
  const Asked asked{.methodology = &methodology, .month = moment.month, .as_of = moment.as_of};
  return keep(memory_of(publication).studies, studies_max, asked, make);
}

}  // namespace tiendo

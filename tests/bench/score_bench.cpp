// Times and memory of scoring: prints, judges nothing. Native: build/native/tests/score_bench; wasm:
// node build/web/tests/score_bench.js. One core; the best of several runs.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "random_scoring.h"
#include "score/coherence.h"
#include "score/prepare.h"
#include "score/rank.h"
#include "score/rank_certainty.h"
#include "score/scorecard.h"

namespace {

using namespace tiendo;

template <class Work>
double best_ms(int times, Work work) {
  double best = 1e9;
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - start;
    if (took.count() < best) best = took.count();
  }
  return best;
}

std::size_t bytes_of(const Prepared& prepared, const NodeScores& scores) {
  std::size_t bytes = 0;
  const auto column = [&](const ScoreColumn& c) {
    bytes += c.values.capacity() * sizeof(double) + c.presence.capacity();
  };
  for (const PreparedLeaf& leaf : prepared.leaves) {
    column(leaf.column.figures);
    bytes += leaf.column.observations.capacity() * sizeof(leaf.column.observations[0]) +
             leaf.column.origins.capacity() + leaf.column.treated.capacity() / 8 +
             leaf.promises.capacity() * sizeof(leaf.promises[0]);
  }
  for (const ScoreColumn& c : prepared.points) column(c);
  for (const ScoreColumn& c : scores.groups) column(c);
  return bytes;
}

double score_whole(const test::RandomScoring& scoring, std::size_t* bytes = nullptr) {
  return best_ms(7, [&] {
    const Prepared prepared =
        prepare(scoring.dataset, scoring.methodology, test::at("2025-06"));
    const auto weights = prepared.tree.weights();
    NodeScores scores;
    evaluate(prepared.input(weights), scores);
    RankingSpace space;
    std::vector<std::uint32_t> ranks;
    rank_column(column_of(prepared.input(weights), scores, 0), {}, std::nullopt, space, ranks);
    if (bytes) *bytes = bytes_of(prepared, scores);
  });
}

void measure_full() {
  const test::RandomScoring scoring = test::random_scoring(3355, 200);
  std::size_t bytes = 0;
  const double full = score_whole(scoring, &bytes);
  std::printf("3,355 units x 200 indicators, 3 levels, min-max, weighted mean\n");
  std::printf("  full scoring with ranks  %8.2f ms, columns %.1f MB\n", full,
              static_cast<double>(bytes) / 1e6);
  const Prepared prepared = prepare(scoring.dataset, scoring.methodology, test::at("2025-06"));
  auto weights = prepared.tree.weights();
  NodeScores scores;
  RankingSpace space;
  std::vector<std::uint32_t> ranks;
  const double change = best_ms(20, [&] {
    weights.back() *= 1.01;
    evaluate(prepared.input(weights), scores);
    rank_column(column_of(prepared.input(weights), scores, 0), {}, std::nullopt, space, ranks);
  });
  std::printf("  one weight, re-ranked    %8.2f ms\n", change);
  const double draws = best_ms(1, [&] {
    Robustness robustness(scoring.dataset, scoring.methodology, test::at("2025-06"),
                          {.runs = 1000, .seed = 1, .top = 10});
    while (robustness.advance(50)) {
    }
  });
  std::printf("  1,000 weight draws       %8.2f ms\n", draws);
  const double traced = best_ms(2, [&] {
    if (score(scoring.dataset, scoring.methodology, test::at("2025-06")).units.empty()) std::abort();
  });
  std::printf("  scorecard, all traces    %8.2f ms\n", traced);
  const double coherence = best_ms(1, [&] {
    if (coherence_of(prepared).pairs.empty()) std::abort();
  });
  std::printf("  coherence                %8.2f ms\n", coherence);
}

// What a page waits for: the study of a ranking of provinces, figures moving within their rounding.
void measure_page() {
  test::RandomScoring scoring = test::random_scoring(34, 20);
  scoring.methodology.uncertainty.rounding = Rounding::varied;
  const Publication publication{.dataset = std::move(scoring.dataset),
                                .methodologies = {std::move(scoring.methodology)}, .search = {}};
  const double study = best_ms(5, [&] {
    if (!rank_certainty(publication, publication.methodologies[0], test::at("2025-06"))) std::abort();
  });
  std::printf("34 units x 20 indicators: 1,000 draws with rounding %.2f ms\n", study);
}

void measure_growth() {
  std::printf("cost by cells, 200 indicators (ratio to the first)\n");
  double first = 0;
  for (const int factor : {1, 4, 16}) {
    const double ms = score_whole(test::random_scoring(800 * factor, 200));
    if (factor == 1) first = ms;
    std::printf("  x%-2d %6d units  %8.2f ms  %5.1f\n", factor, 800 * factor, ms, ms / first);
  }
}

}  // namespace

int main() {
  measure_full();
  measure_page();
  measure_growth();
}

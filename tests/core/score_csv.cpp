// Prints what `tiendo score` prints, as a program that runs natively and as wasm under node:
// score_csv PACKAGE METHODOLOGY, or score_csv random. tests/same_bits_test.py compares the bytes.
#include <cstdio>
#include <string>

#include "cli/score_table.h"
#include "io/dataset_reader.h"
#include "io/methodology_json.h"
#include "random_scoring.h"
#include "read_package.h"
#include "score/scorecard.h"

namespace {

using namespace tiendo;

void print(const Dataset& dataset, const Methodology& methodology) {
  std::fputs(score_csv_header(ScoreRows::nodes).c_str(), stdout);
  for (const Month month : scored_months(dataset, methodology)) {
    const ScoredMonth scored =
        score_month(dataset, methodology, {.month = month, .as_of = {}}, ScoreRows::nodes);
    std::fputs(score_csv(dataset, scored, ScoreRows::nodes).c_str(), stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "random") {
    test::RandomScoring scoring = test::random_scoring(3355, 200);
    auto& root = std::get<GroupRule>(scoring.methodology.root.rule);
    root.aggregation = Geometric{};  // logarithms and powers differ between C libraries; ours do not
    std::get<GroupRule>(root.children[0].rule).aggregation = Power{2.5};
    print(scoring.dataset, scoring.methodology);
    return 0;
  }
  if (argc != 3) return 2;
  Package package;
  test::add_files(package, argv[1], "");
  Package rule;
  test::add_files(rule, "assets/methodology", "");
  const Result<Dataset> dataset = read_dataset(package);
  const Result<Methodology> methodology =
      read_methodology(rule.files[std::string(argv[2]) + ".json"], argv[2]);
  if (!dataset || !methodology) return 1;
  print(*dataset, *methodology);
  return 0;
}

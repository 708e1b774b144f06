// How long the search takes with every letter typed, over 5,000 entries: the shipped dataset's names
// again and again under other keys, until there are so many.
//   build/native/tests/search_bench        node build/web/tests/search_bench.js
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "io/publication_reader.h"
#include "model/search_index.h"
#include "read_package.h"

namespace {

constexpr std::size_t entries_wanted = 5000;
constexpr int rounds = 20;

tiendo::Dataset enlarged() {
  using namespace tiendo;
  Result<Publication> shipped = read_publication(test::read_package("viet-nam"));
  check(static_cast<bool>(shipped));
  const Dataset& dataset = shipped->dataset;
  DatasetTables tables;
  tables.info = dataset.info();
  tables.sources = dataset.sources();
  std::size_t copy = 0;
  while (tables.tasks.size() + tables.units.size() + tables.sources.size() < entries_wanted) {
    for (Task task : dataset.tasks()) {
      task.key += "-" + std::to_string(copy);
      task.leads.clear();
      task.coordinating.clear();
      task.indicators.clear();
      task.thread.reset();
      tables.tasks.push_back(std::move(task));
    }
    for (Unit unit : dataset.units()) {
      unit.key += "-" + std::to_string(copy);
      unit.parent.reset();
      unit.owner.reset();
      unit.merged_from.clear();
      tables.units.push_back(std::move(unit));
    }
    ++copy;
  }
  return Dataset(std::move(tables));
}

}  // namespace

int main() {
  using Clock = std::chrono::steady_clock;
  const auto ms = [](Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
  };
  const tiendo::Dataset dataset = enlarged();
  const auto before = Clock::now();
  const tiendo::SearchIndex index(dataset);
  std::printf("%zu entries, index made in %.1f ms\n", index.size(), ms(Clock::now() - before));
  const std::string typed = "nghien cuu chuyen doi so bo y te";
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round)
    for (std::size_t letters = 1; letters <= typed.size(); ++letters) {
      const auto start = Clock::now();
      const std::size_t found = index.find(std::string_view(typed).substr(0, letters), 30).size();
      times.push_back(ms(Clock::now() - start));
      if (round == 0 && letters == typed.size()) std::printf("found %zu\n", found);
    }
  std::sort(times.begin(), times.end());
  std::printf("a key: least %.2f ms, median %.2f ms, 95 %% %.2f ms, most %.2f ms\n", times.front(),
              times[times.size() / 2], times[times.size() * 95 / 100], times.back());
}

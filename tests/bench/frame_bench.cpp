// Times of what a reader waits for: making a page, composing it, setting rows as they come into sight,
// and its mirror: prints, judges nothing. Native: build/native/tests/frame_bench; wasm:
// node build/web/tests/frame_bench.js. One core; the least and the median of several runs. What is
// painted is measured in the browser: tests/bench/frame_bench.mjs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "make_dataset.h"
#include "layout/compose.h"
#include "report/publication.h"

namespace {

using namespace tiendo;

template <class Work>
void measure(const char* name, int times, Work work) {
  std::vector<double> ms;
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - start;
    ms.push_back(took.count());
  }
  std::sort(ms.begin(), ms.end());
  std::printf("  %-34s least %8.2f ms, median %8.2f ms\n", name, ms.front(), ms[ms.size() / 2]);
}

Publication many_tasks(int count) {
  test::DatasetMaker maker;
  maker.tables.info.latest_month = Month{2025, 12};
  std::vector<UnitId> ministries;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "Bộ Kế hoạch số " + std::to_string(i);
    ministries.push_back(maker.unit("bo-" + std::to_string(i), UnitKind::ministry));
    maker.tables.units.back().name = {name, "Ministry " + std::to_string(i)};
  }
  for (int i = 0; i < count; ++i) {
    const int month = 1 + i % 12;
    const std::string due = (month < 10 ? "2025-0" : "2025-") + std::to_string(month) + "-15";
    maker.task(ministries[static_cast<std::size_t>(i % 30)], due);
    Task& task = maker.tables.tasks.back();
    task.title = {"Hoàn thành cơ sở dữ liệu chuyên ngành và kết nối, chia sẻ dữ liệu " +
                      std::to_string(i),
                  "Complete and connect sector database " + std::to_string(i)};
    task.office = {"Bộ trưởng " + std::to_string(i % 30), "Minister " + std::to_string(i % 30)};
    task.evidence.words = "hoàn thành trước ngày 15";
  }
  return {.dataset = maker.make(), .methodologies = {}, .search = std::nullopt};
}

Publication many_units(int count) {
  test::DatasetMaker maker;
  maker.tables.info.latest_month = Month{2025, 6};
  std::vector<IndicatorId> indicators;
  std::vector<MethodNode> leaves;
  for (int i = 0; i < 6; ++i) {
    const std::string key = "i" + std::to_string(i);
    indicators.push_back(maker.indicator(key));
    leaves.push_back(test::leaf(key, MinMax{}, 1 + i));
  }
  for (int u = 0; u < count; ++u) {
    const UnitId unit = maker.unit("u" + std::to_string(u), UnitKind::province);
    maker.tables.units.back().name = {"Xã Tân Bình số " + std::to_string(u),
                                      "Commune " + std::to_string(u)};
    for (std::size_t i = 0; i < indicators.size(); ++i)
      maker.observe(indicators[i], unit, "2025-06",
                    static_cast<double>((u * 7919 + static_cast<int>(i) * 104729) % 1000));
  }
  return {.dataset = maker.make(),
          .methodologies = {test::methodology(test::group("tong", std::move(leaves)))},
          .search = std::nullopt};
}

void measure_view(const char* name, const Publication& publication, const std::string& address) {
  constexpr float width = 1280, view = 900;
  const Route route = parse_address(address);
  std::printf("%s: %s\n", name, address.c_str());
  Page page;
  measure("page", 7, [&] { page = make_page(publication, route); });
  Frame frame;
  measure("what frames it", 7, [&] { frame = make_frame(publication, route); });
  ComposedPage composed;
  measure("compose", 7, [&] { composed = compose(page, frame, width); });
  RowsInSight rows;
  float y = composed.long_tables.empty() ? 0 : composed.long_tables[0].tops.front();
  measure("rows in sight, a step of 100 px", 200, [&] {
    rows.show(composed.long_tables, y, y + view);
    y += 100;
  });
  measure("mirror as JSON, without long rows", 7, [&] { to_json(composed.sheet.nodes); });
  measure("64 rows for the mirror", 20, [&] {
    if (!composed.long_tables.empty())
      to_json(compose_rows(composed.long_tables[0], 0, 64).nodes);
  });
}

}  // namespace

int main() {
  const Publication tasks = many_tasks(5000);
  measure_view("5,000 tasks", tasks, "#/vi/nhiem-vu");
  for (const int count : {34, 3355}) {
    const Publication units = many_units(count);
    const std::string name = std::to_string(count) + " units";
    measure_view(name.c_str(), units, "#/vi/xep-hang?loai=tinh");
    measure_view(name.c_str(), units, "#/vi/xep-hang?loai=tinh&trong-so=i0~20~i1~15");
  }
}

// Every drawing of chart_cases.h against its golden. TIENDO_UPDATE_GOLDEN=1 rewrites them all:
//   TIENDO_UPDATE_GOLDEN=1 build/native/tests/chart_test --gtest_filter='ChartGolden.*'
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "chart/svg.h"
#include "core/chart_cases.h"

namespace tiendo {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// All of them on one page, to look at: tests/golden/index.html.
std::string gallery() {
  std::string page = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Charts</title>\n";
  for (const ChartCase& one : chart_cases())
    page += "<h2>" + one.name + "</h2>\n<img src=\"" + one.name + ".svg\" alt=\"\">\n";
  return page;
}

TEST(ChartGolden, EveryDrawingIsTheReviewedOne) {
  std::vector<std::pair<std::string, std::string>> files = {{"index.html", gallery()}};
  for (const ChartCase& one : chart_cases())
    files.push_back({one.name + ".svg", to_svg(layout(one.chart, one.width), one.name, "",
                                               SvgUse::stand_alone)});
  const bool update = std::getenv("TIENDO_UPDATE_GOLDEN") != nullptr;
  for (const auto& [name, drawn] : files) {
    const std::string path = "tests/golden/" + name;
    if (update) {
      std::ofstream(path, std::ios::binary) << drawn;
    } else {
      EXPECT_TRUE(read_file(path) == drawn) << path << " is missing or not what is drawn: rewrite "
                                            << "with TIENDO_UPDATE_GOLDEN=1 and look at it";
    }
  }
}

}  // namespace
}  // namespace tiendo

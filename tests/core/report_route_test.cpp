// The address is the whole state of the site: it must come back exactly, and nothing that a reader
// or a stranger types may break it.
#include "report/route.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/text.h"

namespace tiendo {
namespace {

class RandomRoutes {
 public:
  Route next() {
    Route route;
    route.language = below(2) == 0 ? Language::vi : Language::en;
    route.view = static_cast<View>(below(10));
    route.subject = text();
    if (below(2) == 0)
      route.month = Month{.year = 1 + static_cast<int>(below(9999)),
                          .month = 1 + static_cast<int>(below(12))};
    route.group = below(2) == 0 ? RankingGroup::provinces : RankingGroup::ministries;
    route.unit = text();
    route.programme = text();
    route.band = text();
    route.cluster = text();
    if (below(2) == 0) route.state = static_cast<TaskState>(below(task_state_count));
    if (below(2) == 0) route.database_kind = static_cast<DatabaseKind>(below(3));
    route.moved_only = below(2) == 0;
    route.all_clear_only = below(2) == 0;
    route.without_trace_only = below(2) == 0;
    route.order = static_cast<Order>(below(3));
    if (below(2) == 0)
      route.as_of = Date{.year = 2000 + static_cast<int>(below(99)), .month = 2, .day = 28};
    route.tasks_as = static_cast<TasksAs>(below(3));
    route.indicators_as = static_cast<IndicatorsAs>(below(2));
    route.colour_by = text();
    for (std::uint32_t left = below(4); left > 0; --left) {
      route.compared.push_back("tinh-" + std::to_string(below(99)));
      route.weights.push_back({"nhom." + std::to_string(left), static_cast<int>(below(10000))});
    }
    route.methodology = text();
    route.query = text();
    return route;
  }
  std::string bytes() {
    constexpr std::string_view likely = "#/?&=%vien-thang20";
    std::string junk;
    for (std::uint32_t left = below(24); left > 0; --left)
      junk += below(2) == 0 ? likely[below(likely.size())] : static_cast<char>(below(256));
    return junk;
  }

 private:
  std::uint32_t below(std::size_t count) {
    return static_cast<std::uint32_t>(generator_()) % static_cast<std::uint32_t>(count);
  }
  std::string text() {
    static const std::vector<std::string> pieces = {
        "ha-noi", "Đồng Nai", "/", "?", "&", "=", "%", "#", "+", " ", "%41", "é", "🇻🇳", ".", "\n"};
    std::string text;
    for (std::uint32_t left = below(4); left > 0; --left) text += pieces[below(pieces.size())];
    return text;
  }

  std::mt19937 generator_{20261010};
};

TEST(Route, ComesBackExactlyFromItsAddress) {
  RandomRoutes routes;
  for (int i = 0; i < 20000; ++i) {
    const Route route = routes.next();
    EXPECT_EQ(parse_address(address_of(route)), route) << address_of(route);
  }
}

TEST(Route, AddressIsPlainAscii) {
  RandomRoutes routes;
  for (int i = 0; i < 2000; ++i)
    for (const char c : address_of(routes.next())) EXPECT_TRUE(c > ' ' && c < '\x7f');
}

TEST(Route, JunkNeverCrashesAndReachesAnAddressThatComesBack) {
  RandomRoutes routes;
  for (int i = 0; i < 50000; ++i) {
    const std::string junk = routes.bytes();
    const Route route = parse_address(junk);
    EXPECT_EQ(parse_address(address_of(route)), route) << junk;
    EXPECT_FALSE(find_invalid_utf8(route.subject + route.unit + route.programme)) << junk;
  }
}

TEST(Route, IsWrittenInTheLanguageOfThePage) {
  Route route;
  route.view = View::ranking;
  route.month = Month{.year = 2026, .month = 10};
  route.group = RankingGroup::ministries;
  EXPECT_EQ(address_of(route), "#/vi/xep-hang?thang=2026-10&loai=bo");
  route.language = Language::en;
  EXPECT_EQ(address_of(route), "#/en/ranking?month=2026-10&kind=ministries");
}

TEST(Route, LeavesOutWhatIsAtItsDefault) {
  EXPECT_EQ(address_of(Route{}), "#/vi/tong-quan");
  Route route;
  route.view = View::unit;
  route.subject = "ha-noi";
  EXPECT_EQ(address_of(route), "#/vi/don-vi/ha-noi");
}

TEST(Route, NothingIsTheVietnameseOverview) {
  for (const char* address : {"", "#", "#/", "/", "#/vi", "#/vi/", "#/vi/tong-quan/"})
    EXPECT_EQ(parse_address(address), Route{}) << address;
  EXPECT_EQ(parse_address("#/en").language, Language::en);
  EXPECT_EQ(parse_address("#/en").view, View::overview);
}

TEST(Route, UnderstandsBothLanguagesNamesUnderEitherPrefix) {
  const Route route = parse_address("#/en/nhiem-vu?trang-thai=overdue&unit=bo-y-te&doi-han=1");
  EXPECT_EQ(route.language, Language::en);
  EXPECT_EQ(route.view, View::tasks);
  EXPECT_EQ(route.state, TaskState::overdue);
  EXPECT_EQ(route.unit, "bo-y-te");
  EXPECT_TRUE(route.moved_only);
  EXPECT_EQ(parse_address("#/vi/tasks?state=qua-han&don-vi=bo-y-te&moved=1"),
            parse_address("#/vi/nhiem-vu?trang-thai=qua-han&don-vi=bo-y-te&doi-han=1"));
}

TEST(Route, EveryTaskStateHasANameInBothLanguages) {
  for (std::size_t i = 0; i < task_state_count; ++i)
    for (const Language language : {Language::vi, Language::en}) {
      Route route;
      route.language = language;
      route.view = View::tasks;
      route.state = static_cast<TaskState>(i);
      EXPECT_EQ(parse_address(address_of(route)).state, route.state);
      EXPECT_EQ(address_of(route).find("=&"), std::string::npos);
      EXPECT_NE(address_of(route).back(), '=');
    }
}

TEST(Route, AnUnknownAddressIsNotFoundInTheLanguageThatCouldBeRead) {
  for (const char* address : {"#/vi/gi-do", "#/fr/overview", "#xep-hang", "#/vi/don-vi/a/b",
                              "#/vi/don-vi/%zz", "#/vi/don-vi/%4", "#/vi/don-vi/%ff", "#/vi//x"})
    EXPECT_EQ(parse_address(address).view, View::not_found) << address;
  EXPECT_EQ(parse_address("#/en/nowhere").language, Language::en);
  EXPECT_EQ(parse_address("#/vi/gi-do?thang=2026-09").month, (Month{.year = 2026, .month = 9}));
}

TEST(Route, PassesOverParametersThatItDoesNotKnow) {
  Route expected;
  expected.view = View::ranking;
  for (const char* address :
       {"#/vi/xep-hang?utm=1", "#/vi/xep-hang?thang", "#/vi/xep-hang?thang=2026-13",
        "#/vi/xep-hang?thang=%zz&&&=&loai=khac", "#/vi/xep-hang?sap-xep=&trang-thai=xong",
        "#/vi/xep-hang?"})
    EXPECT_EQ(parse_address(address), expected) << address;
}

TEST(Route, ReadsPercentEncodedText) {
  EXPECT_EQ(parse_address("#/vi/don-vi/h%C3%A0%20n%e1%bb%99i").subject, "hà nội");
  EXPECT_EQ(parse_address("#/vi/don-vi/hà nội").subject, "hà nội");
}

TEST(Route, AddressWithChangesOneThingOnly) {
  const Route here = parse_address("#/vi/xep-hang?thang=2026-09");
  EXPECT_EQ(address_with(here, [](Route& route) { route.group = RankingGroup::ministries; }),
            "#/vi/xep-hang?thang=2026-09&loai=bo");
}

TEST(Address, OfASliderHasAPlaceForTheWeight) {
  const Route route = parse_address("#/vi/xep-hang?trong-so=a~20~b-1~30");
  EXPECT_EQ(address_with_weight_of(route, "a"), "#/vi/xep-hang?trong-so=a~{}~b-1~30");
  EXPECT_EQ(address_with_weight_of(route, "b-1"), "#/vi/xep-hang?trong-so=a~20~b-1~{}");
  EXPECT_EQ(address_with_weight_of(route, "c"), "#/vi/xep-hang?trong-so=a~20~b-1~30~c~{}");
  EXPECT_EQ(parse_address("#/vi/xep-hang?trong-so=a~20~b-1~30~c~7").weights.back(),
            (OwnWeight{"c", 7}));
}

}  // namespace
}  // namespace tiendo

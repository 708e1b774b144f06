// Walks the site by its links, from the overview on, in both languages: what must hold of any page.
#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <regex>
#include <set>

#include "page_words.h"
#include "report/html.h"
#include "report/publication.h"
#include "report/views.h"
#include "shipped.h"

namespace tiendo {
namespace {

using test::PageWords;

// Looked at in each language: lists and single subjects of each view, so that none starves another.
constexpr std::size_t pages_of_a_kind = 40;

bool is_internal(const std::string& href) { return href.rfind("#/", 0) == 0; }

bool leads_nowhere(const Publication& publication, const Route& route) {
  if (route.view == View::not_found) return true;
  const Dataset& dataset = publication.dataset;
  if (!route.unit.empty() && !dataset.find_unit(route.unit)) return true;
  if (route.subject.empty() || is_check(route)) return false;
  switch (route.view) {
    case View::unit: return !dataset.find_unit(route.subject);
    case View::tasks: return !dataset.find_task(route.subject);
    case View::indicators: return !dataset.find_indicator(route.subject);
    case View::sources: return !dataset.find_source(route.subject);
    case View::readiness: return !dataset.find_unit(route.subject);
    case View::method:
      for (const Methodology& methodology : publication.methodologies)
        if (methodology.id == route.subject) return false;
      return true;
    case View::overview:
    case View::ranking:
    case View::search:
    case View::not_found: break;
  }
  return true;
}

struct Walk {
  const Publication& publication = test::shipped();
  std::map<std::string, PageWords> pages;  // address → what it says
  std::set<std::string> broken;            // "from → to"

  explicit Walk(Language language) {
    std::deque<std::string> waiting = {address_of({.language = language})};
    std::set<std::string> known = {waiting.front()};
    std::map<std::pair<View, bool>, std::size_t> of_kind;
    while (!waiting.empty()) {
      const std::string address = waiting.front();
      waiting.pop_front();
      const Route route = parse_address(address);
      if (++of_kind[{route.view, route.subject.empty()}] > pages_of_a_kind) continue;
      PageWords words = test::words_of(make_page(publication, route));
      const PageWords frame = test::words_of(make_frame(publication, route));
      words.hrefs.insert(words.hrefs.end(), frame.hrefs.begin(), frame.hrefs.end());
      words.texts.insert(words.texts.end(), frame.texts.begin(), frame.texts.end());
      for (const std::string& href : words.hrefs) {
        if (!is_internal(href)) continue;
        const Route there = parse_address(href);
        if (leads_nowhere(publication, there)) broken.insert(address + " → " + href);
        if (there.language == language && known.insert(href).second) waiting.push_back(href);
      }
      pages.emplace(address, std::move(words));
    }
  }
};

const Walk& walk(Language language) {
  static const Walk vi(Language::vi), en(Language::en);
  return language == Language::vi ? vi : en;
}

class EveryPage : public testing::TestWithParam<Language> {};

INSTANTIATE_TEST_SUITE_P(In, EveryPage, testing::Values(Language::vi, Language::en),
                         [](const auto& test) {
                           return test.param == Language::vi ? "Vietnamese" : "English";
                         });

TEST_P(EveryPage, OfEveryViewIsReachedFromTheOverview) {
  std::set<View> lists, subjects;
  for (const auto& page : walk(GetParam()).pages) {
    const Route route = parse_address(page.first);
    (route.subject.empty() ? lists : subjects).insert(route.view);
  }
  EXPECT_EQ(lists.size(), 9u);
  EXPECT_EQ(subjects, (std::set<View>{View::unit, View::tasks, View::indicators, View::method,
                                      View::sources}));
}

TEST_P(EveryPage, LinksOnlyToPagesThatExist) {
  for (const std::string& link : walk(GetParam()).broken) ADD_FAILURE() << link;
}

TEST_P(EveryPage, HasWordsWhereverWordsAreExpected) {
  for (const auto& page : walk(GetParam()).pages)
    for (const std::string& fault : page.second.faults)
      ADD_FAILURE() << page.first << ": " << fault;
}

TEST_P(EveryPage, HasNoPlaceholderLeft) {
  const std::regex placeholder(R"(\{[0-9]\})");
  for (const auto& page : walk(GetParam()).pages)
    for (const std::string& text : page.second.texts)
      EXPECT_FALSE(std::regex_search(text, placeholder)) << page.first << ": " << text;
}

TEST_P(EveryPage, LinksOutOnlyToTheWebAndToFilesBesideThePageOrToPaper) {
  for (const auto& page : walk(GetParam()).pages)
    for (const std::string& href : page.second.hrefs) {
      const bool allowed = is_internal(href) || href.rfind("https://", 0) == 0 ||
                           href.rfind("http://", 0) == 0 || href.rfind("data/", 0) == 0 ||
                           href == "!print";
      EXPECT_TRUE(allowed) << page.first << ": " << href;
    }
}

TEST_P(EveryPage, SaysTheSameInHtml) {
  for (const auto& page : walk(GetParam()).pages) {
    const Route route = parse_address(page.first);
    const Page model = make_page(test::shipped(), route);
    const std::string html = to_html(model, make_frame(test::shipped(), route), HtmlUse::page);
    EXPECT_NE(html.find(escape_html(model.heading)), std::string::npos) << page.first;
  }
}

TEST_P(EveryPage, KeepsItsLanguage) {
  const std::string own = GetParam() == Language::vi ? "#/vi" : "#/en";
  for (const auto& page : walk(GetParam()).pages) {
    int to_other = 0;
    for (const std::string& href : page.second.hrefs)
      to_other += is_internal(href) && href.rfind(own, 0) != 0;
    EXPECT_EQ(to_other, 1) << page.first;  // the language switch
  }
}

}  // namespace
}  // namespace tiendo

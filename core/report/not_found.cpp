// The answer to an address that leads nowhere: what was not found, what is near it, where to go.
#include <algorithm>
#include <array>
#include <numeric>

#include "base/sort.h"
#include "report/cells.h"
#include "report/views.h"

namespace tiendo {
namespace {

constexpr std::size_t near_keys_max = 5;
constexpr std::size_t key_length_max = 64;  // what is longer is no key: neither compared nor shown

struct Destination { View view; Word name, answers; };
constexpr std::array<Destination, 8> destinations = {{
    {View::overview, Word::site_overview, Word::site_not_found_overview},
    {View::ranking, Word::site_ranking, Word::site_not_found_ranking},
    {View::unit, Word::site_units, Word::site_not_found_units},
    {View::tasks, Word::site_tasks, Word::site_not_found_tasks},
    {View::indicators, Word::site_indicators, Word::site_not_found_indicators},
    {View::readiness, Word::site_readiness, Word::site_not_found_readiness},
    {View::method, Word::site_method, Word::site_not_found_method},
    {View::sources, Word::site_sources, Word::site_not_found_sources},
}};

// Levenshtein distance, by bytes: keys are ASCII.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

struct Near { std::size_t distance; std::string key, name; };

template <class Rows, class NameOf>
void add_near(const Rows& rows, const std::string& subject, Language language, NameOf name_of,
              std::vector<Near>& near) {
  if (subject.empty() || subject.size() > key_length_max) return;
  for (const auto& row : rows) {
    if (row.key.size() > key_length_max) continue;
    const bool part = row.key.find(subject) != std::string::npos;
    const std::size_t away = part ? 0 : distance(subject, row.key);
    if (away > std::max<std::size_t>(2, subject.size() / 3)) continue;
    near.push_back({.distance = away, .key = row.key, .name = name_of(row).in(language)});
  }
}

std::vector<Near> near_subjects(const Dataset& dataset, const Route& route) {
  std::vector<Near> near;
  const auto name = [](const auto& row) -> const Bilingual& { return row.name; };
  const auto title = [](const auto& row) -> const Bilingual& { return row.title; };
  const std::string& subject = route.subject;
  if (route.view == View::unit) add_near(dataset.units(), subject, route.language, name, near);
  if (route.view == View::indicators)
    add_near(dataset.indicators(), subject, route.language, name, near);
  if (route.view == View::tasks) add_near(dataset.tasks(), subject, route.language, title, near);
  if (route.view == View::sources)
    add_near(dataset.sources(), subject, route.language, title, near);
  sort_by(near, [](const Near& a, const Near& b) { return a.distance < b.distance; });
  if (near.size() > near_keys_max) near.resize(near_keys_max);
  return near;
}

bool has_key(const Route& route) {
  return route.view != View::not_found && !route.subject.empty() &&
         route.subject.size() <= key_length_max;
}

std::string heading_of(const Route& route) {
  Word word = Word::site_not_found_heading;
  if (route.view == View::unit) word = Word::site_not_found_unit;
  if (route.view == View::tasks) word = Word::site_not_found_task;
  if (route.view == View::indicators) word = Word::site_not_found_indicator;
  if (route.view == View::sources) word = Word::site_not_found_source;
  if (!has_key(route)) word = Word::site_not_found_heading;
  return say(route.language, word, {route.subject});
}

Card near_card(const Route& route, const std::vector<Near>& near) {
  Card card{.title = say(route.language, Word::site_not_found_near)};
  Terms terms;
  for (const Near& one : near) {
    const Route there = {.language = route.language, .view = route.view, .subject = one.key,
                         .month = route.month, .as_of = route.as_of};
    terms.terms.push_back({.name = one.key, .value = {link(one.name, address_of(there))}});
  }
  card.blocks.push_back({std::move(terms)});
  return card;
}

Card pages_card(const Route& route) {
  Card card{.title = say(route.language, Word::site_not_found_pages)};
  Terms terms;
  for (const Destination& destination : destinations) {
    const Route there = {.language = route.language, .view = destination.view};
    terms.terms.push_back({.name = say(route.language, destination.name),
                           .value = {link(say(route.language, destination.answers),
                                          address_of(there))}});
  }
  card.blocks.push_back({std::move(terms)});
  return card;
}

}  // namespace

Page not_found_page(const Publication& publication, const Route& route) {
  const Language language = route.language;
  Page page{.language = language,
            .title = say(language, Word::site_tab_title,
                         {say(language, Word::site_not_found_title)}),
            .heading = heading_of(route),
            .lede = {plain(say(language, has_key(route) ? Word::site_not_found_subject_lede
                                                        : Word::site_not_found_lede))}};
  const std::vector<Near> near = near_subjects(publication.dataset, route);
  if (!near.empty()) page.blocks.push_back({near_card(route, near)});
  page.blocks.push_back({pages_card(route)});
  page.is_found = false;
  return page;
}

}  // namespace tiendo

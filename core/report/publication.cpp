#include "report/publication.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "base/sort.h"
#include "report/cells.h"
#include "report/illustration.h"
#include "report/phrases.h"
#include "report/views.h"
#include "score/news.h"

namespace tiendo {
namespace {

constexpr std::size_t months_on_offer_max = 36;

struct ViewName { View view; Word word; };
constexpr std::array<ViewName, 8> views_in_order = {{
    {View::overview, Word::site_overview},
    {View::ranking, Word::site_ranking},
    {View::unit, Word::site_units},
    {View::tasks, Word::site_tasks},
    {View::indicators, Word::site_indicators},
    {View::readiness, Word::site_readiness},
    {View::method, Word::site_method},
    {View::sources, Word::site_sources},
}};

// In the order of shell/bridge.mjs, which knows what the reader chose.
std::vector<Choice> share_buttons(Language language) {
  return {button(say(language, Word::site_copy_address), "!copy-address"),
          button(say(language, Word::site_copy_citation), "!copy-citation")};
}

Choice themes_choice(Language language) {
  return {.label = say(language, Word::site_themes),
          .look = ChoiceLook::menu,
          .options = {{.text = say(language, Word::site_theme_system), .href = "!theme:system"},
                      {.text = say(language, Word::site_theme_light), .href = "!theme:light"},
                      {.text = say(language, Word::site_theme_dark), .href = "!theme:dark"},
                      {.text = say(language, Word::site_theme_contrast),
                       .href = "!theme:contrast"}}};
}

Choice views_choice(const Route& route) {
  Choice choice;
  choice.label = say(route.language, Word::site_views);
  choice.look = ChoiceLook::tabs;
  for (const ViewName& name : views_in_order)
    choice.options.push_back({
        .text = say(route.language, name.word),
        .href = address_of({.language = route.language, .view = name.view, .month = route.month,
                            .as_of = route.as_of}),
        .selected = route.view == name.view,
    });
  return choice;
}

std::optional<Choice> months_choice(const Publication& publication, const Route& route) {
  std::vector<Month> months = months_on_offer(publication);
  if (months.empty()) return std::nullopt;
  const Month shown = month_shown(publication, route);
  if (std::find(months.begin(), months.end(), shown) == months.end()) {
    months.push_back(shown);
    sort_by(months, [](Month a, Month b) { return b < a; });
  }
  Choice choice;
  choice.label = say(route.language, Word::site_month);
  choice.look = ChoiceLook::menu;
  for (const Month month : months) {
    Route there = route;
    there.month = in_address(publication, month);
    choice.options.push_back({
        .text = format_month(month, route.language),
        .href = address_of(there),
        .selected = month == shown,
    });
  }
  return choice;
}

// The ranking steps through the months that it has scores in.
std::vector<Month> months_to_play(const Publication& publication, const Route& route) {
  switch (route.view) {
    case View::ranking: return ranking_months(publication, route);
    case View::overview:
    case View::unit:
    case View::tasks:
    case View::indicators:
    case View::readiness: {
      const std::vector<Month> newest_first = months_on_offer(publication);
      return {newest_first.rbegin(), newest_first.rend()};
    }
    case View::method:
    case View::sources:
    case View::search:
    case View::not_found: break;
  }
  return {};
}

std::optional<Play> play_of(const Publication& publication, const Route& route) {
  const std::vector<Month> months = months_to_play(publication, route);
  if (months.size() < 2) return std::nullopt;
  const Month shown = month_shown(publication, route);
  Play play{.start = say(route.language, Word::site_play),
            .stop = say(route.language, Word::site_stop), .months = {}};
  for (const Month month : months) {
    Route there = route;
    there.month = in_address(publication, month);
    play.months.push_back({.text = format_month_in_words(month, route.language),
                           .href = address_of(there), .selected = month == shown});
  }
  return play;
}

std::string methods_words(const Publication& publication, Language language) {
  std::vector<std::string> methods;
  for (const Methodology& methodology : publication.methodologies)
    methods.push_back(say(language, Word::site_foot_method,
                          {methodology.name.in(language), methodology.version}));
  if (methods.empty()) return {};
  const bool one = methods.size() == 1;
  return say(language, one ? Word::site_foot_methods : Word::site_foot_many_methods,
             {join(methods, say(language, Word::site_semicolon))});
}

Words foot_of(const Publication& publication, const Route& route) {
  const Language language = route.language;
  const std::string dot = say(language, Word::phrases_dot);
  const std::string dataset = dataset_words(publication.dataset.info(), language);
  const Route sources = {.language = language, .view = View::sources, .month = route.month,
                         .as_of = route.as_of};
  Words foot = {link(say(language, Word::site_foot_dataset, {dataset}), address_of(sources),
                     Ink::muted)};
  if (const std::string methods = methods_words(publication, language); !methods.empty())
    foot.push_back(plain(dot + methods, Ink::muted));
  foot.push_back(plain(dot + say(language, Word::site_foot_privacy), Ink::muted));
  return foot;
}

std::vector<Notice> notices_of(const Route& route, const Shelf& shelf) {
  std::vector<Notice> notices;
  const Language language = route.language;
  if (route.as_of) {
    Route all = route, sources{.language = language, .view = View::sources, .month = route.month,
                               .as_of = route.as_of};
    all.as_of.reset();
    notices.push_back({.words = {
        plain(say(language, Word::knowledge_notice, {format_date(*route.as_of, language)})),
        link(say(language, Word::knowledge_notice_all), address_of(all)),
        plain(say(language, Word::phrases_dot)),
        link(say(language, Word::knowledge_notice_other), address_of(sources))}});
  }
  if (shelf.opening)
    notices.push_back({.words = {plain(say(language, Word::opening_under_way,
                                           {shelf.opening->name})),
                                 link(say(language, Word::opening_cancel), "!cancel")},
                       .share = shelf.opening->share});
  return notices;
}

}  // namespace

Month month_shown(const Publication& publication, const Route& route) {
  return route.month ? *route.month : news_of(publication).latest;
}

Moment moment_shown(const Publication& publication, const Route& route) {
  return {.month = month_shown(publication, route), .as_of = route.as_of};
}

std::optional<Month> in_address(const Publication& publication, Month month) {
  if (month == news_of(publication).latest) return {};
  return month;
}

std::vector<Month> months_on_offer(const Publication& publication) {
  const std::vector<Month>& months = news_of(publication).months;
  std::vector<Month> newest_first(months.rbegin(), months.rend());
  if (newest_first.size() > months_on_offer_max) newest_first.resize(months_on_offer_max);
  return newest_first;
}

std::string dataset_words(const DatasetInfo& info, Language language) {
  const std::string& name = info.title.empty() ? info.name : info.title.in(language);
  if (info.version.empty()) return name;
  return name + say(language, Word::phrases_comma) +
         say(language, Word::site_foot_version, {info.version});
}

Page make_page(const Publication& publication, const Route& route, const Shelf& shelf) {
  switch (route.view) {
    case View::overview: return overview_page(publication, route);
    case View::ranking: return ranking_page(publication, route);
    case View::unit: return unit_page(publication, route);
    case View::tasks: return tasks_page(publication, route);
    case View::indicators: return indicators_page(publication, route);
    case View::readiness: return readiness_page(publication, route);
    case View::method: return method_page(publication, route, shelf);
    case View::sources: return sources_page(publication, route, shelf);
    case View::search: return search_page(publication, route);
    case View::not_found: break;
  }
  return not_found_page(publication, route);
}

Frame make_frame(const Publication& publication, const Route& route, const Shelf& shelf) {
  const Language language = route.language;
  Route translated = route;
  translated.language = language == Language::vi ? Language::en : Language::vi;
  if (is_check(route)) translated.subject = check_subject(translated.language);
  return {
      .language = language,
      .brand = say(language, Word::site_brand),
      .tagline = say(language, Word::site_tagline),
      .views = views_choice(route),
      .more = say(language, Word::site_more),
      .months = months_choice(publication, route),
      .play = play_of(publication, route),
      .search = {.text = say(language, Word::site_search),
                 .href = address_of({.language = language, .view = View::search,
                                     .month = route.month, .as_of = route.as_of}),
                 .selected = route.view == View::search},
      .search_hint = say(language, Word::site_search_hint),
      .other_language = {.text = say(language, Word::site_other_language),
                         .href = address_of(translated)},
      .other_language_short = say(language, Word::site_other_language_short),
      .share = share_buttons(language),
      .themes = themes_choice(language),
      .illustration = illustration_mark(publication.dataset, language),
      .notices = notices_of(route, shelf),
      .foot = foot_of(publication, route),
  };
}

}  // namespace tiendo

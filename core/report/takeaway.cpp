#include "report/takeaway.h"

#include "chart/svg.h"
#include "report/illustration.h"
#include "report/phrases.h"
#include "report/table_csv.h"

namespace tiendo {
namespace {

constexpr float chart_width_px = 960;
constexpr std::size_t name_max = 60;

// Calls `each(block, card)` for all blocks in reading order; the card is the innermost around it.
template <class Blocks, class CardOf, class Each>
void walk(Blocks& blocks, CardOf* card, const Each& each) {
  for (auto& block : blocks) {
    each(block, card);
    if (auto* inner = std::get_if<Card>(&block.content)) walk(inner->blocks, inner, each);
    if (auto* row = std::get_if<Row>(&block.content))
      for (auto& column : row->columns) walk(column.blocks, card, each);
  }
}

template <class Kind>
std::vector<Titled<Kind>> all_of(const Page& page) {
  std::vector<Titled<Kind>> found;
  walk(page.blocks, static_cast<const Card*>(nullptr), [&](const Block& block, const Card* card) {
    if (const Kind* kind = std::get_if<Kind>(&block.content))
      found.push_back({kind, card && !card->title.empty() ? card->title : page.heading});
  });
  return found;
}

std::string file_name(const std::string& title, const char* ending) {
  std::string name = programme_slug({.vi = title, .en = {}}).substr(0, name_max);
  if (name.empty()) name = "tien-do";
  return name + ending;
}

template <class Kind>
const Titled<Kind>* numbered(const std::vector<Titled<Kind>>& all, std::string_view number) {
  std::size_t index = 0;
  for (const char c : number) index = index * 10 + static_cast<std::size_t>(c - '0');
  return number.empty() || index >= all.size() ? nullptr : &all[index];
}

}  // namespace

std::vector<Titled<Figure>> charts_of(const Page& page) { return all_of<Figure>(page); }
std::vector<Titled<Table>> tables_of(const Page& page) { return all_of<Table>(page); }

std::string svg_of(const Titled<Figure>& chart, const std::string& mark) {
  const std::string& description = chart.block->description;
  return to_svg(marked_scene(layout(chart.block->chart, chart_width_px), mark), chart.title,
                mark.empty() ? description : mark + ". " + description, SvgUse::stand_alone);
}

std::string csv_of(const Titled<Table>& table, const std::string& mark) {
  return marked_csv(to_csv(*table.block), mark);
}

// Where a card holds several of a kind they are told apart by their place in it.
void offer_takeaways(Page& page) {
  struct Offer { Card* card; Word word, word_of_several; std::string href; };
  std::vector<Offer> offers;
  std::size_t charts = 0, tables = 0;
  const auto offer = [&](Card* card, Word word, Word of_several, const char* kind,
                         std::size_t number) {
    if (card) offers.push_back({card, word, of_several, std::string(take_action) + kind +
                                                            std::to_string(number)});
  };
  walk(page.blocks, static_cast<Card*>(nullptr), [&](Block& block, Card* card) {
    if (std::holds_alternative<Figure>(block.content))
      offer(card, Word::site_take_svg, Word::site_take_svg_of, "svg:", charts++);
    if (std::holds_alternative<Table>(block.content))
      offer(card, Word::site_take_csv, Word::site_take_csv_of, "csv:", tables++);
  });
  for (const Offer& one : offers) {
    std::size_t several = 0, place = 0;
    for (const Offer& other : offers) {
      if (other.card != one.card || other.word != one.word) continue;
      ++several;
      if (&other <= &one) ++place;
    }
    Words& words = one.card->takeaways;
    if (!words.empty()) words.push_back(plain(say(page.language, Word::phrases_dot), Ink::faint));
    words.push_back(link(several == 1 ? say(page.language, one.word)
                                      : say(page.language, one.word_of_several,
                                            {std::to_string(place)}),
                         one.href, Ink::muted));
  }
}

std::optional<Takeaway> takeaway(const Page& page, std::string_view href, const std::string& mark) {
  if (href.substr(0, take_action.size()) != take_action) return {};
  const std::string_view what = href.substr(take_action.size());
  const std::string_view kind = what.substr(0, 4), number = what.substr(kind.size());
  if (kind == "svg:") {
    const auto charts = charts_of(page);
    if (const auto* chart = numbered(charts, number))
      return Takeaway{file_name(chart->title, ".svg"), svg_of(*chart, mark)};
  } else if (kind == "csv:") {
    const auto tables = tables_of(page);
    if (const auto* table = numbered(tables, number))
      return Takeaway{file_name(table->title, ".csv"), csv_of(*table, mark)};
  }
  return {};
}

std::string citation(const Publication& publication, const Route& route, const Page& page) {
  const DatasetInfo& info = publication.dataset.info();
  const std::string month =
      format_month_in_words(moment_shown(publication, route).month, page.language);
  const std::string mark = illustration_mark(publication.dataset, page.language);
  return say(page.language, Word::site_citation,
             {page.heading, dataset_words(info, page.language), month}) +
         (mark.empty() ? "" : " " + mark + ".");
}

}  // namespace tiendo

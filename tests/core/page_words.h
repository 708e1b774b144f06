// What a reader can read of a Page: every text and link of it, and its charts, for tests.
#pragma once

#include <string>
#include <vector>

#include "base/overloaded.h"
#include "report/page.h"

namespace tiendo::test {

struct PageWords {
  std::vector<std::string> texts;  // headings, titles, labels, runs of text: as they are
  std::vector<std::string> hrefs;
  std::vector<std::string> faults;  // what no page may have

  bool has(const std::string& text) const {
    for (const std::string& one : texts)
      if (one.find(text) != std::string::npos) return true;
    return false;
  }
  bool links_to(const std::string& href) const {
    for (const std::string& one : hrefs)
      if (one == href) return true;
    return false;
  }
  std::string all() const {
    std::string joined;
    for (const std::string& one : texts) joined += one + "\n";
    return joined;
  }
};

class PageReader {
 public:
  PageWords words;

  void read(const Page& page) {
    title("page title", page.title);
    title("page heading", page.heading);
    add(page.lede);
    add(page.blocks);
  }
  void read(const Frame& frame) {
    title("brand", frame.brand);
    text(frame.tagline);
    add(frame.views);
    text(frame.search.text);
    link(frame.search.href);
    if (frame.months) add(*frame.months);
    text(frame.other_language.text);
    link(frame.other_language.href);
    add(frame.foot);
  }

 private:
  void text(const std::string& words_of_page) { words.texts.push_back(words_of_page); }
  void link(const std::string& href) {
    if (!href.empty()) words.hrefs.push_back(href);
  }
  void fault(const std::string& what) { words.faults.push_back(what); }
  void title(const char* what, const std::string& words_of_page) {
    text(words_of_page);
    if (words_of_page.empty()) fault(std::string("empty ") + what);
  }

  void add(const Words& run) {
    for (const Span& span : run) {
      text(span.text);
      link(span.href);
      if (!span.href.empty() && span.text.empty()) fault("a link without words: " + span.href);
    }
  }
  void add(const Choice& choice) {
    title("choice label", choice.label);
    if (choice.options.empty()) fault("a choice without options: " + choice.label);
    for (const Option& option : choice.options) {
      title("option", option.text);
      link(option.href);
    }
  }
  void add(const Scene& scene) {
    for (const Spot& spot : scene.spots) {
      text(spot.words);
      link(spot.href);
    }
  }
  void add(const Table& table) {
    text(table.caption);
    if (table.rows.empty()) fault("a table without rows: " + table.caption);
    int leads = 0;
    for (const Column& column : table.columns) {
      text(column.title);
      link(column.href);
      if (column.lead) ++leads;
    }
    if (leads != 1) fault("a table without exactly one lead column: " + table.caption);
    for (const TableRow& row : table.rows) add(table, row);
  }
  void add(const Table& table, const TableRow& row) {
    if (row.cells.size() != table.columns.size())
      fault("a row of another width: " + table.caption);
    for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
      const Cell& cell = row.cells[i];
      if (cell.status) title("status", cell.status->word);
      add(cell.words);
      bool worded = cell.status.has_value() || cell.bar.has_value();
      for (const Span& span : cell.words) worded = worded || !span.text.empty();
      if (!worded && table.columns[i].place == ColumnPlace::own)
        fault("an empty cell under “" + table.columns[i].title + "” of " + table.caption);
    }
  }
  void add(const Stat& stat) {
    title("stat label", stat.label);
    text(stat.value + " " + stat.unit);
    if (stat.status) title("status", stat.status->word);
    for (const Words& line : stat.lines) add(line);
    if (stat.value.empty() && !stat.status && stat.lines.empty())
      fault("a stat that says nothing: " + stat.label);
    add(stat.foot);
    link(stat.href);
  }

  void add(const std::vector<Block>& blocks) {
    for (const Block& block : blocks)
      std::visit([&](const auto& part) { add_part(part); }, block.content);
  }
  void add_part(const Heading& part) { title("heading", part.text); }
  void add_part(const Paragraph& part) { add(part.words); }
  void add_part(const Stats& part) {
    for (const Stat& stat : part.stats) add(stat);
  }
  void add_part(const Choices& part) {
    for (const Choice& choice : part.choices) add(choice);
  }
  void add_part(const Sliders& part) {
    for (const Slider& slider : part.sliders) {
      title("slider label", slider.label);
      title("slider value", slider.value_label);
    }
  }
  void add_part(const Field& part) { title("field label", part.label); }
  void add_part(const Figure& part) {
    text(part.title);
    title("figure description", part.description);
    add(layout(part.chart, 720));
  }
  void add_part(const Table& part) { add(part); }
  void add_part(const Quote& part) {
    title("quote", part.words);
    add(part.source);
  }
  void add_part(const Terms& part) {
    for (const Term& term : part.terms) {
      title("term", term.name);
      if (term.value.empty()) fault("a term without a value: " + term.name);
      add(term.value);
    }
  }
  void add_part(const Card& part) {
    title("card title", part.title);
    text(part.subtitle);
    add(part.blocks);
    add(part.foot);
  }
  void add_part(const Row& part) {
    for (const RowColumn& column : part.columns) add(column.blocks);
  }
};

// The first chart of this type, wherever it stands; null: there is none.
template <class Shape>
const Shape* chart_in(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (const auto* figure = std::get_if<Figure>(&block.content))
      if (const auto* chart = std::get_if<Shape>(&figure->chart)) return chart;
    if (const auto* card = std::get_if<Card>(&block.content))
      if (const auto* chart = chart_in<Shape>(card->blocks)) return chart;
    if (const auto* row = std::get_if<Row>(&block.content))
      for (const RowColumn& column : row->columns)
        if (const auto* chart = chart_in<Shape>(column.blocks)) return chart;
  }
  return nullptr;
}

inline PageWords words_of(const Page& page) {
  PageReader reader;
  reader.read(page);
  return std::move(reader.words);
}
inline PageWords words_of(const Frame& frame) {
  PageReader reader;
  reader.read(frame);
  return std::move(reader.words);
}

}  // namespace tiendo::test

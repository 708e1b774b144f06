// A Page is one view of the site, finished but for its layout: every word, number and chart that is
// shown, in the order in which it is read. It is inert data. The canvas (web/page_view), the HTML of
// the first seconds, of print and of the failure page (report/html) and the mirror for assistive
// technology are all made from it, so they can never say different things.
//
// Every control is a link: the state of the site is its address (report/route), so choosing a month,
// a filter or a unit leads to another address. A Page knows no pixels and no themes.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/language.h"
#include "chart/charts.h"

namespace tiendo {

// A run of text. `href`: an address of the site ("#/vi/…") or a document ("https://…").
// `quoted`: words of a Vietnamese document, which stay Vietnamese on an English page.
struct Span {
  std::string text;
  Ink ink = Ink::text;
  Weight weight = Weight::regular;
  std::string href;
  bool quoted = false;
};
using Words = std::vector<Span>;

// A state: always shape, word and colour together.
struct Status { Symbol symbol = Symbol::circle; Ink ink = Ink::text; std::string word; };

struct Block;

struct Heading { std::string text; };  // opens a section; levels follow the nesting
enum class ParagraphRole : unsigned char { body, note };
struct Paragraph { Words words; ParagraphRole role = ParagraphRole::body; };

// A headline figure in a box of its own.
struct Stat {
  std::string label;
  std::string value, unit;  // "39,98", "%"; value empty: nothing is published
  std::optional<Status> status;
  std::vector<Words> lines;
  Words foot;         // as of, sources
  std::string href;   // where the whole box leads
};
struct Stats { std::vector<Stat> stats; };

// One of several: the selected option is where the reader is.
struct Option { std::string text, href; bool selected = false; };
enum class ChoiceLook : unsigned char { tabs, segmented, menu };
struct Choice {
  std::string label;  // what is chosen: "Tháng", "Loại đơn vị"
  ChoiceLook look = ChoiceLook::segmented;
  std::vector<Option> options;
};
struct Choices { std::vector<Choice> choices; };  // side by side where there is room

// Numbers that the reader sets. Each leads to `href` with "{}" in it replaced by the number.
struct Slider {
  std::string label, value_label;
  double value = 0, low = 0, high = 1, step = 1;
  std::string href;
};
struct Sliders { std::vector<Slider> sliders; };

// Words that the reader types; they lead to `href` with "{}" in it replaced by them.
enum class FieldLeads : unsigned char { as_typed, when_entered };
struct Field {
  std::string label, value, placeholder, href;
  FieldLeads leads = FieldLeads::when_entered;
};

// A chart. `description` is one sentence for who cannot see it; a table with the same figures
// stands beside it or is linked from it.
struct Figure { Chart chart; std::string title, description; };

enum class ColumnPlace : unsigned char {
  own,    // always a column
  detail  // a column where there is room, else a line under the row's lead cell ("Label: value")
};
struct Column {
  std::string title;
  Align align = Align::left;
  ColumnPlace place = ColumnPlace::own;
  float grow = 0;         // 0: as wide as its content; > 0: shares what is left, text wraps
  bool lead = false;      // names the row (a row header); one a table
  std::vector<std::string> ticks;  // over bars, at even steps from end to end, in place of the title
  std::string href;       // sorts by this column
  std::optional<bool> ascending;  // set where the table is sorted by it
};
struct Cell {
  Words words;
  std::optional<Status> status;   // before the words
  std::optional<double> bar;      // 0–1, drawn as a bar in place of words; words are then its value
  Ink bar_ink = Ink::series;
  std::optional<Sparkline> line;  // drawn in place of the words, which are then what it says
};
struct TableRow { std::vector<Cell> cells; bool highlighted = false; };
struct Table {
  std::string caption;  // read aloud, not drawn; the card's title is drawn
  std::vector<Column> columns;
  std::vector<TableRow> rows;
};

// The words of a document, with where they stand.
struct Quote { std::string words; Words source; };

struct Term { std::string name; Words value; };
struct Terms { std::vector<Term> terms; };

// A framed part of the page with a finding as its title.
struct Card {
  std::string title, subtitle;
  std::vector<Block> blocks;
  Words foot;
  Words takeaways;  // links to what can be saved of it (report/takeaway.h); not on paper
};
// Side by side where every column keeps `min_width` px, else one below the other.
struct RowColumn { float share = 1; std::vector<Block> blocks; };
struct Row { std::vector<RowColumn> columns; float min_width = 320; };

// A block is made once and moved to where it stands. Copying one would be a mistake, and the code
// for it a twelfth of the program.
struct OnlyMoved {
  OnlyMoved() = default;
  OnlyMoved(OnlyMoved&&) = default;
  OnlyMoved& operator=(OnlyMoved&&) = default;
};

struct Block {
  std::variant<Heading, Paragraph, Stats, Choices, Sliders, Field, Figure, Table, Quote, Terms, Card,
               Row> content;
  OnlyMoved once{};
};

// Where there is something to say.
template <class Part>
void append(std::vector<Block>& blocks, std::optional<Part> part) {
  if (part) blocks.push_back({std::move(*part), {}});
}

template <class... Parts>
std::vector<Block> blocks_of(Parts... parts) {
  std::vector<Block> blocks;
  blocks.reserve(sizeof...(parts));
  (blocks.push_back(Block{std::move(parts), {}}), ...);
  return blocks;
}

struct Page {
  Language language = Language::vi;
  std::string title;    // of the browser's tab
  std::string heading;  // the finding
  Words lede;
  std::vector<Block> blocks;
  bool is_found = true;  // false: there is nothing at the address, and the page says so
};

// What is so on every page for now: an earlier state of knowledge, a dataset that is being opened.
struct Notice {
  Words words;
  std::optional<double> share;  // of what is under way, 0–1
};

// One month after another: a button that the app plays, see web/app.h.
struct Play {
  std::string start, stop;     // what the button says
  std::vector<Option> months;  // oldest first; the selected one is shown
  bool playing = false;        // known to the app alone
};

// What frames every page: name, views, month, language, footer.
struct Frame {
  Language language = Language::vi;
  std::string brand, tagline;
  Choice views;                  // all of them; on a phone the first four and `more` at the bottom
  std::string more;
  std::optional<Choice> months;
  std::optional<Play> play;      // where the page differs from month to month
  Option search;                 // leads to the search; selected where the reader is there
  std::string search_hint;       // what a mouse over it is told: its keys
  Option other_language;         // "English", the same page in it
  std::string other_language_short;  // "EN"
  std::vector<Choice> share;     // buttons: "!copy-address", "!copy-citation"
  Choice themes;                 // the system's, light, dark, high contrast; "!theme:…"
  std::string illustration;      // not empty: the mark that invented figures carry on every screen
  std::vector<Notice> notices;
  Words foot;
};

}  // namespace tiendo

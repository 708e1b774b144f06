#include "report/html.h"

#include <algorithm>

#include "base/overloaded.h"
#include "chart/svg.h"
#include "report/html_parts.h"

namespace tiendo {
namespace {

constexpr float figure_width_px = 720;

std::string_view look_class(ChoiceLook look) {
  switch (look) {
    case ChoiceLook::tabs: return "tabs";
    case ChoiceLook::segmented: return "segmented";
    case ChoiceLook::menu: return "menu";
  }
  return "";
}

std::string_view lang_attribute(Language language) {
  return language == Language::vi ? " lang=\"vi\"" : " lang=\"en\"";
}

std::string column_class(const Column& column) {
  std::vector<std::string> names;
  if (column.align == Align::right) names.push_back("right");
  if (column.align == Align::centre) names.push_back("centre");
  if (column.place == ColumnPlace::detail) names.push_back("detail");
  if (column.grow > 0) names.push_back("grow");
  std::string joined;
  for (const std::string& name : names) joined += joined.empty() ? name : " " + name;
  return joined;
}

const Stats* first_stats(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    const Stats* found = std::visit(overloaded{
        [](const Stats& stats) { return &stats; },
        [](const Card& card) { return first_stats(card.blocks); },
        [](const Row& row) {
          const Stats* inside = nullptr;
          for (const RowColumn& column : row.columns)
            if (!inside) inside = first_stats(column.blocks);
          return inside;
        },
        [](const auto&) -> const Stats* { return nullptr; },
    }, block.content);
    if (found) return found;
  }
  return nullptr;
}

// The level of the next heading is passed along, never kept.
class Writer : public HtmlParts {
 public:
  void masthead(const Frame& frame);
  void illustration(const Frame& frame) { element("p", "illustration", frame.illustration); }
  void page(const Page& page, HtmlUse use);
  void foot(const Frame& frame);

 private:
  void choice(const Choice& choice, std::string_view current_kind);
  void stat(const Stat& stat);
  void column_head(const Column& column);
  void cell(const Column& column, const Cell& cell);

  void blocks(const std::vector<Block>& blocks, int level);
  void block(const Heading& block, int level) { heading(level, block.text); }
  void block(const Paragraph& block, int level);
  void block(const Stats& block, int level);
  void block(const Choices& block, int level);
  void block(const Sliders& block, int level);
  void block(const Field& block, int level);
  void block(const Figure& block, int level);
  void block(const Table& block, int level);
  void block(const Quote& block, int level);
  void block(const Terms& block, int level);
  void block(const Card& block, int level);
  void block(const Row& block, int level);
};

void Writer::choice(const Choice& choice, std::string_view current_kind) {
  const bool menu = choice.look == ChoiceLook::menu;
  raw("<nav");
  attribute("class", look_class(choice.look));
  attribute("aria-label", choice.label);
  raw(">");
  if (menu) {
    raw("<details><summary>");
    text(choice.label);
    for (const Option& option : choice.options) {
      if (!option.selected) continue;
      raw(" <b>");
      text(option.text);
      raw("</b>");
    }
    raw("</summary>");
  }
  raw("<ul>");
  for (const Option& option : choice.options) {
    raw("<li><a");
    attribute("href", option.href);
    if (option.selected) attribute("aria-current", current_kind);
    raw(">");
    text(option.text);
    raw("</a></li>");
  }
  raw(menu ? "</ul></details></nav>\n" : "</ul></nav>\n");
}

void Writer::stat(const Stat& stat) {
  open("li", stat.value.empty() && !stat.status ? "stat silent" : "stat");
  open("p", "label");
  link_or_text(stat.label, stat.href);
  close("p");
  if (!stat.value.empty()) {
    raw("<p>");
    open("b", "number");
    text(stat.value);
    raw("</b>");
    if (!stat.unit.empty()) {
      raw(" ");
      open("span", "unit");
      text(stat.unit);
      raw("</span>");
    }
    close("p");
  }
  if (stat.status) {
    raw("<p>");
    status(*stat.status);
    close("p");
  }
  for (const Words& line : stat.lines) paragraph("line", line);
  paragraph("note", stat.foot);
  close("li");
}

void Writer::column_head(const Column& column) {
  const std::string_view tag = column.title.empty() ? "td" : "th";
  const std::string css_class = column_class(column);
  raw(tag == "td" ? "<td" : "<th scope=\"col\"");
  if (!css_class.empty()) attribute("class", css_class);
  if (column.ascending) attribute("aria-sort", *column.ascending ? "ascending" : "descending");
  raw(">");
  link_or_text(column.title, column.href);
  close(tag);
}

void Writer::cell(const Column& column, const Cell& cell) {
  const std::string css_class = column_class(column);
  raw(column.lead ? "<th scope=\"row\"" : "<td");
  if (!css_class.empty()) attribute("class", css_class);
  if (column.place == ColumnPlace::detail) attribute("data-label", column.title);
  raw(">");
  if (cell.bar) bar(*cell.bar, cell.bar_ink);
  if (cell.status) status(*cell.status);
  if (cell.status && !cell.words.empty()) raw(" ");
  words(cell.words);
  close(column.lead ? "th" : "td");
}

void Writer::blocks(const std::vector<Block>& content, int level) {
  int inner = level;
  for (const Block& part : content) {
    const bool opens_section = std::holds_alternative<Heading>(part.content);
    if (opens_section) inner = level;
    std::visit([&](const auto& kind) { block(kind, inner); }, part.content);
    if (opens_section) inner = level + 1;
  }
}

void Writer::block(const Paragraph& block, int) {
  paragraph(block.role == ParagraphRole::note ? "note" : "", block.words);
}

void Writer::block(const Stats& block, int) {
  open("ul", "stats");
  for (const Stat& one : block.stats) stat(one);
  close("ul");
}

void Writer::block(const Choices& block, int) {
  open("div", "choices");
  for (const Choice& one : block.choices) choice(one, "true");
  close("div");
}

// Where nothing can be set, in print and on the failure page: what it is set to.
void Writer::block(const Sliders& block, int) {
  open("dl", "terms");
  for (const Slider& one : block.sliders) {
    raw("<div>");
    element("dt", "", one.label);
    element("dd", "", one.value_label);
    raw("</div>\n");
  }
  close("dl");
}

void Writer::block(const Field& block, int) {
  if (!block.value.empty()) element("p", "field", block.label + ": " + block.value);
}

void Writer::block(const Figure& block, int) {
  open("figure", "figure");
  raw(to_svg(layout(block.chart, figure_width_px), block.title, block.description,
             SvgUse::inline_in_page));
  raw("<figcaption>");
  if (!block.title.empty()) {
    raw("<b>");
    text(block.title);
    raw("</b> ");
  }
  text(block.description);
  close("figcaption");
  close("figure");
}

void Writer::block(const Table& block, int) {
  open("table", "table");
  element("caption", "", block.caption);
  raw("<thead><tr>");
  for (const Column& column : block.columns) column_head(column);
  raw("</tr></thead>\n<tbody>\n");
  for (const TableRow& row : block.rows) {
    open("tr", row.highlighted ? "highlighted" : "");
    const std::size_t cells = std::min(row.cells.size(), block.columns.size());
    for (std::size_t i = 0; i < cells; ++i) cell(block.columns[i], row.cells[i]);
    close("tr");
  }
  raw("</tbody></table>\n");
}

void Writer::block(const Quote& block, int) {
  open("figure", "quote");
  raw("<blockquote lang=\"vi\"><p>");
  text(block.words);
  raw("</p></blockquote>\n<figcaption><cite>");
  words(block.source);
  raw("</cite></figcaption>");
  close("figure");
}

void Writer::block(const Terms& block, int) {
  open("dl", "terms");
  for (const Term& term : block.terms) {
    raw("<div>");
    element("dt", "", term.name);
    raw("<dd>");
    words(term.value);
    raw("</dd></div>\n");
  }
  close("dl");
}

void Writer::block(const Card& block, int level) {
  open("section", "card");
  heading(level, block.title);
  element("p", "subtitle", block.subtitle);
  blocks(block.blocks, level + 1);
  paragraph("note", block.foot);
  close("section");
}

void Writer::block(const Row& block, int level) {
  float least = 0;
  for (const RowColumn& column : block.columns)
    least = least <= 0 ? column.share : std::min(least, column.share);
  open("div", "row");
  for (const RowColumn& column : block.columns) {
    open("div", column.share > least ? "column wide" : "column");
    blocks(column.blocks, level);
    close("div");
  }
  close("div");
}

void Writer::masthead(const Frame& frame) {
  open("header", "masthead");
  open("p", "brand");
  link_or_text(frame.brand, frame.views.options.empty() ? "" : frame.views.options.front().href);
  close("p");
  element("p", "tagline", frame.tagline);
  choice(frame.views, "page");
  if (frame.months) choice(*frame.months, "true");
  if (!frame.other_language.text.empty()) {
    const std::string_view other = frame.language == Language::vi ? "en" : "vi";
    raw("<a class=\"language\"");
    attribute("lang", other);
    attribute("hreflang", other);
    attribute("href", frame.other_language.href);
    raw(">");
    text(frame.other_language.text);
    close("a");
  }
  close("header");
}

void Writer::page(const Page& page, HtmlUse use) {
  const bool whole = use == HtmlUse::page;
  open("article", whole ? "page" : "page headline", lang_attribute(page.language));
  heading(1, page.heading);
  paragraph("lede", page.lede);
  if (whole) {
    blocks(page.blocks, 2);
  } else if (const Stats* stats = first_stats(page.blocks)) {
    block(*stats, 2);
  }
  close("article");
}

void Writer::foot(const Frame& frame) {
  if (frame.foot.empty()) return;
  open("footer", "foot");
  paragraph("", frame.foot);
  close("footer");
}

}  // namespace

std::string to_html(const Page& page, const Frame& frame, HtmlUse use) {
  Writer writer;
  const bool whole = use == HtmlUse::page;
  if (whole) {
    writer.open("div", "site", lang_attribute(frame.language));
    writer.masthead(frame);
  }
  writer.illustration(frame);
  writer.page(page, use);
  if (whole) {
    writer.foot(frame);
    writer.close("div");
  }
  return writer.take();
}

}  // namespace tiendo

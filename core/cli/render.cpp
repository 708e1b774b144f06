#include "cli/render.h"

#include <cstdio>

#include "chart/svg.h"
#include "report/html.h"
#include "report/phrases.h"
#include "report/publication.h"
#include "report/takeaway.h"

namespace tiendo {
namespace {

// Readable without a style sheet's file: the inks of the charts and a measure for the text.
constexpr const char* document_style =
    "body{font:16px/1.5 'Noto Sans',sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;"
    "color:#15202e}table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;"
    "padding:.25rem .75rem .25rem 0;border-bottom:1px solid #e3e7ec}.right{text-align:right}"
    "svg{max-width:100%;height:auto}svg.bar{width:6rem;height:.5rem}nav ul{padding:0}"
    "nav li{display:inline;margin-right:1rem}";

Route route_of(const RenderOptions& options) {
  const bool whole = !options.view.empty() && options.view[0] == '#';
  const std::string language = options.language.empty() ? "vi" : options.language;
  Route route = parse_address(whole ? options.view : "#/" + language + "/" + options.view);
  if (!options.language.empty())
    route.language = options.language == "en" ? Language::en : Language::vi;
  return route;
}

std::string document(const Page& page, const Frame& frame) {
  const std::string language = page.language == Language::vi ? "vi" : "en";
  return "<!doctype html>\n<html lang=\"" + language + "\">\n<meta charset=\"utf-8\">\n<title>" +
         escape_html(page.title) + "</title>\n<style>" + document_style +
         ink_style_sheet(Theme::light) + "</style>\n<main>\n" +
         to_html(page, frame, HtmlUse::page) + "</main>\n</html>\n";
}

int print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}

// The one that was asked for, as `write` makes it.
template <class Titled, class Write>
int print_one(const std::vector<Titled>& all, std::size_t number, const char* what,
              const Write& write) {
  if (number > 0 && number <= all.size()) return print(write(all[number - 1]));
  if (all.empty()) {
    std::fprintf(stderr, "tiendo render: the view has no %s\n", what);
  } else {
    std::fprintf(stderr, "tiendo render: the view has no %s %zu; its last is %zu\n", what,
                 number, all.size());
  }
  return 1;
}

}  // namespace

std::string view_list() {
  const auto list = [](Language language) { return join(view_names(language), ", "); };
  return list(Language::vi) + " (" + list(Language::en) + ")";
}

int render(const Publication& publication, const RenderOptions& options) {
  const Route route = route_of(options);
  const Page page = make_page(publication, route);
  if (!page.is_found) {
    std::fprintf(stderr, "tiendo render: nothing is at %s; the views are %s\n",
                 options.view.c_str(), view_list().c_str());
    return 2;
  }
  const Frame frame = make_frame(publication, route);
  const std::string& mark = frame.illustration;
  if (options.format == "html") return print(document(page, frame));
  if (options.format == "html-fragment") return print(to_html(page, frame, HtmlUse::headline));
  const auto svg = [&](const Titled<Figure>& chart) { return svg_of(chart, mark); };
  const auto csv = [&](const Titled<Table>& table) { return csv_of(table, mark); };
  if (options.format == "svg") return print_one(charts_of(page), options.number, "chart", svg);
  if (options.format == "csv") return print_one(tables_of(page), options.number, "table", csv);
  std::fprintf(stderr, "tiendo render: unknown format %s; html, html-fragment, svg or csv\n",
               options.format.c_str());
  return 2;
}

}  // namespace tiendo

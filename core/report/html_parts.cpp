#include "report/html_parts.h"

#include <algorithm>

#include "chart/svg.h"
#include "report/html.h"

namespace tiendo {
namespace {

constexpr int deepest_heading = 6;

// Text is what it is without a class.
std::string_view class_of(Ink ink) {
  return ink == Ink::none || ink == Ink::text ? "" : ink_class(ink);
}

std::string_view symbol_text(Symbol symbol) {
  switch (symbol) {
    case Symbol::circle: return "●";
    case Symbol::ring: return "○";
    case Symbol::square: return "■";
    case Symbol::triangle_up: return "▲";
    case Symbol::triangle_down: return "▼";
    case Symbol::diamond: return "◆";
    case Symbol::half_circle: return "◐";
    case Symbol::dash: return "–";
    case Symbol::cross: return "✕";
  }
  return "";
}

bool is_external(std::string_view href) {
  return href.starts_with("https://") || href.starts_with("http://");
}

// What only the canvas can do ("!print"): in a document there is nothing to press.
bool is_action(const Span& span) { return span.href.starts_with("!"); }

// A relative file has no scheme and leaves neither its folder nor its origin.
bool may_be_linked(std::string_view href) {
  if (href.empty()) return false;
  if (is_external(href) || href[0] == '#') return true;
  return href[0] != '/' && href.find(':') == href.npos && href.find("..") == href.npos &&
         href.find('\\') == href.npos;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

void HtmlParts::text(std::string_view words) { out_ += escape_html(words); }

void HtmlParts::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"").append(escape_html(value)).append("\"");
}

void HtmlParts::open(std::string_view tag, std::string_view css_class,
                     std::string_view attributes) {
  out_.append("<").append(tag);
  if (!css_class.empty()) attribute("class", css_class);
  out_.append(attributes).append(">");
}

void HtmlParts::close(std::string_view tag) { out_.append("</").append(tag).append(">\n"); }

void HtmlParts::element(std::string_view tag, std::string_view css_class, std::string_view words) {
  if (words.empty()) return;
  open(tag, css_class);
  text(words);
  close(tag);
}

void HtmlParts::heading(int level, std::string_view words) {
  element("h" + std::to_string(std::min(level, deepest_heading)), "", words);
}

void HtmlParts::paragraph(std::string_view css_class, const Words& content) {
  if (std::all_of(content.begin(), content.end(), is_action)) return;
  open("p", css_class);
  words(content);
  close("p");
}

void HtmlParts::open_link(std::string_view href) {
  out_ += "<a";
  attribute("href", href);
  if (is_external(href)) attribute("rel", "noopener noreferrer");
  out_ += ">";
}

void HtmlParts::link_or_text(std::string_view words, std::string_view href) {
  const bool linked = may_be_linked(href);
  if (linked) open_link(href);
  text(words);
  if (linked) out_ += "</a>";
}

void HtmlParts::words(const Words& words) {
  for (const Span& part : words) span(part);
}

void HtmlParts::span(const Span& span) {
  if (is_action(span)) return;
  const bool linked = may_be_linked(span.href);
  const bool bold = span.weight == Weight::bold;
  const std::string_view ink = class_of(span.ink);
  const bool marked = !ink.empty() || span.quoted;
  if (linked) open_link(span.href);
  if (bold) out_ += "<b>";
  if (marked) {
    out_ += "<span";
    if (!ink.empty()) attribute("class", ink);
    if (span.quoted) attribute("lang", "vi");
    out_ += ">";
  }
  text(span.text);
  if (marked) out_ += "</span>";
  if (bold) out_ += "</b>";
  if (linked) out_ += "</a>";
}

void HtmlParts::status(const Status& status) {
  const std::string_view ink = class_of(status.ink);
  open("span", ink.empty() ? "status" : "status " + std::string(ink));
  open("span", "symbol", " aria-hidden=\"true\"");
  out_.append(symbol_text(status.symbol)).append("</span> ");
  text(status.word);
  out_ += "</span>";
}

// No style attributes: the site's policy forbids them, and an SVG needs none.
void HtmlParts::bar(double share, Ink ink) {
  const int width = static_cast<int>(std::clamp(share, 0.0, 1.0) * 100 + 0.5);
  open("svg", "bar", " viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"");
  const auto rect = [&](Ink fill, int wide) {
    out_ += "<rect";
    attribute("class", ink_class(fill));
    attribute("width", std::to_string(wide));
    out_ += " height=\"8\" fill=\"currentColor\"/>";
  };
  rect(Ink::field, 100);
  rect(ink, width);
  out_ += "</svg> ";
}

}  // namespace tiendo

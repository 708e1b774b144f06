#include "chart/svg.h"

#include <cmath>
#include <cstdlib>
#include <cstdint>
#include <string_view>

#include "chart/symbol.h"

namespace tiendo {
namespace {

// To a tenth of a pixel, without a locale: "12", "12.5", "-0.3".
std::string number(float value) {
  if (!(value > -1e7f && value < 1e7f)) return "0";
  const long tenths = std::lround(static_cast<double>(value) * 10);
  const long whole = std::labs(tenths) / 10, part = std::labs(tenths) % 10;
  std::string text = tenths < 0 ? "-" : "";
  text += std::to_string(whole);
  if (part != 0) text += '.', text += std::to_string(part);
  return text;
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') escaped += c;
    }
  }
  return escaped;
}

std::string attribute(const char* name, const std::string& value) {
  return std::string(" ") + name + "=\"" + value + '"';
}
std::string attribute(const char* name, float value) { return attribute(name, number(value)); }

std::string filled(Ink ink) {
  return attribute("class", ink_class(ink)) + " fill=\"currentColor\"";
}
std::string stroked(Ink ink, float width) {
  return attribute("class", ink_class(ink)) + " fill=\"none\" stroke=\"currentColor\"" +
         attribute("stroke-width", width);
}

std::string points_of(const std::vector<Point>& points) {
  std::string text;
  for (const Point point : points) {
    if (!text.empty()) text += ' ';
    text += number(point.x) + ',' + number(point.y);
  }
  return attribute("points", text);
}

std::string rect(const Box& box, float radius, const std::string& paint) {
  std::string text = "<rect" + attribute("x", box.x) + attribute("y", box.y) +
                     attribute("width", box.width) + attribute("height", box.height);
  if (radius > 0) text += attribute("rx", radius);
  return text + paint + "/>\n";
}

std::string circle(Point centre, float radius, const std::string& paint) {
  return "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) +
         attribute("r", radius) + paint + "/>\n";
}

std::string svg(const RectMark& mark) {
  std::string text;
  if (mark.fill != Ink::none) text += rect(mark.box, mark.radius, filled(mark.fill));
  if (mark.stroke != Ink::none) text += rect(mark.box, mark.radius, stroked(mark.stroke, 1));
  return text;
}

std::string svg(const LineMark& mark) {
  if (mark.points.size() < 2) return "";
  return "<polyline" + points_of(mark.points) + stroked(mark.ink, mark.width) +
         (mark.dashed ? " stroke-dasharray=\"5 4\"" : " stroke-linejoin=\"round\"") + "/>\n";
}

std::string svg(const AreaMark& mark) {
  if (mark.points.size() < 3 || mark.fill == Ink::none) return "";
  return "<polygon" + points_of(mark.points) + filled(mark.fill) + "/>\n";
}

std::string svg(const SymbolMark& mark) {
  std::string text;
  const float radius = mark.size / 2, stroke = ring_stroke(mark.size);
  if (mark.symbol == Symbol::circle) text += circle(mark.centre, radius, filled(mark.ink));
  if (mark.symbol == Symbol::ring || mark.symbol == Symbol::half_circle) {
    text += circle(mark.centre, radius - stroke / 2, filled(Ink::surface));
    text += circle(mark.centre, radius - stroke / 2, stroked(mark.ink, stroke));
  }
  for (const std::vector<Point>& polygon : symbol_polygons(mark))
    text += "<polygon" + points_of(polygon) + filled(mark.ink) + "/>\n";
  return text;
}

std::string svg(const TextMark& mark) {
  std::string text = "<text" + attribute("x", mark.at.x) + attribute("y", mark.at.y) +
                     attribute("font-size", mark.size) + filled(mark.ink);
  if (mark.weight == Weight::bold) text += " font-weight=\"700\"";
  if (mark.align == Align::centre) text += " text-anchor=\"middle\"";
  if (mark.align == Align::right) text += " text-anchor=\"end\"";
  return text + '>' + escape(mark.text) + "</text>\n";
}

// Several drawings share a page: their ids come from their words (FNV-1a).
std::string id_of(std::string_view words) {
  std::uint32_t hash = 2166136261u;
  for (const char c : words) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  std::string id = "c";
  for (int shift = 28; shift >= 0; shift -= 4) id += "0123456789abcdef"[(hash >> shift) & 15u];
  return id;
}

std::string opening(const Scene& scene, const std::string& title, const std::string& description,
                    SvgUse use) {
  const std::string id = id_of(title + '\n' + description);
  std::string text = "<svg";
  if (use == SvgUse::stand_alone) text += " xmlns=\"http://www.w3.org/2000/svg\"";
  text += attribute("width", scene.width) + attribute("height", scene.height);
  text += attribute("viewBox", "0 0 " + number(scene.width) + ' ' + number(scene.height));
  text += " role=\"img\"";
  text += attribute("aria-labelledby", id + 't' + (description.empty() ? "" : ' ' + id + 'd'));
  text +=
      " font-family=\"'Noto Sans', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif\">\n";
  text += "<title" + attribute("id", id + 't') + '>' + escape(title) + "</title>\n";
  if (!description.empty())
    text += "<desc" + attribute("id", id + 'd') + '>' + escape(description) + "</desc>\n";
  return text;
}

constexpr Ink inks[] = {
    Ink::text,    Ink::muted, Ink::faint,  Ink::line,    Ink::line_strong,  Ink::page,
    Ink::surface, Ink::field, Ink::accent, Ink::series,  Ink::series_other,
    Ink::series_third, Ink::series_fourth, Ink::good, Ink::warn, Ink::bad, Ink::info, Ink::silence,
    Ink::seq1,    Ink::seq2,  Ink::seq3,   Ink::seq4,    Ink::seq5,
};

}  // namespace

const char* ink_class(Ink ink) {
  switch (ink) {
    case Ink::none: return "ink-none";
    case Ink::text: return "ink-text";
    case Ink::muted: return "ink-muted";
    case Ink::faint: return "ink-faint";
    case Ink::line: return "ink-line";
    case Ink::line_strong: return "ink-line-strong";
    case Ink::page: return "ink-page";
    case Ink::surface: return "ink-surface";
    case Ink::field: return "ink-field";
    case Ink::accent: return "ink-accent";
    case Ink::series: return "ink-series";
    case Ink::series_other: return "ink-series-other";
    case Ink::series_third: return "ink-series-third";
    case Ink::series_fourth: return "ink-series-fourth";
    case Ink::good: return "ink-good";
    case Ink::warn: return "ink-warn";
    case Ink::bad: return "ink-bad";
    case Ink::info: return "ink-info";
    case Ink::silence: return "ink-silence";
    case Ink::seq1: return "ink-seq1";
    case Ink::seq2: return "ink-seq2";
    case Ink::seq3: return "ink-seq3";
    case Ink::seq4: return "ink-seq4";
    case Ink::seq5: return "ink-seq5";
  }
  return "ink-none";
}

std::string ink_style_sheet(Theme theme) {
  std::string style;
  for (const Ink ink : inks) {
    const std::uint32_t colour = rgb(theme, ink);
    style += std::string(".") + ink_class(ink) + "{color:#";
    for (int shift = 20; shift >= 0; shift -= 4)
      style += "0123456789abcdef"[(colour >> shift) & 15u];
    style += "}\n";
  }
  return style;
}

std::string to_svg(const Scene& scene, const std::string& title, const std::string& description,
                   SvgUse use) {
  std::string text = opening(scene, title, description, use);
  if (use == SvgUse::stand_alone) {
    text += "<style>\n" + ink_style_sheet(Theme::light) + "</style>\n";
    text += rect({0, 0, scene.width, scene.height}, 0, filled(Ink::surface));
  }
  for (const Mark& mark : scene.marks)
    text += std::visit([](const auto& one) { return svg(one); }, mark);
  for (const Spot& spot : scene.spots)
    text += "<rect" + attribute("x", spot.box.x) + attribute("y", spot.box.y) +
            attribute("width", spot.box.width) + attribute("height", spot.box.height) +
            " fill=\"none\" pointer-events=\"all\"><title>" + escape(spot.words) +
            "</title></rect>\n";
  return text + "</svg>\n";
}

}  // namespace tiendo

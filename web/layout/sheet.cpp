#include "layout/sheet.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/overloaded.h"
#include "chart/text_width.h"

namespace tiendo {

namespace {

Box bounds_of(const std::vector<Point>& points, float margin) {
  if (points.empty()) return {};
  float left = points[0].x, right = left, top = points[0].y, bottom = top;
  for (const Point& point : points) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    bottom = std::max(bottom, point.y);
  }
  return {left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin};
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> escaped{};
      std::snprintf(escaped.data(), escaped.size(), "\\u%04x", static_cast<unsigned>(c));
      out += escaped.data();
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  if (out.back() != '{') out += ',';
  append_string(out, name);
  out += ':';
  append_string(out, value);
}

void append_nodes(std::string& out, const std::vector<Node>& nodes);

void append_input(std::string& out, const Input& input) {
  std::array<char, 128> range{};
  std::snprintf(range.data(), range.size(), ",\"low\":%g,\"high\":%g,\"step\":%g,\"leads\":%d}",
                input.low, input.high, input.step, input.as_typed ? 1 : 0);
  if (out.back() != '{') out += ',';
  out += "\"input\":{";
  append_field(out, "type", input.is_text ? "text" : "range");
  append_field(out, "value", input.value);
  append_field(out, "placeholder", input.placeholder);
  append_field(out, "words", input.words);
  out += range.data();
}

void append_node(std::string& out, const Node& node) {
  out += '{';
  append_field(out, "tag", node.tag);
  append_field(out, "text", node.text);
  append_field(out, "href", node.href);
  append_field(out, "label", node.label);
  append_field(out, "role", node.role);
  append_field(out, "state", node.state);
  if (node.quoted) append_field(out, "lang", "vi");
  if (node.input) append_input(out, *node.input);
  if (node.box.width > 0) {
    std::array<char, 96> box{};
    std::snprintf(box.data(), box.size(), "%s\"box\":[%d,%d,%d,%d]", out.back() == '{' ? "" : ",",
                  static_cast<int>(node.box.x), static_cast<int>(node.box.y),
                  static_cast<int>(node.box.width + 0.5f),
                  static_cast<int>(node.box.height + 0.5f));
    out += box.data();
  }
  if (node.long_table >= 0) {
    if (out.back() != '{') out += ',';
    out += "\"rows\":" + std::to_string(node.long_table);
  }
  if (!node.children.empty()) {
    if (out.back() != '{') out += ',';
    out += "\"nodes\":";
    append_nodes(out, node.children);
  }
  out += '}';
}

void append_nodes(std::string& out, const std::vector<Node>& nodes) {
  out += '[';
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i > 0) out += ',';
    append_node(out, nodes[i]);
  }
  out += ']';
}

}  // namespace

const Area* Sheet::area_at(Point point) const {
  const Area* found = nullptr;
  for (const Area& area : areas) {
    const Box& box = area.box;
    if (point.x < box.x || point.x > box.right() || point.y < box.y || point.y > box.bottom())
      continue;
    if (!found || box.width * box.height <= found->box.width * found->box.height) found = &area;
  }
  return found;
}

Box bounds(const Mark& mark) {
  return std::visit(
      overloaded{
          [](const RectMark& rect) { return rect.box; },
          [](const LineMark& line) { return bounds_of(line.points, line.width); },
          [](const AreaMark& area) { return bounds_of(area.points, 0); },
          [](const SymbolMark& symbol) {
            return Box{symbol.centre.x - symbol.size, symbol.centre.y - symbol.size,
                       2 * symbol.size, 2 * symbol.size};
          },
          [](const TextMark& text) {  // only its height matters for leaving it out
            return Box{text.at.x, text.at.y - 1.2f * text.size, 1, 1.7f * text.size};
          },
      },
      mark);
}

void move(Mark& mark, float dx, float dy) {
  const auto shift = [dx, dy](Point& point) {
    point.x += dx;
    point.y += dy;
  };
  std::visit(
      overloaded{
          [&](RectMark& rect) { rect.box.x += dx, rect.box.y += dy; },
          [&](LineMark& line) { std::for_each(line.points.begin(), line.points.end(), shift); },
          [&](AreaMark& area) { std::for_each(area.points.begin(), area.points.end(), shift); },
          [&](SymbolMark& symbol) { shift(symbol.centre); },
          [&](TextMark& text) { shift(text.at); },
      },
      mark);
}

std::string to_json(const std::vector<Node>& nodes) {
  std::string out;
  append_nodes(out, nodes);
  return out;
}

}  // namespace tiendo

#include "layout/typeset.h"

#include <algorithm>

#include "chart/text_width.h"

namespace tiendo {

namespace {

// A stretch of one span between two places where a line may break.
struct Piece {
  std::size_t span = 0;
  std::string_view text;       // without the space behind it
  float width = 0;
  bool space_after = false;
  bool line_break = false;
};

struct Line {
  std::size_t first = 0, last = 0;  // pieces [first, last)
  float width = 0;
};

Weight weight_of(const Span& span, const TextStyle& style) {
  return span.weight == Weight::bold ? Weight::bold : style.weight;
}

Ink ink_of(const Span& span, const TextStyle& style) {
  return span.ink == Ink::text ? style.ink : span.ink;
}

float space_width(const TextStyle& style) { return text_width(" ", style.size, style.weight); }

std::vector<Piece> cut(const Words& words, const TextStyle& style) {
  std::vector<Piece> pieces;
  for (std::size_t s = 0; s < words.size(); ++s) {
    const std::string_view text = words[s].text;
    const Weight weight = weight_of(words[s], style);
    std::size_t start = 0;
    while (start < text.size()) {
      const std::size_t space = text.find_first_of(" \n", start);
      const std::size_t end = space == std::string_view::npos ? text.size() : space;
      const std::string_view word = text.substr(start, end - start);
      const bool at_space = end < text.size();
      pieces.push_back({.span = s,
                        .text = word,
                        .width = text_width(word, style.size, weight),
                        .space_after = at_space && text[end] == ' ',
                        .line_break = at_space && text[end] == '\n'});
      start = at_space ? end + 1 : end;
    }
  }
  return pieces;
}

// A piece hangs on to the one before it where no space stands between them ("39,51" + " %").
std::size_t end_of_word(const std::vector<Piece>& pieces, std::size_t from) {
  std::size_t end = from;
  while (end < pieces.size() && !pieces[end].space_after && !pieces[end].line_break) ++end;
  return std::min(end + 1, pieces.size());
}

std::vector<Line> wrap(const std::vector<Piece>& pieces, float width, float space) {
  std::vector<Line> lines;
  Line line;
  for (std::size_t i = 0; i < pieces.size();) {
    const std::size_t end = end_of_word(pieces, i);
    float word = 0;
    for (std::size_t k = i; k < end; ++k) word += pieces[k].width;
    const float gap = line.last > line.first && pieces[i - 1].space_after ? space : 0;
    if (line.last > line.first && line.width + gap + word > width + 0.5f) {
      lines.push_back(line);
      line = {.first = i, .last = i, .width = 0};
    } else {
      line.width += gap;
    }
    line.width += word;
    line.last = end;
    if (pieces[end - 1].line_break) {
      lines.push_back(line);
      line = {.first = end, .last = end, .width = 0};
    }
    i = end;
  }
  if (line.last > line.first) lines.push_back(line);
  return lines;
}

// Neighbouring pieces of one span on one line are one run of text.
struct Run {
  std::size_t span = 0;
  std::string text;
  float x = 0, width = 0;
};

std::vector<Run> runs_of(const std::vector<Piece>& pieces, const Line& line, float space) {
  std::vector<Run> runs;
  float x = 0;
  for (std::size_t i = line.first; i < line.last; ++i) {
    const Piece& piece = pieces[i];
    const bool space_here = i > line.first && pieces[i - 1].space_after;
    if (!runs.empty() && runs.back().span == piece.span) {
      if (space_here) runs.back().text += ' ', x += space;
      runs.back().text += piece.text;
    } else {
      if (space_here) x += space;
      runs.push_back({.span = piece.span, .text = std::string(piece.text), .x = x, .width = 0});
    }
    x += piece.width;
    runs.back().width = x - runs.back().x;
  }
  return runs;
}

// Under the tails of letters and the dots of ẹ and ọ, which are painted over it.
void underline(Sheet& sheet, float left, float right, float base, float size) {
  const float y = base + std::max(4.0f, size * 0.29f);
  sheet.marks.push_back(LineMark{.points = {{left, y}, {right, y}}, .ink = Ink::line_strong});
}

void paint_run(Sheet& sheet, const Span& span, const Run& run, const TextStyle& style, Point at) {
  const std::size_t first = sheet.marks.size();
  const float y = base_line(at.y, style), left = at.x + run.x;
  if (!span.href.empty()) underline(sheet, left, left + run.width, y, style.size);
  sheet.marks.push_back(TextMark{.at = {left, y},
                                 .text = run.text,
                                 .size = style.size,
                                 .weight = weight_of(span, style),
                                 .ink = ink_of(span, style)});
  if (span.href.empty()) return;
  const float room = std::max(0.0f, (24 - style.line_height()) / 2);
  sheet.areas.push_back(
      {.box = {at.x + run.x, at.y - room, run.width, style.line_height() + 2 * room},
       .href = span.href,
       .words = {},
       .first_mark = first,
       .last_mark = sheet.marks.size()});
}

// A node a span; of neighbours with one address the first is the link of all, the others are empty.
void mirror_words(std::vector<Node>& nodes, const Words& words, const std::vector<Box>& boxes) {
  std::size_t link = 0;
  for (std::size_t s = 0; s < words.size(); ++s) {
    const Span& span = words[s];
    if (s > 0 && !span.href.empty() && span.href == words[s - 1].href) {
      Box& box = nodes[link].box;
      nodes[link].text += span.text;
      if (box.y == boxes[s].y) box.width = boxes[s].right() - box.x;
      nodes.emplace_back();
      continue;
    }
    Node node{.text = span.text, .quoted = span.quoted};
    if (!span.href.empty()) {
      node.tag = is_action(span.href) ? "button" : "a";
      node.href = span.href;
      node.box = boxes[s];
      link = nodes.size();
    } else if (span.quoted) {
      node.tag = "q";
    }
    nodes.push_back(std::move(node));
  }
}

// No letter of the fonts is wider than its bytes in em: known without measuring.
bool surely_one_line(const Words& words, const TextStyle& style, float width) {
  std::size_t bytes = 0;
  for (const Span& span : words) {
    if (span.text.find('\n') != std::string::npos) return false;
    bytes += span.text.size();
  }
  return bytes > 0 && static_cast<float>(bytes) * style.size <= width;
}

void shorten_last(std::vector<Line>& lines, const TextStyle& style) {
  if (style.lines_max > 0 && lines.size() > static_cast<std::size_t>(style.lines_max))
    lines.resize(static_cast<std::size_t>(style.lines_max));
}

}  // namespace

float set_words(Sheet& sheet, std::vector<Node>& nodes, const Words& words, const TextStyle& style,
                Point at, float width) {
  if (sheet.heights_only) return measure_words(words, style, width);
  const std::vector<Piece> pieces = cut(words, style);
  const float space = space_width(style);
  std::vector<Line> lines = wrap(pieces, width, space);
  const bool cut_short =
      style.lines_max > 0 && lines.size() > static_cast<std::size_t>(style.lines_max);
  shorten_last(lines, style);
  std::vector<Box> boxes(words.size());
  float y = at.y;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const Line& line = lines[l];
    const float slack = std::max(0.0f, width - line.width);
    const float x = at.x + (style.align == Align::right    ? slack
                            : style.align == Align::centre ? slack / 2
                                                           : 0);
    std::vector<Run> runs = runs_of(pieces, line, space);
    if (cut_short && l + 1 == lines.size() && !runs.empty()) {
      Run& run = runs.back();
      run.text = shorten(run.text + " ……", style.size, style.weight, width - run.x);
    }
    for (const Run& run : runs) {
      paint_run(sheet, words[run.span], run, style, {x, y});
      Box& box = boxes[run.span];
      if (box.width <= 0) box = {x + run.x, y, run.width, style.line_height()};
    }
    y += style.line_height();
  }
  mirror_words(nodes, words, boxes);
  return y - at.y;
}

float set_text(Sheet& sheet, std::vector<Node>& nodes, std::string_view text,
               const TextStyle& style, Point at, float width) {
  return set_words(sheet, nodes, {Span{.text = std::string(text)}}, style, at, width);
}

float set_line(Sheet& sheet, std::string_view text, const TextStyle& style, Point at) {
  const float width = text_width(text, style.size, style.weight);
  const float x = at.x - (style.align == Align::right    ? width
                          : style.align == Align::centre ? width / 2
                                                         : 0);
  sheet.marks.push_back(TextMark{.at = {x, base_line(at.y, style)},
                                 .text = std::string(text),
                                 .size = style.size,
                                 .weight = style.weight,
                                 .ink = style.ink});
  return width;
}

float measure_words(const Words& words, const TextStyle& style, float width) {
  if (surely_one_line(words, style, width)) return style.line_height();
  std::vector<Line> lines = wrap(cut(words, style), width, space_width(style));
  shorten_last(lines, style);
  return static_cast<float>(lines.size()) * style.line_height();
}

// As cut() and wrap() would find, without keeping a piece: tables ask this of every cell.
Extent extent_of(const Words& words, const TextStyle& style) {
  const float space = space_width(style);
  Extent extent;
  float line = 0, word = 0, gap = 0;
  for (const Span& span : words) {
    const std::string_view text = span.text;
    const Weight weight = weight_of(span, style);
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n", start), text.size());
      const float width = text_width(text.substr(start, end - start), style.size, weight);
      line += gap + width;
      word += width;
      gap = 0;
      extent.line = std::max(extent.line, line);
      extent.word = std::max(extent.word, word);
      if (end < text.size()) {
        word = 0;
        if (text[end] == ' ') gap = space;
        else line = 0;
      }
      start = end + 1;
    }
  }
  return extent;
}

}  // namespace tiendo

// What a reader takes away from a page: its tables as CSV, its charts as SVG, each with the title of
// the card that it stands in and, where figures are invented, with their mark; and the page as a
// line to cite. Charts and tables are numbered as they stand on the page, from 0.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/publication.h"

namespace tiendo {

template <class Kind>
struct Titled { const Kind* block = nullptr; std::string title; };

std::vector<Titled<Figure>> charts_of(const Page& page);
std::vector<Titled<Table>> tables_of(const Page& page);

std::string svg_of(const Titled<Figure>& chart, const std::string& mark);  // 960 px wide
std::string csv_of(const Titled<Table>& table, const std::string& mark);

// Under every card that holds a chart or a table the links "!take:svg:0", "!take:csv:2".
inline constexpr std::string_view take_action = "!take:";
void offer_takeaways(Page& page);
struct Takeaway { std::string file_name, content; };
// What such a link asks for; nothing where the page has no such chart or table.
std::optional<Takeaway> takeaway(const Page& page, std::string_view href, const std::string& mark);

// "“Heading”. Tiến Độ. Dataset, version, month": before the address it is a citation.
std::string citation(const Publication& publication, const Route& route, const Page& page);

}  // namespace tiendo

#include "cli/score_table.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/table_csv.h"
#include "score/rank.h"
#include "score/scorecard.h"

namespace tiendo {
namespace {

std::string digits(std::optional<double> value) {
  if (!value) return "";
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", *value);
  return text;
}

// Of the leaves below every node that are not exempt, the share that has a score.
std::vector<std::vector<double>> coverage_by_node(const Prepared& prepared) {
  const std::size_t units = prepared.units.size(), nodes = prepared.tree.nodes.size();
  std::vector<std::vector<double>> covered(nodes, std::vector<double>(units, 0.0));
  std::vector<std::vector<double>> counted = covered;
  for (std::size_t left = nodes; left > 0; --left) {
    const std::size_t node = left - 1, parent = prepared.tree.nodes[node].parent;
    const TreeNode& place = prepared.tree.nodes[node];
    for (std::size_t i = 0; i < units; ++i) {
      if (!place.group) {
        covered[node][i] = leaf_coverage(prepared, place.leaf, i);
        counted[node][i] = prepared.points[place.leaf].presence[i] == Presence::exempt ? 0 : 1;
      }
      if (node == parent) continue;
      covered[parent][i] += covered[node][i];
      counted[parent][i] += counted[node][i];
    }
  }
  for (std::size_t node = 0; node < nodes; ++node)
    for (std::size_t i = 0; i < units; ++i)
      if (counted[node][i] > 0) covered[node][i] /= counted[node][i];
  return covered;
}

// By unit; 0: none.
std::vector<std::uint32_t> ranks_of(const ScoreColumn& column, const Prepared& prepared) {
  RankingSpace space;
  std::vector<std::uint32_t> ranks;
  rank_column(column, prepared.peers, prepared.methodology->rank_decimals, space, ranks);
  return ranks;
}

void describe_figure(const Prepared& prepared, std::size_t leaf, std::size_t unit, ScoreRow& row) {
  const FigureColumn& column = prepared.leaves[leaf].column;
  if (unit >= column.figures.size()) return;
  row.prepared = column.figures.at(unit);
  if (column.observations[unit]) row.figure = (*prepared.dataset)[*column.observations[unit]].value;
}

std::string row_text(const Dataset& dataset, Month month, const ScoreRow& row, ScoreRows kind) {
  std::string text = iso(month) + "," + csv_field(dataset[row.unit].key) + "," +
                     csv_field(row.node->id) + "," + digits(row.score) + "," +
                     digits(row.coverage) + "," + (row.rank ? std::to_string(*row.rank) : "");
  if (kind == ScoreRows::normalised) text += "," + digits(row.figure) + "," + digits(row.prepared);
  return text + "\n";
}

}  // namespace

ScoredMonth score_month(const Dataset& dataset, const Methodology& methodology,
                        const Moment& moment, ScoreRows kind) {
  const Scorecard card = score(dataset, methodology, moment);
  const Scoring& scoring = *card.scoring;
  const Prepared& prepared = scoring.prepared();
  ScoredMonth result{.month = moment.month, .rows = {}, .warnings = card.warnings};
  const auto coverage = coverage_by_node(prepared);
  std::vector<std::vector<std::uint32_t>> ranks;
  for (std::size_t node = 0; node < prepared.tree.nodes.size(); ++node)
    ranks.push_back(ranks_of(scoring.column(node), prepared));
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < prepared.units.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return ranks[0][a] - 1 < ranks[0][b] - 1;  // 0, no rank, becomes the greatest
  });
  for (const std::size_t i : order)
    for (std::size_t node = 0; node < prepared.tree.nodes.size(); ++node) {
      const TreeNode& place = prepared.tree.nodes[node];
      if (kind == ScoreRows::normalised && place.group) continue;
      ScoreRow row{.unit = prepared.units[i], .node = place.method,
                   .score = scoring.column(node).at(i), .coverage = coverage[node][i],
                   .rank = ranks[node][i] > 0 ? std::optional(static_cast<int>(ranks[node][i]))
                                              : std::nullopt};
      if (!place.group) describe_figure(prepared, place.leaf, i, row);
      result.rows.push_back(row);
    }
  return result;
}

std::string score_csv_header(ScoreRows kind) {
  return kind == ScoreRows::normalised ? "month,unit,node,score,coverage,rank,figure,prepared\n"
                                       : "month,unit,node,score,coverage,rank\n";
}

std::string score_csv(const Dataset& dataset, const ScoredMonth& month, ScoreRows kind) {
  std::string text;
  for (const ScoreRow& row : month.rows) text += row_text(dataset, month.month, row, kind);
  return text;
}

std::string score_json(const Dataset& dataset, const Methodology& methodology,
                       const std::vector<ScoredMonth>& months, const std::string& mark) {
  using Json = nlohmann::ordered_json;
  const auto number = [](const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
  };
  Json list = Json::array();
  for (const ScoredMonth& month : months)
    for (const ScoreRow& row : month.rows)
      list.push_back({{"month", iso(month.month)},
                      {"unit", dataset[row.unit].key},
                      {"node", row.node->id},
                      {"score", number(row.score)},
                      {"coverage", row.coverage},
                      {"rank", row.rank ? Json(*row.rank) : Json(nullptr)},
                      {"figure", number(row.figure)},
                      {"prepared", number(row.prepared)}});
  Json document = {{"methodology", methodology.id}, {"version", methodology.version}};
  if (!mark.empty()) document["illustration"] = mark;
  document["scores"] = std::move(list);
  return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tiendo

#include <cstdio>
#include <set>

#include "cli/commands.h"
#include "cli/open_methodology.h"
#include "cli/score_table.h"
#include "report/illustration.h"
#include "score/scorecard.h"

namespace tiendo {
namespace {

Bilingual to_words(WarningKind kind) {
  switch (kind) {
    case WarningKind::constant:
      return {"mọi nơi cùng một giá trị: không chuẩn hóa được", "all values are equal: no scale"};
    case WarningKind::no_reference:
      return {"đơn vị tham chiếu không có số liệu, hoặc là nơi thấp nhất",
              "the reference has no figure, or is the lowest"};
    case WarningKind::no_way:
      return {"chỉ tiêu không đòi thay đổi gì: bằng mức gốc",
              "the target asks for no movement: it equals where it is measured from"};
    case WarningKind::not_positive: break;
  }
  return {"phép gộp không nhận giá trị từ 0 trở xuống",
          "the mean does not take values of 0 or below"};
}

// What made leaves or groups unscorable, once each.
void print_warnings(const std::vector<ScoredMonth>& months, Language language) {
  std::set<std::string> lines;
  for (const ScoredMonth& month : months)
    for (const ScoreWarning& warning : month.warnings) {
      const std::string line = iso(month.month) + " " + warning.node->id + ": " +
                               to_words(warning.kind).in(language) + "\n";
      if (lines.insert(line).second) std::fputs(line.c_str(), stderr);
    }
}

}  // namespace

int print_scores(const Package& package, const ScoreOptions& options, Language language) {
  const Opened opened = open_methodology(package, options.methodology, language);
  if (!opened.methodology) return opened.exit_code;
  const Dataset& dataset = **opened.dataset;
  const Methodology& methodology = **opened.methodology;
  const std::vector<Month> months =
      options.month ? std::vector<Month>{*options.month} : scored_months(dataset, methodology);
  const ScoreRows kind = options.rows;
  std::vector<ScoredMonth> scored;
  for (const Month month : months)
    scored.push_back(
        score_month(dataset, methodology, {.month = month, .as_of = options.as_of}, kind));
  print_warnings(scored, language);
  const std::string mark = illustration_mark(dataset, language);
  if (options.format == ScoreFormat::json) {
    std::fputs(score_json(dataset, methodology, scored, mark).c_str(), stdout);
    return 0;
  }
  std::string csv = score_csv_header(kind);
  for (const ScoredMonth& month : scored) csv += score_csv(dataset, month, kind);
  std::fputs(marked_csv(std::move(csv), mark).c_str(), stdout);
  return 0;
}

}  // namespace tiendo

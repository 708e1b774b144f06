// What several views say in the same words: figures, states, evidence, links. All text comes from
// assets/text through say(); nothing here or in the views writes a sentence of its own.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/format.h"
#include "model/dataset.h"
#include "report/page.h"
#include "report/route.h"
#include "report/words_generated.h"
#include "score/target_status.h"
#include "score/task_state.h"

namespace tiendo {

// The pattern of `word` with {0}, {1} … replaced.
std::string say(Language language, Word word, std::initializer_list<std::string_view> values = {});
// The same where {0} is a count: `one` where the count is 1, `many` otherwise; `values` are {1} ….
std::string say_count(Language language, long count, Word one, Word many,
                      std::initializer_list<std::string_view> values = {});
std::string count_words(long count, Language language);  // "1.298"
std::string join(const std::vector<std::string>& parts, std::string_view between);

Span plain(std::string text, Ink ink = Ink::text, Weight weight = Weight::regular);
Span link(std::string text, std::string href, Ink ink = Ink::text);

// "39,51 %", "hơn 28.000", "22–25 %", "16,4 triệu tài khoản", "hạng 23", "Tốt": as published,
// with its qualifier. figure_number leaves the quantity out.
std::string figure_words(const Dataset& dataset, const Observation& observation, Language language);
std::string figure_number(const Dataset& dataset, const Observation& observation,
                          Language language);
// For a box of its own: {"khoảng 90", "%"}, {"62,59", "điểm (tối đa 100), tạm tính"}.
struct FigureParts { std::string number, quantity; };
FigureParts figure_parts(const Dataset& dataset, const Observation& observation, Language language);
// "80 % vào 31/12/2024"
std::string promise_words(const Dataset& dataset, const Target& target, Language language);
// A value of the indicator's quantity: "80 %", "1.227 nhiệm vụ"
std::string quantity_words(const Indicator& indicator, double value, int decimals,
                           Language language);
// The quantity without its remark in brackets: "điểm" of "điểm (tối đa 18)".
std::string short_quantity(const Indicator& indicator, Language language);
// A difference of two values: "40,02 điểm phần trăm", "71 nhiệm vụ"; never signed.
std::string difference_words(const Indicator& indicator, double difference, int decimals,
                             Language language);
// "25 %", "12,5 %": a share, with a decimal only where it needs one.
std::string percent_words(double percent, Language language);
// When a figure became known: its own date of publication, else that of its document.
std::optional<Period> published_on(const Dataset& dataset, const Observation& observation);

// By which rule the site counts tasks everywhere; a moved deadline stays visible as a slip.
inline constexpr DeadlineRule deadline_rule_shown = DeadlineRule::revised;
// How far a date moved: "12 tháng" where it is a month or more, else "19 ngày". Never signed.
std::string delay_words(Date from, Date to, Language language);
// "khong-gian-so": the programme as Route::programme names it, the same in both languages.
std::string programme_slug(const Bilingual& programme);

Status status_of(TaskState state, Language language);
Status status_of(TargetStatus status, Language language);
// ▲ "Tăng 0,88", ▼ "Giảm 1,51", "Không đổi". The ink judges only where the direction is known.
Status change_status(double change, int decimals, Direction direction, Language language);
std::string score_words(double score, int decimals, Language language);  // "62,59 điểm"

// Links into the site; the language and the month of `here` are kept.
std::string unit_href(const Dataset& dataset, UnitId unit, const Route& here);
std::string task_href(const Dataset& dataset, TaskId task, const Route& here);
std::string indicator_href(const Dataset& dataset, IndicatorId indicator, const Route& here);
std::string indicator_href(const Dataset& dataset, IndicatorId indicator, UnitId unit,
                           const Route& here);  // with the unit's own series
std::string source_href(const Dataset& dataset, SourceId source, const Route& here);

// "Thông báo 369/TB-VPCP, 9/8/2024, đoạn 17, hạng B · mở tài liệu": names the document, its date,
// paragraph and grade; links to its page on the site and to its address.
Words source_words(const Dataset& dataset, const Evidence& evidence, const Route& here);
// The words of the document as a quote block with source_words().
// "“mới đạt 39,51%”"; of a line of data, which nobody wrote as a sentence: "dòng dữ liệu “CKMB: 8.49”".
std::string quotation(std::string_view words, Language language);
Quote quote_of(const Dataset& dataset, const Evidence& evidence, const Route& here);
// "369/TB-VPCP (08/2024)", "văn bản 13/10/2025": a document in few words, for lists of them.
std::string short_document(const Dataset& dataset, SourceId source, Language language);
std::string grade_words(Grade grade, Language language);  // "A · trang chính thức"

// "Bộ Công an và Bộ Tư pháp", each a link.
Words unit_list(const Dataset& dataset, const std::vector<UnitId>& units, const Route& here);

}  // namespace tiendo

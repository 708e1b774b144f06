// Task: one assignment of a document. TaskReport: what a later document says of it.
// Thread: the same subject across documents. Event: a dated milestone.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/language.h"
#include "model/ids.h"
#include "model/source.h"

namespace tiendo {

// rõ mục tiêu, người, việc, thời gian, trách nhiệm, sản phẩm, kết quả: in this order everywhere.
inline constexpr std::size_t clears_count = 7;
using SevenClears = std::array<bool, clears_count>;

enum class Specificity : unsigned char { specific, general };

struct Thread {
  std::string key;
  Bilingual name;
};

struct Task {
  std::string key;
  Bilingual title;
  std::vector<UnitId> leads, coordinating;
  Bilingual office;
  std::optional<Period> assigned_on;
  std::optional<Date> deadline;  // as first set by this task's own document
  Bilingual product;
  Bilingual programme;
  std::optional<ThreadId> thread;
  std::vector<IndicatorId> indicators;
  Specificity specificity = Specificity::specific;
  Evidence evidence;
  SevenClears clears{};
  Bilingual note;
};

enum class ReportedState : unsigned char { done, not_done, in_progress, restated, cancelled };

struct TaskReport {
  TaskId task;
  Period date;
  ReportedState state = ReportedState::in_progress;
  std::optional<double> progress;  // percent
  std::optional<Date> new_deadline;
  Evidence evidence;
  Bilingual note;  // why this document is read as speaking of this task
};

struct Event {
  std::string key;
  std::optional<Period> date;
  Bilingual title;
  std::string kind;
  std::string status;  // happened, due, planned: as stated
  std::vector<UnitId> units;
  Evidence evidence;
};

}  // namespace tiendo

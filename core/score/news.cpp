#include "score/news.h"

#include <algorithm>
#include <functional>

#include "base/sort.h"

namespace tiendo {
namespace {

// Of figures and reports. Neighbouring rows are mostly of one month.
std::vector<Month> months_of_news(const Dataset& dataset) {
  std::vector<Month> months;
  const auto add = [&](Date date) {
    const Month month = month_of(date);
    if (months.empty() || !(months.back() == month)) months.push_back(month);
  };
  const Observations& rows = dataset.observations();
  for (std::size_t row = 0; row < rows.size(); ++row) add(rows.last_day(row));
  for (const TaskReport& report : dataset.task_reports()) add(report.date.last);
  return months;
}

Month latest_in(const Dataset& dataset, const std::vector<Month>& months) {
  if (dataset.info().latest_month) return *dataset.info().latest_month;
  if (!months.empty()) return *std::max_element(months.begin(), months.end());
  Month latest{.year = 1970, .month = 1};
  bool found = false;
  for (const Source& source : dataset.sources())
    if (source.date && (!found || latest < month_of(source.date->last))) {
      latest = month_of(source.date->last);
      found = true;
    }
  return latest;
}

}  // namespace

News news_in(const Dataset& dataset) {
  News news{.months = months_of_news(dataset)};
  news.latest = latest_in(dataset, news.months);
  for (const Task& task : dataset.tasks())
    if (task.deadline) news.months.push_back(month_of(*task.deadline));
  if (dataset.info().latest_month) news.months.push_back(news.latest);
  std::erase_if(news.months, [&](Month month) { return news.latest < month; });
  sort_by(news.months, std::less<>());
  news.months.erase(std::unique(news.months.begin(), news.months.end()), news.months.end());
  return news;
}

}  // namespace tiendo

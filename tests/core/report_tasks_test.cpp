#include <gtest/gtest.h>

#include <algorithm>

#include "make_dataset.h"
#include "page_words.h"
#include "report/publication.h"
#include "shipped.h"

namespace tiendo {
namespace {

using test::DatasetMaker;
using test::PageWords;
using test::shipped;

PageWords words_at(const Publication& publication, const std::string& address) {
  PageWords words = test::words_of(make_page(publication, parse_address(address)));
  for (const std::string& fault : words.faults) ADD_FAILURE() << address << ": " << fault;
  return words;
}

std::string heading_at(const Publication& publication, const std::string& address) {
  return make_page(publication, parse_address(address)).heading;
}

struct Tasks : DatasetMaker {
  UnitId ministry = unit("bo-a", UnitKind::ministry);

  Tasks() {
    tables.info.latest_month = Month{2025, 12};
    tables.units[ministry.index].name = {"Bộ A", "Ministry A"};
  }
  Task& last() { return tables.tasks.back(); }
  Publication publication() const { return {.dataset = make()}; }
};

TEST(TaskList, SaysThatNothingIsPublishedInsteadOfShowingZeros) {
  const Publication nothing = Tasks().publication();
  EXPECT_EQ(heading_at(nothing, "#/vi/nhiem-vu"),
            "Đến hết tháng 12/2025, chưa có việc nào được công bố");
  EXPECT_TRUE(words_at(nothing, "#/en/tasks").has("This dataset holds no tasks."));
}

TEST(TaskList, NeverCallsSilenceDoneOrLate) {
  Tasks tasks;
  tasks.task(tasks.ministry, "2025-06-30");
  const Publication silent = tasks.publication();
  EXPECT_EQ(heading_at(silent, "#/vi/nhiem-vu"),
            "Việc duy nhất đã đến hạn chưa có ai công bố kết quả");
  const PageWords words = words_at(silent, "#/vi/nhiem-vu");
  EXPECT_TRUE(words.has("184 ngày im lặng")) << words.all();
  EXPECT_FALSE(words.has("184 ngày sau hạn"));
}

TEST(TaskList, SaysHowFarADeadlineMoved) {
  Tasks tasks;
  const TaskId task = tasks.task(tasks.ministry, "2024-12-31");
  tasks.report(task, "2025-01-15", ReportedState::restated, "2025-12-31");
  EXPECT_EQ(heading_at(tasks.publication(), "#/vi/nhiem-vu?doi-han=1"),
            "1 việc đã bị dời hạn, thêm 12 tháng");
  EXPECT_TRUE(words_at(tasks.publication(), "#/vi/nhiem-vu").has("31/12/2024 → 31/12/2025"));
}

TEST(TaskList, ChoosesItsFindingByWhatMostTasksHaveInCommon) {
  Tasks tasks;
  for (int i = 0; i < 3; ++i)
    tasks.report(tasks.task(tasks.ministry, "2025-06-30"), "2025-06-01", ReportedState::done);
  EXPECT_EQ(heading_at(tasks.publication(), "#/en/tasks"), "All 3 tasks that fell due are done");
  for (int i = 0; i < 4; ++i)
    tasks.report(tasks.task(tasks.ministry, "2025-06-30"), "2025-08-01", ReportedState::not_done);
  EXPECT_EQ(heading_at(tasks.publication(), "#/en/tasks"),
            "Documents report 4 of the 7 tasks that fell due as not done");
}

// The office did one task in time, 100, and is silent about the other, which no rule gives points:
// 100 where a methodology scores tasks.
TEST(TaskReview, SaysWhatTheTasksOfAnOfficeComeTo) {
  Tasks tasks;
  tasks.report(tasks.task(tasks.ministry, "2025-06-30"), "2025-06-01", ReportedState::done);
  tasks.last().office = {"Cục A", "Office A"};
  tasks.task(tasks.ministry, "2025-06-30");
  tasks.last().office = {"Cục A", "Office A"};
  tasks.task(tasks.ministry, "2025-06-30");
  tasks.last().office = {"Cục B", "Office B"};
  Publication publication = tasks.publication();
  EXPECT_FALSE(words_at(publication, "#/vi/nhiem-vu?xem=ra-soat").has("100,00"));
  MethodNode root;
  root.id = "tasks";
  root.rule = TasksRule{};
  publication.methodologies.push_back(test::methodology(std::move(root)));
  EXPECT_TRUE(words_at(publication, "#/vi/nhiem-vu?xem=ra-soat").has("100,00 (1 trong 2 việc)"));
}

TEST(TaskList, WritesOneTaskInTheSingular) {
  Tasks tasks;
  tasks.report(tasks.task(tasks.ministry, "2025-06-30"), "2025-08-01", ReportedState::not_done);
  const PageWords words = words_at(tasks.publication(), "#/en/tasks?state=overdue");
  EXPECT_TRUE(words.has("1 task is past its deadline and confirmed as not done")) << words.all();
  EXPECT_FALSE(words.has("1 tasks"));
}

TEST(TaskList, CountsBesideAFilterWhatChoosingItWouldShow) {
  const Publication& publication = shipped();
  const PageWords all = words_at(publication, "#/vi/nhiem-vu");
  for (const char* state : {"qua-han", "chua-xac-nhan", "con-trong-han", "khong-neu-han"}) {
    const std::string address = std::string("#/vi/nhiem-vu?trang-thai=") + state;
    EXPECT_TRUE(all.links_to(address));
    const Page page = make_page(publication, parse_address(address));
    const std::string count = page.heading.substr(0, page.heading.find(' '));
    EXPECT_TRUE(all.has("(" + count + ")")) << page.heading;
  }
}

TEST(TaskList, OffersAWayOutWhereNoTaskMatches) {
  const PageWords words = words_at(shipped(), "#/vi/nhiem-vu?trang-thai=huy&doi-han=1");
  EXPECT_TRUE(words.has("Bỏ bộ lọc"));
  EXPECT_TRUE(words.links_to("#/vi/nhiem-vu"));
}

TEST(TaskList, NamesTheUnitWhoseTasksItShows) {
  EXPECT_EQ(heading_at(shipped(), "#/vi/nhiem-vu?don-vi=bo-cong-an").rfind("Bộ Công an: ", 0), 0u);
}

TEST(TaskList, LeadsEveryTaskOfAMonthToItsPage) {
  const PageWords words = words_at(shipped(), "#/en/tasks?month=2025-11");
  int links = 0;
  for (const std::string& href : words.hrefs) {
    const Route route = parse_address(href);
    if (route.view != View::tasks || route.subject.empty()) continue;
    EXPECT_EQ(route.month, (Month{2025, 11})) << href;
    ++links;
  }
  EXPECT_GE(links, static_cast<int>(shipped().dataset.tasks().size()));
}

TEST(TaskList, SortsByNameWhenAsked) {
  Tasks tasks;
  for (const char* title : {"Ứng dụng", "Bản đồ", "Đề án"}) {
    tasks.task(tasks.ministry, "2025-06-30");
    tasks.last().title = {title, ""};
  }
  const std::string words = words_at(tasks.publication(), "#/vi/nhiem-vu?trang-thai=chua-xac-nhan"
                                                          "&sap-xep=ten").all();
  EXPECT_LT(words.find("Bản đồ"), words.find("Đề án"));
  EXPECT_LT(words.find("Đề án"), words.find("Ứng dụng"));
}

TEST(TaskList, FindsByWordsWithoutTheirMarks) {
  Tasks tasks;
  for (const char* title : {"Ứng dụng", "Bản đồ số"}) {
    tasks.task(tasks.ministry, "2025-06-30");
    tasks.last().title = {title, ""};
  }
  const PageWords words = words_at(tasks.publication(), "#/vi/nhiem-vu?tu=ban%20do");
  EXPECT_TRUE(words.has("Bản đồ số"));
  EXPECT_FALSE(words.has("Ứng dụng"));
  EXPECT_EQ(heading_at(tasks.publication(), "#/vi/nhiem-vu?tu=khong-co"),
            "Không có việc nào khớp với bộ lọc");
}

// Three tasks wait at the end of December 2025: since 31/3 (30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 +
// 31 = 275 days), since 30/6 and since 31/1; one is done in time, one is due later.
struct Waiting : Tasks {
  Waiting() {
    add("2025-06-30", "Bộ trưởng A");
    add("2025-03-31", "Bộ trưởng B");
    add("2025-01-31", "");
    report(add("2025-06-30", "Bộ trưởng A"), "2025-06-01", ReportedState::done);
    add("2026-06-30", "Bộ trưởng A");
  }
  TaskId add(const char* deadline, const char* office) {
    const TaskId id = task(ministry, deadline);
    last().office = {office, office};
    last().evidence.words = "hạn trong văn bản";
    return id;
  }
};

TEST(TaskReview, ListsWhatWaitsByOfficeTheLongestFirstAndNobodysLast) {
  const Publication waiting = Waiting().publication();
  EXPECT_EQ(heading_at(waiting, "#/vi/nhiem-vu?xem=ra-soat"),
            "Rà soát tháng 12/2025: 3 việc cần câu trả lời");
  const std::string words = words_at(waiting, "#/vi/nhiem-vu?xem=ra-soat").all();
  const std::size_t b = words.find("Bộ trưởng B: 1 việc"), a = words.find("Bộ trưởng A: 1 việc");
  ASSERT_NE(a, std::string::npos) << words;
  EXPECT_LT(b, a);
  EXPECT_LT(a, words.find("Văn bản không nêu người chịu trách nhiệm: 1 việc"));
  EXPECT_NE(words.find("275 ngày im lặng"), std::string::npos);
  EXPECT_NE(words.find("“hạn trong văn bản”"), std::string::npos);
}

TEST(TaskReview, OfAnEarlierMonthHasWhatWaitedThen) {
  EXPECT_EQ(heading_at(Waiting().publication(), "#/en/tasks?month=2025-03&as=review"),
            "Review of March 2025: 2 tasks need an answer");  // one fell due on its last day
}

TEST(TaskReview, KeepsADeadlineThatWasMovedAndSaysByHowMuch) {
  Tasks tasks;
  const TaskId task = tasks.task(tasks.ministry, "2024-06-30");
  tasks.report(task, "2024-07-15", ReportedState::restated, "2025-06-30");
  const PageWords words = words_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat");
  EXPECT_TRUE(words.has("30/06/2024 → 30/06/2025")) << words.all();
  EXPECT_TRUE(words.has("dời thêm 12 tháng"));
}

TEST(TaskReview, SaysThatNothingWaits) {
  Tasks tasks;
  tasks.report(tasks.task(tasks.ministry, "2025-06-30"), "2025-06-01", ReportedState::done);
  EXPECT_EQ(heading_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat"),
            "Rà soát tháng 12/2025: không có việc quá hạn hay chưa rõ kết quả");
}

TEST(TaskTimeline, PartsWhatWaitsFromWhatIsOpenAndWhatIsDone) {
  const PageWords words = words_at(Waiting().publication(), "#/en/tasks?as=timeline");
  EXPECT_TRUE(words.has("3 tasks past their deadlines without an outcome")) << words.all();
  EXPECT_TRUE(words.has("1 task not yet due"));
  EXPECT_TRUE(words.has("1 task done"));
}

TEST(TaskTimeline, NamesTheMarksThatItHas) {
  const Page page =
      make_page(Waiting().publication(), parse_address("#/en/tasks?as=timeline"));
  std::vector<std::string> signs;
  for (const Block& block : page.blocks) {
    const Card* card = std::get_if<Card>(&block.content);
    const auto* chart = card ? test::chart_in<Timeline>(card->blocks) : nullptr;
    if (!chart) continue;
    EXPECT_EQ(chart->now_label.rfind("end of ", 0), 0u) << chart->now_label;
    for (const KeySign& sign : chart->signs) signs.push_back(sign.label);
  }
  const auto count = [&](const char* label) {
    return std::count(signs.begin(), signs.end(), label);
  };
  EXPECT_EQ(count("first deadline"), 3);  // in every group
  EXPECT_EQ(count("past its deadline without an outcome"), 1);
  EXPECT_EQ(count("done"), 1);
}

TEST(TaskTimeline, LeadsToTheTasksWithoutADeadline) {
  const PageWords words = words_at(shipped(), "#/vi/nhiem-vu?xem=dong-thoi-gian");
  EXPECT_TRUE(words.links_to("#/vi/nhiem-vu?trang-thai=khong-neu-han"));
}

TEST(TaskPage, OfTheEightyPercentTellsThatItWasPromisedForTwoYears) {
  const PageWords words = words_at(shipped(), "#/vi/nhiem-vu/t202408-25");
  EXPECT_TRUE(words.has("hạn dời từ 31/12/2024 sang 31/12/2025, thêm 12 tháng")) << words.all();
  EXPECT_TRUE(words.has("đến hết năm 2024 đạt 80%"));  // the words of the first promise
  EXPECT_TRUE(words.has("mục tiêu đề ra năm 2025 là 80%"));  // and of the second
}

TEST(TaskPage, ShowsTheWordsOfTheDocumentWithParagraphGradeAndLink) {
  const PageWords words = words_at(shipped(), "#/vi/nhiem-vu/t202408-01");
  EXPECT_TRUE(words.has("hoàn thành trước ngày 31/12/2024"));
  EXPECT_TRUE(words.has("đoạn 1"));
  EXPECT_TRUE(words.has("hạng B"));
  EXPECT_TRUE(words.links_to("#/vi/nguon/src-2024-08-369-tb-vpcp"));
}

TEST(TaskPage, SaysInWordsThatNothingSaysEitherWay) {
  Tasks tasks;
  tasks.task(tasks.ministry, "2025-06-30");
  tasks.last().title = {"Việc", "Task"};
  tasks.last().evidence.words = "trước 30/6";
  const PageWords words = words_at(tasks.publication(), "#/en/tasks/task0");
  EXPECT_EQ(heading_at(tasks.publication(), "#/en/tasks/task0"),
            "Task: 184 days past the deadline, no outcome published");
  EXPECT_TRUE(words.has("listed here neither as done nor as late")) << words.all();
}

TEST(TaskPage, QuotesTheReportThatDecides) {
  Tasks tasks;
  const TaskId task = tasks.task(tasks.ministry, "2025-06-30");
  tasks.last().title = {"Việc", "Task"};
  tasks.last().evidence.words = "trước 30/6";
  auto& report = tasks.report(task, "2025-07-12", ReportedState::done);
  report.evidence.words = "đã hoàn thành";
  const PageWords words = words_at(tasks.publication(), "#/vi/nhiem-vu/task0");
  EXPECT_EQ(heading_at(tasks.publication(), "#/vi/nhiem-vu/task0"), "Việc: đã xong, trễ 12 ngày");
  EXPECT_TRUE(words.has("đã hoàn thành"));
}

TEST(TaskPage, DoesNotJudgeATaskBeforeItWasAssigned) {
  const Page page = make_page(shipped(), parse_address("#/vi/nhiem-vu/t202511b-16?thang=2025-01"));
  EXPECT_NE(page.heading.find("sau tháng đang xem"), std::string::npos) << page.heading;
  const PageWords words = test::words_of(page);
  EXPECT_FALSE(words.has("Còn trong hạn"));
}

TEST(TaskPage, TellsItsThreadInTheOrderOfTime) {
  Tasks tasks;
  tasks.tables.threads.push_back({.key = "t", .name = {"Chủ đề", "Subject"}});
  for (const char* assigned : {"2025-03-01", "2024-02-01", "2025-09-01"}) {
    tasks.task(tasks.ministry, assigned);
    tasks.last().title = {std::string("Việc ") + assigned, ""};
    tasks.last().evidence.words = "x";
    tasks.last().assigned_on = test::period(assigned);
    tasks.last().thread = ThreadId{0};
  }
  const std::string words = words_at(tasks.publication(), "#/vi/nhiem-vu/task0").all();
  const std::size_t thread = words.find("“Chủ đề”: 3 việc trong 1 văn bản");
  ASSERT_NE(thread, std::string::npos) << words;
  const std::size_t first = words.find("Việc 2024-02-01", thread);
  const std::size_t second = words.find("Việc 2025-03-01 (trang này)", thread);
  EXPECT_LT(first, second);
  EXPECT_LT(second, words.find("Việc 2025-09-01", thread));
}

// Three documents: what each adds to the one before, and the silence after the last.
TEST(TaskPage, TellsWhatEachDocumentChangedAndHowLongNothingFollowed) {
  Tasks tasks;
  const UnitId other = tasks.unit("bo-b", UnitKind::ministry);
  tasks.tables.units[other.index].name = {"Bộ B", "Ministry B"};
  tasks.tables.threads.push_back({.key = "t", .name = {"Chủ đề", "Subject"}});
  const auto add = [&](UnitId lead, const char* title, const char* assigned, const char* due) {
    const TaskId id = tasks.task(lead, due ? due : "2025-12-31");
    Task& task = tasks.last();
    if (!due) task.deadline.reset();
    task.title = {title, ""};
    task.evidence.words = title;
    task.assigned_on = test::period(assigned);
    task.thread = ThreadId{0};
    return id;
  };
  const TaskId first = add(tasks.ministry, "Việc một", "2024-02-01", "2024-12-31");
  tasks.report(first, "2024-06-01", ReportedState::in_progress).evidence.words = "đang làm dở";
  add(tasks.ministry, "Việc hai", "2025-02-01", "2025-06-30");
  add(other, "Việc ba", "2025-09-22", nullptr);
  const std::string words = words_at(tasks.publication(), "#/vi/nhiem-vu/task0").all();
  std::size_t at = 0;
  for (const char* step :
       {"01/02/2024", "Việc một (trang này)", "hạn 31/12/2024 (chủ trì: Bộ A)", "01/06/2024",
        "đang làm", "đang làm dở", "01/02/2025",
        "hạn 30/06/2025, sau hạn nêu lần trước (31/12/2024) 6 tháng", "22/09/2025",
        "lần này không nêu hạn (chủ trì: Bộ B; lần trước: Bộ A)", "Đến hết tháng 12/2025",
        "Từ 22/09/2025 đến nay, 100 ngày, không thấy tài liệu nào trong 1 tài liệu ở đây nhắc lại"}) {
    const std::size_t next = words.find(step, at);
    ASSERT_NE(next, std::string::npos) << step << " after " << words.substr(at);
    at = next;
  }
}

TEST(TaskPage, OfATaskWithoutADeadlineCountsTheDaysSinceItWasAssigned) {
  Tasks tasks;
  tasks.task(tasks.ministry, "2025-12-31");
  tasks.last().deadline.reset();
  tasks.last().title = {"Việc", "Task"};
  tasks.last().assigned_on = test::period("2025-09-22");
  EXPECT_EQ(heading_at(tasks.publication(), "#/vi/nhiem-vu/task0"),
            "Việc: giao không kèm thời hạn, đã 100 ngày");
  EXPECT_TRUE(words_at(tasks.publication(), "#/vi/nhiem-vu").has("đã 100 ngày từ khi giao"));
}

// Of four tasks of January, one has a report, one a later document of its thread and one a later
// figure of its indicator; the fourth is never mentioned again.
TEST(TaskList, ListsWhatWasAssignedAndNeverMentionedAgain) {
  Tasks tasks;
  const IndicatorId served = tasks.indicator("i"), unserved = tasks.indicator("j");
  tasks.tables.threads.push_back({.key = "t", .name = {"Chủ đề", "Subject"}});
  const auto add = [&](const char* title, const char* assigned) {
    const TaskId id = tasks.task(tasks.ministry, "2025-06-30");
    tasks.last().title = {title, ""};
    tasks.last().assigned_on = test::period(assigned);
    return id;
  };
  tasks.report(add("Được báo cáo", "2025-01-10"), "2025-02-01", ReportedState::in_progress);
  add("Được nhắc lại", "2025-01-10");
  tasks.last().thread = ThreadId{0};
  add("Có số mới", "2025-01-10");
  tasks.last().indicators = {served};
  add("Bị bỏ quên", "2025-01-10");
  tasks.last().indicators = {unserved};
  add("Lần nhắc lại", "2025-03-01");
  tasks.last().thread = ThreadId{0};
  tasks.observe(served, tasks.ministry, "2025-05", 1);
  tasks.observe(unserved, tasks.ministry, "2024-12", 1);
  const Publication publication = tasks.publication();
  EXPECT_TRUE(words_at(publication, "#/vi/nhiem-vu").has("Không thấy nhắc lại (2)"));
  EXPECT_EQ(heading_at(publication, "#/vi/nhiem-vu?khong-nhac-lai=1"),
            "2 việc giao rồi không thấy nhắc lại");
  const PageWords words = words_at(publication, "#/vi/nhiem-vu?khong-nhac-lai=1");
  EXPECT_TRUE(words.has("Bị bỏ quên"));
  EXPECT_TRUE(words.has("Lần nhắc lại"));
  for (const char* traced : {"Được báo cáo", "Được nhắc lại", "Có số mới"})
    EXPECT_FALSE(words.has(traced)) << traced;
  EXPECT_EQ(heading_at(publication, "#/en/tasks?no-trace=1&month=2025-02"),
            "3 tasks were assigned and never mentioned again");  // before the later document
}

TEST(TaskList, CountsTheSevenClearsByUnit) {
  Tasks tasks;
  const UnitId other = tasks.unit("bo-b", UnitKind::ministry);
  for (int met : {7, 4}) {
    tasks.task(tasks.ministry, "2025-06-30");
    std::fill_n(tasks.last().clears.begin(), met, true);
  }
  tasks.task(other, "2025-06-30");
  tasks.last().clears[0] = true;
  const PageWords words = words_at(tasks.publication(), "#/vi/nhiem-vu?xem=don-vi");
  EXPECT_TRUE(words.has("trung bình từ 1,0 đến 5,5 trong bảy rõ")) << words.all();
}

struct Reviewed : Tasks {
  Event& event(const char* kind, const char* status, const char* date) {
    auto& events = tables.events;
    events.push_back({.key = std::to_string(events.size()), .date = test::period(date),
                      .title = {std::string(kind) + " " + date, ""}, .kind = kind,
                      .status = status});
    events.back().evidence.words = "hằng tháng";
    return events.back();
  }
  Reviewed() { task(ministry, "2025-06-30"); }
};

TEST(TaskReview, SaysOfEveryMonthSinceReviewsWereOrderedWhetherOneIsPublished) {
  Reviewed tasks;
  EXPECT_FALSE(words_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat").has("kỳ rà soát"));
  tasks.event("review", "due", "2025-03-10");
  EXPECT_TRUE(words_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat")
                  .has("Từ 03/2025 đến 12/2025: 10 kỳ rà soát hằng tháng, không kỳ nào được công bố"));
  tasks.event("review", "happened", "2025-05-20");
  tasks.event("review", "happened", "2025-07-20");
  const PageWords words = words_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat");
  EXPECT_TRUE(words.has("10 kỳ rà soát hằng tháng, 2 kỳ được công bố")) << words.all();
  EXPECT_TRUE(words.has("Chưa công bố: 03/2025–04/2025, 06/2025, 08/2025–12/2025.")) << words.all();
}

TEST(TaskReview, SaysSilenceBeforeTheListAndWhatIsPublishedAfterIt) {
  Reviewed tasks;
  tasks.last().office = {"Bộ trưởng Bộ A", "Minister A"};
  const auto record_stands_first = [&] {
    const std::string words = words_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat").all();
    const std::size_t record = words.find("kỳ rà soát hằng tháng");
    const std::size_t list = words.find("Bộ trưởng Bộ A");
    EXPECT_TRUE(record != std::string::npos && list != std::string::npos) << words;
    return record < list;
  };
  tasks.event("review", "due", "2025-03-10");
  EXPECT_TRUE(record_stands_first());
  tasks.event("review", "happened", "2025-05-20");
  EXPECT_FALSE(record_stands_first());
}

TEST(TaskReview, CountsTheDaysThatTheHandlingOfResponsibilityIsNotPublished) {
  Reviewed tasks;
  tasks.event("handling", "due", "2025-09-22");
  EXPECT_TRUE(words_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat")
                  .has("yêu cầu từ 22/09/2025, chưa công bố kết quả nào"));
  EXPECT_TRUE(words_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat")
                  .has(", đến hết tháng 12/2025 là 100 ngày"));
  tasks.event("handling", "happened", "2025-11-01").units = {tasks.ministry};
  EXPECT_TRUE(words_at(tasks.publication(), "#/vi/nhiem-vu?xem=ra-soat")
                  .has("1 kết quả được công bố"));
}

TEST(TaskPage, LeadsToTheIndicatorThatItServes) {
  const PageWords words = words_at(shipped(), "#/vi/nhiem-vu/t202408-25");
  EXPECT_TRUE(words.links_to("#/vi/chi-tieu/ty-le-toan-trinh")) << words.all();
}

TEST(TaskPage, StandsForEveryTaskInEveryMonthOnOffer) {
  for (const Month month : months_on_offer(shipped()))
    for (const Task& task : shipped().dataset.tasks())
      words_at(shipped(),
               address_of({.view = View::tasks, .subject = task.key, .month = month}));
}

}  // namespace
}  // namespace tiendo

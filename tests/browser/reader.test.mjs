// What a reader comes to ask, each within three actions from the first view, by role and name alone.
// The answers are taken from the tables of the dataset and from the native tool, never from the page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { named, open_page, ready, root } from "./harness.mjs";

const actions_max = 3;
const end_of_month = "2026-10-31"; // of the month that both datasets open with

// --- the dataset, as its tables

function read_csv(text) {
  const rows = [[]];
  let field = "", quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') { field += c; i += 1; }
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === "," || c === "\n")) {
      rows.at(-1).push(field);
      field = "";
      if (c === "\n") rows.push([]);
    } else if (quoted || c !== "\r") field += c;
  }
  if (field || rows.at(-1).length) rows.at(-1).push(field);
  const [names, ...all] = rows.filter((row) => row.length > 1);
  return all.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ""])));
}

const folder_of = (dataset) => path.join(root, "build/site/data", dataset);
const table = (dataset, name) => read_csv(fs.readFileSync(path.join(folder_of(dataset), `${name}.csv`), "utf8"));
const name_of = (dataset, unit) => table(dataset, "units").find((row) => row.id === unit).name;

function tool(command, dataset, ...options) {
  const text = execFileSync(path.join(root, "build/native/tiendo"), [command, folder_of(dataset), ...options], { encoding: "utf8" });
  return read_csv(text);
}

const decimal = (number) => Math.abs(number).toFixed(2).replace(".", ",");

// Who lost most between two scorings, and the part that lost most of it.
function fell_most(before, now, weights) {
  const score = (rows, unit, node) => Number(rows.find((row) => row.unit === unit && row.node === node).score);
  const top = now[0].node;
  const lost = (unit) => score(now, unit, top) - score(before, unit, top);
  const units = [...new Set(now.map((row) => row.unit))];
  const unit = units.reduce((a, b) => (lost(b) < lost(a) ? b : a));
  const part_lost = ({ id, weight }) => (weight / 100) * (score(now, unit, id) - score(before, unit, id));
  const part = weights.reduce((a, b) => (part_lost(b) < part_lost(a) ? b : a));
  return { unit, points: lost(unit), part: part.name, part_points: part_lost(part) };
}

// The tasks that a unit leads, due by the end of the month, of which nothing says how they stand.
function unconfirmed(dataset, unit) {
  const reports = table(dataset, "task_reports");
  return table(dataset, "tasks").filter((task) => {
    if (!task.lead.split(";").includes(unit) || !task.deadline) return false;
    const own = reports.filter((report) => report.task === task.id && report.date <= end_of_month);
    const deadline = own.map((report) => report.new_deadline).filter(Boolean).at(-1) ?? task.deadline;
    const settled = own.some((report) => ["done", "cancelled"].includes(report.state) || report.date > deadline);
    return deadline <= end_of_month && !settled;
  });
}

// --- the reader

class Reader {
  constructor(page) { this.page = page; this.actions = 0; }

  text() { return this.page.locator('[data-part="page"]').textContent(); }
  async act(action, arrived) {
    this.actions += 1;
    await action();
    await this.page.waitForFunction((words) => document.querySelector('[data-part="page"]').textContent.includes(words) , arrived);
  }
  // Focuses a link and presses Enter; `arrived`: words of the page that it leads to.
  follow(name, arrived) {
    return this.act(async () => {
      const link = named(this.page, "link", name).first();
      await link.focus();
      await link.press("Enter");
    }, arrived);
  }
  choose(label, option, arrived) {
    return this.act(async () => {
      const menu = named(this.page, "combobox", label).first();
      const texts = await menu.locator("option").allTextContents();
      await menu.selectOption({ label: texts.find((text) => text.includes(option)) });
    }, arrived);
  }
  key(keys, arrived) { return this.act(() => this.page.keyboard.press(keys), arrived); }
  type(words, arrived) { return this.act(() => this.page.keyboard.type(words), arrived); }
  async answered(...answers) {
    const text = (await this.text()).replaceAll("\u00a0", " ");
    for (const answer of answers) assert.ok(text.includes(answer), `“${answer}” is not said`);
    assert.ok(this.actions <= actions_max, `${this.actions} actions`);
  }
}

async function reader(t, address = "") {
  return new Reader(await ready(await open_page(t, address)));
}

// --- the questions

const weights_of = (file) => JSON.parse(fs.readFileSync(file, "utf8")).root.children
  .map((child) => ({ id: child.id, weight: child.weight, name: child.name.vi }));

for (const { dataset, address, methodology, file, months, as_of } of [
  { dataset: "viet-nam", address: "", methodology: "766", months: ["2026-09", "2026-10"], file: "assets/methodology/766.json" },
  { dataset: "minh-hoa", address: "?du-lieu=minh-hoa", methodology: "minh-hoa-tinh", months: ["2026-09", "2026-10"],
    file: "build/site/data/minh-hoa/methodologies/minh-hoa-tinh.json" },
]) test(`which province fell most last month, and why? (${dataset})`, async (t) => {
  const [before, now] = months.map((month) => tool("score", dataset, "--methodology", methodology, "--month", month));
  const answer = fell_most(before, now, weights_of(path.join(root, file)));
  const province = name_of(dataset, answer.unit);
  const asked = await reader(t, address);
  await asked.answered(`${province} giảm ${decimal(answer.points)}`, answer.part); // on the first view
  await asked.follow(province, "Vì sao điểm thay đổi");
  await asked.answered(`Giảm ${decimal(answer.points)} điểm, chủ yếu do ${answer.part} (−${decimal(answer.part_points)})`);
});

test("was the 80 % promise kept, and how often was it moved?", async (t) => {
  const dues = [...new Set(table("viet-nam", "targets")
    .filter((row) => row.indicator === "ty-le-toan-trinh" && row.unit === "quoc-gia" && row.value === "80").map((row) => row.due))];
  assert.deepEqual(dues, ["2024-12-31", "2025-12-31"]); // moved once, by a year
  const asked = await reader(t);
  await asked.answered("lời hứa 80 % đã lùi 12 tháng", "Chưa đạt ở số cuối", "80 % với 2 mốc hạn khác nhau");
  await asked.follow("Xem câu gốc và từng số liệu", "mục tiêu đề ra năm 2025");
  await asked.answered("31/12/2024", "31/12/2025", "39,51", "mục tiêu đề ra năm 2025 là 80%");
});

for (const { dataset, address, methodology, month, unit, typed } of [
  { dataset: "viet-nam", address: "", methodology: "766", month: "2026-10", unit: "dong-thap", typed: "dong thap" },
  { dataset: "minh-hoa", address: "?du-lieu=minh-hoa", methodology: "minh-hoa-tinh", month: "2026-10", unit: "ha-noi", typed: "ha noi" },
]) test(`what is my province's rank, and how sure is it? (${dataset})`, async (t) => {
  const study = tool("sensitivity", dataset, "--methodology", methodology, "--month", month, "--runs", "1000", "--seed", "1", "--top", "10");
  const row = study.find((one) => one.unit === unit);
  const [low, high] = [Math.floor(Number(row.p05)), Math.ceil(Number(row.p95))];
  const asked = await reader(t, address);
  const province = name_of(dataset, unit);
  await asked.key("Control+k", "");
  await asked.page.waitForFunction(() => document.activeElement.classList.contains("typed"));
  await asked.type(typed, province);
  await asked.follow(province, "So sánh nhanh");
  await asked.answered(`${province} đứng hạng ${row.rank} trong 34`, `Khoảng hạng: ${low === high ? low : `${low}–${high}`}`);
});

for (const { dataset, address } of [
  { dataset: "viet-nam", address: "" },
  { dataset: "minh-hoa", address: "?du-lieu=minh-hoa" },
]) test(`which tasks of the Ministry of Health are unconfirmed, who answers, where is it said? (${dataset})`, async (t) => {
  const tasks = unconfirmed(dataset, "bo-y-te");
  assert.ok(tasks.length > 0);
  const asked = await reader(t, address);
  await asked.follow(/^Chưa xác nhận/, "chưa xác nhận");
  await asked.choose("Chủ trì", "Bộ Y tế", "Bộ Y tế:");
  const rows = await asked.page.locator('[data-part="page"] table').first().locator("tbody th").allTextContents();
  assert.deepEqual(rows.map((row) => row.trim()).sort(), tasks.map((task) => task.title).sort());
  const source = table(dataset, "sources").find((one) => one.id === tasks[0].source);
  await asked.follow(tasks[0].title, tasks[0].evidence);
  await asked.answered(tasks[0].office || "Bộ Y tế", tasks[0].evidence, source.number || source.title);
});

test("the same questions in English end in the same answers", async (t) => {
  const asked = await reader(t, "#/en/overview");
  const province = table("viet-nam", "units").find((row) => row.id === "quang-ngai");
  await asked.answered("12 months", `${province["name@en"]} down 1.51`);
  await asked.follow(province["name@en"], "Why the score changed");
  await asked.answered("mostly by Online services (−1.72)");
});

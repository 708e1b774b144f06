// The reader's own weights, the map and the months that are played, by role and name as a keyboard or
// a screen reader uses them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, named, open_page, press, ready } from "./harness.mjs";

const heading = (page) => page.locator('[data-part="page"] h1');
const first_row = (page) => page.locator('[data-part="page"] tbody tr').first().textContent();

async function open(t, route, options) {
  return ready(await open_page(t, route, options));
}

test("a slider re-ranks with every key, keeps the focus, and Back leaves the page and not a step", async (t) => {
  const page = await open(t, "#/vi/tong-quan");
  await page.evaluate(() => { location.hash = "#/vi/xep-hang?trong-so=so-hoa~22"; });
  const slider = named(page, "slider", /Số hóa hồ sơ/);
  await slider.waitFor({ state: "attached" });
  const before = await first_row(page);
  await slider.focus();
  for (let i = 0; i < 60; i += 1) await slider.press("ArrowRight");
  await arrive(page, () => location.hash.includes("so-hoa~82"));
  assert.match(await slider.getAttribute("aria-valuetext"), /82 phần/);
  assert.notEqual(await first_row(page), before);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("type")), "range");
  await page.goBack();
  await arrive(page, () => location.hash === "#/vi/tong-quan");
});

test("a dragged slider writes few addresses, and let go leaves address, bar and mirror where it stands", async (t) => {
  const page = await open(t, "#/vi/xep-hang?trong-so=so-hoa~22");
  await page.evaluate(() => {
    window.written = 0;
    const replace = history.replaceState;
    history.replaceState = function (...values) {
      window.written += 1;
      return replace.apply(this, values);
    };
  });
  const slider = named(page, "slider", /Số hóa hồ sơ/);
  const { x, y, width, height } = await slider.boundingBox();
  await page.mouse.move(x + width / 4, y + height / 2);
  await page.mouse.down();
  const start = Date.now();
  for (let i = 0; i < 60; i += 1) await page.mouse.move(x + width / 4 + i * 2, y + height / 2);
  await page.mouse.up();
  await page.waitForFunction((element) => element.value !== "22", await slider.elementHandle());
  const value = await slider.inputValue();
  await arrive(page, (end) => location.hash.includes(`so-hoa~${end}`), value);
  const written = await page.evaluate(() => window.written);
  assert.ok(written <= 2 + (Date.now() - start) / 300, `${written} addresses`);
  assert.ok((await named(page, "link", "English").getAttribute("href")).includes(`so-hoa~${value}`));
});

test("a link followed at once leaves the last step of a slider on the way back", async (t) => {
  const page = await open(t, "#/vi/xep-hang?trong-so=so-hoa~22");
  const slider = named(page, "slider", /Số hóa hồ sơ/);
  await slider.focus();
  for (let i = 0; i < 3; i += 1) await slider.press("ArrowRight");
  await page.evaluate(() => window.tien_do.follow("#/vi/tong-quan"));
  await arrive(page, () => location.hash === "#/vi/tong-quan");
  await page.goBack();
  await arrive(page, () => location.hash.includes("so-hoa~25"));
});

test("the ranking leads to the reader's own weights and back to the published ones", async (t) => {
  const page = await open(t, "#/en/ranking?month=2026-10");
  await press(page, "link", "Your own weights");
  await arrive(page, () => location.hash.includes("weights="));
  assert.equal(await page.getByRole("slider").count(), 6);
  assert.match(await page.locator('[data-part="page"]').textContent(), /This ranking is yours alone/);
  await press(page, "link", "Back to the published weights");
  await arrive(page, () => !location.hash.includes("weights="));
  assert.equal(await page.getByRole("slider").count(), 0);
});

test("play goes through the months by itself, announces each, and stops where it began", async (t) => {
  const page = await open(t, "#/vi/xep-hang", { reducedMotion: "reduce" });
  const steps = await page.evaluate(() => history.length);
  await press(page, "button", "Chạy qua các tháng");
  await arrive(page, () => location.hash.includes("thang=2026-09"));
  await named(page, "button", "Dừng ở tháng này").waitFor({ state: "attached" });
  assert.equal(await page.locator("#announce").textContent(), "tháng 9/2026");
  await arrive(page, () => !location.hash.includes("thang="));
  assert.equal(await page.locator("#announce").textContent(), "tháng 10/2026");
  await named(page, "button", "Chạy qua các tháng").waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => history.length), steps);
});

test("pressing anything else stops the play", async (t) => {
  const page = await open(t, "#/vi/xep-hang");
  await press(page, "button", "Chạy qua các tháng");
  await arrive(page, () => location.hash.includes("thang=2026-09"));
  await press(page, "button", "Dừng ở tháng này");
  await page.waitForTimeout(2000);
  assert.match(page.url(), /thang=2026-09/);
});

test("the map takes the colour of any indicator and says of which day", async (t) => {
  const page = await open(t, "#/vi/xep-hang?thang=2026-10");
  const menu = named(page, "combobox", "Tô màu theo");
  assert.ok((await menu.locator("option").count()) > 10);
  await menu.selectOption({ label: await menu.locator("option").nth(2).textContent() });
  await arrive(page, () => location.hash.includes("to-mau="));
  assert.match(await page.locator('[data-part="page"]').textContent(), /số liệu 10\/10\/2026/);
  assert.ok((await heading(page).textContent()).length > 5);
});

test("the method of the index is reached from its list, with its formulas and how sure the ranks are", async (t) => {
  const page = await open(t, "#/vi/phuong-phap");
  await press(page, "link", "Xem từng công thức và trọng số");
  await arrive(page, () => location.hash.endsWith("/phuong-phap/766"));
  const text = await page.locator('[data-part="page"]').textContent();
  assert.match(text, /100 × x ÷ 22/);
  assert.match(text, /Kém chắc nhất là hạng của/);
});

// The search as its readers use it: a key, some letters, a result.
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, named, open_page, ready } from "./harness.mjs";

const field = (page) => named(page, "searchbox", "Tìm gì?");
const results = (page) => page.locator('[data-part="page"] table tbody tr');
const first_result = (page) => results(page).first().locator("th a");

test("Ctrl+K opens the search, letters without diacritics find, Enter on the result leads there", async (t) => {
  const page = await ready(await open_page(t, "#/vi/tong-quan"));
  await page.keyboard.press("Control+k");
  await arrive(page, () => location.hash.startsWith("#/vi/tim"));
  await page.waitForFunction(() => document.activeElement.classList.contains("typed"));
  await page.keyboard.type("dien bien");
  await page.waitForFunction(() => /Điện Biên/.test(document.querySelector('[data-part="page"] tbody th')?.textContent));
  await arrive(page, () => /tu=dien(%20|\+)bien/.test(location.hash));
  await first_result(page).focus();
  await page.keyboard.press("Enter");
  await arrive(page, () => location.hash.includes("/don-vi/dien-bien"));
});

test("what is typed leaves one step on the way back, and an address opens with its results", async (t) => {
  const page = await ready(await open_page(t, "#/vi/chi-tieu"));
  await page.keyboard.press("Control+k");
  await page.waitForFunction(() => document.activeElement.classList.contains("typed"));
  await page.keyboard.type("hai phong");
  await arrive(page, () => location.hash.endsWith("hai%20phong"));
  await page.goBack();
  await arrive(page, () => location.hash === "#/vi/chi-tieu");
  const other = await ready(await open_page(t, "#/en/search?q=hai%20phnog"));
  assert.match(await first_result(other).textContent(), /Hải Phòng|Hai Phong/);
});

test("an input method's letters arrive whole, and the field lies where it is drawn", async (t) => {
  const page = await ready(await open_page(t, "#/vi/tim"));
  await field(page).focus();
  const session = await page.context().newCDPSession(page);
  for (const text of ["v", "vi", "viê", "việ", "việt"])
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await session.send("Input.insertText", { text: "việt" });
  await page.waitForFunction(() => document.activeElement.value === "việt");
  await arrive(page, () => decodeURIComponent(location.hash).endsWith("tu=việt"));
  const box = await field(page).boundingBox();
  assert.ok(box.y > 150 && box.height >= 44 && box.width > 300, JSON.stringify(box));
  await page.mouse.click(box.x + 20, box.y + 20); // it takes the pointer, unlike the rest of the mirror
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains("typed")), true);
});

test("what is not there is said, with a way on", async (t) => {
  const page = await ready(await open_page(t, "#/vi/tim?tu=xyzzyxyzzy"));
  assert.match(await page.locator('[data-part="page"]').textContent(), /Không có mục nào/);
  assert.equal(await results(page).count(), 0);
  assert.ok(await named(page, "link", "Chỉ tiêu", { exact: true }).count() > 0);
});

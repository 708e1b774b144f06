// What a reader takes away from a page: its tables and charts as files, its address, a citation.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";
import { open_page, press, ready } from "./harness.mjs";

const open = async (t, route, options) => ready(await open_page(t, route, options));

async function saved(page, name) {
  const download = page.waitForEvent("download");
  await press(page, "button", name);
  const file = await download;
  return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), "utf8") };
}

// What the page would have put on the clipboard.
async function copied(page, name) {
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; });
  await press(page, "button", name);
  await page.waitForFunction(() => window.copied !== undefined);
  return page.evaluate(() => window.copied);
}

test("the ranking is saved as the table that is on the screen", async (t) => {
  const page = await open(t, "#/vi/xep-hang?loai=tinh");
  const { name, text } = await saved(page, "Lưu bảng (CSV)");
  assert.match(name, /^[a-z0-9-]+\.csv$/);
  const rows = text.trim().split("\n");
  assert.ok(text.startsWith("\uFEFF"), "a mark by which spreadsheets read UTF-8");
  assert.equal(rows.length, 1 + 34, "a line of titles and one for each province");
  const heading = await page.locator('[data-part="page"] tbody th a').first().textContent();
  assert.ok(rows[1].includes(heading), `${heading} in ${rows[1]}`);
});

test("a chart is saved as an SVG with its finding as the title", async (t) => {
  const page = await open(t, "#/en/overview");
  const { name, text } = await saved(page, "Save the chart (SVG)");
  assert.match(name, /^[a-z0-9-]+\.svg$/);
  assert.match(text, /^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  const title = /<title[^>]*>([^<]+)<\/title>/.exec(text)[1];
  assert.ok((await page.locator('[data-part="page"]').textContent()).includes(title), title);
});

test("what is saved of invented figures says so", async (t) => {
  const page = await open(t, "?du-lieu=minh-hoa#/vi/tong-quan");
  assert.match((await saved(page, "Lưu hình (SVG)")).text, /minh họa/i);
  assert.match((await saved(page, "Lưu bảng (CSV)")).text.split("\n")[0], /illustration/);
});

test("the address and a citation are copied", async (t) => {
  const page = await open(t, "#/vi/xep-hang?loai=bo");
  assert.equal(await copied(page, "Chép địa chỉ trang"), page.url());
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  const citation = await copied(page, "Chép lời dẫn");
  assert.ok(citation.startsWith(`“${heading}”. Tiến Độ. `), citation);
  assert.ok(citation.endsWith(page.url()), citation);
});

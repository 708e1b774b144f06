// Every view on paper: a document with real text in place of the canvas and its mirror.
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, named, open_page, ready } from "./harness.mjs";

const a4 = { width: 688, height: 1123 }; // what its margins leave of 794 px

async function on_paper(t, route) {
  const page = await ready(await open_page(t, route, { viewport: a4 }));
  const heading = await page.locator('[data-part="page"] h1').textContent();
  await page.emulateMedia({ media: "print" });
  await page.waitForSelector("#paper h1");
  return { page, heading };
}

for (const route of ["#/vi/tong-quan", "#/vi/xep-hang", "#/vi/don-vi/bo-cong-an", "#/vi/nhiem-vu", "#/en/indicators",
                     "#/en/tasks?as=review", "#/vi/phuong-phap", "#/en/sources"])
  test(`on paper ${route} is a document as wide as A4, without controls`, async (t) => {
    const { page, heading } = await on_paper(t, route);
    assert.equal(await page.locator("#paper h1").textContent(), heading);
    assert.ok(await page.locator("#paper h1").isVisible());
    assert.ok(!(await page.locator("#canvas").isVisible()));
    assert.ok(!(await page.locator("#mirror").isVisible()));
    const visible = await page.locator("#paper :is(select, input, button, nav.tabs a)").filter({ visible: true }).count();
    assert.equal(visible, 0, "controls");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= a4.width, "wider than the paper");
  });

test("on paper a chart is a drawing with its description, and a table repeats its head", async (t) => {
  const { page } = await on_paper(t, "#/vi/chi-tieu/ty-le-toan-trinh");
  assert.ok(await page.locator("#paper figure svg").first().isVisible());
  assert.ok((await page.locator("#paper figcaption").first().textContent()).length > 20);
  assert.equal(await page.locator("#paper thead").first().evaluate((head) => getComputedStyle(head).display), "table-header-group");
});

test("the paper is left out again, and holds the page that is shown then", async (t) => {
  const { page } = await on_paper(t, "#/vi/nhiem-vu?xem=ra-soat");
  await page.emulateMedia({ media: "screen" });
  await page.waitForFunction(() => !document.getElementById("paper").firstChild);
  await page.evaluate(() => { location.hash = "#/en/overview"; });
  await page.waitForFunction(() => document.querySelector('[data-part="page"] h1').textContent.includes("80%")); // its words have come
  await page.emulateMedia({ media: null }); // else it is the screen that is put on paper
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pdf.length > 10_000);
});

test("the monthly review is reached from the tasks, by office and with the words, and can be printed", async (t) => {
  const page = await ready(await open_page(t, "#/vi/nhiem-vu"));
  const list = named(page, "link", "Rà soát tháng", { exact: true }).first();
  await list.focus();
  await list.press("Enter");
  await arrive(page, () => location.hash.includes("xem=ra-soat"));
  const shown = page.locator('[data-part="page"]');
  assert.match(await shown.locator("h1").textContent(), /Rà soát tháng 10\/2026: \d+ việc/);
  assert.ok(await shown.locator("h2", { hasText: "Bộ trưởng Bộ Công an" }).count() > 0);
  assert.match(await shown.textContent(), /hoàn thành trước ngày 31\/12\/2024/);
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  const print = named(page, "button", "In danh sách này");
  await print.focus();
  await print.press("Enter");
  await page.waitForFunction(() => window.printed);
});

test("typing in the filter of the tasks keeps the field and narrows the list", async (t) => {
  const page = await ready(await open_page(t, "#/vi/nhiem-vu"));
  const field = page.locator("#mirror input.typed");
  await field.focus();
  await page.keyboard.type("vneid");
  await arrive(page, () => location.hash.includes("tu=vneid"));
  assert.equal(await page.evaluate(() => document.activeElement.value), "vneid");
  assert.match(await page.locator('[data-part="page"]').textContent(), /VNeID/);
});

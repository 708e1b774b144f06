// How sure ranks are, worked out in a worker: fetched only when asked for, with a way to stop it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open_page, ready } from "./harness.mjs";

const ask = (page) => page.evaluate(() => window.tien_do.study("766", "2026-10", ""));
const box = (page) => page.locator("#study");

test("a study runs beside the page and comes back", async (t) => {
  const page = await ready(await open_page(t, "#/vi/xep-hang?thang=2026-10"));
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  const started = page.waitForEvent("worker");
  assert.equal(fetched.some((url) => /study|certainty/.test(url)), false);
  await ask(page);
  const worker = await started;
  await new Promise((resolve) => worker.once("close", resolve));
  await box(page).waitFor({ state: "hidden" });
  assert.ok(fetched.some((url) => /\/study\.[0-9a-f]{8}\.wasm$/.test(url)));
  // The same numbers as those that the page made itself: it still shows them.
  const cell = page.locator("#mirror").getByText("4–5", { exact: true });
  assert.ok((await cell.count()) > 0);
});

test("a study whose package cannot be read once more says that it failed", async (t) => {
  const page = await ready(await open_page(t, "#/vi/xep-hang?thang=2026-10", { expected_errors: [/ERR_FAILED/] }));
  await page.evaluate(() => window.tien_do.follow("?du-lieu=minh-hoa#/vi/xep-hang"));
  await page.waitForFunction(() => window.tien_do.dataset === "minh-hoa");
  await page.route(/minh-hoa\.\w+\.json/, (route) => route.abort());
  await ask(page);
  await box(page).getByText("Không tính được").waitFor();
  assert.equal(await page.getAttribute("html", "data-state"), "ready");
});

test("a study that is stopped ends with its worker", async (t) => {
  const page = await ready(await open_page(t, "#/vi/xep-hang?thang=2026-10"));
  await page.route(/study\.[0-9a-f]{8}\.wasm/, () => {}); // it waits for ever
  const started = page.waitForEvent("worker");
  await ask(page);
  const worker = await started;
  const closed = new Promise((resolve) => worker.once("close", resolve));
  await page.getByRole("button", { name: "Dừng" }).click();
  await closed;
  assert.equal(await box(page).isHidden(), true);
});

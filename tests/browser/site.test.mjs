import assert from "node:assert/strict";
import { test } from "node:test";
import { open_page, ready } from "./harness.mjs";

test("the site starts without an error and shows its canvas", async (t) => {
  const page = await ready(await open_page(t));
  assert.match(await page.title(), /Tiến Độ/);
  assert.ok(await page.locator("canvas").isVisible());
});

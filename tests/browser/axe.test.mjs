// axe-core finds nothing to mend in any view: what assistive technology meets of the canvas.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { arrive, open_page, ready, root } from "./harness.mjs";

const axe = fs.readFileSync(path.join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const views = {
  vi: ["tong-quan", "xep-hang", "don-vi", "don-vi/ha-noi", "nhiem-vu", "chi-tieu", "nguon"],
  en: ["overview", "ranking", "unit", "unit/ha-noi", "tasks", "indicators", "sources"],
};

for (const [language, names] of Object.entries(views))
  test(`axe finds nothing in the views in ${language}, wide and on a phone`, async (t) => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 740 }]) {
      const page = await open_page(t, `#/${language}/${names[0]}`, { viewport, bypassCSP: true });
      await ready(page);
      await page.evaluate(axe);
      for (const name of names) {
        await page.evaluate((hash) => { location.hash = hash; }, `#/${language}/${name}`);
        await arrive(page, (end) => document.title && location.hash.endsWith(end), name);
        const found = await page.evaluate(async () => (await window.axe.run()).violations.map(
          ({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`));
        assert.deepEqual(found, [], `${language}/${name} at ${viewport.width} px`);
      }
    }
  });

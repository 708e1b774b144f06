// CPU time of our own code in a frame, in Chromium: node tests/bench/frame_bench.mjs. Scrolls the list of
// 5,000 tasks and moves a weight on 34 units, of the built site's own program (python3 serve.py
// --build-only before). Around tiendo_frame: input, rows that come into sight, paint and draw commands; of a
// slider that is dragged also the page and its layout. What the graphics driver does with them is not ours
// and here a processor's work: its drawing calls do nothing. Prints the least, the median and the 95th
// percentile; judges nothing.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const flags = ["--headless", "--no-sandbox", "--disable-quic", "--use-gl=angle", "--use-angle=swiftshader",
               "--enable-unsafe-swiftshader"];

const server = spawn("python3", [path.join(root, "tests/browser/serve_site.py")], { stdio: ["pipe", "pipe", "inherit"] });
const address = await new Promise((resolve) => server.stdout.once("data", (text) => resolve(String(text).trim())));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });

function told(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(2);
  console.log(`${name.padEnd(52)} n ${String(times.length).padStart(4)}  least ${at(0)} ms  median ${at(0.5)} ms  95 % ${at(0.95)} ms`);
}

// The list of tasks with every row given `times` times over: what a bigger package would be.
function multiplied(bundle, times) {
  const files = bundle.files ?? bundle;
  for (const name of Object.keys(files)) {
    if (!/(^|\/)tasks\.csv$/.test(name)) continue;
    const [head, ...rows] = files[name].trimEnd().split("\n");
    files[name] = [head, ...Array.from({ length: times }, (_, n) => rows.map((row) =>
      row.replace(/^("?)([^,"]+)/, n === 0 ? "$1$2" : `$1$2-x${n}`))).flat()].join("\n") + "\n";
  }
  const described = JSON.parse(files["datapackage.json"]); // what it states of the old bytes
  for (const resource of described.resources) for (const name of ["bytes", "hash"]) delete resource[name];
  files["datapackage.json"] = JSON.stringify(described);
  return bundle;
}

async function open(route, change) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  if (change)
    await page.route(/\/data\/[^/]+\.json$/, async (request) => {
      const response = await request.fetch();
      await request.fulfill({ response, body: JSON.stringify(change(await response.json())) });
    });
  await page.addInitScript(() => {
    window.spent = { frame: [] };
    window.timed = (name, work) => (...values) => { // performance.now: to a tenth of a millisecond
      const start = performance.now();
      const result = work(...values);
      window.spent[name].push(performance.now() - start);
      return result;
    };
  });
  await page.goto(`${address}/${route}`);
  await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    const { program } = window.tien_do;
    program._tiendo_frame = window.timed("frame", program._tiendo_frame);
    for (const name of ["drawElements", "bufferData", "bufferSubData", "clear", "texSubImage2D"])
      WebGL2RenderingContext.prototype[name] = () => {};
  });
  return page;
}

const spent = (page, name) => page.evaluate((of) => window.spent[of].splice(0), name);

const tasks = await open("#/vi/nhiem-vu", (bundle) => multiplied(bundle, 40));
console.log("rows in the mirror:", await tasks.evaluate(() => document.querySelectorAll("#mirror tbody tr").length));
await tasks.mouse.move(640, 500);
for (let i = 0; i < 100; i++) {
  await tasks.mouse.wheel(0, 400);
  await tasks.waitForTimeout(16);
}
told("a frame while scrolling 5,080 tasks", await spent(tasks, "frame"));

const units = await open("#/vi/xep-hang?trong-so=diem-cong~20");
const slider = await units.locator("#mirror input[type=range]").first().boundingBox();
const middle = slider.y + slider.height / 2;
await units.mouse.move(slider.x + 20, middle);
await units.mouse.down();
for (let x = 20; x < slider.width - 20; x += 4) {
  await units.mouse.move(slider.x + x, middle);
  await units.waitForTimeout(16);
}
told("a frame while dragging a weight on 34 units", await spent(units, "frame"));
await units.mouse.up();

await browser.close();
server.stdin.end();

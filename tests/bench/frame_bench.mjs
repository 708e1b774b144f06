// CPU time of our own code in a frame, in Chromium: node tests/bench/frame_bench.mjs. Scrolls the list of
// 5,000 tasks and moves a weight on 34 and on 3,366 units, of the built site's own program (python3
// serve.py --build-only before). Around tiendo_frame: input, rows that come into sight, paint and draw commands; of a
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

// A bigger package: a table's rows as `grown` gives them.
function grow(bundle, table, grown) {
  const files = bundle.files ?? bundle;
  for (const name of Object.keys(files)) {
    if (!new RegExp(`(^|/)${table}\\.csv$`).test(name)) continue;
    const [head, ...rows] = files[name].trimEnd().split("\n");
    files[name] = [head, ...grown(rows)].join("\n") + "\n";
  }
  const described = JSON.parse(files["datapackage.json"]); // what it states of the old bytes
  for (const resource of described.resources) for (const name of ["bytes", "hash"]) delete resource[name];
  files["datapackage.json"] = JSON.stringify(described);
  return bundle;
}

const times = (count, make) => Array.from({ length: count }, (_, n) => make(n)).flat();

// The list of tasks with every row given 40 times over.
const many_tasks = (bundle) => grow(bundle, "tasks", (rows) => times(40, (n) => rows.map((row) =>
  row.replace(/^("?)([^,"]+)/, n === 0 ? "$1$2" : `$1$2-x${n}`))));

// 3,366 provinces: those that there are and copies of them, each with other points in every part of the
// index 766.
function many_units(bundle) {
  const scored = new Set(), part = /^(766-(?:cong-khai|tien-do|truc-tuyen|thanh-toan|so-hoa|hai-long)),([^,]+),([^,]+),([\d.]+),/;
  grow(bundle, "observations", (rows) => [...rows, ...rows.flatMap((row) => {
    const found = row.match(part);
    if (!found) return [];
    scored.add(found[2]);
    return times(98, (n) => row.replace(part, (_, indicator, unit, period, value) =>
      `${indicator},${unit}-x${n},${period},${(value * (1 - (n * 37 % 98) / 200)).toFixed(2)},`));
  })]);
  return grow(bundle, "units", (rows) => [...rows, ...times(98, (n) => rows.flatMap((row) => {
    const [key, , name, english, ...rest] = row.split(",");
    return scored.has(key) ? [[`${key}-x${n}`, "", `${name} ${n}`, `${english} ${n}`, ...rest].join(",")] : [];
  }))]);
}

async function drag_weight(name, change) {
  const page = await open("#/vi/xep-hang?trong-so=diem-cong~20", change);
  const slider = await page.locator("#mirror input[type=range]").first().boundingBox();
  const middle = slider.y + slider.height / 2;
  await page.mouse.move(slider.x + 20, middle);
  await page.mouse.down();
  for (let x = 20; x < slider.width - 20; x += 4) {
    await page.mouse.move(slider.x + x, middle);
    await page.waitForTimeout(16);
  }
  told(`a frame while dragging a weight on ${name}`, await spent(page, "frame"));
  told(`those of them that make the page anew`, await spent(page, "step"));
  await page.mouse.up();
}

async function open(route, change) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  if (change)
    await page.route(/\/data\/[^/]+\.json$/, async (request) => {
      const response = await request.fetch();
      await request.fulfill({ response, body: JSON.stringify(change(await response.json())) });
    });
  await page.addInitScript(() => {
    window.spent = { frame: [], step: [] }; // a frame that makes the page anew is in both
  });
  await page.goto(`${address}/${route}`);
  await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    const { tien_do, spent } = window, { program } = tien_do;
    const frame = program._tiendo_frame, set = tien_do.set;
    let steps = 0;
    tien_do.set = (href) => {
      steps += 1;
      set(href);
    };
    program._tiendo_frame = (now) => { // performance.now: to a tenth of a millisecond
      const before = steps, start = performance.now();
      const goes_on = frame(now);
      const took = performance.now() - start;
      for (const name of steps > before ? ["frame", "step"] : ["frame"]) spent[name].push(took);
      return goes_on;
    };
    for (const name of ["drawElements", "bufferData", "bufferSubData", "clear", "texSubImage2D"])
      WebGL2RenderingContext.prototype[name] = () => {};
  });
  return page;
}

const spent = (page, name) => page.evaluate((of) => window.spent[of].splice(0), name);

const tasks = await open("#/vi/nhiem-vu", many_tasks);
console.log("rows in the mirror:", await tasks.evaluate(() => document.querySelectorAll("#mirror tbody tr").length));
await tasks.mouse.move(640, 500);
for (let i = 0; i < 100; i++) {
  await tasks.mouse.wheel(0, 400);
  await tasks.waitForTimeout(16);
}
told("a frame while scrolling 5,080 tasks", await spent(tasks, "frame"));

await drag_weight("34 units");
await drag_weight("3,366 units", many_units);

await browser.close();
server.stdin.end();

// Serves build/site on a free port and opens it in Chromium, for tests of the whole site.
//
//   test("…", async (t) => {
//     const page = await open_page(t, "#/vi/xep-hang");          // closed when the test ends
//     await page.getByRole("button", { name: "Tìm kiếm" }).click({ force: true });
//   });
//
// A console error, an uncaught error in the page, a failed answer and any request to another origin
// fail the test that opened the page. The mirror lies over the canvas (role and name are its handles);
// pointer events pass through it, so `press` focuses an element and presses Enter.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import path from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const flags = [
  "--headless", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

let server, browser;

// The site's address, "http://127.0.0.1:PORT". The first call starts the server.
export async function site_address() {
  server ??= new Promise((resolve, reject) => {
    const child = spawn("python3", [path.join(root, "tests/browser/serve_site.py")],
                        { stdio: ["pipe", "pipe", "inherit"] }); // it ends when its input does
    child.stdout.once("data", (text) => resolve({ child, address: String(text).trim() }));
    child.once("exit", (code) => reject(new Error(`the test server ended with code ${code}`)));
  });
  return (await server).address;
}

// The browser, with a fresh profile; the first call starts it.
async function running_browser() {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: flags,
  });
  return browser;
}

after(async () => {
  await (await browser)?.close();
  (await server)?.child.stdin.end();
});

// Opens the site at `route` ("", "#/vi/…", "?kiosk=1") in a fresh context and watches it; `options` are
// playwright's (viewport, locale, colorScheme, reducedMotion, javaScriptEnabled, offline …).
// `expected_errors` are patterns of console messages that this test provokes on purpose.
export async function open_page(t, route = "", { expected_errors = [], ...options } = {}) {
  const address = await site_address();
  const context = await (await running_browser()).newContext(
    { viewport: { width: 1280, height: 800 }, locale: "vi-VN", ...options });
  const problems = [];
  const note = (problem) => {
    if (!expected_errors.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !/^(data|blob):/.test(url)) note(`request to another origin: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) note(`${response.status()} for ${response.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") note(`console error: ${message.text()}`);
    // What the graphics context cannot do is only a warning to the browser, and a black page to the reader.
    if (/WebGL|GLSL|shader/.test(message.text())) note(`graphics: ${message.text()}`);
  });
  context.on("weberror", (error) => note(`page error: ${error.error().stack ?? error.error()}`));
  t.after(async () => {
    await context.close();
    assert.deepEqual(problems, [], "the page had problems");
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${address}/${route}`);
  return page;
}

// Waits until the canvas has taken over (data-state="ready" on <html>).
export async function ready(page) {
  await page.waitForSelector('html[data-state="ready"]', { state: "attached" });
  return page;
}

// The element of the mirror or the page with this role and name.
export function named(page, role, name, options = {}) {
  return page.getByRole(role, { name, ...options });
}

// Uses an element of the mirror as a keyboard user does.
export async function press(page, role, name, key = "Enter") {
  const element = named(page, role, name).first();
  await element.focus();
  await element.press(key);
}

// Waits for an address, and for the page that it names: that is drawn, and mirrored, a frame later.
export async function arrive(page, condition, argument) {
  await page.waitForFunction(condition, argument);
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
}

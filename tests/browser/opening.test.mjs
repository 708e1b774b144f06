// Opening other datasets as a reader does: from the site's list, files, a folder, a .zip, by dropping
// them, by address; what does not open leaves what is shown; what was opened can be opened again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { arrive, named, open_page, press, ready, root, site_address } from "./harness.mjs";

const example = path.join(root, "assets/example"); // its title: see datapackage.json
const title = JSON.parse(fs.readFileSync(path.join(example, "datapackage.json"), "utf8")).title;
const mark = "Số liệu minh họa, không phải số liệu thật";
const text = (page, part = "page") => page.locator(`[data-part="${part}"]`).textContent();

async function open(t, route, options) {
  return ready(await open_page(t, route, options));
}
const lives = async (page) => assert.equal(await page.getAttribute("html", "data-state"), "ready");
const announces = (page, words) => page.waitForFunction(
  (wanted) => document.getElementById("announce").textContent.includes(wanted), words);
const shows = (page, words, part = "page") => page.waitForFunction(
  ([name, wanted]) => document.querySelector(`[data-part="${name}"]`).textContent.includes(wanted), [part, words]);
const shows_example = async (page) => {
  await page.waitForFunction(() => window.tien_do.dataset.startsWith("may-nay:"));
  await shows(page, title);
};

// A .zip of a folder, made by Python's own zipfile; `inside`: the folder in it.
function zip_of(t, folder, inside = "") {
  const made = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "tien-do-")), "goi.zip");
  t.after(() => fs.rmSync(path.dirname(made), { recursive: true }));
  execFileSync("python3", ["-c", `
import pathlib, sys, zipfile
folder, made, inside = sys.argv[1:]
with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
    for file in sorted(pathlib.Path(folder).rglob("*")):
        if file.is_file():
            archive.write(file, inside + str(file.relative_to(folder)))`, folder, made, inside]);
  return made;
}

async function choose(page, button, files) {
  const chooser = page.waitForEvent("filechooser");
  await press(page, "button", button);
  await (await chooser).setFiles(files);
}

test("the illustration opens from the list with one press and carries its mark on every screen", async (t) => {
  const page = await open(t, "#/vi/nguon");
  assert.ok(!(await text(page, "top")).includes(mark));
  await press(page, "link", /minh họa/i);
  await shows(page, mark, "top");
  assert.match(page.url(), /\?du-lieu=minh-hoa#\/vi\/tong-quan$/);
  for (const view of ["xep-hang", "don-vi", "nhiem-vu", "nguon"]) {
    await page.evaluate((name) => { location.hash = `#/vi/${name}`; }, view);
    await page.waitForFunction((name) => document.querySelector('[data-part="top"] a[aria-current="page"]')?.href.includes(name), view);
    assert.ok((await text(page, "top")).includes(mark), view);
  }
  assert.equal(await page.evaluate(() => location.search), "?du-lieu=minh-hoa");
});

test("back and forward lead from one dataset to the other", async (t) => {
  const page = await open(t, "#/vi/nguon");
  await press(page, "link", /minh họa/i);
  await shows(page, mark, "top");
  await page.goBack();
  await page.waitForFunction((words) => !document.querySelector('[data-part="top"]').textContent.includes(words), mark);
  assert.match(page.url(), /\/#\/vi\/nguon$/);
  await page.goForward();
  await shows(page, mark, "top");
});

test("an address with a dataset of the site opens it at once, and a reload again", async (t) => {
  const page = await open(t, "?data=minh-hoa#/en/ranking");
  assert.match(await text(page, "top"), /Illustrative figures, not real data/);
  await page.reload();
  await ready(page);
  assert.match(await text(page, "top"), /Illustrative figures, not real data/);
});

test("a .zip opens, whatever folder it was packed in", async (t) => {
  for (const inside of ["", "tai-ve/goi/"]) {
    const page = await open(t, "#/vi/nguon");
    await choose(page, "Chọn tệp…", zip_of(t, example, inside));
    await shows_example(page);
    assert.match(page.url(), /\?du-lieu=may-nay%3Agoi\.zip#/);
  }
});

test("several files open, those in folders of the package too", async (t) => {
  const page = await open(t, "#/vi/nguon");
  const files = fs.readdirSync(example, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  await choose(page, "Chọn tệp…", files);
  await shows_example(page);
});

test("a folder opens", async (t) => {
  const page = await open(t, "#/en/sources");
  await choose(page, "Choose a folder…", example);
  await page.waitForFunction(() => window.tien_do.dataset === "may-nay:example");
  await arrive(page, () => location.hash === "#/en");
});

test("a press on the canvas itself lets the browser ask for files", async (t) => {
  const page = await open(t, "#/vi/nguon");
  const button = named(page, "button", "Chọn tệp…");
  await button.focus(); // scrolls it into view
  await page.waitForTimeout(600);
  const { x, y, width, height } = await button.boundingBox();
  const chooser = page.waitForEvent("filechooser");
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await (await chooser).setFiles(zip_of(t, example));
  await shows_example(page);
});

// What somebody drags who drags a .zip of these bytes.
function dragged(page, bytes, name = "keo-tha.zip") {
  return page.evaluateHandle(([base64, called]) => {
    const transfer = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    transfer.items.add(new File([content], called, { type: "application/zip" }));
    return transfer;
  }, [bytes.toString("base64"), name]);
}

test("files dropped anywhere on the page open", async (t) => {
  const page = await open(t, "#/vi/tong-quan");
  const data = await dragged(page, fs.readFileSync(zip_of(t, example)));
  await page.dispatchEvent("body", "dragover", { dataTransfer: data });
  assert.equal(await page.getAttribute("html", "data-drop"), "");
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await shows_example(page);
  assert.equal(await page.getAttribute("html", "data-drop"), null);
});

test("a package with errors leaves what is shown, and its report names file, line and column", async (t) => {
  const broken = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "tien-do-")), "type-error");
  t.after(() => fs.rmSync(path.dirname(broken), { recursive: true }));
  for (const fixture of ["valid", "type-error"]) fs.cpSync(path.join(root, "tests/fixtures", fixture), broken, { recursive: true });
  const [problem] = JSON.parse(fs.readFileSync(path.join(broken, "report.json"), "utf8")).problems;
  const page = await open(t, "#/vi/nguon");
  const foot = await page.locator('[data-part="page"] footer').textContent();
  await choose(page, "Chọn thư mục…", broken);
  await arrive(page, () => location.hash === "#/vi/nguon/kiem-tra");
  await shows(page, "Không mở được type-error");
  const said = await text(page);
  for (const words of [`${problem.file}:${problem.line} ${problem.column}`, problem.message.vi, problem.mend.vi])
    assert.ok(said.includes(words), `${words} in ${said}`);
  assert.equal(await page.evaluate(() => location.search), "");
  assert.equal(await page.locator('[data-part="page"] footer').textContent(), foot);
  const download = page.waitForEvent("download");
  await press(page, "button", "Tải JSON");
  const report = JSON.parse(fs.readFileSync(await (await download).path(), "utf8"));
  assert.deepEqual(report.problems, [problem]);
  await press(page, "link", "English");
  await shows(page, "could not be opened");
});

test("the shown dataset has its own report, which says that there is nothing", async (t) => {
  const page = await open(t, "#/en/sources/check");
  await shows(page, "no problems");
});

test("a damaged .zip is refused in words", async (t) => {
  const page = await open(t, "#/vi/nguon");
  const bytes = fs.readFileSync(zip_of(t, example));
  bytes[60] ^= 0xff; // inside of the first file
  await choose(page, "Chọn tệp…", { name: "hong.zip", mimeType: "application/zip", buffer: bytes });
  await shows(page, "bị hỏng");
  await choose_again(page, { name: "ngan.zip", mimeType: "application/zip", buffer: bytes.subarray(0, 400) });
  await shows(page, "ngan.zip");
  await shows(page, "bị hỏng");
});
async function choose_again(page, file) {
  await page.evaluate(() => { location.hash = "#/vi/nguon"; });
  await named(page, "button", "Chọn tệp…").waitFor({ state: "attached" });
  await choose(page, "Chọn tệp…", file);
}

// The package of the example at /goi/, but for what `answer` says of a path.
async function serve_example(page, answer = () => undefined) {
  await page.route(/\/goi\//, async (route) => {
    const name = new URL(route.request().url()).pathname.split("/goi/")[1];
    const own = await answer(name, route);
    if (own) return own === "held" ? undefined : route.fulfill(own);
    const file = path.join(example, name);
    if (!fs.existsSync(file)) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ body: fs.readFileSync(file), contentType: "text/plain" });
  });
}

test("an address typed into the field opens the package there, which a reload opens again", async (t) => {
  const page = await open(t, "#/vi/nguon");
  await serve_example(page);
  const field = named(page, "searchbox", "Từ một địa chỉ");
  await field.fill("goi/datapackage.json");
  await field.press("Enter");
  await page.waitForFunction(() => window.tien_do.dataset === "goi/datapackage.json");
  await shows(page, title);
  assert.match(page.url(), /\?du-lieu=goi%2Fdatapackage\.json#/);
  await page.reload();
  await ready(page);
  await shows(page, title);
});

test("an address that gives nothing, something else or too little says which", async (t) => {
  const page = await open(t, "#/vi/nguon", { expected_errors: [/404/] });
  await serve_example(page, (name) => name === "trang.html" && { body: "<html></html>", contentType: "text/html" });
  for (const [address, words] of [["goi/khong-co.zip", "404"], ["goi/trang.html", "text/html"], ["khong-co-bo-nay", "không có bộ dữ liệu"]]) {
    await page.evaluate((hash) => { location.hash = hash; }, "#/vi/nguon");
    const field = named(page, "searchbox", "Từ một địa chỉ");
    await field.fill(address);
    await field.press("Enter");
    await arrive(page, () => location.hash === "#/vi/nguon/kiem-tra");
    await shows(page, words);
  }
});

// Another server on a port of its own; what it answers to a path is {status, headers, body} or nothing at all.
async function other_server(t, answer) {
  const server = http.createServer((request, response) => {
    const found = answer(request.url);
    if (!found) return; // it keeps the reader waiting
    response.writeHead(found.status ?? 200, found.headers);
    response.write(found.body ?? "");
    if (!found.held) response.end();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${server.address().port}`;
}

async function ask_for(page, address) {
  const field = named(page, "searchbox", "From an address");
  await field.fill(address);
  await field.press("Enter");
}

const elsewhere = [/request to another origin/, /CORS|ERR_FAILED/];
const for_all = { "access-control-allow-origin": "*" };

test("a package on another server opens where that lets other sites read it", async (t) => {
  const zip = fs.readFileSync(zip_of(t, example));
  const server = await other_server(t, () => ({ headers: for_all, body: zip }));
  const page = await open(t, "#/en/sources", { expected_errors: elsewhere });
  await ask_for(page, `${server}/goi.zip`);
  await page.waitForFunction((address) => window.tien_do.dataset === address, `${server}/goi.zip`);
});

test("what another server refuses, never sends or has too much of is said, and the page stays", async (t) => {
  const server = await other_server(t, (path) => ({
    "/closed.zip": { body: "PK" },
    "/much.zip": { headers: { ...for_all, "access-control-expose-headers": "content-length", "content-length": String(300 << 20) }, body: "PK", held: true },
    "/stops.zip": { headers: for_all, body: "PK", held: true },
  })[path]);
  const page = await open(t, "#/en/sources", { expected_errors: elsewhere });
  await page.evaluate(() => { // the reader's patience, shortened
    const later = window.setTimeout;
    window.setTimeout = (call, ms, ...more) => later(call, ms === 20_000 ? 300 : ms, ...more);
  });
  const foot = await page.locator('[data-part="page"] footer').textContent();
  for (const [path, words] of [["closed.zip", "does not let other sites read it (CORS)"], ["much.zip", "larger than 256 MB"],
    ["stops.zip", "Nothing more came"], ["silent.zip", "Nothing more came"]]) {
    await page.evaluate(() => { location.hash = "#/en/sources"; });
    await named(page, "searchbox", "From an address").waitFor({ state: "attached" });
    await ask_for(page, `${server}/${path}`);
    await shows(page, `${path} `);
    await shows(page, words);
    assert.equal(await page.locator('[data-part="page"] footer').textContent(), foot);
    assert.equal(await page.evaluate(() => location.search), "");
  }
});

test("where the site's policy allows its own server only, another one is not asked, and the page says why", async (t) => {
  const page = await open_page(t, "#/en/sources", { expected_errors: [/Content Security Policy|violates|Refused|Fetch API/i] });
  await page.route(`${await site_address()}/`, async (route) => {
    const answer = await route.fetch();
    const headers = answer.headers();
    headers["content-security-policy"] = headers["content-security-policy"].replace(/connect-src [^;]*/, "connect-src 'self'");
    await route.fulfill({ response: answer, headers });
  });
  await page.reload();
  await ready(page);
  await ask_for(page, "https://example.org/goi.zip");
  await shows(page, "may only fetch data from its own server");
});

test("the guide for publishers stands beside the site, in both languages", async (t) => {
  const page = await open(t, "#/vi/nguon");
  const guide = page.context().waitForEvent("page");
  await press(page, "link", "Cách chuẩn bị một gói số liệu");
  const document = await guide;
  await document.getByRole("heading", { level: 1, name: "Từ bảng tính đến trang đã công bố" }).waitFor();
  await document.getByRole("link", { name: "English" }).click();
  await document.getByRole("heading", { level: 1, name: "From a spreadsheet to a published site" }).waitFor();
  await document.getByRole("link", { name: "To the site" }).click();
  await ready(document);
  assert.match(document.url(), /#\/en\/sources$/);
});

test("a slow address shows that it is under way and can be cancelled", async (t) => {
  const page = await open(t, "#/vi/nguon");
  await serve_example(page, (name) => name === "cham.zip" && "held");
  const heading = await page.locator('[data-part="page"] h1').textContent();
  const field = named(page, "searchbox", "Từ một địa chỉ");
  await field.fill("goi/cham.zip");
  await field.press("Enter");
  await shows(page, "Đang mở goi/cham.zip", "top");
  await press(page, "button", "Hủy");
  await page.waitForFunction(() => !document.querySelector('[data-part="top"]').textContent.includes("Đang mở"));
  assert.equal(await page.locator('[data-part="page"] h1').textContent(), heading);
});

test("a dataset that the address names and that does not open gives way to the site's own, with the report", async (t) => {
  const page = await open(t, "?du-lieu=khong-co-bo-nay#/vi/xep-hang");
  await shows(page, "Không mở được khong-co-bo-nay");
  assert.equal(await page.evaluate(() => location.search), "");
});

test("what was opened is kept on this device, opens again after a reload and can be forgotten", async (t) => {
  const page = await open(t, "#/vi/nguon");
  assert.equal(await named(page, "button", "Bỏ").count(), 0);
  await choose(page, "Chọn tệp…", zip_of(t, example));
  await shows_example(page);
  await page.reload();
  await ready(page);
  await shows(page, title);
  await page.goto(page.url().replace(/\?.*/, "#/vi/nguon"));
  await ready(page);
  await press(page, "link", title);
  await shows_example(page);
  await page.evaluate(() => { location.hash = "#/vi/nguon"; });
  await press(page, "button", "Bỏ");
  await page.waitForFunction(() => ![...document.querySelectorAll("#mirror button")].some((one) => one.textContent === "Bỏ"));
  await page.reload();
  await shows(page, "Không mở được goi.zip");
});

// ---- one package in the way of another, and what fails on the way

// Every piece of a file of the reader's waits until `window.let_go()`.
const hold_files = (page) => page.evaluate(() => {
  const { stream } = Blob.prototype;
  const held = new Promise((go) => { window.let_go = go; });
  Blob.prototype.stream = function () {
    window.is_held = true;
    return stream.call(this).pipeThrough(new TransformStream({
      transform: async (piece, way) => { await held; way.enqueue(piece); },
    }));
  };
});

test("pieces of a .zip that was given up do not come into the next package", async (t) => {
  const page = await open(t, "#/vi/nguon");
  let answer;
  const asked = new Promise((resolve) => page.route(/minh-hoa\.\w+\.json/, (route) => { answer = route; resolve(); }));
  await hold_files(page);
  await choose(page, "Chọn tệp…", zip_of(t, example));
  await page.waitForFunction(() => window.is_held);
  await press(page, "link", /minh họa/i);
  await asked;
  await page.evaluate(async () => {
    window.let_go();
    await new Promise((done) => setTimeout(done, 300));
  });
  await lives(page);
  await answer.continue();
  await shows(page, mark, "top");
});

test("a package that is refused by its descriptor is fetched no further", async (t) => {
  const page = await open(t, "#/vi/nguon");
  const asked = [];
  await serve_example(page, (name) => {
    asked.push(name);
    const json = fs.readFileSync(path.join(example, "datapackage.json"), "utf8");
    return name === "datapackage.json" && { body: json.replace("{", '{"name": "hai-lan", '), contentType: "application/json" };
  });
  await page.evaluate(() => window.tien_do.follow("?du-lieu=goi/datapackage.json#/vi"));
  await shows(page, "Không mở được goi/datapackage.json");
  assert.deepEqual(asked.filter((name) => name.endsWith(".csv")), []);
});

test("where one part fails the parts under way are given up", async (t) => {
  const page = await open(t, "#/vi/nguon", { expected_errors: [/500/] });
  const tables = [], given_up = [];
  page.on("requestfailed", (request) => given_up.push(request.url().split("/goi/")[1]));
  await serve_example(page, (name) => {
    if (!name.endsWith(".csv")) return undefined;
    return tables.push(name) === 1 ? { status: 500, body: "" } : "held";
  });
  await page.evaluate(() => window.tien_do.follow("?du-lieu=goi/datapackage.json#/vi"));
  await shows(page, "nó trả lời 500");
  assert.ok(tables.length > 1);
  for (const held of tables.slice(1)) assert.ok(given_up.includes(held), `${held} in ${given_up}`);
});

test("what has come of a package that is cancelled is let go", async (t) => {
  const page = await open(t, "#/vi/nguon");
  await serve_example(page, (name) => name === "observations.csv" && "held");
  const share = () => page.evaluate(() => window.tien_do.program._tiendo_share_read());
  await page.evaluate(() => window.tien_do.follow("?du-lieu=goi/datapackage.json#/vi"));
  await shows(page, "Đang mở", "top");
  assert.ok((await share()) > 0);
  await press(page, "button", "Hủy");
  await page.waitForFunction(() => window.tien_do.program._tiendo_share_read() === 0);
  await lives(page);
});

test("a part at an address makes room for itself once, by the size that its server states", async (t) => {
  const page = await open(t, "#/vi/nguon");
  await serve_example(page);
  const told = await page.evaluate(async () => {
    const { program } = window.tien_do;
    const expect = program._tiendo_expect, sizes = [];
    program._tiendo_expect = (entry, bytes) => { sizes.push(bytes); expect(entry, bytes); };
    window.tien_do.follow("?du-lieu=goi/datapackage.json#/vi");
    while (window.tien_do.dataset === "") await new Promise((done) => setTimeout(done, 50));
    return sizes;
  });
  const { size } = fs.statSync(path.join(example, "observations.csv"));
  assert.ok(told.includes(size), `${size} in ${told}`);
});

test("a package that is read stops where another one takes its place at once", async (t) => {
  const page = await open(t, "#/vi/nguon");
  await serve_example(page);
  await page.evaluate(() => {
    const { program } = window.tien_do;
    window.read = program._tiendo_read;
    program._tiendo_read = () => 0; // there is more to read, for ever
    window.ticking = new Set();
    const { setInterval: start, clearInterval: stop } = window;
    window.setInterval = (...all) => { const timer = start(...all); window.ticking.add(timer); return timer; };
    window.clearInterval = (timer) => { window.ticking.delete(timer); stop(timer); };
    window.tien_do.follow("?du-lieu=goi/datapackage.json#/vi");
  });
  await page.waitForFunction(() => window.ticking.size === 1);
  await page.evaluate(() => {
    window.tien_do.program._tiendo_read = window.read;
    window.tien_do.follow("?du-lieu=https://[#/vi");
  });
  await shows(page, "Không mở được https://[");
  assert.equal(await page.evaluate(() => window.ticking.size), 0);
});

async function drop(page, bytes, name) {
  await page.waitForFunction(() => window.tien_do?.program);
  await page.dispatchEvent("body", "drop", { dataTransfer: await dragged(page, bytes, name) });
}

test("what is dropped while the dataset of the address is under way takes its place", async (t) => {
  const page = await open(t);
  await serve_example(page, (name) => name === "cham.zip" && "held");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${await site_address()}/?du-lieu=goi/cham.zip`);
  await drop(page, fs.readFileSync(zip_of(t, example)), "keo-tha.zip");
  await shows_example(page);
  await ready(page);
  assert.ok(asked.some((url) => url.endsWith("cham.zip")));
  assert.ok(!asked.some((url) => /viet-nam\.\w+\.json/.test(url)), "the site's own is not needed");
});

test("a broken package dropped while the site's own is under way gives way to it, with the report", async (t) => {
  const page = await open(t);
  let held;
  await page.route(/viet-nam\.\w+\.json/, (route) => (held ? route.continue() : (held = route)));
  await page.goto(`${await site_address()}/?du-lieu=khong-co-bo-nay`);
  while (!held) await page.waitForTimeout(50);
  await drop(page, Buffer.from("PK, nothing else"), "hong.zip");
  await ready(page);
  await shows(page, "Không mở được hong.zip");
  assert.equal(await page.evaluate(() => location.search), "");
});

test("without a network the view of sources stays, and offers other datasets once there is one", async (t) => {
  const page = await open(t, "#/vi/tong-quan", { expected_errors: [/ERR_INTERNET_DISCONNECTED/] });
  await page.context().setOffline(true);
  await page.evaluate(() => { location.hash = "#/vi/nguon"; });
  await announces(page, "Không tải được một phần của trang");
  await lives(page);
  await page.context().setOffline(false);
  await page.evaluate(() => { location.hash = "#/vi/xep-hang"; });
  await page.waitForTimeout(300);
  await page.evaluate(() => { location.hash = "#/vi/nguon"; });
  await named(page, "button", "Chọn tệp…").waitFor({ state: "attached" });
});

test("where the list of the site's datasets cannot be fetched that is what the report says", async (t) => {
  const page = await open(t, "#/vi/tong-quan", { expected_errors: [/ERR_FAILED/] });
  await page.route("**/data/catalog.json", (route) => route.abort());
  for (const [asked, name] of [["minh-hoa", "minh-hoa"], ["", "data/catalog.json"]]) {
    await page.evaluate((dataset) => window.tien_do.follow(`?du-lieu=${dataset}#/vi`), asked);
    await shows(page, `Không lấy được “${name}”`);
  }
  await lives(page);
});

test("a report that the browser does not let be copied is no end of the program", async (t) => {
  const page = await open(t, "#/vi/nguon/kiem-tra");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
    window.tien_do.copy("report");
  });
  await announces(page, "Trình duyệt không cho chép");
  await lives(page);
});

test("a dropped folder that cannot be read is refused in words", async (t) => {
  const page = await open(t, "#/vi/tong-quan");
  await page.evaluate(() => {
    const readEntries = (done, failed) => failed(new DOMException("gone", "NotReadableError"));
    DataTransferItem.prototype.webkitGetAsEntry = () => (
      { name: "hong", fullPath: "/hong", isFile: false, createReader: () => ({ readEntries }) });
  });
  await drop(page, Buffer.from("x"), "hong");
  await shows(page, "Không mở được hong");
  await lives(page);
});

test("files that cannot be read any more are refused in words", async (t) => {
  const page = await open(t, "#/vi/nguon");
  await page.evaluate(() => {
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("changed", "NotReadableError"));
  });
  await choose(page, "Chọn tệp…", ["datapackage.json", "units.csv"].map((name) => path.join(example, name)));
  await shows(page, "Không mở được datapackage.json");
  await shows(page, "bị hỏng");
  await lives(page);
});

test("a package for which the program has no room is refused in words", async (t) => {
  const page = await open(t, "#/vi/nguon");
  await serve_example(page);
  await page.evaluate(() => {
    const { program } = window.tien_do;
    const malloc = program._malloc;
    program._malloc = (size) => (size > 500 ? 0 : malloc(size));
    window.tien_do.follow("?du-lieu=goi/datapackage.json#/vi");
  });
  await shows(page, "quá mức trang này nhận");
  await lives(page);
});

test("a .zip that states more than it holds is refused before room is made for it", async (t) => {
  const page = await open(t, "#/vi/nguon");
  const bytes = fs.readFileSync(zip_of(t, example));
  const first = bytes.indexOf("PK\x01\x02");
  bytes.writeUInt32LE(3 << 20, first + 20); // packed
  bytes.writeUInt32LE(300 << 20, first + 24); // unpacked
  const heap = () => page.evaluate(() => window.tien_do.program.HEAPU8.length >> 20);
  const before = await heap();
  await choose(page, "Chọn tệp…", { name: "hong.zip", mimeType: "application/zip", buffer: bytes });
  await shows(page, "bị hỏng");
  assert.ok((await heap()) < before + 100);
});

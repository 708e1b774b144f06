// Opening other datasets as a reader does: from the site's list, files, a folder, a .zip, by dropping
// them, by address; what does not open leaves what is shown; what was opened can be opened again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { arrive, named, open_page, press, ready, root } from "./harness.mjs";

const example = path.join(root, "assets/example"); // its title: see datapackage.json
const title = JSON.parse(fs.readFileSync(path.join(example, "datapackage.json"), "utf8")).title;
const mark = "Số liệu minh họa, không phải số liệu thật";
const text = (page, part = "page") => page.locator(`[data-part="${part}"]`).textContent();

async function open(t, route, options) {
  return ready(await open_page(t, route, options));
}
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

test("files dropped anywhere on the page open", async (t) => {
  const page = await open(t, "#/vi/tong-quan");
  const bytes = fs.readFileSync(zip_of(t, example)).toString("base64");
  const data = await page.evaluateHandle((base64) => {
    const transfer = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    transfer.items.add(new File([content], "keo-tha.zip", { type: "application/zip" }));
    return transfer;
  }, bytes);
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

test("another server is not asked: the page says that its policy forbids it", async (t) => {
  const page = await open(t, "#/en/sources", { expected_errors: [/Content Security Policy|violates|Refused|Fetch API/i] });
  const field = named(page, "searchbox", "From an address");
  await field.fill("https://example.org/goi.zip");
  await field.press("Enter");
  await shows(page, "may only fetch data from its own server");
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

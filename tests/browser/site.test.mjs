// The site as its readers use it: by address, by role and name, by keyboard, at every width.
import assert from "node:assert/strict";
import { test } from "node:test";
import { arrive, named, open_page, press, ready, site_address } from "./harness.mjs";

const heading = (page) => page.locator('[data-part="page"] h1');
const frames = (page) => page.evaluate(() => window.tien_do.frames);

async function open(t, route, options) {
  return ready(await open_page(t, route, options));
}

test("the first address shows the overview in Vietnamese, with its title and its views", async (t) => {
  const page = await open(t, "");
  assert.match(await page.title(), /Tiến Độ/);
  assert.equal(await page.getAttribute("html", "lang"), "vi");
  for (const view of ["Tổng quan", "Xếp hạng", "Đơn vị", "Nhiệm vụ", "Chỉ tiêu", "Nguồn"])
    assert.equal(await named(page, "link", view, { exact: true }).count(), 1, view);
  assert.equal(await named(page, "link", "Tổng quan", { exact: true }).getAttribute("aria-current"), "page");
});

test("the headline figures stand in the HTML before any script runs", async (t) => {
  const page = await open_page(t, "", { javaScriptEnabled: false });
  const text = await page.locator("#first main[lang=vi]").innerText();
  assert.match(text, /80\s%/);
  assert.match(text, /39,98/);
  assert.match(text, /28\/10\/2025/);
});

test("the canvas and the HTML of the first seconds say the same heading and figures", async (t) => {
  const page = await open(t, "");
  const first = await page.locator("#first main[lang=vi] h1").textContent();
  assert.equal(await heading(page).textContent(), first);
  const figure = await page.locator("#first main[lang=vi] .number").first().textContent();
  assert.match(await page.locator('[data-part="page"]').textContent(), new RegExp(figure));
});

test("an address leads to its page, and what it does not know to a helpful one", async (t) => {
  const page = await open(t, "#/vi/xep-hang?thang=2026-10");
  const rows = page.locator('[data-part="page"] table').first().locator("tbody tr");
  assert.equal(await rows.count(), 34);
  await page.evaluate(() => { location.hash = "#/vi/khong-co-trang-nay"; });
  await page.waitForFunction(() => /không/i.test(document.querySelector('[data-part="page"] h1').textContent));
  assert.ok(await page.locator('[data-part="page"] a').count() > 3);
});

test("the published 766 total of a province is reached from the ranking, down to the words that state it", async (t) => {
  const page = await open(t, "#/vi/xep-hang?thang=2026-10");
  await press(page, "link", "Đồng Tháp");
  await arrive(page, () => location.hash.includes("dong-thap"));
  assert.match(await page.locator('[data-part="page"]').textContent(), /68,80/);
  const leaf = page.locator('[data-part="page"] a[href*="chi-tieu/766-"]').first();
  await leaf.focus();
  await leaf.press("Enter");
  await arrive(page, () => location.hash.includes("/chi-tieu/766-"));
  assert.ok(await page.locator('[data-part="page"] q, [data-part="page"] blockquote').count() > 0, "the words");
  assert.ok(await page.locator('[data-part="page"] a[href^="https://"]').count() > 0, "the document");
});

test("the 80 % promise: both dates, where it stood, nation and provinces, with quotes", async (t) => {
  const page = await open(t, "#/vi/chi-tieu/ty-le-toan-trinh");
  const text = await page.locator('[data-part="page"]').textContent();
  for (const words of ["31/12/2024", "31/12/2025", "39,51", "15,21", "mới đạt 39,51%"])
    assert.ok(text.includes(words), words);
});

test("the language switches in place, and back and forward work", async (t) => {
  const page = await open(t, "#/vi/nhiem-vu");
  const vietnamese = await heading(page).textContent();
  await press(page, "link", "English");
  await page.waitForFunction(() => document.documentElement.lang === "en");
  assert.match(page.url(), /#\/en\/tasks/);
  await page.waitForFunction((was) => document.querySelector('[data-part="page"] h1').textContent !== was, vietnamese);
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.lang === "vi");
  assert.equal(await heading(page).textContent(), vietnamese);
  await page.goForward();
  await page.waitForFunction(() => document.documentElement.lang === "en");
});

test("a filter is an address: the unconfirmed tasks of one ministry", async (t) => {
  const page = await open(t, "#/vi/nhiem-vu?don-vi=bo-y-te&trang-thai=chua-xac-nhan");
  const rows = await page.locator('[data-part="page"] table').first().locator("tbody tr").count();
  const all = await open(t, "#/vi/nhiem-vu");
  const all_rows = await all.locator('[data-part="page"] table').first().locator("tbody tr").count();
  assert.ok(rows > 0 && rows < all_rows, `${rows} of ${all_rows}`);
});

test("the tasks that were never mentioned again are a choice of the menu, and as many as it says", async (t) => {
  const page = await open(t, "#/vi/nhiem-vu");
  const menu = named(page, "combobox", "Sau khi giao").first();
  const choice = (await menu.locator("option").allTextContents()).find((text) => text.startsWith("Không thấy nhắc lại"));
  await menu.focus();
  await menu.selectOption({ label: choice });
  await arrive(page, () => location.hash.includes("khong-nhac-lai=1"));
  const count = Number(choice.match(/\((\d+)\)/)[1]);
  assert.ok(count > 0);
  assert.equal(await page.locator('[data-part="page"] table').first().locator("tbody tr").count(), count);
  assert.match(await heading(page).textContent(), new RegExp(`^${count} việc`));
});

test("a promise made in four documents is told by date, with their words and the silence after them", async (t) => {
  const page = await open(t, "#/vi/nhiem-vu/t202408-25");
  const story = page.locator('[data-part="page"] section', { hasText: "“80% toàn trình”" }).last();
  const words = await story.textContent();
  let at = 0;
  for (const step of ["09/08/2024", "đến hết năm 2024 đạt 80%", "39,51%", "hạn dời từ 31/12/2024 sang 31/12/2025, thêm 12 tháng",
                      "13/10/2025", "nhắc lại nguyên hạn 31/12/2025", "15/11/2025", "Từ 15/11/2025 đến nay"]) {
    const next = words.indexOf(step, at);
    assert.ok(next >= 0, `${step} after ${words.slice(at)}`);
    at = next;
  }
  assert.ok(await story.locator("blockquote").count() >= 6);
});

test("a menu is a list to choose from, also by keyboard", async (t) => {
  const page = await open(t, "#/vi/xep-hang");
  const month = named(page, "combobox", "Tháng").first();
  const options = await month.locator("option").allTextContents();
  assert.ok(options.length > 3);
  await month.focus();
  await month.selectOption({ index: 1 });
  await arrive(page, () => location.hash.includes("thang="));
});

test("pressing a link on the canvas itself follows it", async (t) => {
  const page = await open(t, "");
  const [x, y, width, height] = await named(page, "link", "Nhiệm vụ", { exact: true }).evaluate((e) => e.box);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await arrive(page, () => location.hash.startsWith("#/vi/nhiem-vu"));
});

// How many pixels of the canvas have the ground of tooltips, which is the ink of text.
function tooltip_pixels(page) {
  return page.evaluate(() => {
    const canvas = document.getElementById("canvas");
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    window.tien_do.program._tiendo_frame(performance.now());
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) count += data[i] === 0x15 && data[i + 1] === 0x20 && data[i + 2] === 0x2e;
    return count;
  });
}

const tooltip_least = 1500; // pixels of one, without its words
const marks = (page) => page.locator('[data-part="page"] figure li a');
const rest = (page) => page.waitForTimeout(600); // until a scroll has come to its end

test("a chart's marks are reached by arrow keys, and the words of each are painted at it", async (t) => {
  const page = await open(t, "#/vi/chi-tieu/ty-le-ho-so-toan-trinh");
  await marks(page).first().focus();
  await page.keyboard.press("ArrowRight");
  await rest(page);
  assert.equal(await marks(page).nth(1).evaluate((e) => e === document.activeElement), true);
  const with_words = await tooltip_pixels(page);
  await page.keyboard.press("Escape");
  const without = await tooltip_pixels(page);
  assert.ok(with_words > without + tooltip_least, `${without} → ${with_words}`);
});

test("the first tap on a mark shows its words, a second one follows it, a tap elsewhere hides them", async (t) => {
  const page = await open(t, "#/vi/chi-tieu/ty-le-ho-so-toan-trinh", { viewport: { width: 360, height: 800 }, hasTouch: true });
  await marks(page).first().focus(); // into view
  await rest(page);
  await marks(page).first().evaluate((e) => e.blur());
  const { x, y, width, height } = await marks(page).first().boundingBox();
  const at = await page.evaluate(() => location.hash);
  const before = await tooltip_pixels(page);
  const tap = async (left, top) => {
    await page.touchscreen.tap(left, top);
    await rest(page);
  };
  await tap(x + width / 2, y + height / 2);
  const shown = await tooltip_pixels(page);
  assert.ok(shown > before + tooltip_least, `${before} → ${shown}`);
  assert.equal(await page.evaluate(() => location.hash), at);
  await tap(8, y - 60);
  assert.ok((await tooltip_pixels(page)) < shown - tooltip_least, "a tap elsewhere hides it");
  await tap(x + width / 2, y + height / 2);
  await tap(x + width / 2, y + height / 2);
  await page.waitForFunction((hash) => location.hash !== hash, at);
});

test("two fingers zoom the page, and the canvas is drawn as sharp as it is seen", async (t) => {
  const page = await open(t, "#/vi/xep-hang", { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });
  const pixels = () => page.evaluate(() => document.getElementById("canvas").width);
  const at_first = await pixels(), at = await page.evaluate(() => location.hash);
  const browser = await page.context().newCDPSession(page);
  const fingers = (type, apart) =>
    browser.send("Input.dispatchTouchEvent", { type, touchPoints: apart ? [180 - apart, 180 + apart].map((x, id) => ({ x, y: 400, id })) : [] });
  await fingers("touchStart", 30);
  for (let apart = 40; apart <= 110; apart += 10) await fingers("touchMove", apart);
  await fingers("touchEnd");
  await page.waitForFunction(() => window.visualViewport.scale > 1.5);
  await rest(page);
  assert.ok((await pixels()) > 1.5 * at_first, `${at_first} → ${await pixels()}`);
  assert.equal(await page.evaluate(() => location.hash), at, "nothing was pressed");
});

test("nothing is drawn while nothing changes", async (t) => {
  const page = await open(t, "");
  await page.waitForTimeout(1500);
  const before = await frames(page);
  await page.waitForTimeout(3000);
  assert.equal(await frames(page), before);
});

test("a frame asks nothing of the graphics context, which answers when all before is drawn", async (t) => {
  const page = await open(t, "");
  const asked = await page.evaluate(() => {
    const context = WebGL2RenderingContext.prototype, names = [];
    for (const name of Object.keys(Object.getOwnPropertyDescriptors(context)).filter((one) => /^(get|is)[A-Z]/.test(one))) {
      const ask = context[name];
      context[name] = function (...values) {
        names.push(name);
        return ask.apply(this, values);
      };
    }
    window.tien_do.program._tiendo_frame(performance.now());
    return names.filter((name) => name !== "isContextLost"); // this one is known without asking
  });
  assert.deepEqual(asked, []);
});

test("the wheel scrolls, and the mirror stays over what it mirrors", async (t) => {
  const page = await open(t, "#/vi/nhiem-vu");
  await page.mouse.move(640, 500);
  await page.mouse.wheel(0, 600);
  await page.waitForFunction(() => /translateY\(-[1-9]/.test(document.querySelector("[data-part=page]").style.transform));
});

test("the canvas is painted, in more than a few colours on a light ground", async (t) => {
  const page = await open(t, "");
  const [colours, ground] = await page.evaluate(() => {
    const canvas = document.getElementById("canvas");
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    window.tien_do.program._tiendo_frame(performance.now()); // what it draws is there until the task ends
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const at_the_edge = 4 * canvas.width * (canvas.height >> 1);
    return [new Set(new Uint32Array(data.buffer)).size, [...data.slice(at_the_edge, at_the_edge + 3)]];
  });
  assert.ok(colours > 50, `${colours} colours`);
  assert.ok(Math.min(...ground) > 200, `the ground is ${ground}`);
});

test("who follows a link by keyboard is taken to the heading of where it led", async (t) => {
  const page = await open(t, "");
  await press(page, "link", "Nguồn");
  await arrive(page, () => location.hash.startsWith("#/vi/nguon"));
  await page.waitForFunction(() => document.activeElement?.nodeName === "H1" || document.activeElement?.nodeName === "A");
});

test("the theme can be chosen and is remembered on this device", async (t) => {
  const page = await open(t, "");
  await named(page, "combobox", "Giao diện").selectOption({ label: "Tối" });
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  await page.reload();
  await ready(page);
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
});

test("without WebGL 2 the page keeps its figures, says why and how to try again", async (t) => {
  const page = await open_page(t);
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind === "webgl2" ? null : original.call(this, kind, ...rest);
    };
  });
  await page.goto(`${await site_address()}/?again#/en/overview`);
  await page.waitForSelector('html[data-state="failed"]');
  assert.match(await page.locator("#failure").innerText(), /WebGL 2/);
  assert.match(await page.locator("#first main[lang=en]").innerText(), /39\.98/);
});

test("when the program cannot be fetched the figures stay", async (t) => {
  const page = await open_page(t, "", { expected_errors: [/wasm/, /Failed to load/, /ERR_FAILED/] });
  await page.route(/app\.[0-9a-f]{8}\.(wasm|js)$/, (route) => route.abort());
  await page.reload();
  await page.waitForSelector('html[data-state="failed"]');
  assert.match(await page.locator("#first main[lang=vi]").innerText(), /39,98/);
});

test("every element that can be reached by keyboard has a name", async (t) => {
  for (const route of ["", "#/vi/xep-hang", "#/vi/don-vi/bo-cong-an", "#/en/tasks", "#/en/sources"]) {
    const page = await open(t, route);
    const nameless = await page.$$eval("#mirror a, #mirror button, #mirror select", (all) =>
      all.filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim())).length);
    assert.equal(nameless, 0, route);
  }
});

for (const width of [360, 768, 1280, 1920])
  test(`at ${width} px every view opens in both languages without a problem`, async (t) => {
    const page = await open(t, "", { viewport: { width, height: 900 } });
    for (const route of ["#/vi/tong-quan", "#/vi/xep-hang", "#/vi/don-vi", "#/vi/nhiem-vu", "#/vi/chi-tieu", "#/vi/nguon",
                         "#/en/overview", "#/en/ranking", "#/en/units", "#/en/tasks", "#/en/indicators", "#/en/sources"]) {
      await page.evaluate((hash) => { location.hash = hash; }, route);
      await page.waitForFunction((language) => document.documentElement.lang === language, route.slice(2, 4));
      assert.ok((await heading(page).textContent()).length > 5, route);
    }
  });

// The page's side of web/bridge.cpp, the only file that touches the wasm module. What the program asks
// for is in `page`; what the reader and the browser do is passed on in start().
import { Mirror } from "./mirror.mjs";
import { bundle_entries, dataset_asked, is_table, Refused, whole } from "./package.mjs";

const root = document.documentElement;
const themes = { light: 0, dark: 1, contrast: 2 };
const address_ms = 320; // between two addresses of one place: Safari takes a hundred in half a minute
const theme_key = "tien-do.theme"; // kept on this device only
const origins = { site: 0, address: 1, device: 2 };
const reading = 0, read_whole = 2; // of _tiendo_read: there is more to read; nothing more is needed

// `say`: aloud, in a word of boot's own.
export function connect({ fail, say, fetch_english }) {
  let app = null;
  let frame_asked = false;
  let rows_asked = []; // the last rows of a long table that the mirror asked for
  let later = 0; // the timer of press_later
  const canvas = document.getElementById("canvas");
  const paper = document.getElementById("paper");

  // Text into the module's memory; the program frees it.
  function text(string) {
    return bytes(new TextEncoder().encode(string + "\0"));
  }
  function bytes(array) {
    const at = app._malloc(array.length);
    if (!at) throw new Refused("too-large", app.HEAPU8.length >> 20);
    app.HEAPU8.set(array, at);
    return at;
  }

  const mirror = new Mirror(document.getElementById("mirror"), {
    press: (href) => app._tiendo_press(text(href)),
    set: (href) => app._tiendo_set(text(href)),
    rows(table, first, last) {
      app._tiendo_rows(table, first, last);
      return rows_asked;
    },
    focus: (part, [x, y, width, height]) => app._tiendo_focus(text(part), x, y, width, height),
  });

  function request_frame() {
    if (frame_asked) return;
    frame_asked = true;
    requestAnimationFrame((now) => {
      frame_asked = false;
      page.frames += 1;
      if (app._tiendo_frame(now)) request_frame();
    });
  }

  // Who reads Vietnamese never fetches the English words. Without a network the page stays as it is.
  let knows_english = false;
  const can_say = (hash) => knows_english || !hash.startsWith("#/en");
  function learn_english(words) {
    app._tiendo_words(1, bytes(words));
    knows_english = true;
  }
  async function go(hash) {
    if (!can_say(hash)) {
      try {
        learn_english(await fetch_english());
      } catch {
        say("network");
        return history.back();
      }
      if (location.hash !== hash) return; // the reader has gone on
    }
    app._tiendo_go(text(hash));
  }

  const from_network = (promise) => promise.catch(() => { throw new Refused("unreachable"); });
  // What the network or the disk refuses is said, and the page stays as it is.
  function quietly(promise, word = "network") {
    return promise.catch((error) => {
      console.warn(error);
      say(word);
    });
  }
  // The address of a place that is set otherwise, as by a slider at every step: at once, and while steps
  // follow each other after a while.
  let address_next = null;
  let address_rests = 0;
  function write_address() {
    clearTimeout(address_rests);
    address_rests = 0;
    if (address_next === null) return;
    history.replaceState(history.state, "", address_next);
    address_next = null;
    address_rests = setTimeout(write_address, address_ms);
  }

  const page = {
    frames: 0, // drawn so far; tests ask for it
    dataset: "", // what is shown, as the address names it
    request_frame,
    mirror: (part, json) => mirror.update(part, JSON.parse(json)),
    mirror_rows(json) {
      rows_asked = JSON.parse(json);
    },
    place_mirror: (top, scroll) => mirror.place(top, scroll),
    name_document(title, language) {
      if (root.lang !== language) root.lang = language;
      if (document.title === title) return;
      document.title = title;
      document.getElementById("announce").textContent = title;
    },
    follow(href) {
      write_address(); // of the place that is left
      if (href === "!print") return window.print();
      if (/^(\?|!(open-|forget:|cancel))/.test(href)) return void with_opening((it) => it.follow(href));
      if (href.startsWith("!theme:")) return choose_theme(href.slice("!theme:".length));
      if (!href.startsWith("#")) return void window.open(href, "_blank", "noopener");
      if (location.hash === href) return void go(href);
      location.hash = href;
    },
    // The same place, set otherwise: no step of its own on the way back.
    set(href) {
      if (href.startsWith("?")) return page.follow(href);
      address_next = href;
      if (!address_rests) write_address();
      void go(href);
    },
    // The page as a document, for paper: the canvas has no text that could be printed.
    print_form(html) {
      write_address();
      paper.innerHTML = html; // the program's own, escaped there
      paper.dataset.address = location.href;
    },
    announce(words) {
      document.getElementById("announce").textContent = words;
    },
    press_later(href, ms) {
      clearTimeout(later);
      later = setTimeout(() => app._tiendo_press(text(href)), ms);
    },
    opened() {
      root.dataset.state = "ready";
    },
    failed: (report) => fail("data", report),
    want_shelf: () => with_opening((it) => it.tell_shelf()),
    save(name, content) {
      const link = Object.assign(document.createElement("a"), { download: name });
      // A spreadsheet reads a table as UTF-8 only where a byte order mark says so.
      const parts = name.endsWith(".csv") ? ["\uFEFF", content] : [content];
      link.href = URL.createObjectURL(new Blob(parts));
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
    copy: (content) => quietly((async () => navigator.clipboard.writeText(content))(), "copy"),
    study: (method, month, as_of) => quietly(certainty().then((it) => it.run(method, month, as_of))),
  };

  // Hands a package to the program, piece by piece, which reads it meanwhile. Resolves to whether it is
  // shown, at `address`; where it is not, the program keeps what it shows and knows why; to nothing
  // where `signal` stopped it or another package came in meanwhile.
  // A source is {name, dataset, origin, entries({signal, progress})}; of entries see package.mjs.
  let shown = null; // the source of what is shown, and the names of its entries that the program asked for
  let under_way = null; // one package comes in at a time: another one takes its place
  async function show(source, address, { signal, progress = () => {} } = {}) {
    under_way?.abort();
    const own = (under_way = new AbortController());
    signal?.addEventListener("abort", () => own.abort());
    try {
      app._tiendo_begin(text(source.name), text(source.dataset), origins[source.origin]);
      const wanted = await take_all(source, address, own.signal, progress);
      own.signal.throwIfAborted();
      if (!app._tiendo_open(text(address))) return false;
      shown = { source, wanted };
      certainty_made?.then((it) => it.stop(), () => {}); // it was of another dataset
      return true;
    } catch (error) {
      if (own.signal.aborted) return undefined;
      throw error;
    } finally {
      own.abort(); // what is still being fetched for it
      if (under_way === own) app._tiendo_leave();
    }
  }
  // To the names of what the program asked for. What keeps the package from arriving, the program is told.
  async function take_all(source, address, signal, progress) {
    const wanted = new Set();
    const part = { listed: 0, arrived: 0 }; // of the way in; of what has arrived the program says
    const tell = (news) => {
      Object.assign(part, news);
      progress(0.3 * part.listed + 0.4 * part.arrived + 0.3 * app._tiendo_share_read());
    };
    try {
      const entries = await source.entries({ signal, progress: (share) => tell({ listed: share }) });
      signal.throwIfAborted();
      part.listed = 1;
      for (const entry of entries) app._tiendo_list(text(entry.name), entry.packed, entry.bytes);
      const chosen = app._tiendo_plan() ? in_order(entries).filter(({ index }) => app._tiendo_wants(index)) : [];
      for (const [place, { index, entry }] of chosen.entries()) {
        wanted.add(entry.name);
        const share = (of_entry) => tell({ arrived: (place + of_entry) / chosen.length });
        if ((await take(index, entry, signal, share)) === read_whole) break;
      }
      if (!can_say(address)) learn_english(await from_network(fetch_english()));
    } catch (error) {
      signal.throwIfAborted();
      app._tiendo_refuse(text(error.reason ?? "damaged"), text(error.detail ?? ""));
    }
    await read_on(signal, tell);
    return wanted;
  }
  // What the descriptor may need comes before the tables.
  function in_order(entries) {
    return entries.map((entry, index) => ({ index, entry }))
      .sort((a, b) => is_table(a.entry.name) - is_table(b.entry.name));
  }
  // To what the program says of it all when it has read what has come.
  async function take(index, entry, signal, share) {
    const piece_max = 1 << 20; // bytes that are copied without a pause
    const pieces = await entry.open();
    signal.throwIfAborted();
    if (pieces) app._tiendo_expect(index, entry.bytes); // of an address it is known only now
    let arrived = 0;
    for await (const piece of pieces ?? []) {
      for (let at = 0; at < piece.length; at += piece_max) {
        signal.throwIfAborted();
        const some = piece.subarray(at, at + piece_max);
        app._tiendo_add(index, bytes(some), some.length);
        arrived += some.length;
        const state = await read_on(signal, () => share(Math.min(1, arrived / (entry.bytes || 2 * arrived))));
        if (state === read_whole) return state;
      }
    }
    signal.throwIfAborted();
    if (pieces) app._tiendo_end(index);
    else app._tiendo_lacks(index);
    return read_on(signal, () => share(1));
  }
  // All that can be read of what is there, in slices, so that the page answers in between.
  let slice_ends = 0;
  async function read_on(signal, tell) {
    for (;;) {
      if (performance.now() >= slice_ends) {
        await other_things();
        slice_ends = performance.now() + 8;
      }
      signal.throwIfAborted();
      const state = app._tiendo_read(500);
      tell();
      if (state !== reading) return state;
    }
  }
  const breath = new MessageChannel(); // sooner than a timer, which waits 4 ms
  const waiting = [];
  breath.port1.onmessage = () => waiting.shift()();
  function other_things() {
    return new Promise((resolve) => {
      waiting.push(resolve);
      breath.port2.postMessage(null);
    });
  }

  // What opens other datasets is fetched when somebody opens one.
  let opening_made;
  function opening() {
    opening_made ??= import("./{{asset:opening.js}}").then(({ Opening }) => new Opening({
      page,
      show,
      show_own_first,
      progress(name, share) {
        document.getElementById("progress").value = 80 + 20 * share;
        app._tiendo_progress(text(name), share);
      },
      titles: () => app.UTF8ToString(app._tiendo_described()).split("\t"),
      shelf: (lines) => app._tiendo_shelf(text(lines)),
      check: () => app._tiendo_press(text("!check")),
    })).catch((error) => {
      opening_made = undefined; // it is fetched anew when it is next wanted
      throw error;
    });
    return opening_made;
  }
  const with_opening = (act) => quietly(opening().then(act));

  // So is what works out how sure the ranks are, of the package that is shown, read once more.
  let certainty_made;
  function certainty() {
    certainty_made ??= import("./{{asset:certainty.js}}").then(({ Certainty }) => new Certainty({
      keep: (study) => app._tiendo_study(text(study)),
      async entries() {
        const all = await shown.source.entries({ progress: () => {} });
        const parts = all.filter((entry) => shown.wanted.has(entry.name));
        return Promise.all(parts.map(async (entry) => ({ name: entry.name, packed: entry.packed, content: await whole(entry) })));
      },
    })).catch((error) => {
      certainty_made = undefined;
      throw error;
    });
    return certainty_made;
  }

  // Files may be dropped anywhere.
  function listen_for_files() {
    const has_files = (event) => event.dataTransfer?.types.includes("Files");
    addEventListener("dragover", (event) => {
      if (!has_files(event)) return;
      event.preventDefault();
      root.dataset.drop = "";
    });
    addEventListener("dragleave", (event) => event.relatedTarget ?? delete root.dataset.drop);
    addEventListener("drop", (event) => {
      if (!has_files(event)) return;
      event.preventDefault();
      delete root.dataset.drop;
      // Asked for at once: a dropped item lives no longer than its event.
      const items = [...event.dataTransfer.items].filter((item) => item.kind === "file")
        .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
      with_opening((it) => it.open_dropped(items));
    });
  }

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  function apply_theme() {
    const chosen = localStorage.getItem(theme_key);
    const shown = chosen in themes ? chosen : contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
    root.dataset.theme = shown;
    app._tiendo_theme(themes[shown], chosen in themes ? themes[chosen] + 1 : 0);
  }
  function choose_theme(name) {
    if (name in themes) localStorage.setItem(theme_key, name);
    else localStorage.removeItem(theme_key);
    apply_theme();
  }

  // Two fingers zoom as in any page; one then pans across, and when they rest the canvas is drawn as
  // sharp as it is seen.
  function listen_for_zoom() {
    const seen = visualViewport;
    let rests = 0;
    // SDL prevents what follows a finger, which a browser that zooms or pans says it does not heed.
    addEventListener("touchend", (event) => event.cancelable || (event.preventDefault = () => {}), true);
    canvas.addEventListener("touchstart", ({ touches }) => touches.length > 1 && app._tiendo_zoom(seen.scale));
    seen.addEventListener("resize", () => {
      root.toggleAttribute("data-zoomed", seen.scale > 1.01);
      clearTimeout(rests);
      rests = setTimeout(() => app._tiendo_zoom(seen.scale), 200);
    });
  }

  // Keys that scroll, where nothing on the page wants them for itself.
  const scroll_keys = { PageDown: 0.9, PageUp: -0.9, " ": 0.9, ArrowDown: 0.12, ArrowUp: -0.12, Home: -1e6, End: 1e6 };
  function on_key(event) {
    if (event.key === "Escape") return app._tiendo_press(text("!close"));
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return void (mirror.focus_field() || app._tiendo_press(text("!search")));
    }
    const pages = scroll_keys[event.key];
    const taken = event.target.closest?.("select, input, textarea, button");
    if (!pages || taken || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    app._tiendo_scroll(event.key === " " && event.shiftKey ? -pages : pages);
  }

  function listen() {
    for (const query of [dark, contrast]) query.addEventListener("change", apply_theme);
    still.addEventListener("change", () => app._tiendo_still(Number(still.matches)));
    // SDL hears the window's resize and reads the canvas's size from its style.
    new ResizeObserver(() => {
      window.dispatchEvent(new Event("resize"));
      request_frame();
    }).observe(canvas);
    // Before paper and whenever the media become print, as in a preview; afterwards it is left out again.
    const to_paper = () => app._tiendo_print();
    const from_paper = () => paper.replaceChildren();
    addEventListener("beforeprint", to_paper);
    addEventListener("afterprint", from_paper);
    matchMedia("print").addEventListener("change", ({ matches }) => (matches ? to_paper() : from_paper()));
    // Another dataset is another matter than another place in this one.
    addEventListener("hashchange", () => dataset_asked() === page.dataset && void go(location.hash));
    addEventListener("popstate", () => {
      address_next = null; // the reader has gone on
      if (dataset_asked() !== page.dataset) void with_opening((it) => it.travel());
    });
    listen_for_files();
    listen_for_zoom();
    addEventListener("keydown", on_key);
  }

  function start(module, { vi, en, regular, bold }) {
    app = module;
    page.program = module; // for tests that take its times
    app._tiendo_words(0, bytes(vi));
    if (en) learn_english(en);
    app._tiendo_font(bytes(regular), regular.length, 0);
    app._tiendo_font(bytes(bold), bold.length, 1);
    app._tiendo_start();
    app._tiendo_still(Number(still.matches));
    apply_theme();
    listen();
  }

  // The site's own dataset, where nothing is shown yet.
  let own_source;
  async function show_own_first() {
    return shown ? undefined : show(own_source, location.hash);
  }

  // The first dataset: the one that the address asks for, else, or where that fails, the site's own.
  async function open_first(fetch_own) {
    async function entries() {
      const bytes = await from_network(fetch_own());
      return bundle_entries(JSON.parse(new TextDecoder().decode(bytes)));
    }
    own_source = { name: "", dataset: "", origin: "site", entries };
    if (!dataset_asked()) return show_own_first();
    const it = await opening().catch((error) => fail("network", String(error)));
    await it?.travel();
  }

  window.tien_do = page; // for tests and for whoever wants to look
  return { options: { page, canvas, onAbort: (reason) => fail("program", String(reason)) }, start, open_first };
}

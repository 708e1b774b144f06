// The page's side of web/bridge.cpp, the only file that touches the wasm module. What the program asks
// for is in `page`; what the reader and the browser do is passed on in start().
import { Mirror } from "./mirror.mjs";

const root = document.documentElement;
const themes = { light: 0, dark: 1, contrast: 2 };
const theme_key = "tien-do.theme"; // kept on this device only

export function connect({ fail }) {
  let app = null;
  let frame_asked = false;
  const canvas = document.getElementById("canvas");
  const paper = document.getElementById("paper");

  // Text into the module's memory; the program frees it.
  function text(string) {
    return bytes(new TextEncoder().encode(string + "\0"));
  }
  function bytes(array) {
    const at = app._malloc(array.length);
    app.HEAPU8.set(array, at);
    return at;
  }

  const mirror = new Mirror(document.getElementById("mirror"), {
    press: (href) => app._tiendo_press(text(href)),
    set: (href) => app._tiendo_set(text(href)),
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

  const page = {
    frames: 0, // drawn so far; tests ask for it
    request_frame,
    mirror: (part, json) => mirror.update(part, JSON.parse(json)),
    place_mirror: (top, scroll) => mirror.place(top, scroll),
    name_document(title, language) {
      root.lang = language;
      if (document.title === title) return;
      document.title = title;
      document.getElementById("announce").textContent = title;
    },
    follow(href) {
      if (href === "!print") return window.print();
      if (href.startsWith("!theme:")) return choose_theme(href.slice("!theme:".length));
      if (!href.startsWith("#")) return void window.open(href, "_blank", "noopener");
      if (location.hash === href) return app._tiendo_go(text(href));
      location.hash = href;
    },
    // The same place, set otherwise: no step of its own on the way back.
    set(href) {
      history.replaceState(history.state, "", href);
      app._tiendo_go(text(href));
    },
    // The page as a document, for paper: the canvas has no text that could be printed.
    print_form(html) {
      paper.innerHTML = html; // the program's own, escaped there
      paper.dataset.address = location.href;
    },
    opened() {
      root.dataset.state = "ready";
    },
    failed: (report) => fail("data", report),
  };

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

  // Keys that scroll, where nothing on the page wants them for itself.
  const scroll_keys = { PageDown: 0.9, PageUp: -0.9, " ": 0.9, ArrowDown: 0.12, ArrowUp: -0.12, Home: -1e6, End: 1e6 };
  function on_key(event) {
    if (event.key === "Escape") return app._tiendo_press(text("!close"));
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return app._tiendo_press(text("!search"));
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
    addEventListener("hashchange", () => app._tiendo_go(text(location.hash)));
    addEventListener("keydown", on_key);
  }

  function start(module, { words, regular, bold, bundle }) {
    app = module;
    app._tiendo_words(bytes(words));
    app._tiendo_font(bytes(regular), regular.length, 0);
    app._tiendo_font(bytes(bold), bold.length, 1);
    app._tiendo_start();
    app._tiendo_still(Number(still.matches));
    apply_theme();
    listen();
    app._tiendo_go(text(location.hash));
    app._tiendo_open(text(new TextDecoder().decode(bundle)));
  }

  window.tien_do = page; // for tests and for whoever wants to look
  return { options: { page, canvas, onAbort: (reason) => fail("program", String(reason)) }, start };
}

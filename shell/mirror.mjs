// The mirror: what is on the canvas now, as elements that assistive technology, the keyboard and tests
// can reach. Elements are kept and changed in place, so that nobody loses their place in the page.
// They are not painted and take no pointer; what has a place on the canvas lies exactly there.
const placed = new Set(["A", "BUTTON", "SELECT", "INPUT", "H1", "H2", "H3", "H4", "H5", "H6", "LI"]);

const first_field = "h1 + p + input.typed, h1 + input.typed";

const slice_rows = 64; // of a long table at a time
const when_idle = globalThis.requestIdleCallback ?? ((step) => setTimeout(step, 30, { timeRemaining: () => 0 }));
const stop_idle = globalThis.cancelIdleCallback ?? clearTimeout;

export class Mirror {
  constructor(element, { press, set, rows, focus }) {
    this.rows = rows;
    this.parts = {};
    for (const name of ["top", "page", "bottom"]) {
      this.parts[name] = document.createElement("div");
      this.parts[name].dataset.part = name;
      element.append(this.parts[name]);
    }
    element.addEventListener("click", (event) => {
      const target = event.target.closest("a, button");
      if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      press(target.dataset.href);
    });
    // A number and words that lead on with every key follow each input; other words when they are entered.
    const lead = (target) => set(target.dataset.href.replace("{}", encodeURIComponent(target.value)));
    element.addEventListener("input", ({ target }) => target.nodeName === "INPUT" && target.dataset.leads === "1" && lead(target));
    element.addEventListener("change", ({ target }) => {
      if (target.nodeName === "SELECT") press(target.value);
      else if (target.dataset.leads === "0") lead(target);
    });
    // Arrow keys go from mark to mark of a chart.
    element.addEventListener("keydown", (event) => {
      const way = { ArrowRight: "nextSibling", ArrowLeft: "previousSibling" }[event.key];
      const mark = way && event.target.closest("figure li")?.[way];
      if (!mark) return;
      event.preventDefault();
      (mark.querySelector("a") ?? mark).focus({ preventScroll: true });
    });
    element.addEventListener("focusin", ({ target }) => focus(target.closest("[data-part]").dataset.part, target.box ?? [0, 0, 0, 0]));
    element.addEventListener("focusout", () => focus("", [0, 0, 0, 0]));
    // A browser scrolls what takes the focus into view; here the canvas does that.
    element.addEventListener("scroll", () => element.scrollTo(0, 0), true);
  }

  update(name, nodes) {
    const part = this.parts[name];
    const heading = part.querySelector("h1")?.textContent;
    const held = document.activeElement;
    // A slider and a button stay where they are, whatever they change.
    const inside = part.contains(held) && !["INPUT", "BUTTON"].includes(held.nodeName);
    const had_field = Boolean(part.querySelector(first_field));
    patch_children(part, { nodes });
    // What had the focus may have been made anew, where something before it came or went.
    if (inside && !held.isConnected && held.dataset.href)
      [...part.querySelectorAll("a, button")].find((one) => one.dataset.href === held.dataset.href)?.focus({ preventScroll: true });
    hold_typed(part);
    this.fill(part);
    this.place_bottom();
    // Who followed a link hears where it led.
    const now = part.querySelector("h1");
    if (!had_field && this.focus_field()) return;
    const typing = document.activeElement?.classList.contains("typed");
    if (inside && !typing && now && now.textContent !== heading) {
      now.tabIndex = -1;
      now.focus({ preventScroll: true });
    }
  }

  // Who opens a page that is there for typing may type at once.
  focus_field() {
    const field = this.parts.page.querySelector(first_field);
    field?.focus({ preventScroll: true });
    return Boolean(field);
  }

  // The rows of long tables: the first at once, the others when there is nothing else to do. Until all
  // are there the table is busy.
  fill(part) {
    if (part !== this.parts.page) return;
    stop_idle(this.filling);
    const waiting = [...part.querySelectorAll("tbody[data-rows]")];
    for (const body of waiting) Object.assign(body, { filled: 0, ariaBusy: "true" });
    const step = (idle) => {
      while (waiting.length) {
        if (!this.fill_slice(waiting[0])) waiting.shift().ariaBusy = null;
        if (idle.timeRemaining() < 5) break;
      }
      this.filling = waiting.length ? when_idle(step) : 0;
    };
    step({ timeRemaining: () => 0 });
  }

  fill_slice(body) {
    const rows = this.rows(Number(body.dataset.rows), body.filled, body.filled + slice_rows);
    for (const node of rows) {
      const row = body.children[body.filled++];
      if (row) patch(row, node);
      else body.append(make(node));
    }
    if (rows.length === slice_rows) return true;
    while (body.children.length > body.filled) body.lastChild.remove();
    return false;
  }

  place(top, scroll) {
    const { style } = this.parts.page;
    style.transform = `translateY(${Math.round(top - scroll)}px)`;
    // A field that is typed into is painted: never over the bars.
    const end = scroll + innerHeight - top - (this.parts.bottom.firstChild ? 64 : 0);
    style.clipPath = `polygon(0 ${scroll}px, 100% ${scroll}px, 100% ${end}px, 0 ${end}px)`;
    this.place_bottom();
  }

  place_bottom() {
    this.parts.bottom.style.transform = `translateY(${innerHeight - 64}px)`;
  }
}

// A field that is typed into is seen, with the elements that it lies in; all others are not.
function hold_typed(part) {
  for (const element of part.querySelectorAll(".holds")) element.classList.remove("holds");
  for (const field of part.querySelectorAll(".typed"))
    for (let at = field.parentElement; at !== part; at = at.parentElement) at.classList.add("holds");
}

function matches(element, node) {
  if (!node.tag) return node.lang ? element.nodeName === "SPAN" : element.nodeType === Node.TEXT_NODE;
  return element.nodeName === node.tag.toUpperCase();
}

function make(node) {
  if (!node.tag && !node.lang) return document.createTextNode(node.text ?? "");
  const element = document.createElement(node.tag || "span");
  patch(element, node);
  return element;
}

function patch(element, node) {
  if (element.nodeType === Node.TEXT_NODE) {
    if (element.data !== node.text) element.data = node.text ?? "";
    return;
  }
  attribute(element, "lang", node.lang);
  attribute(element, "aria-label", node.label);
  attribute(element, "role", node.role);
  patch_link(element, node);
  if (node.input) patch_input(element, node.input);
  patch_place(element, node.box);
  patch_state(element, node);
  if (node.rows === undefined) {
    delete element.dataset.rows;
    patch_children(element, node);
  } else {
    element.dataset.rows = node.rows;
  }
}

function patch_link(element, { href }) {
  if (!href) return;
  if (element.nodeName === "OPTION") {
    element.value = href;
    return;
  }
  if (element.dataset.href !== href) element.dataset.href = href;
  if (element.nodeName === "A") attribute(element, "href", href);
}

function patch_input(element, { type, value = "", placeholder, words, low, high, step, leads }) {
  const typed = type === "text";
  attribute(element, "type", typed ? "search" : type);
  attribute(element, "placeholder", placeholder);
  attribute(element, "aria-valuetext", words);
  element.classList.toggle("typed", typed);
  element.dataset.leads = typed ? leads : 1;
  if (typed) Object.assign(element, { autocomplete: "off", spellcheck: false });
  else Object.assign(element, { min: low, max: high, step });
  // What is being typed is the reader's: an input method may be in the middle of a letter.
  if (element.value !== value && !(typed && document.activeElement === element)) element.value = value;
}

function patch_state(element, { state, box }) {
  switch (element.nodeName) {
    case "A":
      attribute(element, "aria-current", state === "page" ? "page" : undefined);
      break;
    case "TH":
      attribute(element, "scope", state === "row" ? "row" : "col");
      attribute(element, "aria-sort", state?.endsWith("ing") ? state : undefined);
      break;
    case "LI": // a mark without a link
      attribute(element, "tabindex", box && (state === "first" ? "0" : "-1"));
      break;
    case "OPTION":
      element.selected = state === "selected";
      break;
  }
}

function patch_place(element, box) {
  if (!placed.has(element.nodeName)) return;
  const lies = Boolean(box);
  if (element.classList.contains("placed") !== lies) element.classList.toggle("placed", lies);
  if (!lies) delete element.box;
  if (!lies || String(element.box) === String(box)) return;
  element.box = box;
  const [x, y, width, height] = box;
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}

function patch_children(element, { text, nodes = [] }) {
  const wanted = text && element.nodeType !== Node.TEXT_NODE ? [{ text }, ...nodes] : nodes;
  wanted.forEach((node, index) => {
    const child = element.childNodes[index];
    if (!child) element.append(make(node));
    else if (matches(child, node)) patch(child, node);
    else child.replaceWith(make(node));
  });
  while (element.childNodes.length > wanted.length) element.lastChild.remove();
}

function attribute(element, name, value) {
  if (value === undefined || value === "") element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

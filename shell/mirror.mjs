// The mirror: what is on the canvas now, as elements that assistive technology, the keyboard and tests
// can reach. Elements are kept and changed in place, so that nobody loses their place in the page.
// They are not painted and take no pointer; what has a place on the canvas lies exactly there.
const placed = new Set(["A", "BUTTON", "SELECT", "H1", "H2", "H3", "H4", "H5", "H6"]);

export class Mirror {
  constructor(element, { press, focus }) {
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
    element.addEventListener("change", (event) => press(event.target.value));
    element.addEventListener("focusin", ({ target }) => focus(target.closest("[data-part]").dataset.part, target.box ?? [0, 0, 0, 0]));
    element.addEventListener("focusout", () => focus("", [0, 0, 0, 0]));
    // A browser scrolls what takes the focus into view; here the canvas does that.
    element.addEventListener("scroll", () => element.scrollTo(0, 0), true);
  }

  update(name, nodes) {
    const part = this.parts[name];
    const heading = part.querySelector("h1")?.textContent;
    const inside = part.contains(document.activeElement);
    patch_children(part, { nodes });
    this.place_bottom();
    // Who followed a link hears where it led.
    const now = part.querySelector("h1");
    if (inside && now && now.textContent !== heading) {
      now.tabIndex = -1;
      now.focus({ preventScroll: true });
    }
  }

  place(top, scroll) {
    this.parts.page.style.transform = `translateY(${Math.round(top - scroll)}px)`;
    this.place_bottom();
  }

  place_bottom() {
    this.parts.bottom.style.transform = `translateY(${innerHeight - 64}px)`;
  }
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
  patch_state(element, node);
  patch_place(element, node.box);
  patch_children(element, node);
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

function patch_state(element, { state }) {
  switch (element.nodeName) {
    case "A":
      attribute(element, "aria-current", state === "page" ? "page" : undefined);
      break;
    case "TH":
      attribute(element, "scope", state === "row" ? "row" : "col");
      attribute(element, "aria-sort", state?.endsWith("ing") ? state : undefined);
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

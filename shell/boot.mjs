// Boot: from the HTML of the first seconds to the canvas. It asks whether this browser can draw the
// canvas before it fetches the program, shows how far it is, and leaves the page as it stands, with
// its figures and the reason, when something fails.
import { connect } from "./bridge.mjs";
import { dataset_asked } from "./package.mjs";

const assets = JSON.parse(document.getElementById("assets").textContent);
const root = document.documentElement;

const words = {
  vi: {
    webgl: "Trình duyệt này không có WebGL 2, nên không vẽ được bảng tương tác.",
    wasm: "Trình duyệt này không chạy được WebAssembly, nên không mở được bảng tương tác.",
    network: "Không tải được một phần của trang. Hãy kiểm tra mạng rồi thử lại.",
    program: "Bảng tương tác đã dừng vì lỗi của chương trình.",
    data: "Bộ số liệu không mở được.",
    copy: "Trình duyệt không cho chép.",
    still: "Các con số chính vẫn ở dưới đây.",
    retry: "Thử lại",
    own: "Thôi, mở bộ số liệu của trang này",
  },
  en: {
    webgl: "This browser has no WebGL 2, so the interactive report cannot be drawn.",
    wasm: "This browser cannot run WebAssembly, so the interactive report cannot be opened.",
    network: "A part of the page could not be loaded. Check the network and try again.",
    program: "The interactive report stopped because of an error in the program.",
    data: "The dataset could not be opened.",
    copy: "The browser did not let it be copied.",
    still: "The main figures are still below.",
    retry: "Try again",
    own: "Leave it and open the dataset of this site",
  },
};

const language = () => (location.hash.startsWith("#/en") ? "en" : "vi");

function choose_language() {
  root.lang = language();
  for (const part of document.querySelectorAll("#first [lang]")) part.hidden = part.lang !== root.lang;
}

function say(word) {
  document.getElementById("announce").textContent = words[language()][word];
}

// The failure page: the same figures, the reason and a way to try again.
function fail(reason, details = "") {
  if (root.dataset.state === "failed") return;
  root.dataset.state = "failed";
  document.getElementById("canvas").remove();
  const said = words[language()];
  const box = document.getElementById("failure");
  const line = document.createElement("p");
  line.textContent = `${said[reason]} ${said.still}`;
  const retry = document.createElement("a");
  retry.href = location.href;
  retry.textContent = said.retry;
  retry.addEventListener("click", () => location.reload());
  box.replaceChildren(line, retry);
  if (details) {
    const report = document.createElement("pre");
    report.textContent = details;
    box.append(report);
  }
  box.hidden = false;
}

// Another dataset than the one whose figures stand here: they are put away, and there is a way back.
function offer_own() {
  root.dataset.asked = "";
  const link = document.createElement("a");
  link.href = `./${location.hash}`;
  link.textContent = words[language()].own;
  document.getElementById("message").append(link);
}

function can_draw() {
  if (typeof WebAssembly !== "object") return "wasm";
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) return "webgl";
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return "";
}

let loaded = 5;
function progress(step) {
  loaded += step;
  document.getElementById("progress").value = loaded;
}

async function fetch_bytes(address, step) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  progress(step);
  return bytes;
}

async function boot() {
  choose_language();
  const lacking = can_draw();
  if (lacking) return fail(lacking);
  const asked = dataset_asked();
  if (asked) offer_own();
  let parts;
  const bridge = connect({ fail, say, fetch_english: () => fetch_bytes(assets.words.en, 0) });
  try {
    parts = await Promise.all([
      import(new URL(assets.app, document.baseURI))
        .then(({ default: create_app }) => create_app(bridge.options))
        .finally(() => progress(45)),
      fetch_bytes(assets.regular, 10),
      fetch_bytes(assets.bold, 10),
      fetch_bytes(assets.words.vi, 5),
      language() === "en" ? fetch_bytes(assets.words.en, 0) : null,
      asked || fetch_bytes(assets.package, 20),
    ]);
  } catch (error) {
    return fail("network", String(error));
  }
  try {
    const [app, regular, bold, vi, en, own] = parts;
    bridge.start(app, { vi, en, regular, bold });
    await bridge.open_first(async () => (asked ? fetch_bytes(assets.package, 0) : own));
  } catch (error) {
    fail("program", String(error));
  }
}

addEventListener("error", (event) => fail("program", event.message));
addEventListener("unhandledrejection", (event) => fail("program", String(event.reason)));
addEventListener("hashchange", choose_language);
boot();

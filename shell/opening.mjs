// Opening another dataset: the site's own, one at an address, one in files, a folder or a .zip of the
// reader's, one that this device keeps. Fetched when somebody opens one. What a package holds is
// handed on as bytes; only the program says whether it is valid.
import { Kept } from "./kept.mjs";
import { bundle_entries, dataset_asked, entry_of_bytes, is_spreadsheet, pieces_of, Refused } from "./package.mjs";
import { is_zip, zip_entries } from "./zip.mjs";

const bytes_max = 256 << 20; // of one answer, packed or not
const patience_s = 20; // without a byte
const on_device = "may-nay:";
const catalog_address = "data/catalog.json";
const first_page = () => `#/${document.documentElement.lang}`;

export class Opening {
  constructor(bridge) {
    this.bridge = bridge;
    this.kept = new Kept();
  }

  follow(href) {
    if (href.startsWith("?")) {
      const { search, hash } = new URL(href, location.href);
      return this.open_asked(dataset_asked(search), hash);
    }
    if (href === "!cancel") return this.running?.abort();
    if (href === "!open-files") return this.choose({ multiple: true });
    if (href === "!open-folder") return this.choose({ webkitdirectory: true });
    if (href.startsWith("!forget:")) return this.forget(href.slice("!forget:".length));
  }

  // By back and forward, and at the start: the address is there already.
  async travel() {
    await this.open(await this.source(dataset_asked()), location.hash);
  }

  async open_asked(dataset, hash) {
    const source = await this.source(dataset);
    if (await this.open(source, hash, { push: true })) await this.remember(source);
  }

  async open_files(files) {
    const source = await files_source(files);
    if (await this.open(source, first_page(), { push: true })) await this.remember(source);
  }

  async open_dropped(items) {
    try {
      const files = (await Promise.all(items.map(dropped_files))).flat();
      if (files.length) await this.open_files(files);
    } catch {
      const { name } = items[0];
      await this.open(refused_source(name, on_device + name, "device", new Refused("damaged")), first_page());
    }
  }

  // The way in that is under way gives way to this one. Resolves to whether it is shown; where it is
  // not, what was shown still is, or else the site's own dataset.
  async open(source, hash, { push = false } = {}) {
    this.running?.abort();
    const running = (this.running = new AbortController());
    const { signal } = running;
    const { page, show, show_own_first } = this.bridge;
    const { progress, stop } = this.progress_of(source.name);
    let shown;
    try {
      shown = await show(source, hash, { signal, progress });
      if (!shown && this.running === running) await show_own_first();
    } finally {
      stop();
      if (this.running === running) this.bridge.progress("", -1);
    }
    if (this.running !== running) return false;
    this.running = null;
    if (shown) page.dataset = source.dataset;
    const there = address(page.dataset, shown ? hash : location.hash);
    if (shown && push) history.pushState(null, "", there);
    else history.replaceState(null, "", there);
    if (shown === false) this.bridge.check();
    return shown;
  }

  // Told after 300 ms, and from then on at most ten times a second.
  progress_of(name) {
    let reached = 0, told = -1;
    const tell = () => reached !== told && this.bridge.progress(name, (told = reached));
    let timer = setTimeout(() => { tell(); timer = setInterval(tell, 100); }, 300);
    return { progress: (share) => { reached = share; }, stop: () => clearInterval(timer) };
  }

  // ---- where a dataset comes from

  async source(dataset) {
    if (dataset.startsWith(on_device)) {
      const record = await this.kept.get(dataset);
      if (record) return record_source(record);
      return refused_source(dataset.slice(on_device.length), dataset, "device", new Refused("forgotten"));
    }
    if (/[/:.]/.test(dataset)) return address_source(dataset);
    const packages = await this.catalog().catch(() => null);
    const refused = (name, reason) => refused_source(name, dataset, "site", new Refused(reason));
    if (!packages) return refused(dataset || catalog_address, "unreachable");
    const index = dataset ? packages.findIndex(({ id }) => id === dataset) : 0;
    if (index < 0) return refused(dataset, "unknown");
    const { id, title, bundle } = packages[index];
    return {
      ...address_source(bundle),
      name: title || id,
      dataset: index === 0 ? "" : id, // the first one needs no name
      origin: "site",
    };
  }

  async catalog() {
    this.packages ??= (await (await fetch(catalog_address)).json()).packages;
    return this.packages;
  }

  choose(attributes) {
    const input = Object.assign(document.createElement("input"), { type: "file", hidden: true, ...attributes });
    input.addEventListener("change", () => {
      input.remove();
      this.open_files([...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
    });
    input.addEventListener("cancel", () => input.remove());
    document.body.append(input);
    input.click();
  }

  // ---- what this device keeps

  // The site's own datasets need no keeping.
  async remember(source) {
    if (source.origin !== "site") {
      const [title, title_en] = this.bridge.titles();
      const day = new Date();
      const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
      await this.kept.put({ dataset: source.dataset, name: source.name, title: title || source.name, title_en, date, files: source.files });
    }
    await this.tell_shelf();
  }

  async forget(dataset) {
    await this.kept.remove(dataset);
    await this.tell_shelf();
  }

  async tell_shelf() {
    const lines = [];
    const line = (...fields) => lines.push(fields.map((field) => String(field ?? "").replace(/[\t\n\r\0]/g, " ")).join("\t"));
    const shipped = await this.catalog().catch(() => []);
    shipped.forEach((one, index) => line("shipped", index ? one.id : "", one.title, one["title@en"], one.description,
                                         one["description@en"], one.illustration ? 1 : 0));
    for (const one of await this.kept.list()) line("kept", one.dataset, one.title, one.title_en, one.date);
    this.bridge.shelf(lines.join("\n"));
  }
}

// What else the address asks for stays (?kiosk=1).
function address(dataset, hash) {
  const query = new URLSearchParams(location.search);
  query.delete("du-lieu");
  query.delete("data");
  if (dataset) query.set(document.documentElement.lang === "en" ? "data" : "du-lieu", dataset);
  const search = String(query);
  return `${location.pathname}${search && "?"}${search}${hash}`;
}

function refused_source(name, dataset, origin, refused) {
  return { name, dataset, origin, entries: () => Promise.reject(refused) };
}

function record_source(record) {
  return { ...record, origin: "device", entries: () => entries_of_files(record.files) };
}

// ---- files: {path, file}

async function files_source(files) {
  const [{ path, file }] = files;
  const in_folder = path.includes("/");
  let name = in_folder ? path.split("/")[0] : file.name;
  if (files.length > 1 && !in_folder) name = (await described(files).catch(() => null))?.name ?? file.name;
  return { name, dataset: on_device + name, origin: "device", files, entries: () => entries_of_files(files) };
}

async function entries_of_files(files) {
  if (files.length === 1 && is_spreadsheet(files[0].path)) throw new Refused("spreadsheet");
  if (files.length === 1 && (await is_zip(files[0].file))) return zip_entries(files[0].file);
  if (files.length === 1) {
    const bytes = await bytes_of(files[0].file);
    const bundle = parsed(bytes);
    if (bundle?.files && !bundle.resources) return bundle_entries(bundle);
    if (!bundle && !/\.json$/.test(files[0].path)) throw new Refused("wrong-type", files[0].file.type || files[0].path);
  }
  const paths = new Set(files.map(({ path }) => path));
  const flat = files.every(({ path }) => !path.includes("/"));
  // Files picked one by one have lost their folders: a path that is named is found by its last part.
  const places = flat && paths.has("datapackage.json") ? new Map(paths_in(await described(files))
    .filter((path) => !paths.has(path)).map((path) => [path.split("/").at(-1), path])) : new Map();
  return files.map(({ path, file }) => ({
    name: places.get(path) ?? path, packed: file.size, bytes: file.size, open: async () => pieces_of(file.stream()) }));
}

async function described(files) {
  const descriptor = files.find(({ path }) => path === "datapackage.json");
  return descriptor && parsed(await bytes_of(descriptor.file));
}

async function bytes_of(file) {
  return new Uint8Array(await file.arrayBuffer());
}

async function dropped_files(item) {
  if (!item) return [];
  if (item instanceof File) return [{ path: item.name, file: item }];
  const path = item.fullPath.replace(/^\//, "");
  if (item.isFile) return [{ path, file: await new Promise((done, failed) => item.file(done, failed)) }];
  const reader = item.createReader();
  const inside = [];
  for (;;) { // it answers with a part at a time
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(dropped_files))).flat();
}

// ---- addresses

function address_source(dataset) {
  return { name: dataset, dataset, origin: "address", entries: (way) => entries_at(dataset, way) };
}

async function entries_at(address, way) {
  const url = at(address, document.baseURI);
  const { blob, type, base } = await fetch_blob(url, way);
  if (is_spreadsheet(url.pathname)) throw new Refused("spreadsheet");
  if (await is_zip(blob)) return zip_entries(blob);
  const bytes = await bytes_of(blob);
  const json = parsed(bytes);
  if (json?.files && !json.resources) return bundle_entries(json);
  if (!json && !url.pathname.endsWith(".json")) throw new Refused("wrong-type", type);
  const inside = new URL(".", base).href;
  const parts = paths_in(json).map((path) => [path, at(path, base)])
    .filter(([path, there]) => is_address(path) || there.href.startsWith(inside));
  const ahead = 3; // the next ones are on their way while one is read
  const answers = parts.map(() => null);
  const ask = (index) => {
    answers[index] ??= fetch_answer(parts[index][1], way);
    answers[index].catch(() => {}); // whoever opens it hears of it
    return answers[index];
  };
  return [entry_of_bytes("datapackage.json", bytes), ...parts.map(([name], index) => {
    const entry = { name, packed: 0, bytes: 0, open: () => open_part(entry, index) };
    return entry;
  })];
  // What is not there is said by the program, with all that is missing.
  async function open_part(entry, index) {
    for (let next = index; next <= index + ahead && next < parts.length; ++next) ask(next);
    try {
      const answer = await ask(index);
      entry.bytes = answer.stated;
      return answer.pieces();
    } catch (error) {
      if (error.reason === "answer" && error.detail === "404") return null;
      throw error;
    }
  }
}

function at(address, base) {
  try {
    return new URL(address, base);
  } catch {
    throw new Refused("unreachable");
  }
}

const is_address = (path) => /^https?:\/\//.test(path);

// All of an answer at once: a .zip says only at its end what it holds, and a bundle is one document. A
// package that is a folder is read while its files arrive.
async function fetch_blob(url, way) {
  const { pieces, stated, type, base } = await fetch_answer(url, way);
  const parts = [];
  let loaded = 0;
  for await (const piece of pieces()) {
    parts.push(piece);
    loaded += piece.length;
    way.progress(stated ? Math.min(loaded / stated, 0.95) : loaded / (loaded + 1e6));
  }
  return { blob: new Blob(parts), type, base };
}

// What answers, and its pieces as they arrive; `stated`: its size, 0 where it is not known.
async function fetch_answer(url, { signal = new AbortController().signal }) {
  const own = new AbortController();
  let late = false, forbidden = false, timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { late = true; leave(); }, patience_s * 1000);
  };
  const note_policy = () => { forbidden = true; };
  const leave = () => {
    clearTimeout(timer);
    own.abort();
    signal.removeEventListener("abort", leave);
    document.removeEventListener("securitypolicyviolation", note_policy);
  };
  signal.addEventListener("abort", leave);
  document.addEventListener("securitypolicyviolation", note_policy);
  const reason_of = async (error) => {
    if (error instanceof Refused) return error;
    if (late) return new Refused("timed-out", patience_s);
    if (signal.aborted) return signal.reason;
    await new Promise((done) => setTimeout(done, 50)); // the policy speaks later than the fetch fails
    return new Refused(forbidden ? "forbidden" : "unreachable");
  };
  async function* pieces() {
    let loaded = 0;
    try {
      wait();
      for await (const piece of pieces_of(answer.body)) {
        clearTimeout(timer); // who reads may take its time
        loaded += piece.length;
        if (loaded > bytes_max) throw new Refused("too-large", bytes_max >> 20);
        yield piece;
        wait();
      }
    } catch (error) {
      throw await reason_of(error);
    } finally {
      leave();
    }
  }
  let answer;
  try {
    wait();
    answer = await fetch(url, { signal: own.signal, credentials: "omit" });
    if (!answer.ok) throw new Refused("answer", answer.status);
  } catch (error) {
    const reason = await reason_of(error);
    leave();
    throw reason;
  }
  clearTimeout(timer);
  const packed = answer.headers.has("content-encoding"); // then the length is that of the packing
  const stated = packed ? 0 : Number(answer.headers.get("content-length")) || 0;
  if (stated > bytes_max) { // before any of it comes in
    leave();
    throw new Refused("too-large", bytes_max >> 20);
  }
  return { pieces, stated, type: answer.headers.get("content-type") ?? "?", base: answer.url };
}

// ---- descriptors

function parsed(bytes) {
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes));
    return json && typeof json === "object" ? json : undefined;
  } catch {
    return undefined;
  }
}

// Every file that a descriptor names; what is no text is the program's to report.
function paths_in(descriptor) {
  const list = (value) => (Array.isArray(value) ? value : [value]);
  const paths = list(descriptor?.resources).flatMap((resource) => [...list(resource?.path), resource?.schema, resource?.dialect]);
  const methods = list(descriptor?.["tien-do"]?.methodologies).map((id) => `methodologies/${id}.json`);
  return [...new Set([...paths, ...(descriptor?.["tien-do"]?.methodologies ? methods : [])])].filter((path) => typeof path === "string");
}

// CSV to checked columns in Chromium: our wasm beside uDSV and PapaParse, on the same bytes, in turn in
// one run. Prints megabytes a second (the best of the rounds), ratios, and the wasm's memory as a
// multiple of the file; judges nothing. “columns” is the loader up to
// checked columns, “dataset” the whole of it with its index, both in slices as the site runs it.
//
//   node tests/bench/csv_bench.mjs [--rounds N] [--sizes "33 thousand,408 thousand"]
//
// after: cmake --preset web && cmake --build build/web --target csv_bench
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { observations, other_files, sizes } from "./csv_package.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "5" },
             sizes: { type: "string", default: "33 thousand,408 thousand,2 million" } },
});

const types = { js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm", csv: "text/csv" };
const files = {
  "/": "<!DOCTYPE html><meta charset=utf-8><link rel=icon href=data:,><script src=/papaparse.js></script>",
  "/papaparse.js": fs.readFileSync(path.join(root, "node_modules/papaparse/papaparse.min.js")),
  "/udsv.mjs": fs.readFileSync(path.join(root, "node_modules/udsv/dist/uDSV.mjs")),
  "/csv_rivals.mjs": fs.readFileSync(path.join(root, "tests/bench/csv_rivals.mjs")),
  "/csv_bench.js": fs.readFileSync(path.join(root, "build/web/tests/csv_bench.js")),
  "/csv_bench.wasm": fs.readFileSync(path.join(root, "build/web/tests/csv_bench.wasm")),
};

// In the page.
async function measure({ rounds, rows, others, keys }) {
  const { udsv, papaparse } = await import("/csv_rivals.mjs");
  const { default: create } = await import("/csv_bench.js");
  const bytes = new Uint8Array(await (await fetch("/observations.csv")).arrayBuffer());
  const best = {}, memory = {}, slice = {};
  const time = (name, work) => {
    const start = performance.now();
    const found = work();
    const took = performance.now() - start;
    if (found !== rows) throw new Error(`${name} read ${found} of ${rows} rows`);
    best[name] = Math.min(best[name] ?? Infinity, took);
  };
  const rival = (parse) => () => {
    const columns = parse(bytes, rows, keys);
    if (columns.errors) throw new Error(`${columns.errors} errors`);
    return columns.row;
  };
  const ours = async (name) => {
    const module = await create();
    const text = (string) => {
      const encoded = new TextEncoder().encode(string + "\0");
      const at = module._malloc(encoded.length);
      module.HEAPU8.set(encoded, at);
      return at;
    };
    const at = module._bench_piece(), piece_bytes = module._bench_piece_bytes();
    const add = (path, content) => { // in pieces, as a network hands them over
      const name = text(path);
      for (let begin = 0; begin < content.length; begin += piece_bytes) {
        const piece = content.subarray(begin, begin + piece_bytes);
        module.HEAPU8.set(piece, at);
        module._bench_add(name, piece.length);
      }
      module._bench_end(name);
    };
    const files = Object.entries(others).map(([path, content]) => [path, new TextEncoder().encode(content)]);
    for (const [path, content] of files) module._bench_file(text(path), content.length);
    const before = module.HEAPU8.length;
    module._bench_file(text("observations.csv"), bytes.length);
    for (const [path, content] of files) add(path, content);
    time(name, () => {
      add("observations.csv", bytes);
      return module[`_bench_${name}`]();
    });
    memory[name] = (module.HEAPU8.length - before) / bytes.length;
    slice[name] = Math.max(slice[name] ?? 0, module._bench_longest_slice_ms());
  };
  for (let round = 0; round < rounds; ++round) {
    time("uDSV", rival(udsv));
    time("PapaParse", rival(papaparse));
    for (const name of ["columns", "dataset"]) await ours(name);
  }
  return { best, memory, slice };
}

const server = http.createServer((request, response) => {
  const body = files[request.url];
  const type = types[request.url.split(".").at(-1)] ?? "text/html";
  response.writeHead(body === undefined ? 404 : 200, { "content-type": type }).end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-gpu"],
});
try {
  for (const [label, size] of Object.entries(sizes)) {
    if (!options.sizes.split(",").includes(label)) continue;
    const rows = size.units * size.indicators * size.months;
    files["/observations.csv"] = Buffer.concat([...observations(size)].map((piece) => Buffer.from(piece)));
    const others = other_files(size);
    const keys = Object.fromEntries(["units", "indicators", "sources"].map((name) =>
      [name, others[`${name}.csv`].trim().split("\n").slice(1).map((line) => line.split(",")[0])]));
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const { best, memory, slice } = await page.evaluate(measure,
                                                 { rounds: Number(options.rounds), rows, others, keys });
    await page.close();
    const megabytes = files["/observations.csv"].length / 1e6;
    console.log(`${label}: ${rows} rows, ${megabytes.toFixed(1)} MB`);
    for (const [name, ms] of Object.entries(best)) {
      const ratios = name in memory
        ? `  ${["uDSV", "PapaParse"].map((rival) => `${(best[rival] / ms).toFixed(2)} × ${rival}`).join(", ")}` +
          `, memory ${memory[name].toFixed(2)} × the file, longest slice ${slice[name].toFixed(0)} ms`
        : "";
      console.log(`  ${name.padEnd(10)} ${(megabytes / ms * 1000).toFixed(0).padStart(4)} MB/s` +
                  ` ${ms.toFixed(0).padStart(6)} ms${ratios}`);
    }
  }
} finally {
  await browser.close();
  server.close();
}

// Packages of observations for the benches: deterministic, valid, with the shipped schema. Values, dates
// and the words of the evidence differ from row to row; a third of the words needs quotes.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

// rows = units × indicators × months
export const sizes = {
  "2 thousand": { units: 34, indicators: 6, months: 10 }, // for tests/run, which only wants it to work
  "33 thousand": { units: 34, indicators: 40, months: 24 },
  "408 thousand": { units: 34, indicators: 100, months: 120 },
  "2 million": { units: 3355, indicators: 60, months: 10 },
};

function id(prefix, index) {
  return `${prefix}-${String(index + 1).padStart(4, "0")}`;
}

function table(header, count, row) {
  return header + "\n" + Array.from({ length: count }, (_, i) => row(i) + "\n").join("");
}

// Yields the observations in pieces of about a megabyte.
export function* observations({ units, indicators, months }) {
  let piece = "indicator,unit,period,value,value_max,qualifier,numerator,denominator,rank,class,class@en," +
    "published,source,evidence,paragraph,note,note@en\n";
  let state = 12345;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff);
  for (let indicator = 0; indicator < indicators; ++indicator)
    for (let unit = 0; unit < units; ++unit)
      for (let month = 0; month < months; ++month) {
        const year = 2015 + Math.floor(month / 12), of_year = String(month % 12 + 1).padStart(2, "0");
        const value = (random() % 10000) / 100;
        const words = [`đạt ${String(value).replace(".", ",")}%`, `${value} điểm, tăng so với kỳ trước`,
                       `tỷ lệ là ${value} phần trăm`][random() % 3];
        piece += `${id("chi-so", indicator)},${id("don-vi", unit)},${year}-${of_year},${value},,exact,,,` +
          `${random() % 4 ? "" : random() % 63 + 1},,,${year + 1}-${of_year}-${10 + random() % 19},` +
          `${id("src", random() % 50)},${words.includes(",") ? `"${words}"` : words},${random() % 30},,\n`;
        if (piece.length > 1 << 20) {
          yield piece;
          piece = "";
        }
      }
  yield piece;
}

// Everything of the package but observations.csv: path → text.
export function other_files({ units, indicators }) {
  const shipped = JSON.parse(fs.readFileSync(path.join(root, "assets/data/viet-nam/datapackage.json")));
  const schema = shipped.resources.find((resource) => resource.name === "observations").schema;
  const resource = (name) => ({ name, path: `${name}.csv`, format: "csv" });
  return {
    "datapackage.json": JSON.stringify({
      name: "bench", title: "Bench",
      resources: [resource("units"), resource("indicators"), resource("sources"),
                  { ...resource("observations"), schema }],
    }),
    "units.csv": table("id,name,kind", units, (i) => `${id("don-vi", i)},Đơn vị ${i + 1},province`),
    "indicators.csv": table("id,name,direction", indicators, (i) => `${id("chi-so", i)},Chỉ số ${i + 1},higher`),
    "sources.csv": table("id,title,grade", 50, (i) => `${id("src", i)},Văn bản ${i + 1},A`),
  };
}

// In the page: what a site would do with a parser from npm. The text becomes the same columns with the
// same checks as ours: references by a map, numbers finite, periods and dates real, qualifiers known,
// required cells there. The rivals are told the number of rows, and hand their rows over as they read
// them, which is faster than keeping them all first.
import { inferSchema, initParser } from "/udsv.mjs";

const qualifiers = ["exact", "approx", "more_than", "at_least", "at_most", "range", "derived", "provisional"];

class Columns {
  constructor(rows, { units, indicators, sources }) {
    const map = (keys) => new Map(keys.map((key, index) => [key, index]));
    this.maps = [map(indicators), map(units), map(sources), map(qualifiers)];
    this.row = 0;
    this.errors = 0;
    this.ids = [0, 1, 2, 3].map(() => new Int32Array(rows));
    this.days = [0, 1].map(() => new Int32Array(rows));
    this.numbers = [0, 1, 2, 3, 4, 5].map(() => new Float64Array(rows));
    this.texts = [0, 1, 2, 3, 4].map(() => new Array(rows));
  }

  id(column, cell) {
    const found = this.maps[column].get(cell);
    if (found === undefined) ++this.errors;
    else this.ids[column][this.row] = found;
  }

  // The last day of a year, a month or a day: 2025, 2025-07, 2025-07-19.
  day(column, cell) {
    const year = +cell.slice(0, 4), month = +cell.slice(5, 7), day = +cell.slice(8, 10);
    const is_form = cell.length === 4 || cell.length === 7 || cell.length === 10;
    if (!is_form || !(year >= 0) || !(month >= 0 && month <= 12) || !(day >= 0 && day <= 31)) ++this.errors;
    this.days[column][this.row] =
      Date.UTC(year, cell.length === 4 ? 12 : cell.length === 7 ? month : month - 1, day) / 864e5;
  }

  number(column, cell) {
    const value = cell === "" || cell === null ? NaN : +cell;
    if (cell !== "" && cell !== null && !Number.isFinite(value)) ++this.errors;
    this.numbers[column][this.row] = value;
  }

  text(column, cell) { this.texts[column][this.row] = cell; }

  add(indicator, unit, period, value, value_max, qualifier, numerator, denominator, rank, category,
      category_en, published, source, evidence, paragraph, note, note_en) {
    this.id(0, indicator);
    this.id(1, unit);
    this.day(0, period);
    this.number(0, value);
    this.number(1, value_max);
    this.id(3, qualifier);
    this.number(2, numerator);
    this.number(3, denominator);
    this.number(4, rank);
    this.text(0, category);
    this.day(1, published);
    this.id(2, source);
    if (!evidence) ++this.errors;
    this.text(1, evidence);
    this.number(5, paragraph);
    this.text(2, note);
    this.text(3, note_en);
    this.text(4, category_en);
    ++this.row;
  }
}

export function udsv(bytes, rows, keys) {
  const text = new TextDecoder().decode(bytes);
  const columns = new Columns(rows, keys);
  const schema = inferSchema(text.slice(0, 4096), { col: ",", row: "\n", encl: '"' });
  const numbers = new Set(["value", "value_max", "numerator", "denominator", "rank", "paragraph"]);
  for (const column of schema.cols) column.type = numbers.has(column.name) ? "n" : "s";
  for (const column of schema.cols) column.repl = { empty: column.type === "n" ? null : "" };
  initParser(schema).typedArrs(text, (row) => { columns.add(...row); });
  return columns;
}

export function papaparse(bytes, rows, keys) {
  const text = new TextDecoder().decode(bytes);
  const columns = new Columns(rows, keys);
  let header = true;
  window.Papa.parse(text, {
    delimiter: ",", newline: "\n", skipEmptyLines: true,
    chunk: ({ data }) => {
      for (const row of header ? data.slice(1) : data) columns.add(...row);
      header = false;
    },
  });
  return columns;
}

// What the first dataset and those that are opened later have in common on their way in.
//
// An entry of a package is {name, packed, bytes, open()}: its sizes as stated (0: nobody states them),
// and a promise of its pieces, an async iterable of Uint8Array; of nothing where it is not to be had.

// The dataset that an address asks for (`?du-lieu=`, `?data=`); "": the one that the site opens with.
export function dataset_asked(search = location.search) {
  const query = new URLSearchParams(search);
  return query.get("du-lieu") ?? query.get("data") ?? "";
}

// Everything else comes before the tables (core/io/dataset_reader waits for it).
export const is_table = (name) => /\.(csv|tsv)$/i.test(name);

// Some are a .zip of other things.
export const is_spreadsheet = (name) => /\.(xlsx|xlsm|xls|ods)$/i.test(name);

export function entry_of_bytes(name, bytes) {
  return { name, packed: bytes.length, bytes: bytes.length, open: async () => one_piece(bytes) };
}

async function* one_piece(bytes) {
  yield bytes;
}

// A bundle, {"files": {path: text}}, as entries of a package.
export function bundle_entries(bundle) {
  return Object.entries(bundle.files).map(([name, text]) => entry_of_bytes(name, new TextEncoder().encode(text)));
}

// All of an entry at once.
export async function whole(entry) {
  const pieces = [];
  for await (const piece of (await entry.open()) ?? []) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

// A stream's pieces; who stops before its end stops the stream.
export async function* pieces_of(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

// Why a package does not arrive; the reasons are those of core/io/not_opened.cpp.
export class Refused extends Error {
  constructor(reason, detail = "") {
    super(reason);
    Object.assign(this, { reason, detail: String(detail) });
  }
}

// A .zip as entries of a package: its directory is read here, the browser inflates
// (DecompressionStream). What of it may be unpacked is the program's to say (core/io/archive).
import { pieces_of, Refused } from "./package.mjs";

const end_size = 22, entry_size = 46, local_size = 30, comment_max = 0xffff;
const stored = 0, deflated = 8, encrypted = 1;

export async function is_zip(blob) {
  const [p, k] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  return p === 0x50 && k === 0x4b;
}

export async function zip_entries(blob) {
  const tail_at = Math.max(0, blob.size - end_size - comment_max);
  const tail = await view(blob, tail_at, blob.size);
  let end = tail.byteLength - end_size;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) --end;
  if (end < 0) throw new Refused("damaged");
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (start + size > tail_at + end) throw new Refused("damaged");
  const directory = await view(blob, start, start + size);
  const entries = [];
  let packed = 0;
  for (let at = 0, i = 0; i < count; ++i) {
    if (at + entry_size > size || directory.getUint32(at, true) !== 0x02014b50) throw new Refused("damaged");
    const name_size = directory.getUint16(at + 28, true);
    const more = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (at + entry_size + name_size + more > size) throw new Refused("damaged");
    const entry = {
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + entry_size, name_size)),
      packed: directory.getUint32(at + 20, true),
      bytes: directory.getUint32(at + 24, true),
      open: () => open_entry(blob, entry),
      flags: directory.getUint16(at + 8, true),
      method: directory.getUint16(at + 10, true),
      sum: directory.getUint32(at + 16, true),
      at: directory.getUint32(at + 42, true),
    };
    packed += entry.packed;
    if (packed > blob.size) throw new Refused("damaged"); // as stated there: the limits count on it
    entries.push(entry);
    at += entry_size + name_size + more;
  }
  return entries;
}

async function view(blob, from, to) {
  return new DataView(await blob.slice(from, to).arrayBuffer());
}

async function open_entry(blob, { flags, method, packed, bytes, sum, at }) {
  if (flags & encrypted || (method !== stored && method !== deflated)) throw new Refused("damaged");
  const local = await view(blob, at, at + local_size);
  if (local.byteLength < local_size || local.getUint32(0, true) !== 0x04034b50) throw new Refused("damaged");
  const start = at + local_size + local.getUint16(26, true) + local.getUint16(28, true);
  const content = blob.slice(start, start + packed).stream();
  const inflated = method === deflated ? content.pipeThrough(new DecompressionStream("deflate-raw")) : content;
  return checked(pieces_of(inflated), bytes, sum);
}

// Not a byte more than is stated is handed on.
async function* checked(pieces, bytes, sum) {
  let count = 0, crc = -1;
  for await (const piece of pieces) {
    count += piece.length;
    if (count > bytes) throw new Refused("damaged");
    for (const byte of piece) crc = crc_table[(crc ^ byte) & 255] ^ (crc >>> 8);
    yield piece;
  }
  if (count !== bytes || ~crc >>> 0 !== sum) throw new Refused("damaged");
}

const crc_table = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; ++bit) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

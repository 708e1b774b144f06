// What the first dataset and those that are opened later have in common on their way in.

// The dataset that an address asks for (`?du-lieu=`, `?data=`); "": the one that the site opens with.
export function dataset_asked(search = location.search) {
  const query = new URLSearchParams(search);
  return query.get("du-lieu") ?? query.get("data") ?? "";
}

// A bundle, {"files": {path: text}}, as entries of a package.
export function bundle_entries(bundle) {
  return Object.entries(bundle.files).map(([name, content]) => {
    const bytes = new TextEncoder().encode(content);
    return { name, packed: bytes.length, bytes: bytes.length, read: async () => bytes };
  });
}

// Why a package does not arrive; the reasons are those of core/io/not_opened.cpp.
export class Refused extends Error {
  constructor(reason, detail = "") {
    super(reason);
    Object.assign(this, { reason, detail: String(detail) });
  }
}

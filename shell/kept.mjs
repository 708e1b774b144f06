// The datasets that this device keeps, in IndexedDB: {dataset, name, title, title_en, date, files}, with
// files as {path, file}; one that was opened by address has none and is fetched anew. Where the browser
// keeps nothing (a private window), there is nothing on the list.
export class Kept {
  async list() {
    const all = (await this.ask("readonly", (store) => store.getAll())) ?? [];
    return all.sort((a, b) => (a.date < b.date ? 1 : -1));
  }
  get(dataset) {
    return this.ask("readonly", (store) => store.get(dataset));
  }
  put(record) {
    return this.ask("readwrite", (store) => store.put(record));
  }
  remove(dataset) {
    return this.ask("readwrite", (store) => store.delete(dataset));
  }

  async ask(mode, request_of) {
    try {
      this.base ??= open();
      const transaction = (await this.base).transaction("datasets", mode);
      return await settled(request_of(transaction.objectStore("datasets")));
    } catch (error) {
      console.warn("nothing is kept on this device:", error);
      return undefined;
    }
  }
}

function open() {
  const request = indexedDB.open("tien-do", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("datasets", { keyPath: "dataset" });
  return settled(request);
}

function settled(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

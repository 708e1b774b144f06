// How sure are the ranks? Asked for by the reader, worked out in a worker beside the page, with how
// far it is and a way to stop it. Fetched when somebody asks.
const words = {
  vi: { running: "Đang tính xem thứ hạng chắc đến đâu…", stop: "Dừng", failed: "Không tính được: chương trình gặp lỗi." },
  en: { running: "Working out how sure the ranks are…", stop: "Stop", failed: "It could not be worked out: the program met an error." },
};

export class Certainty {
  // `entries()`: the package that is shown, [{name, packed, content}]; `keep(study)`: what comes of it.
  constructor({ entries, keep }) {
    Object.assign(this, { entries, keep });
    this.box = document.getElementById("study");
    this.bar = this.box.querySelector("progress");
    this.box.querySelector("button").addEventListener("click", () => this.stop());
  }

  async run(method, month, as_of) {
    this.stop();
    this.say("running", 0);
    const worker = (this.worker = new Worker(new URL("./{{asset:study_worker.js}}", import.meta.url), { type: "module" }));
    worker.onmessage = ({ data }) => this.hear(worker, data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.fail(worker);
    };
    try {
      const entries = await this.entries();
      if (this.worker === worker) worker.postMessage({ entries, method, month, as_of });
    } catch (error) {
      console.warn(error); // the network is gone, or a file is another one now
      this.fail(worker);
    }
  }

  hear(worker, { done, study }) {
    if (this.worker !== worker) return;
    if (study === undefined) return void (this.bar.value = done);
    if (!study) return this.fail(worker);
    this.stop();
    this.keep(study);
  }

  fail(worker) {
    if (this.worker !== worker) return;
    worker.terminate();
    this.say("failed", 0);
  }

  stop() {
    this.worker?.terminate();
    this.worker = null;
    this.box.hidden = true;
  }

  say(word, share) {
    const said = words[document.documentElement.lang] ?? words.vi;
    this.box.querySelector("p").textContent = said[word];
    this.box.querySelector("button").textContent = said.stop;
    this.bar.hidden = word !== "running";
    this.bar.value = share;
    this.box.hidden = false;
  }
}

// The worker around the program of studies (web/study.cpp): a package in, how far it is, a study out.
// It is stopped by ending it.
const slice_ms = 100; // between two words about how far it is

onmessage = async ({ data: { entries, method, month, as_of } }) => {
  const { default: create_study } = await import("./{{asset:study.js}}");
  const app = await create_study();
  const bytes = (array) => {
    const at = app._malloc(array.length);
    if (!at) throw new RangeError("no room");
    app.HEAPU8.set(array, at);
    return at;
  };
  const text = (string) => bytes(new TextEncoder().encode(string + "\0"));

  for (const { name, packed, content } of entries) app._study_list(text(name), packed, content.length);
  if (app._study_plan())
    entries.forEach(({ content }, index) => app._study_take(index, bytes(content), content.length));
  const runs = app._study_begin(text(method), text(month), text(as_of));
  for (let done = 0, slice = 1; done < runs; ) {
    const start = performance.now();
    done = app._study_advance(slice);
    postMessage({ done: done / runs });
    slice = Math.max(1, Math.round((slice * slice_ms) / Math.max(1, performance.now() - start)));
  }
  postMessage({ study: runs ? app.UTF8ToString(app._study_result()) : "" });
};


// The start, in the page only: the worker runs this file too.
if (typeof document !== "undefined") {
  (async () => {
    const own = document.currentScript.src;
    const wasm = fetch(new URL("{wasm}", own));
    // It is awaited below; that it fails may be known before.
    wasm.catch(() => {});
    // This file's text, for the worker's script: once the page is there, it asks nothing of the network. Without it,
    // the worker loads the file again.
    try {
      const glue = document.createElement("script");
      glue.id = "glue";
      glue.type = "text/plain";
      glue.textContent = await (await fetch(own)).text();
      document.head.append(glue);
    } catch {}
    await wasm_bindgen({ module_or_path: wasm });
  })().catch((error) => {
    console.error(error);
    document.getElementById("app").hidden = true;
    document.getElementById("no-start").hidden = false;
  });
}

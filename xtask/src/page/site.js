
// The start, in the page only: the worker loads this file too.
if (typeof document !== "undefined") {
  wasm_bindgen({ module_or_path: new URL("{wasm}", document.currentScript.src) }).catch((error) => {
    console.error(error);
    document.getElementById("app").hidden = true;
    document.getElementById("no-start").hidden = false;
  });
}

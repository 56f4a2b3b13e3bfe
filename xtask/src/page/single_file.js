(async () => {
  /** What the file holds packed in an element, whose text is given up for it. */
  const unpacked = (element) => {
    const text = element.textContent;
    element.textContent = "";
    let bytes;
    if (Uint8Array.fromBase64) {
      bytes = Uint8Array.fromBase64(text);
    } else {
      const characters = atob(text);
      bytes = new Uint8Array(characters.length);
      for (let i = 0; i < characters.length; i++) bytes[i] = characters.charCodeAt(i);
    }
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  };

  try {
    const element = document.getElementById("module");
    const module = await WebAssembly.compile(await unpacked(element).arrayBuffer());
    element.remove();
    await wasm_bindgen({ module_or_path: module });
  } catch (error) {
    console.error(error);
    document.getElementById("app").hidden = true;
    document.getElementById("no-start").hidden = false;
    return;
  }

  // The page is there, and drawn. Now its charts, without which it can do.
  await new Promise((drawn) => setTimeout(drawn));
  const charts = document.getElementById("charts");
  if (!charts) return;
  const script = document.createElement("script");
  script.textContent = await unpacked(charts).text();
  document.head.append(script);
  script.remove();
})().catch(console.error);

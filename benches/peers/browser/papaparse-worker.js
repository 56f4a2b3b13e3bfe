// Rows as arrays, in chunks, all cells as text: the fastest way that PapaParse has for such a file.

importScripts("/node_modules/papaparse/papaparse.min.js");

onmessage = ({ data: file }) => {
  const groups = new Map();
  const errors = [];
  let reason, hold;
  Papa.parse(file, {
    skipEmptyLines: true,
    chunk: ({ data, errors: found }) => {
      errors.push(...found.slice(0, 1));
      let first = 0;
      if (reason === undefined) {
        reason = data[0].indexOf("endreason");
        hold = data[0].indexOf("holdtime");
        first = 1;
      }
      for (let i = first; i < data.length; i++) {
        const row = data[i];
        let group = groups.get(row[reason]);
        if (!group) groups.set(row[reason], (group = { code: Number(row[reason]), calls: 0, answered: 0, talk: 0 }));
        const talk = Number(row[hold]);
        group.calls++;
        group.talk += talk;
        if (talk > 0) group.answered++;
      }
    },
    complete: () => postMessage({ groups: [...groups.values()], errors }),
    error: (error) => postMessage({ groups: [], errors: [String(error)] }),
  });
};

postMessage("ready");

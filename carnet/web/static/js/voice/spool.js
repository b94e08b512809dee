// What is heard or taken is on the phone at once, locked as drafts are, until it is sealed: a closed page costs half a second.
function inText(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

const inBytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));

// One after the other, under `where`: what is said of them, and the things themselves.
function spool(its, where) {
  let said = null;
  let last = Promise.resolve();
  const next = (step) => (last = last.then(step).catch(() => null));
  const keep = () => its.saveDraft(where, said);

  return {
    begin(about) {
      said = { ...about, things: 0 };
      next(keep);
    },
    add(blob) {
      return next(async () => {
        if (!said) return;
        await its.saveDraft(`${where} ${said.things}`, { thing: await inText(blob), type: blob.type });
        said.things += 1;
        await keep();
      });
    },
    async left() {
      const found = await its.draft(where);
      if (!found) return null;
      said = found;
      const all = [];
      for (let each = 0; each < said.things; each += 1) all.push(await its.draft(`${where} ${each}`));
      const whole = all.filter(Boolean).map(({ thing, type }) => new Blob([inBytes(thing)], { type }));
      return { ...said, whole };
    },
    drop() {
      return next(async () => {
        const things = said?.things ?? 0;
        said = null;
        await its.dropDraft(where);
        for (let each = 0; each < things; each += 1) await its.dropDraft(`${where} ${each}`);
      });
    },
  };
}

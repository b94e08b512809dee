// A shared tablet nobody touches for a minute goes back to its faces (ruling 10); what was being written is a draft by then.
behave("idle", (form) => {
  const REST = 60_000;
  let timer;

  function stay() {
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(), REST);
  }

  for (const name of ["pointerdown", "keydown", "scroll"]) addEventListener(name, stay, { passive: true, capture: true });
  stay();
});

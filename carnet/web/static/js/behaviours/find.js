// The find box: what is typed stays in the field, the arrows walk through what was found.
behave("find", (box) => {
  const field = box.querySelector('input[type="search"]');
  const sheet = box.closest("[popover]");

  function links() {
    return [...box.querySelectorAll(".found a, .found button")];
  }

  // Word of the open sheet comes late: whoever has typed by then must not lose what she typed.
  let before = "";
  sheet?.addEventListener("beforetoggle", () => { before = field.value; });
  sheet?.addEventListener("toggle", (event) => {
    if (event.newState !== "open" || field.value !== before) return;
    field.focus();
    field.select();
  });
  box.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const all = links();
    const here = all.indexOf(document.activeElement);
    if (event.key in steps && all.length) {
      event.preventDefault();
      const next = here + steps[event.key];
      (next < 0 ? field : all[Math.min(next, all.length - 1)]).focus();
    } else if (event.key === "Enter" && document.activeElement === field && all.length && !event.isComposing) {
      event.preventDefault();
      all[0].click();
    } else if (here >= 0 && event.key.length === 1 && !event.metaKey && !event.ctrlKey && event.key !== " ") {
      field.focus();
    }
  });
});

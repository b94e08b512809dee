// L for a note, by the data-key of its link; / or ⌘K (Ctrl K) to find. On the body; data-keys="off" leaves only ⌘K and Esc.
behave("keys", (body) => {
  const mac = /Mac|iP/.test(navigator.platform);

  for (const key of body.querySelectorAll("kbd")) {
    if (!mac) key.textContent = key.textContent.replace("⌘", "Ctrl ");
  }

  function writing(target) {
    return target.isContentEditable || target.closest("input, textarea, select, dialog[open], [popover]:popover-open");
  }

  function open(key) {
    const find = document.getElementById("find");
    if (key === "⌘k" && find?.showPopover) {
      if (!find.matches(":popover-open")) find.showPopover();
      return true;
    }
    const opener = [...body.querySelectorAll("[data-key]")].find((each) => each.dataset.key.toLowerCase() === key);
    if (!opener) return false;
    opener.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.repeat) return;
    const key = event.key.toLowerCase();
    if ((event.metaKey || event.ctrlKey) && key === "k") {
      if (open("⌘k")) event.preventDefault();
    } else if (!event.metaKey && !event.ctrlKey && body.dataset.keys !== "off" && !writing(event.target)) {
      if (key.length === 1 && open(key === "/" ? "⌘k" : key)) event.preventDefault();
    }
  });
});

// A sheet closes once its form is on its way. In a browser without popovers, it opens and closes here.
behave("sheet", (sheet) => {
  const able = "popover" in HTMLElement.prototype;

  function close() {
    if (able && sheet.matches(":popover-open")) sheet.hidePopover();
    else if (!able) sheet.hidden = true;
  }

  sheet.addEventListener("submit", () => setTimeout(close));
  sheet.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) close();
  });
  if (able) return;
  sheet.hidden = true;
  document.addEventListener("click", (event) => {
    const opener = event.target.closest(`[popovertarget="${sheet.id}"]`);
    if (!opener) return;
    event.preventDefault();
    sheet.hidden = !sheet.hidden;
    if (!sheet.hidden) {
      sheet.scrollIntoView({ block: "nearest" });
      sheet.querySelector("[autofocus], a, button, input")?.focus();
    }
  });
});

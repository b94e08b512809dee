// A form leaves once. On the body: guards every form of the page.
behave("guard", (body) => {
  let sending = null;

  function release() {
    for (const button of body.querySelectorAll("[aria-busy=true]")) button.removeAttribute("aria-busy");
    sending = null;
  }

  body.addEventListener("submit", (event) => {
    const form = event.target;
    if (sending === form) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (form.method === "get" || form.method === "dialog") return;
    sending = form;
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => {
      if (event.defaultPrevented && !form.matches("[hx-post], [hx-put], [hx-patch], [hx-delete]")) release();
    });
    setTimeout(release, 8000);
  }, true);
  addEventListener("pageshow", release);
  document.addEventListener("htmx:finally:request", release);
});

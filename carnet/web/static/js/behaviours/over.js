// A dialog that arrives as a fragment opens over the page, and leaves nothing behind when it closes.
behave("over", (dialog) => {
  if (!dialog.open) dialog.showModal();

  function touched() {
    return [...dialog.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== field.defaultValue);
  }

  dialog.addEventListener("click", (event) => {
    const outside = event.target === dialog && !touched();
    const close = event.target.closest("[data-close]");
    if (!outside && !close) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
});

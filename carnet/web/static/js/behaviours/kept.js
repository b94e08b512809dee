// Says, in the page's own words, that a note is kept on this phone; and undoes it. On the toasts, with a template in them.
behave("kept", (toasts) => {
  const pattern = toasts.querySelector("template");
  const left = sessionStorage.getItem("carnet-kept");

  function tell(detail) {
    const toast = pattern.content.firstElementChild.cloneNode(true);
    for (const words of toast.querySelectorAll("[data-state]")) words.hidden = words.dataset.state !== detail.state;
    toast.querySelector("button").addEventListener("click", async () => {
      const outbox = await import(document.body.dataset.outbox);
      await outbox.takeBack(detail.mutation, "");
      toast.remove();
      document.dispatchEvent(new CustomEvent("carnet:undone"));
    });
    toasts.append(toast);
    // A page that makes way while it still says so leaves it to the next.
    addEventListener("pagehide", () => toast.isConnected && sessionStorage.setItem("carnet-kept", JSON.stringify(detail)));
  }

  document.addEventListener("carnet:kept", ({ detail }) => tell(detail));
  sessionStorage.removeItem("carnet-kept");
  if (left) tell(JSON.parse(left));
});

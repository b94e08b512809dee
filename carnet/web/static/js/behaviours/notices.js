// Asks the browser, in the tap and not before, whether it may tell her that something is due. data-key: the house's public key.
behave("notices", async (place) => {
  if (!("PushManager" in window) || !("Notification" in window) || !navigator.serviceWorker) return;
  const [form] = place.querySelectorAll("form");
  const refused = place.querySelector("[data-refused]");
  const { pushManager } = await navigator.serviceWorker.ready;
  const house = Uint8Array.from(atob(place.dataset.key.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
  place.hidden = false;

  // A browser that subscribed with another key, before the house was restored, is asked afresh.
  async function subscribed() {
    const wanted = { userVisibleOnly: true, applicationServerKey: house };
    try {
      return await pushManager.subscribe(wanted);
    } catch (error) {
      const old = error.name === "InvalidStateError" && (await pushManager.getSubscription());
      if (!old) throw error;
      await old.unsubscribe();
      return pushManager.subscribe(wanted);
    }
  }

  form.addEventListener("submit", async (event) => {
    if (form.elements.endpoint.value) return;
    event.preventDefault();
    try {
      const { endpoint, keys } = (await subscribed()).toJSON();
      form.elements.key.value = keys.p256dh;
      form.elements.secret.value = keys.auth;
      form.elements.endpoint.value = endpoint;
      // After the guard has let go of the tap that was only a question.
      setTimeout(() => form.requestSubmit());
    } catch {
      refused.hidden = false;
    }
  });
});

// Puts Carnet on the phone's own screen where the browser offers it, and says once, after the first kept note, that it can.
// On the install page: [data-offered] holds the button, [data-installed] what to say when it is there. With data-hint: a toast.
behave("install", (place) => {
  const standing = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  const [KEPT, TOLD] = ["carnet-kept", "carnet-install-told"];

  function remembered(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return "no storage, no hint";
    }
  }

  const told = () => localStorage.setItem(TOLD, "1");

  function hint() {
    if (standing() || remembered(TOLD)) return;
    localStorage.setItem(KEPT, "1");
    place.hidden = false;
    // Said when there was time to read it: a page that makes way at once leaves it to the next.
    setTimeout(told, 5_000);
    setTimeout(() => { place.hidden = true; }, 16_000);
  }

  if ("hint" in place.dataset) {
    if (remembered(TOLD)) return;
    if (remembered(KEPT)) hint();
    document.addEventListener("carnet:kept", hint);
    place.addEventListener("click", told);
    document.addEventListener("submit", (event) => {
      if (event.target.matches(".log")) localStorage.setItem(KEPT, "1");
    });
    return;
  }

  const offered = place.querySelector("[data-offered]");
  const installed = place.querySelector("[data-installed]");
  installed.hidden = !standing();
  // An iPad says that it is a Mac; a Mac has no touch.
  const first = navigator.maxTouchPoints && /Macintosh/.test(navigator.userAgent) && place.querySelector("#iphone");
  if (first) place.querySelector(".sec").before(first);

  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offered.hidden = false;
    offered.querySelector("button").onclick = async () => {
      event.prompt();
      if ((await event.userChoice).outcome === "accepted") offered.hidden = true;
    };
  });
  addEventListener("appinstalled", () => {
    offered.hidden = true;
    installed.hidden = false;
  });
});

// Eight seconds to undo, longer while it is looked at or held.
behave("toast", (toast) => {
  let timer;

  function leave() {
    toast.classList.add("leaving");
    setTimeout(() => toast.remove(), 220);
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(leave, 8000);
  }

  function stay() {
    clearTimeout(timer);
  }

  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, stay);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, wait);
  wait();
});

// Hold to return: a finger must stay 700 ms, or tap three times; a keyboard or a switch acts at once.
behave("hold", (button) => {
  let timer;

  function begin(event) {
    if (event.button) return;
    button.classList.add("holding");
    timer = setTimeout(() => {
      navigator.vibrate?.(10);
      button.click();
    }, 700);
  }

  function end() {
    clearTimeout(timer);
    button.classList.remove("holding");
  }

  button.addEventListener("pointerdown", begin);
  for (const name of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(name, end);
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  button.addEventListener("click", (event) => {
    if (event.detail > 0 && event.detail < 3) event.preventDefault();
  });
});

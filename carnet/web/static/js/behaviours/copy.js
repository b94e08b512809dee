// Copies words, and says so in the button for a moment. data-words="#letter", data-done="Copied".
behave("copy", (button) => {
  if (!navigator.clipboard) {
    button.hidden = true;
    return;
  }
  const label = button.querySelector("span") ?? button;
  const before = label.textContent;
  label.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const source = document.querySelector(button.dataset.words);
    await navigator.clipboard.writeText((source.value ?? source.innerText).trim());
    label.textContent = button.dataset.done;
    setTimeout(() => { label.textContent = before; }, 2400);
  });
});

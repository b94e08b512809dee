// The four keys of a shared tablet: the pad writes into the field, and the fourth digit opens.
behave("pad", (form) => {
  const field = form.querySelector(".code");
  if (matchMedia("(pointer: coarse)").matches) field.inputMode = "none";
  form.addEventListener("click", (event) => {
    const key = event.target.closest(".keys button");
    if (!key) return;
    if (key.dataset.digit) field.value = (field.value + key.dataset.digit).slice(0, field.maxLength);
    else field.value = field.value.slice(0, -1);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const open = () => field.value.length === field.maxLength && form.requestSubmit();
  field.addEventListener("input", open);
  // A quick hand has typed before this file arrived.
  open();
});

// A file dropped or chosen says its name where it was dropped.
behave("drop", (box) => {
  const field = box.querySelector("input[type=file]");
  const name = box.querySelector("b");
  field.addEventListener("change", () => {
    const names = [...field.files].map((file) => file.name);
    if (names.length) name.textContent = names.join(", ");
  });
  for (const kind of ["dragenter", "dragover"]) box.addEventListener(kind, () => box.classList.add("over"));
  for (const kind of ["dragleave", "drop"]) box.addEventListener(kind, () => box.classList.remove("over"));
});

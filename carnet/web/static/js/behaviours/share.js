// Hands words and a picture to the phone's own share sheet, picture first. data-words="#letter", data-picture="/file.jpg".
behave("share", (button) => {
  if (!navigator.share) {
    button.hidden = true;
    return;
  }
  let picture = null;

  function words() {
    const source = document.querySelector(button.dataset.words);
    return (source?.value ?? source?.innerText ?? "").trim();
  }

  // fetched before the tap: iOS opens the share sheet only within it
  async function prepare() {
    if (!button.dataset.picture || picture) return;
    const answer = await fetch(button.dataset.picture);
    if (!answer.ok) return;
    const blob = await answer.blob();
    const name = button.dataset.picture.split("/").pop();
    picture = new File([blob], name, { type: blob.type });
  }

  button.addEventListener("click", async () => {
    const letter = { text: words() };
    if (picture && navigator.canShare?.({ files: [picture] })) letter.files = [picture];
    try {
      await navigator.share(letter);
      button.dispatchEvent(new CustomEvent("carnet:handed-over", { bubbles: true }));
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  });
  prepare();
});

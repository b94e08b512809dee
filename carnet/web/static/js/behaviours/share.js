// Hands words and a picture to the phone's own share sheet, picture first. data-words="#letter", and data-picture="/file.jpg",
// or "/plates.svg#ring" for a drawing, which leaves as a PNG because few apps take SVG.
behave("share", (button) => {
  if (!navigator.share) {
    button.hidden = true;
    return;
  }
  const SIDE = 1080;
  let picture = null;

  function words() {
    const source = document.querySelector(button.dataset.words);
    return (source?.value ?? source?.innerText ?? "").trim();
  }

  // the drawing in the house's own ink on paper, by daylight: it goes to somebody else's telephone
  function coloured(sheet, name) {
    const symbol = new DOMParser().parseFromString(sheet, "image/svg+xml").getElementById(name);
    if (!symbol) return null;
    const drawing = `<rect width="120" height="120" fill="#e6eae6" stroke="none"/>${symbol.innerHTML}`;
    const ink = 'fill="#fff" stroke="#131e19" stroke-width=".6" stroke-linejoin="round" stroke-linecap="round"';
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="${SIDE}" height="${SIDE}" ${ink}>${drawing}</svg>`;
  }

  async function drawn(sheet, name) {
    const svg = coloured(sheet, name);
    if (!svg) return null;
    const image = new Image(SIDE, SIDE);
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
    canvas.getContext("2d").drawImage(image, 0, 0, SIDE, SIDE);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  // made before the tap: iOS opens the share sheet only within it
  async function prepare() {
    const [address, name] = (button.dataset.picture ?? "").split("#");
    const answer = address && (await fetch(address));
    if (!answer?.ok) return;
    const blob = name ? await drawn(await answer.text(), name) : await answer.blob();
    if (blob) picture = new File([blob], name ? `${name}.png` : address.split("/").pop(), { type: blob.type });
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

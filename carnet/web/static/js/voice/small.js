// A picture made small in the browser: what is drawn again says nothing of where and with what it was taken.
const WIDEST = 1_600;
const HEAVIEST = 480 * 1024;
const WAYS = [["image/webp", 0.8], ["image/jpeg", 0.8], ["image/jpeg", 0.6]];

function drawnAt(seen, side) {
  const share = Math.min(1, side / Math.max(seen.width, seen.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(seen.width * share));
  canvas.height = Math.max(1, Math.round(seen.height * share));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(seen, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// Throws where it is no picture.
async function small(file) {
  const seen = await createImageBitmap(file, { imageOrientation: "from-image" });
  for (let side = WIDEST; ; side /= 2) {
    const canvas = drawnAt(seen, side);
    for (const [type, quality] of WAYS) {
      const made = await new Promise((done) => canvas.toBlob(done, type, quality));
      if (made?.type === type && made.size <= HEAVIEST) return made;
    }
  }
}

// Where it stands, in the page's own words; and the words themselves, at the cursor.
const MINUTE = 60;

function standing(box, state, share = 0) {
  for (const each of box.querySelectorAll("[data-state]")) each.hidden = each.dataset.state !== state;
  const progress = box.querySelector("progress");
  progress.hidden = state !== "typing";
  if (share) progress.value = share;
  else progress.removeAttribute("value");
}

// Her keyboard has a microphone of its own.
function dictate(box, form, why) {
  standing(box, why);
  form.elements.words.focus();
}

function clock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1_000);
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;
}

// Whether there was room: what does not fit joins the note in the house.
function insert(area, words, language) {
  const { value } = area;
  if (value.length + words.length + 2 > area.maxLength && area.maxLength > 0) return false;
  const at = area.selectionEnd || value.length;
  const space = /^(ja|zh)/.test(language) ? "" : " ";
  const first = /\S$/.test(value.slice(0, at)) ? space : "";
  const after = /^\S/.test(value.slice(at)) ? space : "";
  area.setRangeText(first + words + after, at, at, "end");
  return true;
}

// What the note is kept with: of these the house adds the words.
const listed = (form) => [...form.querySelectorAll("input[name=recordings]")];

function list(form, recording) {
  if (listed(form).some((each) => each.value === recording)) return;
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "recordings", value: recording });
  form.append(field);
}

function unlist(form, recording) {
  for (const each of listed(form)) if (each.value === recording) each.remove();
}

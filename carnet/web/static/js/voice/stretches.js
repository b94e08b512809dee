// The sound, cut into stretches and sealed. The names of the stretches follow from the recording's: sealed again after a page
// was closed in the middle, they are the same stretches.
const LONGEST_STRETCH = 512 * 1024;
const MOST_STRETCHES = 48;

const named = (recording, number) => recording.slice(0, -4) + (number + 1).toString(16).padStart(4, "0");

async function sealSound(its, sound, { recording, language, mutation }, label) {
  const bytes = new Uint8Array(await sound.arrayBuffer());
  const parts = Math.ceil(bytes.length / LONGEST_STRETCH);
  for (let part = 0; part < parts; part += 1) {
    const stretch = bytes.subarray(part * LONGEST_STRETCH, (part + 1) * LONGEST_STRETCH);
    const outside = { kind: "sound", mutation: named(recording, part), of: mutation };
    await its.seal(its.part({ recording, part, parts, language }, stretch), outside, label);
  }
}

// What has not left yet never leaves.
const dropSound = (its, recording) => its.drop(Array.from({ length: MOST_STRETCHES }, (_, number) => named(recording, number)));

async function stillHere(its, recording) {
  const names = new Set(Array.from({ length: MOST_STRETCHES }, (_, number) => named(recording, number)));
  return (await its.waiting()).some((each) => names.has(each.mutation));
}

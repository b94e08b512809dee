// Hands envelopes in, as often as it takes. The house takes each once.
const AT_ONCE = 20;
const BYTES = 700_000;
const PATIENCE = 15_000;
// A phone with nothing to hand in is heard from all the same: only then does it learn that it was wiped.
const HEARD = 5 * 60_000;
// Two of this page may be sending: the note she waits for goes with whichever is first, and both learn what became of it.
const told = new Map();
let awaited = null;
const awaiting = (mutation) => { awaited = mutation; };
const SETTLED = new Set(["kept", "waiting", "refused", "quarantined", "conflict"]);

function some(all) {
  const batch = [];
  let bytes = 0;
  for (const item of all) {
    bytes += item.envelope.body.length;
    if (batch.length && (bytes > BYTES || batch.length === AT_ONCE)) break;
    batch.push(item);
  }
  return batch;
}

async function post(batch, more) {
  const device = await read("keys", "device");
  const answer = await fetch("/kept/deposits/", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(awaited ? { "X-Carnet-Now": awaited } : {}) },
    body: JSON.stringify({ device: device?.device, sent_at: Date.now(), more, envelopes: batch.map(({ envelope }) => envelope) }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`deposits ${answer.status}`);
  await write("keys", Date.now(), "met");
  return answer.json();
}

// Tells what became of each, by its mutation. One tab or worker at a time; what stays for want of a signal is sent again.
// Whoever keeps a note is in line before it is sealed: no worker hands it in where the page cannot hear of it.
function send({ always = false, sealed } = {}) {
  return navigator.locks.request("carnet-outbox", async () => {
    await sealed;
    let wiped = false;
    // The one she waits for goes first.
    let left = (await items()).sort((one, other) => (other.mutation === awaited) - (one.mutation === awaited));
    const long = Date.now() - ((await read("keys", "met")) ?? 0) > HEARD;
    for (let first = always && long; first || left.length; first = false) {
      const batch = some(left);
      const said = await post(batch, left.length > batch.length);
      if (said.wiped === true && !wiped) await burnReadable();
      wiped ||= said.wiped === true;
      for (const each of said.results) {
        told.set(each.mutation, each);
        if (SETTLED.has(each.state)) await forget("items", each.mutation);
      }
      left = left.slice(batch.length);
    }
    return { wiped };
  });
}

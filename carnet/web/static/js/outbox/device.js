// This browser becomes a device of the house's: its signing key is made here and cannot leave.
async function enrol(csrf) {
  const kept = await read("keys", "device");
  const pair = kept?.pair ?? (await subtle.generateKey(ECDSA, false, ["sign", "verify"]));
  const name = navigator.userAgentData?.platform || navigator.platform || "Browser";
  const answer = await fetch("/kept/device/", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
    body: JSON.stringify({ public: written(await subtle.exportKey("raw", pair.publicKey)), name }),
    redirect: "error",
  });
  if (!answer.ok) throw new Error(`device ${answer.status}`);
  await write("keys", { ...(await answer.json()), pair }, "device");
  await write("keys", Date.now(), "met");
  // Without this a browser may throw the outbox away when it runs short of space.
  navigator.storage?.persist?.();
}

// Enrolled for whoever is signed in, in this very session: it ends when the device is wiped, and on a shared tablet each
// seals in her own name. Resolves to the device.
async function ready(member, csrf, bound) {
  const kept = await read("keys", "device");
  if (kept?.member !== member || kept.device !== bound) await enrol(csrf);
  return (await read("keys", "device")).device;
}

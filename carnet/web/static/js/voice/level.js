// How loud it is, ten times a second: that she is heard can be seen.
const BARS = 48;
const HIGH = 18;

function drawn(levels) {
  return levels.map((each, at) => `M${at * 4} ${(HIGH - each) / 2}h2v${each}h-2z`).join("");
}

function loud(values) {
  const most = values.reduce((found, each) => Math.max(found, Math.abs(each - 128)), 0);
  return Math.max(1.5, Math.min(HIGH, (most / 128) * HIGH * 1.6));
}

// Answers how to end it. Without a way to listen nothing moves, and it records all the same.
function shown(stream, path) {
  const levels = Array(BARS).fill(1.5);
  path.setAttribute("d", drawn(levels));
  let context, listener;
  try {
    context = new AudioContext();
    listener = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(listener);
  } catch {
    return () => context?.close();
  }
  listener.fftSize = 512;
  const values = new Uint8Array(listener.fftSize);
  const timer = setInterval(() => {
    // Begun by a finger that still lay on the glass, it may have to be woken.
    if (context.state === "suspended") context.resume().catch(() => null);
    listener.getByteTimeDomainData(values);
    levels.shift();
    levels.push(loud(values));
    path.setAttribute("d", drawn(levels));
  }, 100);
  return () => {
    clearInterval(timer);
    context.close();
  };
}

// From the tap to the last second: the button, the level, the seconds. `over` gets what was said, however it ended.
const LONGEST = 600_000;

function speaking(box, kept, over) {
  const find = (name) => box.querySelector(`[data-${name}]`);
  const seconds = find("seconds");
  let now = null;

  function show(on) {
    find("speak").setAttribute("aria-pressed", String(on));
    for (const name of ["live", "away"]) find(name).hidden = !on;
  }

  function ended(mine, sound) {
    clearInterval(mine.timer);
    mine.still();
    show(false);
    now = null;
    over(mine.about, mine.thrown ? null : sound);
  }

  async function start(about) {
    const mine = { about, thrown: false, still: () => null };
    now = mine;
    try {
      const { stream, stop } = await record((slice) => kept.add(slice), (sound) => ended(mine, sound));
      mine.stop = stop;
      // She thought better of it while the browser asked.
      if (mine.thrown) return stop();
      kept.begin(about);
      mine.still = shown(stream, find("live").querySelector("path"));
      const since = performance.now();
      seconds.textContent = clock(0);
      mine.timer = setInterval(() => {
        seconds.textContent = clock(performance.now() - since);
        if (performance.now() - since > LONGEST || !box.isConnected) stop();
      }, 200);
      return show(true);
    } catch (error) {
      now = null;
      throw error;
    }
  }

  function stop({ thrown = false } = {}) {
    if (!now) return;
    now.thrown ||= thrown || !now.stop;
    now.stop?.();
  }

  return { start, stop, busy: () => Boolean(now), live: () => Boolean(now?.stop) };
}

// One recording: from the tap until she ends it, or ten minutes do, or a call takes the microphone away.
const KINDS = ["audio/webm;codecs=opus", "audio/mp4"];
const BITS = 24_000;
const SLICE = 500;

const hears = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder && KINDS.some((each) => MediaRecorder.isTypeSupported(each)));

// Throws when she does not allow it. `heard` gets each slice of it, `over` the whole, however it ended.
async function record(heard, over) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, autoGainControl: true } });
  const mimeType = KINDS.find((each) => MediaRecorder.isTypeSupported(each));
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS });
  const slices = [];
  recorder.addEventListener("dataavailable", ({ data }) => {
    if (!data.size) return;
    slices.push(data);
    heard(data);
  });
  recorder.addEventListener("stop", () => {
    for (const track of stream.getTracks()) track.stop();
    over(new Blob(slices, { type: mimeType }));
  });
  recorder.start(SLICE);
  return { stream, stop: () => recorder.state !== "inactive" && recorder.stop() };
}

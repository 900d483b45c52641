/** A film of somebody who signs, recorded here and put where a chosen file would be. Without it a file is chosen. */
const box = document.querySelector<HTMLElement>("#recording");
const seen = document.querySelector<HTMLVideoElement>("#seen");
const chosen = document.querySelector<HTMLInputElement>("#film");

const WIDTH = 1280; // pixels; hands are clear, and a minute is some 10 MB
const RATE = 30; // pictures a second: signing needs 20
const BITS = 1_500_000; // a second

async function record(stop: Promise<void>): Promise<File> {
  const picture = { width: { ideal: WIDTH }, frameRate: { ideal: RATE }, facingMode: "user" };
  const stream = await navigator.mediaDevices.getUserMedia({ video: picture });
  const recorder = new MediaRecorder(stream, { videoBitsPerSecond: BITS });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const ended = new Promise<void>((done) => {
    recorder.addEventListener("stop", () => done());
  });
  if (seen) {
    seen.srcObject = stream;
    seen.hidden = false;
    void seen.play();
  }
  recorder.start(1000);
  await stop;
  recorder.stop();
  await ended;
  for (const track of stream.getTracks()) track.stop();
  if (seen) seen.hidden = true;
  const kind = recorder.mimeType.includes("mp4") ? "mp4" : "webm";
  return new File(parts, `signing.${kind}`, { type: recorder.mimeType });
}

function choose(field: HTMLInputElement, file: File): void {
  const files = new DataTransfer();
  files.items.add(file);
  field.files = files.files;
}

const button = box?.querySelector("button");
if (box && button && chosen && "MediaRecorder" in window && "mediaDevices" in navigator) {
  box.hidden = false;
  let stop: (() => void) | undefined;
  button.addEventListener("click", () => {
    if (stop) {
      stop();
      return;
    }
    const stopped = new Promise<void>((done) => {
      stop = done;
    });
    button.textContent = box.dataset["stop"] ?? "";
    void record(stopped)
      .then((file) => choose(chosen, file))
      .catch(() => {
        box.hidden = true; // the person or the device says no: a file can be chosen
      })
      .finally(() => {
        stop = undefined;
        button.textContent = box.dataset["record"] ?? "";
      });
  });
}

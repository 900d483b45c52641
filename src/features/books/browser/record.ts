/**
 * A film of somebody who signs, recorded here and put where a chosen file would be; and sent in pieces before the form, so that
 * a line that is cut costs nothing. Without it a file is chosen, and goes with the form.
 */
import { random } from "../../../platform/web/device/browser/device.ts";
import { Later, Refused, sendPiece } from "../../../platform/web/device/browser/send.ts";

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

const form = document.querySelector<HTMLFormElement>("#begin");
const said = document.querySelector<HTMLElement>("#here");
const bar = document.querySelector<HTMLProgressElement>("#sent");
const fieldOf = (name: string) => form!.elements.namedItem(name) as HTMLInputElement;

interface Place {
  readonly id: string;
  readonly key: string;
}

/** Where this very film is sent: chosen again after the page was closed, it goes on where it ended. */
function placeOf(file: File): Place {
  const name = `cnd-signing ${file.name} ${file.size} ${file.lastModified}`;
  try {
    const before = localStorage.getItem(name);
    if (before !== null) return JSON.parse(before) as Place;
    const place = { id: random(), key: random() };
    localStorage.setItem(name, JSON.stringify(place));
    addEventListener("pagehide", () => isSent && localStorage.removeItem(name));
    return place;
  } catch {
    return { id: random(), key: random() }; // a browser that keeps nothing
  }
}

let isSent = false;

/** Again and again until all of it is there. @throws Refused where the desk does not take it */
async function sendWhole(file: File, { id, key }: Place, files: string): Promise<void> {
  const words = JSON.parse(form!.dataset["words"]!) as Record<string, string>;
  const lang = document.documentElement.lang;
  const percent = new Intl.NumberFormat(lang, { style: "percent" });
  const size = new Intl.NumberFormat(lang, {
    style: "unit",
    unit: "megabyte",
    maximumSignificantDigits: 2,
  });
  const piece = { id, what: "sign", blob: file, sent: 0 };
  const told = (): void => {
    const share = piece.sent / file.size;
    bar!.value = share;
    // Spoken at every tenth alone.
    if (said!.dataset["share"] === share.toFixed(1)) return;
    said!.dataset["share"] = share.toFixed(1);
    said!.textContent = words["sent"]!.replace("{share}", percent.format(share)).replace(
      "{size}",
      size.format(file.size / 1_000_000),
    );
  };
  bar!.hidden = false;
  for (let wait = 1; ; wait = Math.min(60, wait * 2))
    try {
      await sendPiece(piece, { files, key }, told);
      said!.textContent = words["done"]!;
      return;
    } catch (error) {
      if (error instanceof Refused) throw error;
      delete said!.dataset["share"];
      said!.textContent = error instanceof Later ? error.message : words["waits"]!;
      await new Promise<void>((go) => {
        setTimeout(go, wait * 1000); // s; a line that is back is not waited for longer
        addEventListener("online", () => go(), { once: true });
      });
    }
}

form?.addEventListener("submit", (event) => {
  const [file] = chosen?.files ?? [];
  const { files, most } = form.dataset;
  if (isSent || !file || !chosen || files === undefined || file.size > Number(most)) return;
  event.preventDefault();
  const submit = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
  submit.disabled = true;
  void sendThenForm(form, file, files).catch((error: unknown) => {
    said!.textContent = error instanceof Error ? error.message : String(error);
    bar!.hidden = true;
    submit.disabled = false;
  });
});

async function sendThenForm(of: HTMLFormElement, file: File, files: string): Promise<void> {
  const place = placeOf(file);
  await sendWhole(file, place, files);
  isSent = true;
  fieldOf("upload").value = place.id;
  fieldOf("key").value = place.key;
  chosen!.value = "";
  of.submit();
}

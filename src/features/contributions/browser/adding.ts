/** Files that are chosen or recorded: kept at once, and made smaller where this browser can. */
import { random } from "../../../platform/web/device/browser/device.ts";
import { mayShrink, shrinkClip } from "./clips.ts";
import type { Piece } from "./keep.ts";
import { showPieces, showShare } from "./pieces.ts";
import { startRecording } from "./record.ts";
import { shrink } from "./shrink.ts";
import { complain, say, type Shrinking, type Telling } from "./telling.ts";
import { duration, kb } from "./units.ts";

/** What was chosen first stands first, however long each takes to be made smaller. */
export function openAdding(telling: Telling): (input: HTMLInputElement) => Promise<void> {
  let adding: Promise<void> = Promise.resolve();
  return (input) => {
    const files = [...(input.files ?? [])];
    input.value = "";
    adding = addAfter(telling, adding, input.name, files);
    return adding;
  };
}

async function addAfter(
  telling: Telling,
  others: Promise<void>,
  what: string,
  files: readonly File[],
): Promise<void> {
  await others.catch(() => undefined);
  for (const file of files) await add(telling, what, file);
}

/** What begins to record, and then ends it. */
export function openRecorder(telling: Telling, button: HTMLElement): () => Promise<void> {
  const { phrase } = telling;
  let stop: (() => void) | undefined;
  return async () => {
    if (stop) return stop();
    let recording;
    try {
      recording = await startRecording();
    } catch {
      return say(phrase("noMicrophone"));
    }
    const began = Date.now();
    button.textContent = phrase("stop");
    const clock = setInterval(
      () => say(phrase("recording", { time: duration((Date.now() - began) / 1000) })),
      1000,
    );
    stop = recording.stop;
    const whole = await recording.whole;
    stop = undefined;
    clearInterval(clock);
    button.textContent = phrase("record");
    say("");
    await add(telling, "voice", whole);
  };
}

async function add(telling: Telling, what: string, file: Blob): Promise<void> {
  const { phrase } = telling;
  let [blob, name] = [file, phrase("whole", { is: kb(file.size) })];
  if (what === "photo")
    try {
      blob = await shrink(file, []);
      name = phrase("shrunk", { was: kb(file.size), is: kb(blob.size) });
    } catch {
      name = phrase("unreadable");
    }
  if (isShrinking(what, blob)) name = kb(blob.size);
  const piece = { id: random(), what, blob, name, sent: 0 };
  telling.pieces.push(piece);
  await telling.keepPieces();
  await telling.keepWords();
  shrinkLater(telling, piece);
  showPieces(telling);
}

const isShrinking = (what: string, blob: Blob): boolean =>
  ["voice", "film", "sign"].includes(what) && mayShrink(blob);

/** A clip is kept whole first, so that nothing is lost when the browser is killed meanwhile. */
export function shrinkLater(telling: Telling, piece: Piece): void {
  const { id, what, blob, sent, tried = false } = piece;
  if (tried || sent > 0 || !isShrinking(what, blob)) return;
  const one = { share: 0, stop: new AbortController(), ended: Promise.resolve() };
  telling.shrinking.set(id, one);
  one.ended = shrinkNow(telling, piece, one).catch(complain);
}

async function shrinkNow(
  telling: Telling,
  { id, blob }: Piece,
  { stop }: Shrinking,
): Promise<void> {
  const { phrase } = telling;
  const library = telling.form.dataset["clips"]!;
  const smaller = await shrinkClip(
    blob,
    library,
    (share) => showShare(telling, id, share),
    stop.signal,
  ).catch(() => blob); // it goes as it is, and its line says so
  telling.shrinking.delete(id);
  const name =
    smaller === blob
      ? phrase("whole", { is: kb(blob.size) })
      : phrase("clipShrunk", { was: kb(blob.size), is: kb(smaller.size) });
  // A smaller file is another one, so it has another id.
  const done = { blob: smaller, name, tried: true, id: smaller === blob ? id : random() };
  telling.pieces = telling.pieces.map((each) => (each.id === id ? { ...each, ...done } : each));
  await telling.keepPieces();
  showPieces(telling);
}

/** The script of /take-part/story: keeps every keystroke, makes photos and clips small, and sends when there is a link. The page works without. */
import { random } from "../../../platform/web/device/browser/device.ts";
import { openAdding, openRecorder, shrinkLater } from "./adding.ts";
import { fillFields, readFields } from "./form.ts";
import { forget, loadPieces, loadWords, type Kept } from "./keep.ts";
import { showPieces } from "./pieces.ts";
import { openSending } from "./sending.ts";
import { byId, complain, openTelling, say } from "./telling.ts";

async function begin(): Promise<void> {
  const form = byId("tell") as HTMLFormElement;
  const words = JSON.parse(form.dataset["words"]!) as Record<string, string>;
  const { step, kept: isKept } = form.dataset;
  const hasCome = (form.elements.namedItem("id") as HTMLInputElement | null)?.value;
  const fresh = { secret: hasCome ?? random(), step, fields: readFields(form), dropped: [] };
  const before = await loadWords().catch(() => undefined);
  const isBack =
    (before?.step ?? "tell") === (step ?? "tell") &&
    Object.keys(before?.fields ?? {}).length > 0 &&
    // What was begun about a book is no story, and of another book none of this one.
    (isKept === undefined
      ? (before?.fields["book"] ?? "") === (fresh.fields["book"] ?? "")
      : before?.secret === hasCome);
  const kept: Kept = { ...fresh, ready: false, ...(isBack && before), step };
  const telling = openTelling(form, words, kept, isBack ? await loadPieces() : []);
  const { keepWords, phrase } = telling;
  const [addFiles, sendAll] = [openAdding(telling), openSending(telling)];
  if (before && isBack) {
    fillFields(form, before.fields);
    say(phrase("back"));
  } else if (before) showBegun(form, before);
  form.addEventListener("input", () => void keepWords());
  form.addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    if (input.type === "file") addFiles(input).catch(complain);
  });
  form.addEventListener("submit", (event) => {
    const does = event.submitter?.getAttribute("name");
    if (does === "forget") void forget();
    if (does) return; // the page comes back without that file, or without any of it
    event.preventDefault();
    kept.ready = true;
    keepWords().then(sendAll).catch(complain);
  });
  addEventListener("online", () => void sendAll());
  const button = document.getElementById("record");
  if (button) {
    const record = openRecorder(telling, button);
    button.hidden = !("MediaRecorder" in globalThis);
    button.addEventListener("click", () => void record().catch(complain));
  }
  showPieces(telling);
  for (const piece of telling.pieces) shrinkLater(telling, piece);
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]"))
    addFiles(input).catch(complain); // chosen before this script was here
  form.dataset["ready"] = "";
  if (kept.ready) await sendAll();
}

/** Another story waits on a later step; this device knows where. */
function showBegun(form: HTMLFormElement, { secret, step }: Kept): void {
  const line = document.getElementById("begun");
  if (!line || step === undefined) return;
  line.hidden = false;
  line.querySelector("a")!.href = `${form.action}/${step}/${secret}`;
}

void begin();

/**
 * Beside the rows of a signing: play, tap where each sentence begins, move a beginning by a frame, look at a line again. The
 * rows of the form hold everything; what was marked is kept as soon as it was. The form works without it.
 */
import { frameAt, frameStart, msIn, nudged, written } from "./times.ts";

interface Row {
  readonly box: HTMLElement;
  readonly name: string;
  readonly from: HTMLInputElement;
  readonly to: HTMLInputElement;
  /** Of a word there is no sentence. */
  readonly isSentence: boolean;
}

const film = document.querySelector<HTMLVideoElement>("#film");
const form = document.querySelector<HTMLFormElement>("#marks");

class Marking {
  readonly #video: HTMLVideoElement;
  readonly #rows: readonly Row[];
  readonly #rate: number;
  readonly #words: Readonly<Record<string, string>>;
  readonly #heading: HTMLElement;
  readonly #status: HTMLElement;
  readonly #shown: () => number;
  readonly #keep: () => void;
  /** The row that is moved by the keys. */
  #current = 0;
  /** The one that is marked next. */
  #next: number;
  /** Rows in the order in which they were marked. */
  readonly #taken: number[] = [];
  /** Where a line ends that is looked at again, in seconds. */
  #stopAt: number | undefined;

  constructor(video: HTMLVideoElement, marks: HTMLFormElement) {
    const words = JSON.parse(marks.dataset["words"] ?? "{}") as Record<string, string>;
    this.#words = words;
    this.#video = video;
    this.#rows = rowsIn(marks);
    this.#rate = Number(marks.dataset["rate"]) || 25_000;
    this.#next = this.#unmarked(0);
    this.#shown = watched(video);
    const { panel, heading, acts, status } = panelIn(words);
    this.#heading = heading;
    this.#status = status;
    this.#keep = keeper(marks, (word) => this.#say(word));
    marks.before(panel);
    const deeds: Readonly<Record<string, () => void>> = {
      here: () => this.tap(),
      play: () => this.play(),
      slower: () => (video.playbackRate = video.playbackRate === 1 ? 0.5 : 1),
      again: () => this.again(this.#current),
      back: () => this.move(-100),
      earlier: () => this.nudge(-1),
      later: () => this.nudge(1),
      forth: () => this.move(100),
      undo: () => this.undo(),
    };
    for (const [name, act] of Object.entries(deeds))
      acts.append(button(words[name] ?? "", act, name));
    for (const [i, row] of this.#rows.entries())
      row.box
        .querySelector(".acts")
        ?.append(button(words["again"] ?? "", () => this.again(i), "again-row", row.name));
    onKeys(panel, {
      " ": () => this.tap(),
      p: () => this.play(),
      ArrowUp: () => this.choose(this.#current - 1),
      ArrowDown: () => this.choose(this.#current + 1),
      ArrowLeft: (isFar) => (isFar ? this.move(-100) : this.nudge(-1)),
      ArrowRight: (isFar) => (isFar ? this.move(100) : this.nudge(1)),
      l: () => this.again(this.#current),
      Backspace: () => this.undo(),
    });
    marks.addEventListener("change", () => this.#keep());
    video.addEventListener("timeupdate", () => this.#stop());
    this.#tell();
  }

  /** A sentence begins at the frame that is seen. */
  tap(): void {
    const row = this.#rows[this.#next];
    if (!row) return;
    row.from.value = written(frameStart(frameAt(this.#shown(), this.#rate), this.#rate));
    this.#taken.push(this.#next);
    this.#current = this.#next;
    this.#next = this.#unmarked(this.#next + 1);
    this.#changed();
  }

  undo(): void {
    const last = this.#taken.pop();
    const row = last === undefined ? undefined : this.#rows[last];
    if (!row) return;
    row.from.value = "";
    this.#next = last!;
    this.#changed();
  }

  nudge(frames: number): void {
    this.#set(nudged(this.#begun(this.#current), frames, this.#rate));
  }

  move(ms: number): void {
    this.#set(this.#begun(this.#current) + ms);
  }

  choose(which: number): void {
    if (which < 0 || which >= this.#rows.length) return;
    this.#current = which;
    const ms = this.#begun(which);
    if (Number.isNaN(ms)) this.#next = which;
    else this.#video.currentTime = seconds(ms);
    this.#tell();
  }

  /** One line, to its end and no further. */
  again(which: number): void {
    const from = this.#begun(which);
    if (Number.isNaN(from)) return;
    this.#current = which;
    const later = this.#rows.map((_, i) => this.#begun(i)).filter((ms) => ms > from);
    const to = msIn(this.#rows[which]!.to.value);
    this.#stopAt = (Number.isNaN(to) ? Math.min(...later, this.#video.duration * 1000) : to) / 1000;
    this.#video.currentTime = seconds(from);
    void this.#video.play();
    this.#tell();
  }

  play(): void {
    this.#stopAt = undefined;
    if (this.#video.paused) void this.#video.play();
    else this.#video.pause();
  }

  #stop(): void {
    if (this.#stopAt === undefined || this.#video.currentTime < this.#stopAt) return;
    this.#video.pause();
    this.#stopAt = undefined;
  }

  #set(ms: number): void {
    const row = this.#rows[this.#current];
    if (!row || Number.isNaN(ms)) return;
    row.from.value = written(Math.max(0, ms));
    this.#video.currentTime = seconds(Math.max(0, ms));
    this.#changed();
  }

  #changed(): void {
    this.#keep();
    this.#tell();
  }

  /** When a row begins, in ms; NaN where it does not yet. */
  #begun(which: number): number {
    return msIn(this.#rows[which]?.from.value ?? "");
  }

  #unmarked(from: number): number {
    const found = this.#rows.findIndex(
      ({ from: { value }, isSentence }, i) => i >= from && isSentence && value === "",
    );
    return found === -1 ? this.#rows.length : found;
  }

  #tell(): void {
    const row = this.#rows[this.#next];
    this.#heading.textContent = row
      ? (this.#words["next"] ?? "").replace("{sentence}", row.name)
      : (this.#words["allMarked"] ?? "");
    for (const [i, { box }] of this.#rows.entries())
      if (i === this.#current) box.setAttribute("aria-current", "true");
      else box.removeAttribute("aria-current");
    const chosen = this.#rows[this.#current];
    if (chosen) this.#status.textContent = `${chosen.name} ${chosen.from.value}`;
  }

  #say(word: Told): void {
    this.#status.textContent = this.#words[word] ?? "";
  }
}

/** The box with the large button, above the rows. */
function panelIn(words: Readonly<Record<string, string>>) {
  const panel = document.createElement("section");
  panel.id = "mark";
  panel.className = "aside";
  panel.tabIndex = 0;
  panel.setAttribute("aria-label", words["box"] ?? "");
  const heading = document.createElement("p");
  heading.setAttribute("aria-live", "polite");
  const acts = document.createElement("p");
  acts.className = "acts";
  const help = document.createElement("p");
  help.className = "hint";
  help.textContent = words["keys"] ?? "";
  const status = document.createElement("p");
  status.className = "status";
  status.setAttribute("role", "status");
  panel.append(heading, acts, status, help);
  return { panel, heading, acts, status };
}

/** Only while the box or something in it is chosen. @param keys told whether Shift is held */
function onKeys(
  panel: HTMLElement,
  keys: Readonly<Record<string, (isFar: boolean) => void>>,
): void {
  panel.addEventListener("keydown", (event) => {
    const isPressed = event.target instanceof HTMLButtonElement && event.key === " ";
    const act = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (isPressed || !act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(event.shiftKey);
  });
}

/** A hair into the frame: a time that is rounded down shows the one before. */
const seconds = (ms: number): number => ms / 1000 + 0.001;

function rowsIn(marks: HTMLFormElement): Row[] {
  return [...marks.querySelectorAll<HTMLElement>("fieldset.cue")].flatMap((box) => {
    const from = box.querySelector<HTMLInputElement>("[name^=from]");
    const to = box.querySelector<HTMLInputElement>("[name^=to]");
    const sentence = box.querySelector<HTMLInputElement>("[name^=s]");
    const name = box.querySelector("legend")?.textContent ?? "";
    return from && to ? [{ box, name, from, to, isSentence: sentence?.value !== "" }] : [];
  });
}

/** The time of the frame that is seen, in ms: a tap is about that, and `currentTime` runs ahead of it. */
function watched(video: HTMLVideoElement): () => number {
  let ms: number | undefined;
  const look = (_now: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
    ms = mediaTime * 1000;
    video.requestVideoFrameCallback(look);
  };
  if (typeof video.requestVideoFrameCallback === "function") video.requestVideoFrameCallback(look);
  return () => ms ?? video.currentTime * 1000;
}

function button(words: string, act: () => void, name: string, about = ""): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  if (name !== "here") made.className = "quiet";
  made.dataset["act"] = name;
  made.textContent = words;
  if (about !== "") made.setAttribute("aria-label", `${words}: ${about}`);
  made.addEventListener("click", act);
  return made;
}

/** What became of what was sent to be kept. */
type Told = "kept" | "notKept" | "overtaken" | "unclear";

const PAUSE = 1500; // ms without a mark, then what is marked is kept

/** Kept at the desk a moment after the last mark, one request at a time. */
function keeper(marks: HTMLFormElement, told: (word: Told) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const base = marks.querySelector<HTMLInputElement>("[name=base]");
  async function send(): Promise<void> {
    const all = new URLSearchParams();
    for (const [name, value] of new FormData(marks))
      if (typeof value === "string") all.set(name, value);
    all.set("do", "keep");
    try {
      const done = await fetch(marks.action || location.href, { method: "POST", body: all });
      if (done.status === 422 || done.status === 409)
        return told(done.status === 422 ? "unclear" : "overtaken");
      const now = (await done.json()) as { readonly base: number };
      if (done.ok && base) base.value = String(now.base);
      told(done.ok ? "kept" : "notKept");
    } catch {
      told("notKept");
    }
  }
  marks.addEventListener("submit", () => clearTimeout(timer));
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(send);
    }, PAUSE);
  };
}

if (film && form) void new Marking(film, form);

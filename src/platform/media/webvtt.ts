/**
 * WebVTT as far as captions need it: cues with a start, an end and a text. What is read here is written again in one
 * form, without styles, regions and positions: they are for the player to choose.
 */
export interface Cue {
  /** Milliseconds from the beginning. */
  readonly start: number;
  readonly end: number;
  /** Lines of it, none empty. */
  readonly text: string;
}

/** Where a text is no WebVTT: the cue, counted from 1, and what was expected. */
interface CueProblem {
  readonly cue: number;
  readonly is: "tooMany" | "endsBefore" | "startsBefore" | "tooLong";
}

const TIME = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?$/;

/** `1:02.5`, `01:02.500`, `1:00:02` and `62.5` are times; undefined for what is none. */
export function readTime(text: string): number | undefined {
  const said = text.trim();
  if (/^\d{1,6}([.,]\d{1,3})?$/.test(said))
    return Math.round(Number(said.replace(",", ".")) * 1000);
  const [, hours = "0", minutes, seconds, part = "0"] = TIME.exec(said) ?? [];
  if (minutes === undefined || seconds === undefined) return undefined;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(part.padEnd(3, "0"));
}

/** As WebVTT writes it; the hours only where there are any. */
export function writeTime(ms: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  const hours = ms >= 3_600_000 ? `${two(ms / 3_600_000)}:` : "";
  const rest = `${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`;
  return `${hours}${rest}.${String(ms % 1000).padStart(3, "0")}`;
}

/** A cue as it stands in the file. */
export interface Block {
  /** The line above its times; empty where there is none. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Its lines, with tags and escapes. */
  readonly payload: string;
}

/** The cues of a file; undefined where it is no WebVTT. Notes, styles, positions and tags are left out. */
export function readCues(file: string): Cue[] | undefined {
  return readBlocks(file)?.flatMap(({ start, end, payload }) => {
    const text = plain(payload);
    return text === "" ? [] : { start, end, text };
  });
}

/** The same with their ids, and with what they hold untouched: a track of the kind `metadata` holds data, not text. */
export function readBlocks(file: string): Block[] | undefined {
  const text = file.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(text)) return undefined;
  const blocks: Block[] = [];
  for (const block of text.split(/\n{2,}/)) {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => line.includes("-->"));
    if (at < 0) continue;
    const [from = "", rest = ""] = lines[at]!.split("-->");
    const [start, end] = [readTime(from), readTime(rest.trim().split(/\s/)[0] ?? "")];
    if (start !== undefined && end !== undefined)
      blocks.push({ id: lines[at - 1] ?? "", start, end, payload: lines.slice(at + 1).join("\n") });
  }
  return blocks;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00A0",
  lrm: "\u200E",
  rlm: "\u200F",
};

const plain = (text: string): string =>
  text
    .replaceAll(/<[^>]*>?/g, "")
    .replaceAll(/&(\w+);/g, (whole, name: string) => NAMED[name] ?? whole)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

/** One form: the same cues give the same bytes. */
export const writeCues = (cues: readonly Cue[]): string =>
  writeBlocks(
    cues.map(({ text, ...times }) => ({
      ...times,
      id: "",
      payload: text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    })),
  );

/** @param blocks whose ids and payloads hold no `-->` and no empty line */
export function writeBlocks(blocks: readonly Block[]): string {
  const written = blocks.map(
    ({ id, start, end, payload }) =>
      `${id === "" ? "" : `${id}\n`}${writeTime(start)} --> ${writeTime(end)}\n${payload}`,
  );
  return `${["WEBVTT", ...written].join("\n\n")}\n`;
}

export const MOST_CUES = 2000;
export const MOST_TEXT = 500; // characters of one cue; more does not fit below a film

/** What keeps these cues from being captions, first things first. */
export function cueProblems(cues: readonly Cue[]): CueProblem[] {
  const problems: CueProblem[] = [];
  if (cues.length > MOST_CUES) problems.push({ cue: MOST_CUES + 1, is: "tooMany" });
  let last = 0;
  for (const [i, { start, end, text }] of cues.entries()) {
    const say = (is: CueProblem["is"]) => problems.push({ cue: i + 1, is });
    if (end <= start) say("endsBefore");
    if (start < last) say("startsBefore");
    if (text.length > MOST_TEXT) say("tooLong");
    last = start;
  }
  return problems;
}

/** Everything that is said, as paragraphs: a new one after a silence. */
export function transcriptOf(cues: readonly Cue[]): string {
  let text = "";
  let end: number | undefined;
  for (const cue of cues) {
    const gap = end === undefined ? "" : cue.start - end > PAUSE ? "\n\n" : " ";
    text += gap + cue.text.replaceAll("\n", " ");
    ({ end } = cue);
  }
  return text;
}
const PAUSE = 2000; // ms of silence, after which somebody begins anew

/** What of a signing is shown beside a page: the film of each sentence and of each word that has a sign, and what they weigh. */
import type { Rung, Ladder } from "../../platform/media/ladder/rungs-of.ts";
import type { ReadMedia } from "../../platform/log/projection.ts";
import { MOST_CUE_BYTES, readSignCues, sentenceId, type SignCue } from "./cues.ts";
import type { ShownSigning } from "./queries.ts";

/** A film, or a part of one, as a page plays it. */
export interface Clip {
  /** With the part of it, where no clip was cut yet: `/media/x.mp4#t=1.2,3.4`. */
  readonly src: string;
  /** Of the whole file. */
  readonly bytes: number;
  readonly seconds: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly light?: { readonly src: string; readonly bytes: number };
}
export interface SignedBook {
  readonly signing: ShownSigning;
  /** `xki`, as addresses name it. */
  readonly tag: string;
  readonly cues: readonly SignCue[];
  /** The lightest film of the whole book first. */
  readonly films: readonly Rung[];
  /** A still of who signs, that may come by itself. */
  readonly poster?: Rung;
  readonly clip: (cue: SignCue) => Clip;
}

/** By which addresses know a signing: the language in its name, `<book>--<language>`. */
export const tagOf = ({ slug }: { readonly slug: string }): string => slug.split("--").at(-1)!;

/** Undefined before its clips are made: the film as it came has a sound that nobody agreed to (PB24). */
export async function signedBook(
  signing: ShownSigning,
  { readMedia, ladder }: { readonly readMedia: ReadMedia; readonly ladder: Ladder | undefined },
): Promise<SignedBook | undefined> {
  const { film, cues } = signing.thing;
  const text = await readWhole(await readMedia(cues.media));
  const rungs = ladder?.rungs ?? [];
  const made = new Map(rungs.map((rung) => [rung.rung, rung]));
  const own: Rung = { rung: "own", media: film.file.media, bytes: film.file.bytes };
  const smaller = rungs.filter(({ rung }) => rung.startsWith("sign-"));
  const films = smaller.length > 0 ? smaller : signing.isHeard ? [own] : [];
  if (films.length === 0) return undefined;
  const poster = made.get("poster");
  return {
    signing,
    tag: tagOf(signing),
    cues: readSignCues(text) ?? [],
    films,
    ...(poster && { poster }),
    clip(cue) {
      const clip = made.get(`clip-${cue.start}-${cue.end}`);
      const light = made.get(`clip-${cue.start}-${cue.end}-light`);
      const shown = clip ?? films[0]!;
      return {
        src: `/media/${shown.media}${clip ? "" : partOf(cue)}`,
        bytes: shown.bytes,
        seconds: (cue.end - cue.start) / 1000,
        width: shown.width,
        height: shown.height,
        ...(clip && light && { light: { src: `/media/${light.media}`, bytes: light.bytes } }),
      };
    },
  };
}

/** A file of cues; nothing of one that is larger than any of them, a film say. */
export async function readWhole(file: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_CUE_BYTES) return "";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A part of a film by its address (Media Fragments URI): a browser that does not know it plays the whole. */
export const partOf = ({ start, end }: Pick<SignCue, "start" | "end">): string =>
  `#t=${start / 1000},${end / 1000}`;

/** When each line of a page is signed. */
export const cuesOfPage = (
  { cues }: SignedBook,
  page: number,
  lines: number,
): readonly (SignCue | undefined)[] =>
  Array.from({ length: lines }, (_, i) =>
    cues.find((cue) => cue.word === undefined && cue.sentence === sentenceId(page, i + 1)),
  );

/** The signs of single words in a sentence, by where the words stand in it; a cue that names a sentence is for that one. */
export function wordsIn(
  { cues }: SignedBook,
  sentence: string,
  text: string,
): readonly { readonly from: number; readonly to: number; readonly cue: SignCue }[] {
  const lower = text.toLowerCase();
  const found: { from: number; to: number; cue: SignCue }[] = [];
  for (const cue of cues) {
    const word = cue.word?.toLowerCase();
    if (word === undefined || (cue.sentence !== undefined && cue.sentence !== sentence)) continue;
    const from = wholeAt(lower, word);
    const to = from + word.length;
    if (
      from >= 0 &&
      lower.length === text.length &&
      found.every((one) => to <= one.from || from >= one.to)
    )
      found.push({ from, to, cue });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** Where it stands with no letter beside it; scripts without blanks between words have it anywhere. */
function wholeAt(text: string, word: string): number {
  const isLetter = (at: number) => /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? "");
  const isPacked =
    /[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
      word,
    );
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (isPacked || !(isLetter(at - 1) || isLetter(at + word.length))) return at;
  return -1;
}

/** The pictures that stand beside names: everyday things, drawn in lines, so that a card is found again by who reads little. */
import type { Html } from "../../platform/web/route.ts";
import { wordsIn, type PictureName } from "./picture-words.ts";

/** Each in a square of 48, in lines alone. */
const DRAWN: Readonly<Record<PictureName, string>> = {
  boat: "M6 31h36l-6 10H12zM24 31V5l14 20H24M24 12 12 25h12",
  tree: "M24 44V26M24 34l-7-6M24 30l6-5M24 4a12 12 0 0 1 11 16 8 8 0 0 1-6 12H18a8 8 0 0 1-5-13A12 12 0 0 1 24 4z",
  drum: "M8 14a16 6 0 1 0 32 0 16 6 0 1 0-32 0v20a16 6 0 0 0 32 0V14M8 16l8 23M16 19 24 40l8-21M40 16l-8 23",
  kettle: "M12 20h22l4 20H8zM16 20a8 4 0 0 1 14 0M23 16v-2M35 30l8-9M12 20C4 1 42 1 34 20",
  bird: "M42 16l-7-2a7 7 0 0 0-13 2L6 14c2 14 10 20 20 20 8 0 12-8 11-14zM24 34l-3 9M30 33l1 10M30 16v.5M12 24c6 4 12 4 16-2",
  lamp: "M19 18h10l4 14-4 6H19l-4-6zM17 38h14v5H17zM19 18V11h10v7M15 16a9 9 0 0 1 18 0M24 34c-5-4 0-6 0-11 4 5 4 8 0 11",
  fish: "M4 24c8-14 24-14 30 0-6 14-22 14-30 0zM34 24l10-10v20zM13 21v.5M20 16c4 5 4 11 0 16",
  house: "M4 24 24 6l20 18M10 19v23h28V19M20 42V29h8v13",
  sun: "M24 15a9 9 0 1 0 .1 0zM24 3v6M24 39v6M3 24h6M39 24h6M9 9l4 4M35 35l4 4M39 9l-4 4M13 35l-4 4",
  moon: "M33 6a19 19 0 1 0 9 27A16 16 0 0 1 33 6z",
  star: "M24 4l6 14 15 1-12 10 4 15-13-8-13 8 4-15L3 19l15-1z",
  key: "M14 14a10 10 0 1 0 .1 0zM22 20 42 6M34 11l5 7M29 15l4 6M12 24v.5",
  cup: "M8 12h26v18a9 9 0 0 1-9 9h-8a9 9 0 0 1-9-9zM34 16h4a5 5 0 0 1 0 12h-4M6 44h30",
  chair: "M12 4v40M12 26h24v18M12 34h24M12 8h6v18",
  bell: "M24 5v4M10 36c4-5 4-8 4-14a10 10 0 0 1 20 0c0 6 0 9 4 14zM20 36a4 5 0 0 0 8 0",
  basket: "M6 22h36l-5 20H11zM12 22C12 0 36 0 36 22M8 29h32M10 36h28M19 22l2 20M29 22l-2 20",
  leaf: "M8 40C4 16 20 6 42 6c0 22-10 38-34 34zM4 44 30 18M20 28V17M25 23h11",
  flower:
    "M24 14a5 5 0 1 0 .1 0zM24 14c-8-12 8-12 0 0M29 19c12-8 12 8 0 0M24 24c8 12-8 12 0 0M19 19c-12 8-12-8 0 0M24 30v15M24 40c4-6 8-6 12-6",
  bicycle:
    "M11 24a8 8 0 1 0 .1 0zM37 24a8 8 0 1 0 .1 0zM11 32l8-15h14l4 15M19 17l6 15 8-15M11 32h14M33 17l-2-6h6M15 13h8",
  umbrella:
    "M4 26a20 20 0 0 1 40 0c-5-4-8-4-10 0-4-4-6-4-10 0-4-4-6-4-10 0-2-4-5-4-10 0zM24 6V3M24 26v14a5 5 0 0 1-9 0",
  mountain: "M3 41 19 11l8 14 5-7 13 23zM14 20l5 4 4-5M35 10a4 4 0 1 0 .1 0z",
  book: "M24 13C18 8 10 8 5 9v29c5-1 13-1 19 4 6-5 14-5 19-4V9c-5-1-13-1-19 4zM24 13v29M11 17h6M11 24h6M31 17h6M31 24h6",
  clock: "M24 5a19 19 0 1 0 .1 0zM24 13v11l8 5M24 8v1M40 24h-1M24 40v-1M8 24h1",
  ladder: "M14 4v40M34 4v40M14 12h20M14 20h20M14 28h20M14 36h20",
};

const NAMES = Object.keys(DRAWN) as readonly PictureName[];

/** How many there are: in a class of more some stand twice. */
export const PICTURES = NAMES.length;

const nameAt = (n: number): PictureName => NAMES[n % PICTURES]!;

/** What the picture shows, in a word. @param n as it is kept of a learner */
export const pictureWord = (n: number, lang: string): string => wordsIn(lang)[nameAt(n)];

/** Beside its word or a name: by itself it says nothing to who does not see it. */
export const Picture = ({ n }: { readonly n: number }): Html => (
  <svg class="pic" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
    <path
      d={DRAWN[nameAt(n)]}
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

/** An eye: it stands before the words about who sees what a learner does. */
export const Seen = (): Html => (
  <svg class="seen" viewBox="0 0 48 48" width="20" height="20" aria-hidden="true">
    <path
      d="M4 24C14 8 34 8 44 24 34 40 14 40 4 24zM24 17a7 7 0 1 0 .1 0z"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linejoin="round"
    />
  </svg>
);

/** For so many who are new: of all pictures those that the fewest have, in their order. @param taken by those who are in the class */
export function picturesFor(newcomers: number, taken: readonly number[]): readonly number[] {
  const uses = NAMES.map((_, i) => taken.filter((n) => n % PICTURES === i).length);
  return Array.from({ length: newcomers }, () => {
    const next = uses.indexOf(Math.min(...uses));
    uses[next]! += 1;
    return next;
  });
}

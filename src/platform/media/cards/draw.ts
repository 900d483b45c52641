/** A card drawn, in the process for pictures: the picture, darkness under the words, the line, the words. */
import sharp, { type OverlayOptions } from "sharp";
import { MOST_OWN_PIXELS } from "../limits.ts";
import { CARD_BYTES, CARD_SIZE, type Card } from "./card.ts";
import { FAMILIES, lettersOf } from "./fonts.ts";

export interface Drawing {
  readonly card: Omit<Card, "picture">;
  readonly picture?: { readonly from: string; readonly isPlace?: true };
  /** The folder of unpacked fonts. */
  readonly fonts: string;
}

const { width: WIDTH, height: HEIGHT } = CARD_SIZE;
const GROUND = "#0b1110";
const INK = "#f4f4ee";
const SOFT = "#c3ccc5";
const RAIL = 48; // px from the edge at which a text begins
const MARGIN = 80; // of the words
const ROOM = WIDTH - MARGIN - RAIL;
const FOOT = 52; // px under the last line
/** Sizes of the title, of which the first is taken that fits, px. */
const SIZES = [68, 60, 52, 46, 40] as const;
const TALLEST = 200; // px of a title: there is a picture, too
/** Words stand where at most so much of a picture shines through: white on white has 8.9 : 1 then. */
const THROUGH = 0.18;
/** Of which the first is taken that is light enough. The last, of two bits a point, is at most 190 kB of anything. */
const PALETTES = [
  { colours: 256, quality: 50, most: CARD_BYTES.wanted },
  { colours: 256, quality: 25, most: CARD_BYTES.wanted },
  { colours: 256, quality: 8, most: CARD_BYTES.most },
  { colours: 16, quality: 100, most: CARD_BYTES.most },
  { colours: 4, quality: 100, most: Infinity },
] as const;

export async function drawCard({ card, picture, fonts }: Drawing): Promise<Buffer> {
  const { title, line, tag, site, isRtl } = card;
  const write = writerFor(card.lang, fonts);
  const foot = await write(tag, { px: 36, fill: card.colour, isBold: true });
  const place = await write(site, { px: 24, fill: SOFT });
  const under = await write(line ?? "", { px: 32, fill: SOFT, most: 48 });
  const above = await titled(write, title);
  // From the lowest upwards.
  let y = HEIGHT - FOOT - foot.height;
  const layers: OverlayOptions[] = [];
  const put = ({ bytes, width, height }: Written, top: number, isAtEnd = false) => {
    if (bytes) layers.push({ input: bytes, top, left: left(width, isRtl !== isAtEnd) });
    return height;
  };
  put(foot, y);
  put(place, y + Math.round((foot.height - place.height) / 2), true);
  const dot = y + Math.round(foot.height / 2);
  if (under.bytes) put(under, (y -= under.height + 30));
  if (above.bytes) put(above, (y -= above.height + (under.bytes ? 28 : 36)));
  const seen = Math.min(HEIGHT, y + 70);
  const base = picture ? await ground(picture.from, seen) : undefined;
  const drawn = sharp({ create: { ...CARD_SIZE, channels: 3, background: GROUND } }).composite([
    ...(base ? [{ input: base, top: 0, left: 0 }] : []),
    { input: Buffer.from(darkness(y, seen)), top: 0, left: 0 },
    {
      input: Buffer.from(thread({ card, dot, top: y, seen, isPlace: picture?.isPlace === true })),
      top: 0,
      left: 0,
    },
    ...layers,
  ]);
  const { data, info } = await drawn.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return lightest(data, { width, height, channels });
}

const left = (width: number, isRight: boolean): number =>
  isRight ? Math.max(0, WIDTH - MARGIN - width) : MARGIN;

async function lightest(
  data: Buffer,
  raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 },
): Promise<Buffer> {
  let png = data;
  for (const { most, ...palette } of PALETTES) {
    const how = { palette: true, effort: 3, compressionLevel: 9, dither: 0 };
    png = await sharp(data, { raw })
      .png({ ...how, ...palette })
      .toBuffer();
    if (png.length <= most) break;
  }
  return png;
}

/** @throws where the picture is damaged */
const ground = (picture: string, height: number): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: MOST_OWN_PIXELS })
    .autoOrient()
    .resize({ width: WIDTH, height, fit: "cover" })
    .flatten({ background: GROUND })
    .png({ compressionLevel: 1 })
    .toBuffer();

/** Nothing of a picture is lighter under words than what `THROUGH` lets through. */
function darkness(words: number, seen: number): string {
  const from = words - 150;
  const share = (y: number): string => ((y - from) / (seen - from)).toFixed(3);
  const stop = (at: string, dark: number): string =>
    `<stop offset="${at}" stop-color="${GROUND}" stop-opacity="${dark}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><linearGradient id="d" gradientUnits="userSpaceOnUse" x1="0" y1="${from}" x2="0" y2="${seen}">${stop("0", 0)}${stop(share(words - 12), 1 - THROUGH)}${stop("1", 1)}</linearGradient><rect y="${from}" width="${WIDTH}" height="${HEIGHT - from}" fill="url(#d)"/></svg>`;
}

interface Thread {
  readonly card: Pick<Card, "colour" | "isRtl">;
  readonly dot: number;
  readonly top: number;
  readonly seen: number;
  readonly isPlace: boolean;
}

/** The campaign's line: beside the words, and on to the place where the picture is of one. */
function thread({ card, dot, top, seen, isPlace }: Thread): string {
  const x = card.isRtl ? WIDTH - RAIL : RAIL;
  const [middle, high] = [WIDTH / 2, seen / 2];
  const towards = (share: number): number => x + (middle - x) * share;
  const bend = Math.min(top - 20, high + 60);
  const way = isPlace
    ? `V${top + 20}C${x} ${bend} ${towards(0.45)} ${high} ${middle} ${high}`
    : `V${top - 8}`;
  const pin = isPlace
    ? `<circle cx="${middle}" cy="${high}" r="22" fill="${card.colour}" fill-opacity=".3"/><circle cx="${middle}" cy="${high}" r="10" fill="${card.colour}"/>`
    : `<circle cx="${x}" cy="${top - 8}" r="9" fill="${card.colour}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><path d="M${x} ${dot}${way}" fill="none" stroke="${card.colour}" stroke-width="4"/><circle cx="${x}" cy="${dot}" r="9" fill="${card.colour}"/>${pin}</svg>`;
}

interface Hand {
  readonly px: number;
  readonly fill: string;
  readonly isBold?: boolean;
  /** px in height; what does not fit is cut. */
  readonly most?: number;
  /** px in which it is wrapped. */
  readonly room?: number;
}
interface Written {
  /** Absent where nothing can be written. */
  readonly bytes?: Buffer;
  readonly width: number;
  readonly height: number;
}
type Write = (text: string, hand: Hand) => Promise<Written>;

const NOTHING: Written = { width: 0, height: 0 };

function writerFor(lang: string, dir: string): Write {
  return async (text, { px, fill, isBold = false, most = Infinity, room = ROOM }) => {
    const letters = lettersOf(text, dir);
    if (letters.text === undefined) return NOTHING;
    await Promise.all(letters.fonts.map(makeKnown));
    for (let said = letters.text; ; said = shorter(said)) {
      const { data, info } = await sharp({
        text: {
          text: `<span lang="${escaped(lang)}" foreground="${fill}"${lines(said)}>${towards(said)}${escaped(said)}</span>`,
          font: `${FAMILIES} ${isBold ? "Bold " : ""}${px}`,
          width: room,
          wrap: "word-char",
          rgba: true,
          dpi: 72, // so that a point is a pixel
        },
      })
        .png({ compressionLevel: 1 })
        .toBuffer({ resolveWithObject: true });
      if (info.height <= most || said.length < 12)
        return { bytes: data, width: info.width, height: info.height };
    }
  };
}

/** As large as it fits, in lines of about one length. */
async function titled(write: Write, title: string): Promise<Written> {
  for (const px of SIZES) {
    const hand = { px, fill: INK, isBold: true, ...(px === SIZES.at(-1) && { most: TALLEST }) };
    let written = await write(title, hand);
    if (written.height > TALLEST) continue;
    for (const share of NARROWER) {
      const narrow = await write(title, { ...hand, room: Math.round(ROOM * share) });
      if (narrow.height > written.height + px / 2) break;
      written = narrow;
    }
    return written;
  }
  return NOTHING;
}
const NARROWER = [0.88, 0.76, 0.66, 0.58];

/** Without its last words, an eighth at a time; where there are no spaces, without its last signs. */
function shorter(text: string): string {
  const signs = Array.from(text.replace(/…$/, ""));
  const kept = signs.slice(0, Math.floor(signs.length * 0.875)).join("");
  const space = kept.lastIndexOf(" ");
  return `${(space > kept.length / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:–-]+$/, "")}…`; // bounded: some 200 characters
}

const made = new Set<string>();

/** Told once to the library of fonts, which then finds it by its family. */
async function makeKnown(fontfile: string): Promise<void> {
  if (made.has(fontfile)) return;
  await sharp({ text: { text: ".", font: FAMILIES, fontfile } }).metadata();
  made.add(fontfile);
}

/** Arabic lines are set further apart by its font than a title needs. */
const lines = (text: string): string => (towards(text) === "" ? "" : ` line_height="0.8"`);

/** A name in Latin letters may begin what is read from right to left. */
const towards = (text: string): string =>
  /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) ? "\u200f" : "";

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

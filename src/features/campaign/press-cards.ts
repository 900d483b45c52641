/** Share cards: the campaign's claim and hashtag beside the globe, drawn from data, light enough to be sent on. Rule C22. */
import { globeRows } from "../../engines/globe/globe.ts";
import { printPicture } from "../../platform/media/pictures/pictures.ts";
import { xml } from "../../platform/web/feed.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { directionOf } from "../../platform/web/words.ts";

export const CARDS = [
  { name: "wide-day", width: 1200, height: 630, night: false },
  { name: "wide-night", width: 1200, height: 630, night: true },
  { name: "square-day", width: 1080, height: 1080, night: false },
  { name: "square-night", width: 1080, height: 1080, night: true },
] as const;
export const FORMATS = ["webp", "png"] as const;
type Card = (typeof CARDS)[number];

/** The file at `wide-day.webp`; undefined where no such card is. */
export async function cardFile(
  frame: Frame,
  name: string,
  point: Point,
): Promise<{ readonly type: string; readonly body: Uint8Array } | undefined> {
  if (name === "mark.svg") return { type: "image/svg+xml", body: Buffer.from(mark(frame)) };
  const [, stem, format] = /^([a-z-]+)\.([a-z]+)$/.exec(name) ?? []; // whole: each other spelling would be drawn and kept
  const card = CARDS.find((one) => one.name === stem);
  if (!card || (format !== "webp" && format !== "png")) return undefined;
  const effort = format === "webp" ? 6 : 10;
  const drawn = Buffer.from(drawing(frame, card, point));
  const { bytes } = await printPicture(drawn, { format, qualities: [60], effort });
  return { type: `image/${format}`, body: bytes };
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

export const DAY = { paper: "#f4f4ee", ink: "#14221e", soft: "#4b5853", land: "#aab3ab" };
const NIGHT = { paper: "#0f1614", ink: "#e9ece4", soft: "#a7b3ac", land: "#4b5853" };
const MARGIN = 72; // px

function drawing(frame: Frame, { width, height, night }: Card, { lat, lon }: Point): string {
  const { paper, ink, soft, land } = night ? NIGHT : DAY;
  const signal = night ? frame.colour.night : frame.colour.day;
  const isSquare = width === height;
  const size = isSquare ? 560 : 540;
  const { path, pin, rim } = globeRows(lat, lon, { size, rows: 44 });
  const isRtl = directionOf(frame.language) === "rtl";
  const side = isRtl ? MARGIN / 2 : width - size - MARGIN / 2;
  const top = isSquare ? height - size - MARGIN / 2 : (height - size) / 2;
  const start = isRtl ? width - MARGIN : MARGIN;
  const room = isSquare ? width - 2 * MARGIN : width - size - 1.6 * MARGIN;
  const { lines, font } = fitted(frame.claim, room, isSquare ? 330 : 300);
  const first = isSquare ? 220 : 200;
  const words = (y: number, px: number, fill: string, said: string, family = "serif") =>
    `<text x="${start}" y="${y}" font-size="${px}" fill="${fill}" font-family="${FONTS[family]}" direction="${isRtl ? "rtl" : "ltr"}">${xml(said)}</text>`;
  const foot = frame.hashtag === "" ? new URL(frame.base).hostname : `#${frame.hashtag}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${paper}"/>
<g transform="translate(${side} ${top})" fill="none">
<path d="${path}" stroke="${land}" stroke-width="3"/>
<circle cx="${rim.x}" cy="${rim.y}" r="${rim.r}" stroke="${land}" stroke-width="2"/>
</g>
<path d="M${start} ${first + lines.length * font * 1.15 - font * 0.55}V${height - 150}" stroke="${signal}" stroke-width="3"/>
<circle cx="${start}" cy="${height - 140}" r="10" fill="${signal}"/>
<circle cx="${side + pin.x}" cy="${top + pin.y}" r="10" fill="${signal}"/>
${words(96, 34, soft, frame.name, "sans")}
${lines.map((line, i) => words(first + i * font * 1.15, font, ink, line)).join("\n")}
${words(height - 64, 34, ink, foot, "sans")}
</svg>`;
}

const FONTS: Readonly<Record<string, string>> = {
  serif: "Charter, 'Noto Serif', 'DejaVu Serif', Georgia, serif",
  sans: "'Noto Sans', 'DejaVu Sans', 'Helvetica Neue', Arial, sans-serif",
};

/** As large as it fits: widths are reckoned, as no font is asked. */
function fitted(text: string, room: number, height: number): { lines: string[]; font: number } {
  for (let font = 92; ; font -= 4) {
    const lines = wrapped(text, room / font);
    if (font <= 36 || lines.length * font * 1.15 <= height) return { lines, font };
  }
}

/** @param room in widths of the font */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) {
    if (line !== "" && widthOf((line + segment).trim()) > room) {
      lines.push(line.trim());
      line = "";
    }
    line += segment;
  }
  return [...lines, line.trim()];
}

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;
const widthOf = (text: string): number =>
  Array.from(text, (character) => (WIDE.test(character) ? 1 : 0.6)).reduce((a, b) => a + b, 0);

/** The mark alone, to be set beside a text. */
const mark = ({ colour, name }: Frame): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 44" width="280" height="440"><title>${xml(name)}</title><path d="M1 22h10M17 22h10" stroke="${DAY.ink}" stroke-width="3"/><path d="M14 6v34" stroke="${colour.day}" stroke-width="1.5"/><circle cx="14" cy="6" r="4" fill="${colour.day}"/><circle cx="14" cy="37" r="4" fill="${colour.day}"/></svg>\n`;

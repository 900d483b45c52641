/** What programs expect of any site: what to crawl, whom to tell of a weakness, an icon, how it is installed. Rule C25. */
import { printPicture } from "../../platform/media/pictures/pictures.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { directionOf } from "../../platform/web/words.ts";
import { DAY } from "./press-cards.ts";
import { theCampaign } from "./queries.ts";

const USES = { projections: ["campaign"] };
const SIZES = [48, 192, 512]; // px: a tab, a phone, its first screen

export const expectedRoutes: readonly Route[] = [
  { path: "/robots.txt", answer: robots },
  { path: "/.well-known/security.txt", answer: security },
  { path: "/favicon.ico", answer: favicon },
  { path: "/manifest.webmanifest", answer: manifest, inOwnWords: true },
  { path: "/icons/:file", answer: icon, inOwnWords: true },
];

/** The mark as a square picture, where a campaign is to be recognised; a path of this site. */
export const markPath = "/icons/512.png";

/** Everything public may be read; the desk and what only its sender knows say so themselves. */
async function robots({ frame }: PageRequest): Promise<Answer> {
  const body = `User-agent: *\nDisallow: /desk\n\nSitemap: ${frame.base}/sitemap.xml\n`;
  return { kind: "file", uses: {}, type: "text/plain; charset=utf-8", body };
}

/** RFC 9116: it expires within a year, so each month it is said anew. */
async function security({ db, frame, today }: PageRequest): Promise<Answer> {
  const contact = (await theCampaign(db))?.contact;
  const [year = 0, month = 0] = today.split("-").map(Number);
  const first = (months: number) => new Date(Date.UTC(year, month - 1 + months, 1)).toISOString();
  const lines = [
    `Contact: ${contact === undefined ? `${frame.base}/take-part` : `mailto:${contact}`}`, // which names every way
    `Expires: ${first(6)}`,
    `Preferred-Languages: ${frame.languages.join(", ")}`,
    `Canonical: ${frame.base}/.well-known/security.txt`,
  ];
  const until = first(1).slice(0, 10);
  const body = `${lines.join("\n")}\n`;
  return { kind: "file", uses: USES, until, type: "text/plain; charset=utf-8", body };
}

async function manifest({ frame }: PageRequest): Promise<Answer> {
  const { name, claim, language, colour } = frame;
  const said = {
    name,
    short_name: name.slice(0, 30),
    description: claim,
    lang: language,
    dir: directionOf(language),
    id: "/",
    start_url: "/",
    display: "minimal-ui",
    background_color: DAY.paper,
    theme_color: colour.day,
    icons: SIZES.map((size) => ({
      src: `/icons/${size}.png`,
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose: "any",
    })),
  };
  const type = "application/manifest+json; charset=utf-8";
  return { kind: "file", uses: USES, type, body: `${JSON.stringify(said, undefined, 1)}\n` };
}

async function icon({ frame, params }: PageRequest): Promise<Answer> {
  const size = SIZES.find((one) => `${one}.png` === params["file"]);
  if (size === undefined) return undefined;
  return { kind: "file", uses: USES, type: "image/png", body: await drawn(frame.colour.day, size) };
}

async function favicon({ frame }: PageRequest): Promise<Answer> {
  const body = inIco(await drawn(frame.colour.day, SIZES[0]!), SIZES[0]!);
  return { kind: "file", uses: USES, type: "image/vnd.microsoft.icon", body };
}

async function drawn(signal: string, size: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-14 -6 56 56" width="${size}" height="${size}"><rect x="-14" y="-6" width="56" height="56" fill="${DAY.paper}"/><g stroke="${signal}" stroke-width="3" fill="${signal}"><path d="M14 6v38M1 22h26"/><circle cx="14" cy="6" r="4"/></g></svg>`;
  const how = { format: "png", qualities: [60], effort: 10 } as const;
  return (await printPicture(Buffer.from(svg), how)).bytes;
}

/** An icon file of one picture, which is a PNG: six bytes of head, sixteen that describe it. */
function inIco(png: Uint8Array, size: number): Uint8Array {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2); // an icon
  head.writeUInt16LE(1, 4); // one picture
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10); // planes
  head.writeUInt16LE(32, 12); // bits of a pixel
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

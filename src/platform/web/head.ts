/** The head of a page's document: what programs read of it. */
import { CARD_SIZE } from "../media/cards/card.ts";
import { cardOf, cardPath } from "./cards.ts";
import { escaped } from "./escaped.ts";
import { pathWithout, type Frame } from "./frame.ts";
import type { Page } from "./route.ts";

export interface Place {
  readonly frame: Frame;
  /** The language of the address. */
  readonly lang: string;
  /** The path and query at which the page stands; absent for a page that stands nowhere, such as a 404. */
  readonly path?: string;
  /** Of a page that is made for one request: where it is found in another language, without its prefix. */
  readonly opens?: string | undefined;
  /** The language in which the page is offered to a reader whose browser asks for it first. */
  readonly offered?: string | undefined;
}

export function headOf(page: Page, place: Place): string {
  const { frame, path } = place;
  const title = page.title === frame.name ? page.title : `${page.title} · ${frame.name}`;
  const lines = [
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(page.description)}">`,
    `<meta name="color-scheme" content="light dark">`,
    `<link rel="icon" href="${icon(frame.colour.day)}">`,
    `<link rel="manifest" href="/manifest.webmanifest">`,
  ];
  if (page.script !== undefined)
    lines.push(`<script type="module" src="${escaped(page.script)}"></script>`);
  if (page.watch)
    lines.push(
      `<script type="module" src="${escaped(page.watch.script)}"${page.watch.cameBack ? " data-came-back" : ""}></script>`,
    );
  if (path === undefined || page.unlisted) lines.push(`<meta name="robots" content="noindex">`);
  if (path !== undefined)
    lines.push(...relations(page, frame.base, path), ...previewOf(page, place, path));
  for (const feed of page.feeds ?? [{ title: frame.name, path: "/feed.xml" }])
    lines.push(
      `<link rel="alternate" type="application/atom+xml" title="${escaped(feed.title)}" href="${escaped(feed.path)}">`,
    );
  return lines.map((line) => `${line}\n`).join("");
}

function relations(page: Page, base: string, path: string): string[] {
  const { languages = [] } = page;
  const listed = [
    ...languages,
    ...languages.slice(0, 1).map((own) => ({ ...own, lang: "x-default" })),
  ];
  const others = listed.map(
    ({ lang, path: to }) =>
      `<link rel="alternate" hreflang="${escaped(lang)}" href="${escaped(base + to)}">`,
  );
  const me = path === "/" ? [`<link rel="me" href="${escaped(base + path)}">`] : []; // the campaign's profile elsewhere names it
  const own = page.only?.path ?? path; // a text that is not translated is one page, whatever stands around it
  return [`<link rel="canonical" href="${escaped(base + own)}">`, ...me, ...others];
}

/** How the page shows on other sites: its card, and its schema.org description. */
function previewOf(page: Page, { frame, lang }: Place, path: string): string[] {
  const { username } = frame;
  const card = cardOf(page, frame, lang);
  const [own = ""] = pathWithout(frame, lang, path).split("?");
  const { type = "website", published } = page.card ?? {};
  const properties = {
    "og:title": page.title,
    "og:description": page.description,
    "og:type": type,
    "og:url": frame.base + (page.only?.path ?? path),
    "og:site_name": frame.name,
    ...(card && {
      "og:image": frame.base + cardPath(frame, lang, own, card),
      "og:image:width": String(CARD_SIZE.width),
      "og:image:height": String(CARD_SIZE.height),
      "og:image:alt": [card.title, card.line, card.tag].filter(Boolean).join(" · "),
    }),
    ...(published && { "article:published_time": published }),
  };
  const metas = Object.entries(properties).map(
    ([name, value]) => `<meta property="${name}" content="${escaped(value)}">`,
  );
  if (card) metas.push(`<meta name="twitter:card" content="summary_large_image">`);
  if (type === "article" && username !== undefined)
    metas.push(
      `<meta name="fediverse:creator" content="@${username}@${new URL(frame.base).host}">`,
    );
  if (page.embed !== undefined)
    metas.push(
      `<link rel="alternate" type="application/json+oembed" href="${escaped(frame.base + page.embed)}">`,
    );
  if (!page.jsonLd) return metas;
  return [...metas, `<script type="application/ld+json">${dataBlock(page.jsonLd)}</script>`];
}

/** JSON inside HTML: `<` cannot close the element, and the block is data that no browser runs. */
const dataBlock = (data: unknown): string => JSON.stringify(data).replaceAll("<", "\\u003c");

/** The mark as an address that holds it, so that a browser need not ask for an icon. */
function icon(colour: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 44'><g stroke='${colour}' stroke-width='3' fill='${colour}'><path d='M14 6v38M1 22h26'/><circle cx='14' cy='6' r='4'/></g></svg>`;
  return `data:image/svg+xml,${svg.replace(/[<># ]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
}

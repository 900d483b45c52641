/** The document around a page: head, masthead, the page's main part, footer with the page's own weight. */
import { CARD_SIZE } from "../media/cards/card.ts";
import { cardOf, cardPath } from "./cards.ts";
import { chromeIn, NAV, type Chrome } from "./chrome.ts";
import { withEnglish } from "../words/with-english.ts";
import { foreign } from "../words/inline.tsx";
import { awaitsReview } from "../words/translations.ts";
import { pathIn, pathWithout, type Frame } from "./frame.ts";
import { AT_FOLD, lookOf, styleAtFold } from "./look.ts";
import type { Html, Page } from "./route.ts";
import { passOnPath, Share } from "./share.tsx";
import { setApart } from "./set-apart.ts";
import { directionOf, languageName } from "./words.ts";

export interface Place {
  readonly frame: Frame;
  /** The language of the address. */
  readonly lang: string;
  /** The path and query at which the page stands; absent for a page that stands nowhere, such as a 404. */
  readonly path?: string;
  /** The language in which the page is offered to a reader whose browser asks for it first. */
  readonly offered?: string | undefined;
}

/** A document whose weight is not known yet: the number stands between `before` and `after`. */
interface Document {
  readonly before: string;
  readonly after: string;
  /** The hashes of its styles, as the policy names them. */
  readonly style: string;
}

export async function documentOf(page: Page, place: Place): Promise<Document> {
  const { frame } = place;
  const lang = page.lang ?? place.lang;
  const chrome = chromeIn(lang);
  const dir = frame.dir ?? directionOf(lang);
  const ways = page.share && place.path !== undefined ? await text(PassOn({ page, place })) : "";
  const main = setApart((await text(page.main)) + ways);
  const [masthead, foot] = [
    setApart(await text(Masthead({ page, place, chrome }))),
    setApart(await text(Foot({ page, place, chrome }))),
  ];
  const whole = withEnglish(`<body>
<a class="skip" href="#main">${escaped(chrome.skip)}</a>
<div class="sheet">
${masthead}
<main id="main">
${main}
</main>
${foot}
</div>
</body>
</html>
`);
  const opening = `<html lang="${escaped(lang)}" dir="${dir}">`;
  const [above = "", ...parts] = whole.split(AT_FOLD);
  const below = parts.length === 0 ? undefined : parts.join("");
  const [look, ...folded] = lookOf(frame.colour, opening + above, below);
  const head = `<!doctype html>
${opening}
<head>
${withEnglish(headOf(page, place))}<style>${look!.css}</style>
</head>
`;
  const body = [above, ...folded.map(({ css }) => styleAtFold(css)), below].join("");
  const at = body.lastIndexOf(WEIGHT); // the footer stands last, and its number before all that people wrote in it
  return {
    before: head + body.slice(0, at),
    after: body.slice(at + WEIGHT.length),
    style: [look!, ...folded].map(({ hash }) => hash).join(" "),
  };
}

const WEIGHT = "\u{E001}"; // a private character, left out of the footer's other words

function headOf(page: Page, place: Place): string {
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
  if (path === undefined || page.unlisted) lines.push(`<meta name="robots" content="noindex">`);
  if (path !== undefined)
    lines.push(...relations(page, frame.base, path), ...previewOf(page, place, path));
  for (const feed of page.feeds ?? [{ title: frame.name, path: "/feed.xml" }])
    lines.push(
      `<link rel="alternate" type="application/atom+xml" title="${escaped(feed.title)}" href="${escaped(feed.path)}">`,
    );
  return lines.map((line) => `${line}\n`).join("");
}

function PassOn({ page, place: { frame, lang, path = "/" } }: { page: Page; place: Place }) {
  const [own = ""] = path.split("?");
  const { title, lang: said = lang } = page;
  return (
    <Share
      url={frame.base + own}
      title={title}
      lang={said}
      hashtag={frame.hashtag}
      more={passOnPath(frame, lang, pathWithout(frame, lang, own))}
    />
  );
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
  return [`<link rel="canonical" href="${escaped(base + path)}">`, ...others];
}

/** How the page shows on other sites: its card, and its schema.org description. */
function previewOf(page: Page, { frame, lang }: Place, path: string): string[] {
  const card = cardOf(page, frame, lang);
  const [own = ""] = pathWithout(frame, lang, path).split("?");
  const { type = "website", published } = page.card ?? {};
  const properties = {
    "og:title": page.title,
    "og:description": page.description,
    "og:type": type,
    "og:url": frame.base + path,
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
  if (page.embed !== undefined)
    metas.push(
      `<link rel="alternate" type="application/json+oembed" href="${escaped(frame.base + page.embed)}">`,
    );
  if (!page.jsonLd) return metas;
  return [...metas, `<script type="application/ld+json">${dataBlock(page.jsonLd)}</script>`];
}

function Masthead({ page, place, chrome }: { page: Page; place: Place; chrome: Chrome }) {
  const { frame, lang } = place;
  return (
    <header class="masthead" {...foreign(chrome.lang, page.lang ?? lang)}>
      <Offer page={page} place={place} chrome={chrome} />
      <a class="mark" href={pathIn(frame, lang, "/")}>
        {frame.logo ? (
          <img
            src={`/media/${frame.logo.media}`}
            width={frame.logo.width}
            height={frame.logo.height}
            alt=""
          />
        ) : (
          <Mark />
        )}
        <span {...foreign(frame.language, chrome.lang)} translate="no">
          {frame.name}
        </span>
      </a>
      <nav class="nav" aria-label={chrome.main}>
        {NAV.filter((to) => frame.navigation?.includes(to) ?? true).map((to) => (
          <a href={pathIn(frame, lang, to)} aria-current={page.current === to ? "page" : undefined}>
            {chrome.nav[to]}
          </a>
        ))}
        <a
          href={pathIn(frame, lang, "/search")}
          aria-current={page.current === "/search" ? "page" : undefined}
        >
          {chrome.search}
        </a>
      </nav>
      <Languages page={page} place={place} chrome={chrome} />
    </header>
  );
}

const Mark = () => (
  <svg viewBox="0 0 28 44" aria-hidden="true">
    <path d="M1 22h10M17 22h10" stroke="currentColor" stroke-width="3" />
    <path d="M14 6v38" stroke="var(--signal)" stroke-width="1.5" />
    <circle cx="14" cy="6" r="4" fill="var(--signal)" />
    <circle cx="14" cy="37" r="4" fill="var(--signal)" />
  </svg>
);

function Foot({ page, place, chrome }: { page: Page; place: Place; chrome: Chrome }) {
  const { frame, lang } = place;
  const own = foreign(frame.own, chrome.lang);
  return (
    <footer class="foot" {...foreign(chrome.lang, page.lang ?? lang)}>
      <p>
        {page.foot === undefined
          ? (page.script === undefined ? chrome.weight : chrome.weightWithScript)(WEIGHT)
          : `${page.foot} ${WEIGHT} kB.`}
      </p>
      {(awaitsReview(chrome.lang) || frame.byMachine || page.byMachine) && <p>{chrome.review}</p>}
      {frame.independence !== "" && <p {...own}>{frame.independence.replaceAll(WEIGHT, "")}</p>}
      <ul>
        {frame.pages.map((one) => (
          <li>
            {"standing" in one ? (
              <a href={pathIn(frame, lang, one.path)}>{chrome[one.standing]}</a>
            ) : (
              <a href={pathIn(frame, lang, one.path)} {...own}>
                {one.title.replaceAll(WEIGHT, "")}
              </a>
            )}
          </li>
        ))}
      </ul>
      <ul>
        <li>
          <a href="/feed.xml">{chrome.feed}</a>
        </li>
        <li>
          <a href={pathIn(frame, lang, "/data")}>{chrome.data}</a>
        </li>
        <li>
          <a href={pathIn(frame, lang, "/log")}>{chrome.honest}</a>
        </li>
      </ul>
    </footer>
  );
}

/** The same page in the campaign's other languages; a story only in those in which it is told. */
function Languages({ page, place, chrome }: { page: Page; place: Place; chrome: Chrome }) {
  const { lang, path } = place;
  const all = languagesOf(page, place);
  const others = all.filter((one) => one.path !== path);
  const here = all.find((one) => one.path === path) ?? { lang };
  if (others.length === 0) return <></>;
  return (
    <details class="tongue">
      <summary>
        <span class="vh">{chrome.languages}: </span>
        <span lang={here.lang}>{languageName(here.lang)}</span>
      </summary>
      <nav aria-label={chrome.languages}>
        {others.map((one) => (
          <a href={one.path} hreflang={one.lang} {...foreign(one.lang, chrome.lang)}>
            {languageName(one.lang)}
          </a>
        ))}
      </nav>
    </details>
  );
}

function languagesOf(page: Page, { frame, lang, path }: Place): NonNullable<Page["languages"]> {
  if (path === undefined || (page.unlisted && !page.languages)) return [];
  const bare = pathWithout(frame, lang, path);
  return (
    page.languages ?? frame.languages.map((one) => ({ lang: one, path: pathIn(frame, one, bare) }))
  );
}

/** Those in which its text exists. */
const offersOf = (page: Page, place: Place) =>
  page.only && !page.unlisted && place.path !== undefined ? [page.only] : languagesOf(page, place);

/** The languages in which it exists, with its own first; empty where there is no other. */
export function tonguesOf(page: Page, place: Place): string {
  const own = page.lang ?? place.lang;
  const others = offersOf(page, place).flatMap(({ lang, path }) =>
    lang === own || path === place.path ? [] : [lang],
  );
  return others.length === 0 ? "" : [own, ...others].join(" ");
}

/** One line in the language that the reader's browser asks for first. */
function Offer({ page, place, chrome }: { page: Page; place: Place; chrome: Chrome }) {
  const there = offersOf(page, place).find(({ lang }) => lang === place.offered);
  if (!there) return <></>;
  const words = chromeIn(there.lang);
  return (
    <p class="offer" {...foreign(words.lang, chrome.lang)}>
      <a class="more" href={there.path} hreflang={there.lang}>
        {words.alsoIn(languageName(there.lang))}
      </a>
    </p>
  );
}

/** JSON inside HTML: `<` cannot close the element, and the block is data that no browser runs. */
const dataBlock = (data: unknown): string => JSON.stringify(data).replaceAll("<", "\\u003c");

/** The mark as an address that holds it, so that a browser need not ask for an icon. */
function icon(colour: string): string {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 44'><g stroke='${colour}' stroke-width='3' fill='${colour}'><path d='M14 6v38M1 22h26'/><circle cx='14' cy='6' r='4'/></g></svg>`;
  return `data:image/svg+xml,${svg.replace(/[<># ]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
}

async function text(part: Html): Promise<string> {
  const done = await part;
  // A component that waits for something gives its text as a promise.
  return await (done as { toString(): string | Promise<string> }).toString();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (words: string): string => words.replace(/[&<>"]/g, (c) => ENTITIES[c]!);

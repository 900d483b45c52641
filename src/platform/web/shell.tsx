/** The document around a page: head, masthead, the page's main part, footer with the page's own weight. */
import { chromeIn, NAV, type Chrome } from "./chrome.ts";
import { withEnglish } from "../words/with-english.ts";
import { foreign } from "../words/inline.tsx";
import { awaitsReview } from "../words/translations.ts";
import { escaped } from "./escaped.ts";
import { linkIn, pathIn, pathWithout, type Frame } from "./frame.ts";
import { headOf, type Place } from "./head.ts";
import type { Inlay } from "./inlay.ts";
import { AT_FOLD, lookOf, styleAtFold } from "./look.ts";
import type { Html, Page } from "./route.ts";
import { passOnPath, Share } from "./share.tsx";
import { setApart } from "./set-apart.ts";
import { directionOf, languageName } from "./words.ts";

/** A document whose weight is not known yet: the number stands between `before` and `after`. */
interface Document {
  readonly before: string;
  readonly after: string;
  /** The hashes of its styles, as the policy names them. */
  readonly style: string;
}

/** @param inlay what is put in where the page says; it is not in the document yet */
export async function documentOf(page: Page, place: Place, inlay: Inlay = []): Promise<Document> {
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
  const [look, ...folded] = lookOf(
    frame.colour,
    opening + above,
    below,
    inlay.map(({ words }) => words),
  );
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
        {navigationOf(frame).map((to) => (
          <a href={pathIn(frame, lang, to)} aria-current={page.current === to ? "page" : undefined}>
            {chrome.nav[to]}
          </a>
        ))}
        {frame.ownLink && (
          <a href={linkIn(frame, lang)(frame.ownLink.to)} {...foreign(frame.own, chrome.lang)}>
            {frame.ownLink.text}
          </a>
        )}
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

const navigationOf = ({ navigation = NAV }: Frame) =>
  navigation.flatMap((path) => NAV.find((one) => one === path) ?? []);

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

/** The same page in the campaign's other languages; a story only in those in which it is told, once the reader's is one of them. */
function Languages({ page, place, chrome }: { page: Page; place: Place; chrome: Chrome }) {
  const { lang, path } = place;
  const all = switchOf(page, place);
  const others = all.filter((one) => (path === undefined ? one.lang !== lang : one.path !== path));
  const here = all.find((one) => one.path === path) ?? { lang };
  if (others.length === 0) return <></>;
  return (
    <details class="tongue">
      <summary>
        <span class="vh">{chrome.languages}: </span>
        <span lang={here.lang}>{languageName(here.lang)}</span>
      </summary>
      <nav aria-label={chrome.languages} translate="no">
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

/** Around a text that the reader's language does not have, all of the campaign's: the reader may go on in any of them. */
function switchOf(page: Page, place: Place): NonNullable<Page["languages"]> {
  const { frame, lang, path, opens } = place;
  if (page.languages && !page.only && path !== undefined) return page.languages;
  if (page.gone || page.frames === "in") return [];
  const at = path === undefined ? opens : pathWithout(frame, lang, path);
  if (at === undefined) return [];
  return frame.languages.map((one) => ({ lang: one, path: pathIn(frame, one, at) }));
}

/** Those in which its text exists. */
const offersOf = (page: Page, place: Place) =>
  page.only && !page.languages && !page.unlisted && place.path !== undefined
    ? [page.only]
    : languagesOf(page, place);

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

async function text(part: Html): Promise<string> {
  const done = await part;
  // A component that waits for something gives its text as a promise.
  return await (done as { toString(): string | Promise<string> }).toString();
}

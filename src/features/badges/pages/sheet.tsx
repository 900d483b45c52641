/** A document of its own, to be printed: certificates on large sheets, or as cards to cut out and fold. */
import { raw } from "hono/html";
import type { Html } from "../../../platform/web/route.ts";
import { CodeDrawing, modulesOf } from "../code/drawing.tsx";
import type { BadgeWords } from "../words.ts";

export interface Certificate {
  /** As on the roster. */
  readonly who: string;
  readonly what: string;
  readonly criteria: string;
  readonly issuer: string;
  readonly day: string;
  /** Without `https://`. */
  readonly address: string;
  readonly code: string;
}
interface SheetProps {
  readonly certificates: readonly Certificate[];
  readonly size: "a4" | "card";
  readonly style: string;
  /** Where it leads back to, and in which words. */
  readonly back: readonly [path: string, words: string];
  readonly title: string;
  readonly dir: "ltr" | "rtl";
  readonly words: BadgeWords;
}

/** What cameras of cheap phones read: of a smaller module no card carries a code. */
const LEAST_MODULE = 0.4; // mm
const ON_CARD = 52; // mm on a side
const ON_SHEET = [52, 75] as const; // mm on a side, of a common code and of a large one
const LONG_NAME = 26; // letters

export function SheetDocument(props: SheetProps): Html {
  const { certificates, size, style, back, title, dir, words } = props;
  const { sheet: w } = words;
  return (
    <html lang={words.lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <header class="bar">
          <h1>{title}</h1>
          <p>{certificates.length === 0 ? w.none : w.hint}</p>
          <a href={back[0]}>{back[1]}</a>
        </header>
        <main class="stage" tabindex={0} aria-label={w.certificate}>
          {size === "a4" ? (
            certificates.map((one) => <Sheet {...one} words={words} />)
          ) : (
            <div class="cards">
              {certificates.length > 0 && <p class="fold">{w.fold}</p>}
              {certificates.map((one) => (
                <Card {...one} words={words} />
              ))}
            </div>
          )}
        </main>
      </body>
    </html>
  );
}

type Worded = Certificate & { readonly words: BadgeWords };

const lengthOf = (text: string): string | undefined =>
  text.length > LONG_NAME ? "long" : undefined;

function Sheet({ who, what, criteria, issuer, day, address, code, words }: Worded): Html {
  const { sheet: w, page } = words;
  const [common, large] = ON_SHEET;
  const mm = common / modulesOf(code) < LEAST_MODULE ? large : common;
  return (
    <section class="a4">
      <header>
        <p class="issuer">
          <bdi>{issuer}</bdi>
        </p>
        <p class="kind">{w.certificate}</p>
      </header>
      <div class="mid">
        <h2 class={lengthOf(who)}>
          <bdi>{who}</bdi>
        </h2>
        <p class="has">{w.has}</p>
        <p class="what">
          <bdi>{what}</bdi>
        </p>
      </div>
      <footer class="foot">
        <div class="text">
          <p class="criteria" dir="auto">
            {criteria}
          </p>
          <p class="day">{day}</p>
          <p class="hand">{w.hand}</p>
          <p>{w.offline}</p>
          <p class="address">
            {page.check}: <bdi dir="ltr">{address}</bdi>
          </p>
        </div>
        <CodeDrawing code={code} label={page.code} mm={mm} />
      </footer>
    </section>
  );
}

/** Its code stands on the back, which it fills. */
function Card({ who, what, issuer, day, address, code, words }: Worded): Html {
  const { sheet: w, page } = words;
  const fits = ON_CARD / modulesOf(code) >= LEAST_MODULE;
  return (
    <section class="pair">
      <div class="side front">
        <p class="issuer">
          <bdi>{issuer}</bdi>
        </p>
        <h2 class={lengthOf(who)}>
          <bdi>{who}</bdi>
        </h2>
        <p class="has">{w.has}</p>
        <p class={`what ${lengthOf(what) ?? ""}`.trim()}>
          <bdi>{what}</bdi>
        </p>
        <p class="day">{day}</p>
      </div>
      <div class="side rear">
        {fits && <CodeDrawing code={code} label={page.code} mm={ON_CARD} />}
        <p>
          {fits ? w.offline : w.tooLarge} {page.check}: <bdi dir="ltr">{address}</bdi>
        </p>
      </div>
    </section>
  );
}

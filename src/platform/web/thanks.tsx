/** Where a form ends: thanks, what happens next, and one thing to pass on. Rule WB37. */
import { unmarked } from "../words/fallback.ts";
import { foreign } from "../words/inline.tsx";
import { chromeIn } from "./chrome.ts";
import { pathIn, type Frame } from "./frame.ts";
import { Section } from "./heads.tsx";
import type { Html } from "./route.ts";
import { waysToPassOn } from "./share.tsx";

/** The head of the page that follows a form. */
export const Thanks = (props: {
  /** Says thank you. */
  readonly title: unknown;
  readonly next: unknown;
}): Html => (
  <header class="row head">
    <h1 class="c10">{props.title}</h1>
    <p class="stand c8" id="next">
      {props.next}
    </p>
  </header>
);

/** A page of this site that somebody can pass on. */
export interface ToPassOn {
  /** Without its language. */
  readonly path: string;
  readonly title: string;
  /** Of the title; the reader's where it is not said. */
  readonly lang?: string | undefined;
}

/** The one thing to pass on; the front page of the campaign, where a form has nothing nearer. */
export function PassOn(props: {
  readonly frame: Frame;
  readonly lang: string;
  readonly page?: ToPassOn | undefined;
}): Html {
  const { frame, lang } = props;
  const { page = { path: "/", title: frame.claim, lang: frame.own } } = props;
  const { share, lang: said } = chromeIn(lang);
  const to = pathIn(frame, lang, page.path);
  const title = unmarked(page.title);
  const ways = waysToPassOn(
    frame.hashtag === "" ? title : `${title} #${frame.hashtag}`,
    frame.base + to,
    title,
  );
  return (
    <Section id="pass-on" title={share.title} mini>
      <p>
        {share.one}{" "}
        <a href={to} {...foreign(page.lang ?? said, said)}>
          {page.title}
        </a>
      </p>
      <p class="chips">
        <a href={ways.WhatsApp} rel="noreferrer">
          WhatsApp
        </a>
        <a href={ways.Telegram} rel="noreferrer">
          Telegram
        </a>
        <a href={ways.message}>{share.message}</a>
        <a href={ways.mail}>{share.mail}</a>
      </p>
    </Section>
  );
}

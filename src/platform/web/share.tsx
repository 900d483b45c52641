/**
 * Passing a page on: plain links to where people are, of which nothing is asked before one is pressed, a link to copy, and a
 * code on the print. Rule WB15. Signal has no address that takes a text from a page (its makers closed the wish, Signal-iOS 706 and
 * Signal-Android 7310): there the link is copied, or the phone's own sheet is opened.
 */
import { unmarked } from "../words/fallback.ts";
import { encode } from "uqr";
import { chromeIn } from "./chrome.ts";
import { pathIn, type Frame } from "./frame.ts";
import type { Html } from "./route.ts";

/** The page with all ways, those that need a script, too. */
export const PASS_ON = "/pass-on";
export const passOnPath = (frame: Frame, lang: string, path: string): string =>
  pathIn(frame, lang, `${PASS_ON}?page=${encodeURIComponent(path)}`);

/** Where other places take words and an address: pressed, they say them there. `message` and `mail` are named by our words. */
export function waysToPassOn(said: string, url: string, subject: string) {
  const text = encodeURIComponent(`${said} ${url}`);
  return {
    WhatsApp: `https://wa.me/?text=${text}`,
    Telegram: `https://t.me/share/url?url=${encodeURIComponent(url)}&text=${encodeURIComponent(said)}`,
    message: `sms:?body=${text}`,
    mail: `mailto:?subject=${encodeURIComponent(subject)}&body=${text}`,
  };
}

export function Share(props: {
  readonly url: string;
  readonly title: string;
  readonly lang?: string;
  /** Without its sign; empty where the campaign has none. */
  readonly hashtag?: string;
  /** Where all ways are. */
  readonly more?: string;
}): Html {
  const { url, hashtag = "" } = props;
  const title = unmarked(props.title);
  const { share } = chromeIn(props.lang ?? "en");
  const ways = waysToPassOn(hashtag === "" ? title : `${title} #${hashtag}`, url, title);
  return (
    <div class="share" role="group" aria-labelledby="sh">
      <h2 class="knot mini" id="sh">
        {share.title}
      </h2>
      <p class="chips">
        <label for="link">{share.link}</label>
        <input id="link" readonly value={url} />
        <a href={ways.WhatsApp} rel="noreferrer">
          WhatsApp
        </a>
        <a href={ways.Telegram} rel="noreferrer">
          Telegram
        </a>
        <a href={ways.message}>{share.message}</a>
        <a href={ways.mail}>{share.mail}</a>
        {props.more !== undefined && <a href={props.more}>{share.more}</a>}
        <span>{share.print}</span>
      </p>
      <QrCode text={url} class="qr" />
    </div>
  );
}

/**
 * A code for a camera: `qr` is shown on paper alone, `code` on the screen; the text stands beside it for everybody else.
 * One path of level strokes, because it compresses to a fraction of squares.
 */
export function QrCode({ text, class: of }: { readonly text: string; class: "qr" | "code" }): Html {
  const { size, data } = encode(text, { ecc: "L", border: 1 });
  const path = data.map((row, y) => strokes(row, y)).join("");
  return (
    <svg class={of} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <path d={path} stroke="#000" />
    </svg>
  );
}

function strokes(row: readonly boolean[], y: number): string {
  let path = "";
  let end = 0; // where the last stroke ended
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += path === "" ? `M${start} ${y}.5` : `m${start - end} 0`;
    path += `h${x + 1 - start}`;
    end = x + 1;
  }
  return path;
}

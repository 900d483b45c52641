/** The frame of the pages of the watch: a whole page in at most 2,000 bytes, for a phone that hardly has a link. Rule LW1. */
import { createHash } from "node:crypto";
import { raw } from "hono/html";
import { headerPolicy, HTML } from "../../../platform/web/headers.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { setApart } from "../../../platform/web/set-apart.ts";
import { directionOf } from "../../../platform/web/words.ts";
import { withEnglish } from "../../../platform/words/with-english.ts";
import type { WatchWords } from "./words.ts";

export const MOST = 2000; // bytes of a page, its head and its style among them

const STYLE =
  ":root{color-scheme:light dark;background:Canvas;color:CanvasText}a{color:inherit;display:inline-block;padding:.6rem 0}" +
  "body{font:17px/1.5 system-ui,sans-serif;max-width:34rem;margin:auto;padding:1rem}" +
  "h1{font-size:1.2rem}h2{font-size:1.5rem;line-height:1.2;margin:.5rem 0}" +
  "button,input{font:inherit;padding:.6rem .9rem;margin:.2rem 0;border:1px solid;border-radius:.4rem}" +
  ".go{background:#14532d;color:#fff;width:100%}ul{padding:0;list-style:none}";
const HASH = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

export interface Shown {
  readonly words: WatchWords;
  readonly title: string;
  readonly main: Html;
  /** It goes without its style, which weighs as much as a quarter of it. */
  readonly isBare?: boolean;
}

/** As it is sent. */
export async function documentOf({ words, title, main, isBare = false }: Shown): Promise<string> {
  const { lang } = words;
  const html: Html = (
    <html lang={lang} dir={directionOf(lang)}>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <link rel="icon" href="data:," />
      <title>{title}</title>
      {!isBare && <style>{raw(STYLE)}</style>}
      <main>{main}</main>
    </html>
  );
  // A component that waits for something gives its text as a promise.
  const body = await (html as { toString(): string | Promise<string> }).toString();
  return `<!doctype html>${withEnglish(setApart(body))}`;
}

export const bytesOf = (html: string): number => Buffer.byteLength(html);

export const sent = (
  { base }: Pick<Frame, "base">,
  html: string,
  more: { readonly status?: number; readonly cookies?: readonly string[] } = {},
): Reply => ({
  file: Buffer.from(html),
  type: HTML,
  cache: "no-store",
  headers: { "Content-Security-Policy": headerPolicy(base).forStyle(HASH) },
  ...more,
});

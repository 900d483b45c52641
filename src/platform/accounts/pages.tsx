/** What every page of the desk has in common; its menu comes with the door (menu.tsx). */
import { chromeIn } from "../web/chrome.ts";
import { Said } from "../web/form-fields.tsx";
import type { Html, Page } from "../web/route.ts";
import type { Account } from "./account.ts";
import { wordsIn } from "./words.ts";
import type { DoorWords } from "./words.ts";

interface DeskPageProps {
  /** Who looks. */
  readonly account: Account;
  /** Of the desk, for whoever looks. */
  readonly lang: string;
  /** The path of the part that it belongs to. */
  readonly part: string;
  readonly title: string;
  /** Its script, where it has one. */
  readonly script?: string;
  /** Whether it holds a frame with a page of ours. */
  readonly frames?: "of";
  readonly main: Html;
  /** What was done last. */
  readonly done?: string | undefined;
}

/** A page of the desk. */
export function deskPage(props: DeskPageProps): Page {
  const { lang, part, title, script, frames, main, done } = props;
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: {},
    title,
    description: title,
    unlisted: true,
    desk: { part },
    foot: words.foot,
    ...(script !== undefined && { script }),
    ...(frames && { frames }),
    main: (
      <>
        {done !== undefined && <Said>{done}</Said>}
        {main}
      </>
    ),
  };
}

/** Where to go on after something was done, so that the page there says so. */
export const after = (path: string): { readonly to: string } => ({ to: `${path}?done` });
/** The words for that. */
export const doneIn = (search: URLSearchParams, lang: string): string | undefined =>
  search.has("done") ? chromeIn(lang).form.done : undefined;

/** Why somebody stands before a shut door, or why what was sent did nothing. */
export function closedPage(why: keyof DoorWords["why"], lang: string): Page {
  const words = wordsIn(lang);
  const title = why === "role" ? words.closed : words.notDone;
  const main = (
    <header class="row head">
      <h1 class="c10">{title}</h1>
      <p class="stand c8">
        {words.why[why]} <a href="/desk">{words.toDesk}</a>
      </p>
    </header>
  );
  return { kind: "page", uses: {}, title, description: title, unlisted: true, main };
}

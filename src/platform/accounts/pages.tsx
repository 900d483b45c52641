/** What every page of the desk has in common: its parts as links, and who is signed in. */
import { chromeIn } from "../web/chrome.ts";
import { Said } from "../web/form-fields.tsx";
import type { Html, Page } from "../web/route.ts";
import type { Account } from "./account.ts";
import { may, type Permission } from "./roles.ts";
import { wordsIn } from "./words.ts";
import type { DoorWords } from "./words.ts";

/** The parts of the desk, in the order shown, each for those who may use it. */
const PARTS: readonly (readonly [path: keyof DoorWords["parts"], permission?: Permission])[] = [
  ["/desk"],
  ["/desk/queue", "queue"],
  ["/desk/conversation", "moderate"],
  ["/desk/stories", "write"],
  ["/desk/media", "write"],
  ["/desk/calendar", "write"],
  ["/desk/plans", "plan"],
  ["/desk/events", "publish"],
  ["/desk/updates", "publish"],
  ["/desk/room", "moderate"],
  ["/desk/fediverse", "moderate"],
  ["/desk/letter", "moderate"],
  ["/desk/counts", "publish"],
  ["/desk/settings", "settings"],
  ["/desk/accounts", "accounts"],
  ["/desk/me"],
];

interface DeskPageProps {
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
  const { account, lang, part, title, script, frames, main, done } = props;
  const words = wordsIn(lang);
  const parts = PARTS.filter(([, what]) => what === undefined || may(account.role, what));
  return {
    kind: "page",
    uses: {},
    title,
    description: title,
    unlisted: true,
    foot: words.foot,
    ...(script !== undefined && { script }),
    ...(frames && { frames }),
    main: (
      <>
        <nav class="chips" aria-label={words.desk}>
          {parts.map(([path]) => (
            <a href={path} aria-current={path === part ? "page" : undefined}>
              {words.parts[path]}
            </a>
          ))}
        </nav>
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

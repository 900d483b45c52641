/** What every page of the desk has in common: its parts as links, and who is signed in. */
import type { Html, Page } from "../web/route.ts";
import type { Account } from "./accounts.ts";
import { may, type Permission } from "./roles.ts";

/** The parts of the desk, in the order shown, each for those who may use it. */
const PARTS: readonly (readonly [path: string, name: string, permission?: Permission])[] = [
  ["/desk", "Desk"],
  ["/desk/queue", "Queue", "queue"],
  ["/desk/stories", "Stories", "write"],
  ["/desk/media", "Media", "write"],
  ["/desk/calendar", "Calendar", "write"],
  ["/desk/events", "Events", "publish"],
  ["/desk/updates", "Mail", "publish"],
  ["/desk/counts", "Counts", "publish"],
  ["/desk/settings", "Settings", "settings"],
  ["/desk/accounts", "Accounts", "accounts"],
  ["/desk/me", "You"],
];

export interface DeskPageProps {
  readonly account: Account;
  /** The path of the part that it belongs to. */
  readonly part: string;
  readonly title: string;
  /** Its script, where it has one. */
  readonly script?: string;
  /** Whether it holds a frame with a page of ours. */
  readonly frames?: "of";
  readonly main: Html;
}

/** A page of the desk. */
export function deskPage({ account, part, title, script, frames, main }: DeskPageProps): Page {
  const parts = PARTS.filter(([, , what]) => what === undefined || may(account.role, what));
  return {
    kind: "page",
    uses: {},
    title,
    description: title,
    unlisted: true,
    foot: "Desk view: nothing on this page is public.",
    ...(script !== undefined && { script }),
    ...(frames && { frames }),
    main: (
      <>
        <nav class="chips" aria-label="Desk">
          {parts.map(([path, name]) => (
            <a href={path} aria-current={path === part ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {main}
      </>
    ),
  };
}

const CLOSED = {
  role: "Your account does not have this part of the desk. An owner can give it to you.",
  foreign: "This form did not come from our own page, so nothing was done. Open the desk again.",
} as const;

/** Why somebody stands before a shut door. */
export function closedPage(why: keyof typeof CLOSED): Page {
  const title = "Not here";
  const main = (
    <header class="row head">
      <h1 class="c10">{title}</h1>
      <p class="stand c8">
        {CLOSED[why]} <a href="/desk">To the desk</a>
      </p>
    </header>
  );
  return { kind: "page", uses: {}, title, description: title, unlisted: true, main };
}

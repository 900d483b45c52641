/** What every page of listening at the desk has: its head, and the way to its other pages. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { may, type Permission } from "../../../platform/accounts/roles.ts";
import { PlainHead } from "../../../platform/web/heads.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html, Page } from "../../../platform/web/route.ts";
import { ALARMS, LINE, LINES, MUTES, PART, RIGHT } from "./path.ts";
import { wordsIn, type DeskWords } from "./words.ts";

type Part = keyof DeskWords["parts"];
const WAYS: readonly (readonly [part: Part, path: string, whose: Permission])[] = [
  ["sensors", PART, "listen"],
  ["alarms", ALARMS, "watch"],
  ["right", RIGHT, "watch"],
  ["line", LINE, "listen"],
  ["mutes", MUTES, "listen"],
  ["lines", LINES, "listen"],
];

export const pageOf = (
  { account, lang }: Pick<DeskVisit, "account" | "lang">,
  title: string,
  main: Html,
  done?: string,
): Page => deskPage({ account, lang, part: PART, title, main, done });

export const Head = (props: {
  readonly visit: Pick<DeskVisit, "account" | "lang">;
  readonly here?: Part;
  readonly title: unknown;
  readonly stand?: unknown;
}): Html => {
  const { visit, here, title, stand } = props;
  const words = wordsIn(visit.lang);
  const own = WAYS.filter(([, , permission]) => may(visit.account.role, permission));
  return (
    <>
      <PlainHead title={title} stand={stand} />
      <nav class="chips" aria-label={words.inside}>
        {own.map(([part, path]) => (
          <a href={path} aria-current={part === here ? "page" : undefined}>
            {words.parts[part]}
          </a>
        ))}
      </nav>
    </>
  );
};

/** What its address names is not here. */
export function goneReply(visit: DeskVisit): Reply {
  const words = wordsIn(visit.lang);
  const main = (
    <>
      <Head visit={visit} title={words.gone} stand={words.goneWhy} />
    </>
  );
  return { status: 404, page: pageOf(visit, words.gone, main) };
}

/** A part of an address that is an id. */
export const idIn = ({ params }: Pick<DeskVisit, "params">, name = "id"): string => {
  const id = (params[name] ?? "").split("/")[0]!;
  return /^[\w-]{1,60}$/.test(id) ? id : "";
};

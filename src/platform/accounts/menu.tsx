/** The menu of the desk in six groups, and the short help of each page. Features say theirs (`desk` of platform/feature.ts); the door puts them around every page of the desk. */
import type { Html, Page } from "../web/route.ts";
import type { Drawing } from "./drawings/drawing.ts";
import type { Account } from "./account.ts";
import { glossaryIn, type Term } from "./glossary.ts";
import { may, type Permission } from "./roles.ts";
import { wordsIn } from "./words.ts";

/** In the order shown. */
export const GROUPS = ["write", "sent", "classes", "field", "reach", "run"] as const;
export type DeskGroup = (typeof GROUPS)[number];

/** A page of the desk, and its short help. */
export interface DeskTopic {
  /** Where it stands, `/desk/plans`; a part that varies begins with a colon. Pages below that say nothing have its help. */
  readonly path: string;
  /** Its name, and at most three plain sentences of help. */
  readonly about: (lang: string) => { readonly title: string; readonly help: string };
  /** Shows what words say less well; nothing stands in it that the help does not say. */
  readonly picture?: Drawing;
  /** Words of ours that stand on it and that somebody new may not know. */
  readonly terms?: readonly Term[];
}
/** An entry of the menu. */
export interface DeskEntry extends DeskTopic {
  /** None where it is nobody's work: the first page, one's own. */
  readonly group?: DeskGroup;
  /** For whom; for everybody at the desk without it. */
  readonly permission?: Permission;
  /** It stands first in its group, whatever the order of the features. */
  readonly isFirst?: true;
  /** Pages of this part with a help of their own. */
  readonly pages?: readonly DeskTopic[];
}

interface Looking {
  readonly account: Pick<Account, "role">;
  readonly lang: string;
  /** That of the request. */
  readonly path: string;
}

/** Whether it is shown to somebody of this role. */
export const isFor = ({ permission }: DeskEntry, { role }: Looking["account"]): boolean =>
  permission === undefined || may(role, permission);

/** The entries for whoever looks, by group, in the order shown. */
export function groupsFor(
  entries: readonly DeskEntry[],
  account: Looking["account"],
): readonly (readonly [group: DeskGroup, entries: readonly DeskEntry[]])[] {
  const own = entries.filter((entry) => isFor(entry, account));
  return GROUPS.map((group) => {
    const all = own.filter((entry) => entry.group === group);
    const first = (one: DeskEntry): boolean => one.isFirst === true;
    return [group, [...all.filter(first), ...all.filter((one) => !first(one))]] as const;
  }).filter(([, all]) => all.length > 0);
}

/** The narrowest of those whose pages this path belongs to. */
export function topicAt(entries: readonly DeskEntry[], path: string): DeskTopic | undefined {
  const parts = path.split("/");
  const covers = ({ path: pattern }: DeskTopic) =>
    pattern === HOME
      ? path === HOME
      : pattern.split("/").every((one, i) => (one[0] === ":" ? parts[i] : one === parts[i]));
  const all = entries.flatMap((entry) => [entry, ...(entry.pages ?? [])]).filter(covers);
  return all.toSorted((a, b) => widthOf(a) - widthOf(b)).at(-1);
}
/** Of two as long the one with fewer parts that vary is narrower. */
const widthOf = ({ path }: DeskTopic): number =>
  path.split("/").reduce((sum, part) => sum + (part[0] === ":" ? 2 : 3), 0);
const HOME = "/desk";

/** A page of the desk as it is sent: with the menu and its help. Any other page as it is. */
export function withMenu(page: Page, entries: readonly DeskEntry[], looking: Looking): Page {
  const { desk, main } = page;
  if (!desk) return page;
  return {
    ...page,
    main: (
      <>
        <Menu entries={entries} part={desk.part} {...looking} />
        {main}
      </>
    ),
  };
}

function Menu(
  props: Looking & {
    /** The path of the entry that the page belongs to. */
    readonly part: string;
    readonly entries: readonly DeskEntry[];
  },
): Html {
  const { entries, part, account, lang, path } = props;
  const words = wordsIn(lang);
  const link = (entry: DeskEntry): Html => (
    <a href={entry.path} aria-current={entry.path === part ? "page" : undefined}>
      {entry.about(lang).title}
    </a>
  );
  const alone = entries.filter((entry) => entry.group === undefined && isFor(entry, account));
  const topic = topicAt(entries, path);
  return (
    <nav class="menu" aria-label={words.desk}>
      {alone.filter((one) => one.path === HOME).map(link)}
      {groupsFor(entries, account).map(([group, [only, ...more]]) =>
        more.length === 0 ? (
          link(only!)
        ) : (
          <Folded
            name={words.groups[group]}
            isHere={[only!, ...more].some((one) => one.path === part)}
          >
            <ul>
              {[only!, ...more].map((one) => (
                <li>{link(one)}</li>
              ))}
            </ul>
          </Folded>
        ),
      )}
      {alone.filter((one) => one.path !== HOME).map(link)}
      {topic && (
        <Folded name={words.help} is="help">
          <Help topic={topic} lang={lang} />
        </Folded>
      )}
    </nav>
  );
}

/** The help of a page, and where the rest of it stands. */
function Help({ topic, lang }: { readonly topic: DeskTopic; readonly lang: string }): Html {
  const { terms } = glossaryIn(lang);
  return (
    <div>
      {topic.picture && <Drawn picture={topic.picture} />}
      <p>{topic.about(lang).help}</p>
      <p class="chips">
        {topic.terms?.map((term) => (
          <a href={`/desk/help#${term}`}>{terms[term].word}</a>
        ))}
        <a href={`/desk/help#${idOf(topic.path)}`}>{wordsIn(lang).allHelp}</a>
      </p>
    </div>
  );
}

/** From right to left it is turned round, but for its signs: what leads on leads on in the direction of reading. */
const Drawn = ({
  picture: { ink, solid, signal, signs = [], inkSigns = [] },
}: {
  readonly picture: Drawing;
}): Html => (
  <svg class="sketch" viewBox="0 0 240 80" aria-hidden="true">
    <path d={ink} />
    {solid !== undefined && <path class="filled" d={solid} />}
    {inkSigns.map((d) => (
      <path class="sign" d={d} />
    ))}
    <path class="warm" d={signal} />
    {signs.map((d) => (
      <path class="warm sign" d={d} />
    ))}
  </svg>
);

/** Of the help of a page, on the page of all helps. */
export const idOf = (path: string): string => path.slice(1).replaceAll(/[/:]+/g, "-");

/** Of these one is open at a time. */
function Folded(props: {
  readonly name: string;
  readonly isHere?: boolean;
  readonly is?: "help";
  readonly children?: unknown;
}): Html {
  const { name, isHere, is, children } = props;
  return (
    <details name="menu" class={is}>
      <summary aria-current={isHere ? "true" : undefined}>{name}</summary>
      {children}
    </details>
  );
}

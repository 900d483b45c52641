/** What was done, the newest first, and what of it to look at. */
import type { TrailRow } from "../../../platform/private/trail.ts";
import { isRole } from "../../../platform/accounts/roles.ts";
import type { DeskEntry } from "../../../platform/accounts/menu.tsx";
import { Choice } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import { wordsIn as deskWordsIn } from "../words.ts";
import { wordsIn, type TrailWords } from "./words.ts";

export const NOT_IN = "-"; // stands for `NOBODY` in an address

/** What of it to look at; empty for all. */
export interface Chosen {
  readonly who: string;
  readonly what: string;
  readonly before: number | undefined;
}

interface TrailProps {
  /** Of the desk, for whoever looks. */
  readonly lang: string;
  /** For how many a row is kept. */
  readonly days: number;
  /** By which parts of the desk are called. */
  readonly menu: readonly DeskEntry[];
  readonly rows: readonly TrailRow[];
  /** Of accounts, by their id. */
  readonly names: ReadonlyMap<string, string>;
  /** By whom there are rows, and of what. */
  readonly known: { readonly who: readonly string[]; readonly what: readonly string[] };
  readonly chosen: Chosen;
  /** Where the next page begins. */
  readonly older: number | undefined;
}

/** The deeds that matter most; others are told by the part of the desk and the address of their form. */
const DEEDS: Readonly<Record<string, keyof TrailWords["deeds"]>> = {
  "sign-in": "signIn",
  "/desk/sign-out": "signOut",
  "/desk/trail/trail.csv": "trail",
  "/desk/queue/*/accept": "queueAccept",
  "/desk/queue/*/refuse": "queueRefuse",
  "/desk/accounts/invite": "invite",
  "/desk/accounts/second": "second",
  "/desk/accounts/*/role": "role",
  "/desk/accounts/*/close": "close",
  "/desk/accounts/*/open": "open",
  "/desk/accounts/*/link": "link",
  "/desk/stories/*/publish": "publish",
  "/desk/stories/*/withdraw": "withdraw",
  "/desk/stories/*/erase": "erase",
  "/desk/stories/*/consents": "consents",
  "/desk/settings": "settings",
  "/desk/conversation/*/decide": "decide",
  "/desk/letter": "letter",
  "/desk/letter/discard": "letterDiscard",
  "/desk/me/pin": "pin",
  "/desk/run/backups": "backup",
  "/desk/run/backups/*/download": "backupTaken",
  "cnd backup": "backup",
  "cnd restore": "restore",
  "cnd export": "export",
  "cnd rebuild": "rebuild",
  "cnd account invite": "invite",
  "cnd account link": "link",
  "cnd account close": "close",
  "cnd desk accept": "queueAccept",
  "cnd desk refuse": "queueRefuse",
};

/** A deed in the words of a language, and what is no word of it: the rest of an address, or a command. */
function deedIn(
  lang: string,
  what: string,
  menu: readonly DeskEntry[],
): { readonly words: string; readonly more: string } {
  const deed = Object.hasOwn(DEEDS, what) ? DEEDS[what] : undefined;
  if (deed) return { words: wordsIn(lang).deeds[deed], more: "" };
  const [, , part = "", ...rest] = what.split("/");
  const entry = menu.find(({ path }) => path === `/desk/${part}`);
  if (!entry) return { words: "", more: what };
  return { words: entry.about(lang).title, more: rest.filter((one) => one !== "*").join(" ") };
}

/** As one text. */
export function deedText(lang: string, what: string, menu: readonly DeskEntry[]): string {
  const { words, more } = deedIn(lang, what, menu);
  return `${words} ${more}`.trim();
}

export function TrailMain(props: TrailProps): Html {
  const { lang, days, menu, rows, names, known, chosen, older } = props;
  const words = wordsIn(lang);
  const nameOf = (who: string): string => names.get(who === NOT_IN ? "" : who) ?? who;
  const { who, what } = chosen;
  const field = { typed: { who, what }, problems: {}, lang };
  const search = new URLSearchParams({ ...(who && { who }), ...(what && { what }) });
  const on = (path: string, more: Record<string, string> = {}): string =>
    `${path}?${new URLSearchParams([...search, ...Object.entries(more)])}`;
  return (
    <>
      <PageHead title={words.title} stand={words.lead(days)} tight />
      <form method="get" action="/desk/trail">
        <div class="row">
          <div class="c4">
            <Choice
              {...field}
              name="who"
              none={words.everybody}
              options={known.who.map((one) => [one, nameOf(one)])}
            >
              {words.person}
            </Choice>
          </div>
          <div class="c4">
            <Choice
              {...field}
              name="what"
              none={words.everything}
              options={known.what.map((one) => [
                one,
                deedText(lang, one, menu),
                deedIn(lang, one, menu).more === "" ? lang : "en",
              ])}
            >
              {words.what}
            </Choice>
          </div>
        </div>
        <p class="acts">
          <button type="submit">{words.show}</button>
          <a href={on("/desk/trail/trail.csv")}>{words.csv}</a>
        </p>
      </form>
      {rows.length === 0 ? (
        <p class="wanted">{words.none}</p>
      ) : (
        <ol class="lines">
          {rows.map((row) => (
            <li>
              <span>
                <bdi>{nameOf(row.who)}</bdi>: <Done what={row.what} lang={lang} menu={menu} />
                {row.outcome === "refused" && <strong> ({words.notDone})</strong>}
                <More row={row} names={names} lang={lang} />
              </span>{" "}
              <small>
                <time datetime={row.moment}>
                  {formatDay(row.day, lang)}, <bdi>{clock(row.moment)}</bdi>
                </time>
                {row.times > 1 && <> · {words.times(row.times, clock(row.last))}</>}
              </small>
            </li>
          ))}
        </ol>
      )}
      <p class="acts">
        {older !== undefined && (
          <a href={on("/desk/trail", { before: String(older) })}>{words.older}</a>
        )}
        <a href="/desk/accounts">{deskWordsIn(lang).accounts.back}</a>
      </p>
    </>
  );
}

function Done({ what, lang, menu }: Pick<TrailProps, "lang" | "menu"> & { what: string }): Html {
  const { words, more } = deedIn(lang, what, menu);
  return (
    <>
      {words}
      {words !== "" && more !== "" && " "}
      {more !== "" && <code dir="ltr">{more}</code>}
    </>
  );
}

/** By which way or as what, to whom or what, from where. */
function More({ row, names, lang }: Pick<TrailProps, "names" | "lang"> & { row: TrailRow }): Html {
  const { about, detail, network, what } = row;
  const { ways, whys } = wordsIn(lang);
  const { roles } = deskWordsIn(lang);
  const inWords = (word: string): string | undefined =>
    Object.hasOwn(ways, word)
      ? ways[word as keyof typeof ways]
      : Object.hasOwn(whys, word)
        ? whys[word as keyof typeof whys]
        : /^\d+$/.test(word)
          ? word
          : isRole(word)
            ? roles[word]
            : undefined;
  const said = detail.split(" ").map((word) => inWords(word));
  const at = /^(\/desk\/(?:accounts|queue|stories|conversation))\/\*/.exec(what)?.[1];
  const name = names.get(about);
  const thing = name === undefined ? <code dir="ltr">{about}</code> : <bdi>{name}</bdi>;
  return (
    <>
      {detail !== "" && (
        <>
          {" · "}
          {said.includes(undefined) ? <code dir="ltr">{detail}</code> : said.join(", ")}
        </>
      )}
      {about !== "" && (
        <>
          {" · "}
          {at === undefined ? thing : <a href={`${at}/${about}`}>{thing}</a>}
        </>
      )}
      {network !== "" && (
        <>
          {" · "}
          <bdi>{network}</bdi>
        </>
      )}
    </>
  );
}

/** `09:15 UTC`. */
const clock = (moment: string): string => `${moment.slice(11, 16)} UTC`;

/** A month: what appeared, what will, what is being written for it. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, localeOf } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { zoneName } from "../hours.ts";
import type { WritingWords } from "../words.ts";

export interface Entry {
  readonly day: string;
  /** What the clocks of the campaign show when it appears, and their distance from UTC. */
  readonly clock?: string;
  readonly offset?: string;
  readonly title: string;
  readonly lang?: string | undefined;
  readonly path: string;
  readonly state: "published" | "scheduled" | "draft";
}

export function CalendarPage(props: {
  /** `2026-11`. */
  readonly month: string;
  readonly entries: readonly Entry[];
  readonly noDay: readonly Entry[];
  /** By whose clock the campaign goes. */
  readonly zone: string;
  readonly words: WritingWords;
}): Html {
  const { month, entries, noDay, zone, words } = props;
  const name = (one: string) => formatDay(one, words.lang);
  return (
    <>
      <header class="head tight">
        <h1>{words.calendarTitle(name(month))}</h1>
        <nav class="chips" aria-label={words.calendar}>
          {[-1, 1].map((step) => (
            <a href={`/desk/calendar?month=${monthAfter(month, step)}`}>
              {name(monthAfter(month, step))}
            </a>
          ))}
        </nav>
      </header>
      {entries.some(({ clock }) => clock !== undefined) && (
        <p class="hint">{words.hours.calendar(zoneName(zone))}</p>
      )}
      {entries.length === 0 ? (
        <p>{words.calendarNone}</p>
      ) : (
        <Lines entries={entries} words={words} />
      )}
      <Month {...props} />
      {noDay.length > 0 && (
        <Section id="no-day" title={words.noDay} mini>
          <Lines entries={noDay} words={words} />
        </Section>
      )}
    </>
  );
}

function Lines({ entries, words }: { entries: readonly Entry[]; words: WritingWords }) {
  return (
    <ol class="queue">
      {entries.map(({ day, clock, offset, title, lang, path, state }) => (
        <li>
          <small>
            {day !== "" && <time datetime={day}>{weekday(day, words.lang)}</time>}
            {clock !== undefined && (
              <>
                {" "}
                <bdi>
                  {clock} (UTC{offset})
                </bdi>
              </>
            )}
          </small>
          <a href={path} lang={lang}>
            {title}
          </a>
          <small>{words.states[state]}</small>
        </li>
      ))}
    </ol>
  );
}

const weekday = (day: string, lang: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
  }).format(Date.parse(day));

const MONDAY_TO_SUNDAY = Array.from({ length: 7 }, (_, i) => Date.UTC(2024, 0, i + 1));
const dayNames = (lang: string, length: "long" | "short"): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(lang), { timeZone: "UTC", weekday: length });

const AT_ONCE = 3; // of a day in the table; the list has them all

/** The same as a table of weeks, Monday first. */
function Month({ month, entries, words }: Parameters<typeof CalendarPage>[0]) {
  const first = new Date(`${month}-01T00:00:00Z`);
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const lead = (first.getUTCDay() + 6) % 7;
  const weeks = Array.from({ length: Math.ceil((lead + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, i) => week * 7 + i - lead + 1),
  );
  const on = (n: number) =>
    entries.filter(({ day }) => day === `${month}-${String(n).padStart(2, "0")}`);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={words.calendarTable}>
      <table class="month">
        <thead>
          <tr>
            {MONDAY_TO_SUNDAY.map((at) => (
              <th scope="col">
                <abbr title={dayNames(words.lang, "long").format(at)}>
                  {dayNames(words.lang, "short").format(at)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((n) => (
                <td>
                  {n >= 1 && n <= days && (
                    <>
                      {n}
                      {on(n)
                        .slice(0, AT_ONCE)
                        .map(({ title, path, lang, state, clock }) => (
                          <a
                            href={path}
                            lang={lang}
                            class={state === "published" ? undefined : "wanted"}
                          >
                            {clock !== undefined && `${clock} `}
                            {title}
                          </a>
                        ))}
                      {on(n).length > AT_ONCE && (
                        <small>{words.more(on(n).length - AT_ONCE)}</small>
                      )}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function monthAfter(month: string, steps: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + steps, 1)).toISOString().slice(0, 7);
}

/** Who is on watch, and the numbers that are set. Rules LW8, LW9 and LW17. */
import { createHash } from "node:crypto";
import { shownAt } from "../../../engines/calendar/zone.ts";
import type { Account } from "../../../platform/accounts/account.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { may } from "../../../platform/accounts/roles.ts";
import type { Serving } from "../../../platform/feature.ts";
import { readForm } from "../../../platform/web/form-body.ts";
import { Group, Hint, Line, NothingSent } from "../../../platform/web/form-fields.tsx";
import type { Fields } from "../../../platform/web/handler.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { numberIn } from "../../../platform/web/typed-number.ts";
import { MINUTES, settingOf, zoneOf } from "../house.ts";
import { askListening, listeningPart } from "../private/listening.ts";
import type { Watcher } from "../private/forms.ts";
import { BORNE } from "../sensors/threshold.ts";
import { DAYS, readLine, ROWS, typedOf, type Typed } from "./line-form.ts";
import { troublesOf } from "./list.tsx";
import { LINE, SETTINGS } from "./path.ts";
import { Head, pageOf } from "./visit.tsx";
import { wordsIn, type DeskWords } from "./words.ts";

const MOST_FORM = 200_000; // bytes; a row of a hundred people has ten fields
export const SETTING_FIELDS = ["minutes", "borne"] as const;
type Settings = Readonly<Record<(typeof SETTING_FIELDS)[number], string>>;
type Problems = Readonly<Record<string, string>>;

interface Came {
  readonly typed?: Typed;
  readonly settings?: Settings;
  readonly problems?: Problems;
  readonly trouble?: string;
}

/** Those who may be on watch, by name. */
async function guardsOf({ accounts }: Serving): Promise<readonly Account[]> {
  const all = (await accounts.list()).filter(({ closed, role }) => !closed && may(role, "watch"));
  return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const seenOf = (line: readonly Watcher[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify(
        line.map(({ account, days, opens, closes }) => [account, days, opens, closes]),
      ),
    )
    .digest("hex")
    .slice(0, 16);

const heldBy = (serving: Serving) =>
  serving.instance.snapshot(async (db) => ({
    line: await listeningPart.questions.watchers(db),
    settings: await listeningPart.questions.settings(db),
    zone: zoneOf(await serving.frame(db)),
  }));

export const showLine =
  (serving: Serving) =>
  async (visit: DeskVisit, came: Came = {}): Promise<Reply> => {
    const { lang, search } = visit;
    const words = wordsIn(lang);
    const { line, settings, zone } = await heldBy(serving);
    const guards = await guardsOf(serving);
    const { problems = {}, trouble } = came;
    const at = serving.clock.aged();
    const main = LineMain({
      visit,
      words,
      guards,
      typed:
        came.typed ??
        typedOf(
          line,
          guards.map(({ id }) => id),
        ),
      settings: came.settings ?? {
        minutes: String(settingOf(settings, "minutes", MINUTES)),
        borne: String(settingOf(settings, "borne", BORNE)),
      },
      problems,
      trouble,
      seen: seenOf(line),
      troubles: await troublesOf(serving, words),
      clocks: words.line.utc(shownAt(at, "UTC").slice(11), shownAt(at, zone).slice(11), zone),
    });
    const isWrong = trouble !== undefined || Object.keys(problems).length > 0;
    const done = search.has("saved")
      ? words.line.saved
      : search.has("set")
        ? words.line.savedSettings
        : undefined;
    return { status: isWrong ? 422 : 200, page: pageOf(visit, words.line.title, main, done) };
  };

export const saveLine = (serving: Serving) => {
  const again = showLine(serving);
  return async (visit: DeskVisit): Promise<Reply> => {
    const form = await readForm(visit.req, ["seen"], MOST_FORM, ROWS);
    if ("problem" in form) return { unread: form.problem };
    const { seen, ...typed } = form.fields as Typed;
    const words = wordsIn(visit.lang);
    const ids = (await guardsOf(serving)).map(({ id }) => id);
    const { line, problems } = readLine(typed, ids, words);
    if (Object.keys(problems).length > 0) return again(visit, { typed, problems });
    const before = (await heldBy(serving)).line;
    const saved = { to: `${LINE}?saved` };
    if (seenOf(line) === seenOf(before)) return { ...saved, noted: false };
    if (seen !== seenOf(before)) return again(visit, { typed, trouble: words.line.changed });
    await askListening(serving.instance.log.private).setWatchers(line);
    return saved;
  };
};

export const saveSettings = (serving: Serving) => {
  const again = showLine(serving);
  return async (visit: DeskVisit & Fields<keyof Settings>): Promise<Reply> => {
    const { fields, lang } = visit;
    const { wrong } = wordsIn(lang);
    const most = { minutes: 1440, borne: 100 };
    const read = SETTING_FIELDS.map((name) => ({
      name,
      value: Number(numberIn(fields[name], lang)),
    }));
    const bad = read.filter(
      ({ name, value }) => !Number.isInteger(value) || value < 1 || value > most[name],
    );
    if (bad.length > 0) {
      const problems = Object.fromEntries(bad.map(({ name }) => [name, wrong[name]]));
      return again(visit, { settings: fields, problems });
    }
    const ask = askListening(serving.instance.log.private);
    for (const one of read) await ask.choose(one);
    return { to: `${LINE}?set` };
  };
};

interface LineProps {
  readonly visit: DeskVisit;
  readonly words: DeskWords;
  readonly guards: readonly Account[];
  readonly typed: Typed;
  readonly settings: Settings;
  readonly problems: Problems;
  readonly trouble: string | undefined;
  readonly seen: string;
  readonly troubles: readonly string[];
  readonly clocks: string;
}

function LineMain(props: LineProps): Html {
  const { visit, words, guards, settings, problems, trouble, seen, troubles, clocks } = props;
  const { line: w, lang } = words;
  const field = { typed: settings, problems };
  return (
    <>
      <Head visit={visit} here="line" title={w.title} stand={w.lead} />
      <NothingSent heading={words.notDone} problems={problems} trouble={trouble} lang={lang} />
      {troubles.map((one) => (
        <p class="aside">{one}</p>
      ))}
      {guards.length === 0 ? (
        <p class="wanted">
          {w.none}{" "}
          {may(visit.account.role, "accounts") && <a href="/desk/accounts">{w.accounts}</a>}
        </p>
      ) : (
        <form method="post" action={LINE}>
          <input type="hidden" name="seen" value={seen} />
          <p>{clocks}</p>
          <p class="small">{w.hours}</p>
          {guards.map((one) => (
            <GuardFields {...props} guard={one} />
          ))}
          <p class="acts">
            <button type="submit">{w.save}</button>
          </p>
        </form>
      )}
      <Section id="settings" title={w.settings} mini>
        <form method="post" action={SETTINGS}>
          <Line name="minutes" inputmode="numeric" maxlength={6} required {...field}>
            {w.minutes}
          </Line>
          <Line name="borne" inputmode="numeric" maxlength={3} required {...field}>
            {w.borne}
            <Hint>{w.borneHint}</Hint>
          </Line>
          <p class="acts">
            <button type="submit">{w.saveSettings}</button>
          </p>
        </form>
      </Section>
    </>
  );
}

function GuardFields(props: LineProps & { readonly guard: Account }): Html {
  const { words, typed, problems, guard } = props;
  const { line: w } = words;
  const field = { typed, problems, within: guard.name };
  const { id } = guard;
  return (
    <fieldset>
      <legend>
        <bdi>{guard.name}</bdi>
        {guard.email === undefined && <Hint>{w.noAddress}</Hint>}
      </legend>
      <Line name={`order.${id}`} inputmode="numeric" maxlength={2} {...field}>
        {w.order}
        <Hint>{w.orderHint}</Hint>
      </Line>
      <Group name={`day.${id}`} legend={w.days} problems={problems} within={guard.name}>
        <p class="chips">
          {DAYS.map((day) => (
            <label class="tick">
              <input
                type="checkbox"
                name={`day.${id}.${day}`}
                value="yes"
                checked={typed[`day.${id}.${day}`] === "yes"}
              />{" "}
              {w.dayNames[day]}
            </label>
          ))}
        </p>
      </Group>
      <div class="row">
        <div class="c4">
          <Line name={`opens.${id}`} maxlength={5} {...field}>
            {w.opens}
          </Line>
        </div>
        <div class="c4">
          <Line name={`closes.${id}`} maxlength={5} {...field}>
            {w.closes}
          </Line>
        </div>
      </div>
    </fieldset>
  );
}

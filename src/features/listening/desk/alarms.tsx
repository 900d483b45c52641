/** All alarms, with what is to be seen of them chosen. Rule LW16. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { A_DAY } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import { Choice } from "../../../platform/web/form-fields.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { entriesOf, inTurn, type Entry } from "../entries.ts";
import { namesOf, placeNames, zoneOf } from "../house.ts";
import { listeningPart } from "../private/listening.ts";
import type { Alarm } from "../private/forms.ts";
import {
  clockOf,
  outcomeWord,
  whatOf,
  whereOf,
  whereTogether,
  whoOf,
  type Looking,
} from "../watch/page.tsx";
import { wordsIn as watchWordsIn } from "../watch/words.ts";
import { troublesOf } from "./list.tsx";
import { ALARMS } from "./path.ts";
import { Head, pageOf } from "./visit.tsx";
import { wordsIn, type DeskWords } from "./words.ts";

const MOST = 200; // lines of a page
const SPANS = ["7", "30", "90", "365"] as const;
const WHICH = ["waiting", "answered", "muted", "all"] as const;
type Which = (typeof WHICH)[number];

interface Chosen {
  readonly which: Which;
  /** The id of a sensor; empty for every one. */
  readonly sensor: string;
  readonly days: (typeof SPANS)[number];
}

/** What somebody at the desk looks at: in the words of the watch, by the same clock. */
export async function lookingAt(
  { instance, accounts, clock, frame }: Serving,
  lang: string,
  me: string,
): Promise<Looking> {
  const { questions } = listeningPart;
  const { sensors, places, alarms, zone } = await instance.snapshot(async (db) => {
    const all = await questions.sensors(db);
    return {
      sensors: all,
      places: await placeNames(db, all, lang),
      alarms: await questions.alarms(db, {}),
      zone: zoneOf(await frame(db)),
    };
  });
  return {
    words: watchWordsIn(lang),
    to: (path) => path,
    now: clock.aged(),
    zone,
    me,
    names: namesOf(await accounts.list()),
    watched: { alarms, places, sensors: new Map(sensors.map((one) => [one.id, one])) },
  };
}

export const showAlarms =
  (serving: Serving) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const { lang, search, account } = visit;
    const words = wordsIn(lang);
    const looking = await lookingAt(serving, lang, account.id);
    const chosen = chosenIn(search, looking);
    const since = looking.now - Number(chosen.days) * A_DAY;
    const all = await serving.instance.snapshot((db) =>
      listeningPart.questions.alarms(db, chosen.which === "waiting" ? {} : { since }),
    );
    const found = all.filter((alarm) => fits(alarm, chosen));
    const troubles = await troublesOf(serving, words);
    const main = AlarmsMain({ visit, words, looking, chosen, found, troubles });
    return { page: pageOf(visit, words.alarms.title, main) };
  };

function chosenIn(search: URLSearchParams, { watched }: Looking): Chosen {
  const of = <T extends string>(all: readonly T[], name: string, without: T): T =>
    all.find((one) => one === search.get(name)) ?? without;
  const sensor = search.get("sensor") ?? "";
  return {
    which: of(WHICH, "which", "waiting"),
    sensor: watched.sensors.has(sensor) ? sensor : "",
    days: of(SPANS, "days", "30"),
  };
}

function fits({ outcome, mute, sensor }: Alarm, chosen: Chosen): boolean {
  if (chosen.sensor !== "" && sensor !== chosen.sensor) return false;
  if (chosen.which === "answered") return outcome !== null;
  return chosen.which === "all" || (chosen.which === "muted") === (mute !== null);
}

function AlarmsMain(props: {
  readonly visit: DeskVisit;
  readonly words: DeskWords;
  readonly looking: Looking;
  readonly chosen: Chosen;
  readonly found: readonly Alarm[];
  readonly troubles: readonly string[];
}): Html {
  const { visit, words, looking, chosen, found, troubles } = props;
  const { alarms: w, lang } = words;
  const typed = { which: chosen.which, sensor: chosen.sensor, days: chosen.days };
  const field = { typed, problems: {}, lang };
  const sensors = [...looking.watched.sensors.values()];
  const isEverything = chosen.which === "all" && chosen.sensor === "";
  return (
    <>
      <Head visit={visit} here="alarms" title={w.title} stand={w.lead} />
      {looking.watched.sensors.size > 0 && troubles.map((one) => <p class="aside">{one}</p>)}
      <form method="get" action={ALARMS}>
        <div class="row">
          <div class="c4">
            <Choice name="which" options={WHICH.map((one) => [one, w.whiches[one]])} {...field}>
              {w.which}
            </Choice>
          </div>
          <div class="c4">
            <Choice
              name="sensor"
              none={w.everySensor}
              options={sensors.map(({ id, name, spot }) => [id, `${name} · ${spot}`])}
              {...field}
            >
              {w.sensor}
            </Choice>
          </div>
          <div class="c4">
            <Choice name="days" options={SPANS.map((one) => [one, one])} {...field}>
              {w.days}
            </Choice>
          </div>
        </div>
        <p class="acts">
          <button type="submit">{w.show}</button>
        </p>
      </form>
      {found.length === 0 && (
        <p class="wanted" role="status">
          {chosen.which === "waiting" && chosen.sensor === ""
            ? looking.words.none
            : isEverything
              ? w.none
              : w.noneSo}
        </p>
      )}
      {chosen.which === "waiting" ? (
        <InTurn {...props} found={inTurn(found).slice(0, MOST)} />
      ) : (
        <Lines {...props} found={found.slice(0, MOST)} />
      )}
      {found.length > MOST && <p class="wanted">{w.more(found.length - MOST)}</p>}
    </>
  );
}

type ListProps = Pick<Parameters<typeof AlarmsMain>[0], "found" | "looking" | "words">;

const Lines = ({ found, looking, words }: ListProps): Html => (
  <ul class="lines">
    {found.map((alarm) => (
      <AlarmLine alarm={alarm} looking={looking} words={words} />
    ))}
  </ul>
);

/** Motors, then what is wrong with sensors; those that fell silent together are one line, which opens. */
function InTurn({ found, looking, words }: ListProps): Html {
  const { desk: w } = looking.words;
  const entries = entriesOf(found, looking.watched.sensors);
  const [motors, others] = [true, false].map((isMotor) =>
    entries.filter(({ lead }) => (lead.kind === "motor") === isMotor),
  );
  const isHeaded = motors!.length > 0 && others!.length > 0;
  const list = (of: readonly Entry[]) => (
    <ul class="lines">
      {of.map((entry) =>
        entry.alarms.length === 1 ? (
          <AlarmLine alarm={entry.lead} looking={looking} words={words} />
        ) : (
          <li>
            <details>
              <summary>
                {whatOf(entry, looking)} · {clockOf(entry.lead.at, looking)}
              </summary>
              <p>
                <bdi>{whereTogether(entry, looking.watched)}</bdi> {looking.words.uplink}
              </p>
              <Lines found={entry.alarms} looking={looking} words={words} />
            </details>
          </li>
        ),
      )}
    </ul>
  );
  return (
    <>
      {isHeaded && <h2>{w.motors}</h2>}
      {motors!.length > 0 && list(motors!)}
      {isHeaded && <h2>{w.sensors}</h2>}
      {others!.length > 0 && list(others!)}
    </>
  );
}

function AlarmLine(props: {
  readonly alarm: Alarm;
  readonly looking: Looking;
  readonly words: DeskWords;
}): Html {
  const { alarm, looking, words } = props;
  const { id, kind, starts, at, outcome, provisional, taken, taken_by, mute } = alarm;
  const said =
    outcome === null
      ? taken === null
        ? words.alarms.waits
        : words.alarms.went(whoOf(taken_by, looking))
      : outcomeWord(outcome, alarm, looking.words);
  return (
    <li>
      <a href={`${ALARMS}/${id}`}>{looking.words.kinds[kind]}</a>
      <small class="meta">
        <bdi>{whereOf(alarm, looking.watched)}</bdi>
        <span>{clockOf(kind === "motor" ? starts : at, looking)}</span>
        {provisional === 1 && <span>{words.alarms.provisional}</span>}
        <span>{mute === null ? said : words.alarms.whiches.muted}</span>
      </small>
    </li>
  );
}

/** What the pages of the watch show: one alarm in words with its buttons, the others as lines, and the way in. */
import { shownAt } from "../../../engines/calendar/zone.ts";
import { formatDay, localeOf } from "../../../platform/web/words.ts";
import type { Html } from "../../../platform/web/route.ts";
import { outcomesOf } from "../answering.ts";
import { marked, type Entry } from "../entries.ts";
import { ailsOf, type Watched } from "../house.ts";
import type { Alarm, AlarmKind, Outcome } from "../private/forms.ts";
import type { WatchWords } from "./words.ts";

/** Who looks, when, and in which words. */
export interface Looking {
  readonly words: WatchWords;
  readonly to: (path: string) => string;
  readonly now: number;
  readonly zone: string;
  /** The account that looks. */
  readonly me: string;
  /** Of accounts, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly watched: Watched;
  /** Why no letter goes out; absent where one can. */
  readonly unreached?: string | undefined;
}

/** `14:32`, with its day where that is another than today's. */
export function clockOf(at: number, { now, zone, words }: Looking | Clock): string {
  const [day = "", time = ""] = shownAt(at, zone).split(" ");
  const today = shownAt(now, zone).slice(0, 10);
  return day === today ? time : `${formatDay(day, words.lang, "short")} ${time}`;
}
interface Clock {
  readonly now: number;
  readonly zone: string;
  readonly words: { readonly lang: string };
}

/** `12 min ago`; `now` in the first half of a minute. */
export function agoOf(at: number, { now, words }: Pick<Looking, "now" | "words">): string {
  const minutes = Math.max(0, Math.round((now - at) / 60_000));
  const format = new Intl.RelativeTimeFormat(localeOf(words.lang), {
    style: "short",
    numeric: minutes === 0 ? "auto" : "always",
  });
  if (minutes === 0) return format.format(0, "second");
  if (minutes < 90) return format.format(-minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours < 48 ? format.format(-hours, "hour") : format.format(-Math.round(hours / 24), "day");
}

export const whoOf = (id: string | null, { names, words }: Pick<Looking, "names" | "words">) =>
  names.get(id ?? "") ?? words.somebody;

const MOST_NAMED = 4; // sensors that heard the same; a page of the watch has little room

/** `Nyika · tall tree by the ford · S07, S08`: the sensor that heard it best, and the others that did. */
export function whereOf(
  { sensor, also }: Pick<Alarm, "sensor" | "also">,
  { sensors, places }: Watched,
): string {
  const of = sensors.get(sensor);
  const named = [sensor, ...also.split(" ")].flatMap((id) => sensors.get(id)?.name ?? []);
  const names = named.slice(0, MOST_NAMED).join(", ") + (named.length > MOST_NAMED ? ", …" : "");
  return [places.get(of?.place ?? "") ?? "", of?.spot ?? "", names]
    .filter((one) => one !== "")
    .join(" · ");
}

/** What it is, in a line: of sensors that fell silent together how many they are. */
export const whatOf = ({ lead, alarms }: Entry, { words }: Pick<Looking, "words">): string =>
  alarms.length === 1 ? words.kinds[lead.kind] : words.together(alarms.length);

/** The place of one alarm, or the places of all that are silent, with the names of the sensors, four at most. */
export function whereTogether({ lead, alarms }: Entry, watched: Watched): string {
  if (alarms.length === 1) return whereOf(lead, watched);
  const { sensors, places } = watched;
  const of = alarms.flatMap(({ sensor }) => sensors.get(sensor) ?? []);
  const few = (names: readonly string[]) =>
    names.slice(0, MOST_NAMED).join(", ") + (names.length > MOST_NAMED ? ", …" : "");
  const at = new Set(of.flatMap(({ place }) => places.get(place) ?? []));
  return [few([...at]), few(of.map(({ name }) => name))].filter((one) => one !== "").join(" · ");
}

/** Since when it lasts, or from when to when it did. */
export function whenOf(alarm: Alarm, looking: Looking): string {
  const { kind, starts, ends, at, over } = alarm;
  const { words } = looking;
  const from = kind === "motor" ? starts : at;
  const clock = (when: number) => clockOf(when, looking);
  return over === null || kind !== "motor"
    ? words.since(clock(from), agoOf(from, looking))
    : words.until(clock(from), clock(ends), agoOf(ends, looking));
}

export const outcomeWord = (outcome: Outcome, alarm: Alarm, words: WatchWords): string =>
  alarm.kind !== "motor" && outcome === "nothing" ? words.seenTo : words.outcomes[outcome];

interface AlarmProps {
  readonly alarm: Alarm;
  /** The alarms that wait with it, and itself. */
  readonly entry?: Entry | undefined;
  readonly trouble?: string;
}

/** Everything of one alarm, or of those that are one for whoever goes, and the buttons. */
export function AlarmMain(props: Looking & AlarmProps) {
  const { alarm, words, to, watched, me, trouble } = props;
  const { entry = { lead: alarm, alarms: [alarm] } } = props;
  const { kind, at, over, score, provisional, taken, taken_by, outcome } = alarm;
  const ails = ailsOf(alarm, watched.alarms);
  const isMine = taken !== null && taken_by === me;
  return (
    <>
      {trouble !== undefined && <p role="alert">{trouble}</p>}
      <h2>{whatOf(entry, props)}</h2>
      <p>
        <b dir="auto">{whereTogether(entry, watched)}</b>
        <br />
        {whenOf(alarm, props)}
        {entry.alarms.length > 1 && <> {words.uplink}</>}
        {over !== null && kind !== "motor" && <> {words.back(clockOf(over, props))}</>}
        {score !== null && <> {words.sure(Math.round(score / 10))}</>}
        {provisional === 1 && <> {words.provisional}</>}
        {ails.map((ail) => (
          <> {words.ails[ail]}</>
        ))}
      </p>
      {outcome !== null && (
        <p>
          {words.saidBy(
            whoOf(alarm.outcome_by, props),
            clockOf(alarm.outcome_at ?? at, props),
            outcomeWord(outcome, alarm, words),
          )}
        </p>
      )}
      {taken !== null && (
        <p>
          {isMine
            ? words.youGo(clockOf(taken, props))
            : words.goes(whoOf(taken_by, props), clockOf(taken, props))}
        </p>
      )}
      <form method="post" action={to(`/watch/${alarm.id}`)}>
        <input type="hidden" name="seen" value={outcome ?? ""} />
        {entry.alarms.length > 1 && <input type="hidden" name="of" value={marked(entry)} />}
        {taken === null && outcome === null && (
          <button class="go" name="do" value="go">
            {words.go}
          </button>
        )}
        {outcomesOf(kind)
          .filter((one) => one !== outcome)
          .map((one) => (
            <>
              <button name="do" value={one}>
                {outcomeWord(one, alarm, words)}
              </button>{" "}
            </>
          ))}
      </form>
    </>
  );
}

/** One alarm alone. */
export const OneMain = (props: Looking & AlarmProps) => (
  <>
    <h1>{props.words.title}</h1>
    <AlarmMain {...props} />
    <Foot words={props.words} to={props.to} isAlone />
  </>
);

export const LineTo = (props: Looking & { readonly entry: Entry }): Html => {
  const { entry, to, words, watched } = props;
  const { id, kind, sensor, starts, at, taken } = entry.lead;
  const name = entry.alarms.length === 1 ? (watched.sensors.get(sensor)?.name ?? "") : "";
  return (
    <li>
      <a href={to(`/watch/${id}`)}>
        {whatOf(entry, props)} ·{" "}
        {name !== "" && (
          <>
            <bdi>{name}</bdi> ·{" "}
          </>
        )}
        {clockOf(kind === "motor" ? starts : at, props)}
      </a>
      {taken !== null && <> · {words.isGoing}</>}
    </li>
  );
};

/** The same is wrong with several sensors, each for a reason of its own. */
export const LineToKind = (
  props: Pick<Looking, "to" | "words"> & {
    readonly kind: Exclude<AlarmKind, "motor">;
    readonly of: number;
  },
): Html => {
  const { to, words, kind, of } = props;
  return (
    <li>
      <a href={to(`/watch?kind=${kind}`)}>
        {words.kinds[kind]} · {words.times(of)}
      </a>
    </li>
  );
};

export const ComeIn = (props: {
  readonly words: WatchWords;
  readonly to: (path: string) => string;
  /** The alarm that somebody was led to. */
  readonly alarm: string;
  readonly name?: string;
  readonly trouble?: string;
}): Html => {
  const { words, to, alarm, name = "", trouble } = props;
  return (
    <>
      <h1>{words.title}</h1>
      {trouble === undefined ? <p>{words.lead}</p> : <p role="alert">{trouble}</p>}
      <form method="post" action={to("/watch")}>
        <input type="hidden" name="alarm" value={alarm} />
        <p>
          <label for="name">{words.name}</label>
          <br />
          <input
            id="name"
            name="name"
            value={name}
            autocomplete="username"
            maxlength={200}
            required
          />
        </p>
        <p>
          <label for="pin">{words.pin}</label>
          <br />
          <input
            id="pin"
            name="pin"
            type="password"
            inputmode="numeric"
            autocomplete="current-password"
            maxlength={40}
            required
          />
        </p>
        <button class="go">{words.comeIn}</button>
      </form>
    </>
  );
};

export const Closed = (props: { readonly words: WatchWords; readonly why: string }): Html => (
  <>
    <h1>{props.words.title}</h1>
    <p>{props.why}</p>
    <p>
      <a href="/desk/listening">{props.words.toDesk}</a>
    </p>
  </>
);

/** What stands below everything. */
export const Foot = ({
  words,
  to,
  isAlone,
}: Pick<Looking, "words" | "to"> & { isAlone: boolean }) => (
  <form method="post" action={to("/watch/leave")}>
    <a href={to("/watch")}>{isAlone ? words.all : words.again}</a> <button>{words.leave}</button>
  </form>
);

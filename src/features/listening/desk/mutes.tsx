/** Quiet hours: planned felling, of a place or of one sensor, told to nobody and counted. Rule LW18. */
import { dayAt } from "../../../engines/calendar/day.ts";
import { shownAt } from "../../../engines/calendar/zone.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import { Choice, Hint, Line, NothingSent } from "../../../platform/web/form-fields.tsx";
import type { Fields } from "../../../platform/web/handler.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { placeList } from "../../places/api.ts";
import { zoneOf } from "../house.ts";
import { askListening, listeningPart } from "../private/listening.ts";
import type { Mute, Sensor } from "../private/forms.ts";
import { isTime, timeOf } from "./line-form.ts";
import { MUTES } from "./path.ts";
import { isToken, newToken } from "./token.ts";
import { Head, idIn, pageOf } from "./visit.tsx";
import { wordsIn, type DeskWords } from "./words.ts";

export const MUTE_FIELDS = ["id", "of", "starts", "ends", "opens", "closes", "why"] as const;
type Field = (typeof MUTE_FIELDS)[number];
type Typed = Readonly<Record<Field, string>>;
const MOST_WHY = 200; // characters
const DAY = /^20\d\d-\d\d-\d\d$/;

interface Came {
  readonly typed?: Typed;
  readonly problems?: Readonly<Record<string, string>>;
  readonly trouble?: string;
}

const heldBy = (serving: Serving, lang: string) =>
  serving.instance.snapshot(async (db) => ({
    mutes: await listeningPart.questions.mutes(db),
    sensors: await listeningPart.questions.sensors(db),
    places: await placeList(db, lang),
    zone: zoneOf(await serving.frame(db)),
  }));

export const showMutes =
  (serving: Serving) =>
  async (visit: DeskVisit, came: Came = {}): Promise<Reply> => {
    const { lang, search } = visit;
    const words = wordsIn(lang);
    const now = serving.clock.aged();
    const held = await heldBy(serving, lang);
    const today = dayAt(now);
    const fresh: Typed = {
      id: newToken(),
      of: "",
      starts: today,
      ends: today,
      opens: "00:00",
      closes: "00:00",
      why: "",
    };
    const { typed = fresh, problems = {}, trouble } = came;
    const main = MutesMain({ ...held, visit, words, typed, problems, trouble, now });
    const isWrong = trouble !== undefined || Object.keys(problems).length > 0;
    const done = search.has("added")
      ? words.mutes.added
      : search.has("ended")
        ? words.mutes.ended
        : undefined;
    return { status: isWrong ? 422 : 200, page: pageOf(visit, words.mutes.title, main, done) };
  };

/** By the id that its form carries once, however often it is sent. */
export const addMute = (serving: Serving) => {
  const again = showMutes(serving);
  return async (visit: DeskVisit & Fields<Field>): Promise<Reply> => {
    const { fields, lang, account } = visit;
    const { wrong } = wordsIn(lang);
    const { mutes, sensors, places } = await heldBy(serving, lang);
    const { id, starts, ends, why } = fields;
    const [opens, closes] = [timeOf(fields.opens), timeOf(fields.closes)];
    const [sort, of = ""] = fields.of.split(" ");
    const isPlace = sort === "place" && places.some(({ subject }) => subject === of);
    const isSensor = sort === "sensor" && sensors.some((one) => one.id === of);
    const problems = {
      ...(!isPlace && !isSensor && { of: wrong.of }),
      ...(!isDay(starts) && { starts: wrong.day }),
      ...(!isDay(ends) && { ends: wrong.day }),
      ...(isDay(starts) && isDay(ends) && ends < starts && { ends: wrong.before }),
      ...(!isTime(opens) && { opens: wrong.time }),
      ...(!isTime(closes) && { closes: wrong.time }),
    };
    if (!isToken(id))
      return again(visit, { typed: { ...fields, id: newToken() }, trouble: wrong.id });
    const added = { to: `${MUTES}?added` };
    if (mutes.some((one) => one.id === id)) return { ...added, noted: false };
    if (Object.keys(problems).length > 0) return again(visit, { typed: fields, problems });
    await askListening(serving.instance.log.private).addMute({
      id,
      place: isPlace ? of : "",
      sensor: isSensor ? of : "",
      starts,
      ends,
      opens,
      closes,
      why: why.slice(0, MOST_WHY),
      by: account.id,
      at: serving.clock.aged(),
    });
    return { ...added, noted: { about: id } };
  };
};

const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(Date.parse(text)) && dayAt(Date.parse(text)) === text;

/** What came within them stays counted as such. */
export const endMute =
  (serving: Serving) =>
  async (visit: DeskVisit): Promise<Reply> => {
    await askListening(serving.instance.log.private).dropMute(idIn(visit));
    return { to: `${MUTES}?ended` };
  };

interface MutesProps {
  readonly visit: DeskVisit;
  readonly words: DeskWords;
  readonly mutes: readonly Mute[];
  readonly sensors: readonly Sensor[];
  readonly places: readonly { readonly subject: string; readonly name: string }[];
  readonly zone: string;
  readonly now: number;
  readonly typed: Typed;
  readonly problems: Readonly<Record<string, string>>;
  readonly trouble: string | undefined;
}

function MutesMain(props: MutesProps): Html {
  const { visit, words, mutes, sensors, places, typed, problems, trouble, now } = props;
  const { mutes: w, lang } = words;
  const today = dayAt(now);
  const isOver = ({ ends }: Mute) => ends < today;
  const groups = [
    { id: "coming", title: w.coming, all: mutes.filter((one) => !isOver(one)) },
    { id: "past", title: w.past, all: mutes.filter(isOver) },
  ].filter(({ all }) => all.length > 0);
  const field = { typed, problems };
  const used = sensors.filter(({ closed }) => closed === null);
  const own = places.filter(({ subject }) => used.some(({ place }) => place === subject));
  return (
    <>
      <Head visit={visit} here="mutes" title={w.title} stand={w.lead} />
      <NothingSent heading={words.notDone} problems={problems} trouble={trouble} lang={lang} />
      {mutes.length === 0 && <p class="wanted">{w.none}</p>}
      {groups.map(({ id, title, all }) => (
        <Section id={id} title={title} mini>
          <ul class="lines">
            {all.map((one) => (
              <MuteLine {...props} mute={one} isOver={isOver(one)} />
            ))}
          </ul>
        </Section>
      ))}
      {used.length === 0 ? (
        <p class="wanted">{words.sensors.none}</p>
      ) : (
        <Section id="add" title={w.add} mini>
          <form method="post" action={MUTES}>
            <input type="hidden" name="id" value={typed.id} />
            <Choice
              name="of"
              required
              options={[
                ...own.map(({ subject, name }) => [`place ${subject}`, w.ofPlace(name)] as const),
                ...used.map(({ id, name }) => [`sensor ${id}`, w.ofSensor(name)] as const),
              ]}
              lang={lang}
              {...field}
            >
              {w.of}
            </Choice>
            <Line name="starts" type="date" required {...field}>
              {w.starts}
            </Line>
            <Line name="ends" type="date" required {...field}>
              {w.ends}
            </Line>
            <Line name="opens" maxlength={5} required {...field}>
              {w.opens}
              <Hint>{w.hoursHint}</Hint>
            </Line>
            <Line name="closes" maxlength={5} required {...field}>
              {w.closes}
            </Line>
            <Line name="why" maxlength={MOST_WHY} {...field}>
              {w.why}
              <Hint>{w.whyHint}</Hint>
            </Line>
            <p class="acts">
              <button type="submit">{w.button}</button>
            </p>
          </form>
        </Section>
      )}
    </>
  );
}

function MuteLine(props: MutesProps & { readonly mute: Mute; readonly isOver: boolean }): Html {
  const { words, mute, isOver, sensors, places, zone } = props;
  const { mutes: w, lang } = words;
  const { starts, ends, opens, closes, why } = mute;
  const place = places.find(({ subject }) => subject === mute.place);
  const sensor = sensors.find(({ id }) => id === mute.sensor);
  const day = (text: string) => formatDay(text, lang, "short");
  const local = (time: string) => shownAt(Date.parse(`${starts}T${time}Z`), zone).slice(11);
  const isAllDay = opens === closes;
  return (
    <li>
      <span>
        <bdi>{place ? w.ofPlace(place.name) : w.ofSensor(sensor?.name ?? "–")}</bdi>
        {why !== "" && (
          <span class="hint">
            <bdi>{why}</bdi>
          </span>
        )}
      </span>
      <small class="meta">
        <span>
          {isAllDay
            ? w.allDay(day(starts), day(ends))
            : w.when(day(starts), day(ends), opens, closes)}
        </span>
        {!isAllDay && zone !== "UTC" && <span>{w.local(local(opens), local(closes))}</span>}
      </small>
      {!isOver && (
        <form method="post" action={`${MUTES}/${mute.id}/end`}>
          <button class="quiet">{w.end}</button>
        </form>
      )}
    </li>
  );
}

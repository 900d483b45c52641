/** A sensor is added, changed, given a new key, taken down. Rules LW14 and LW15. */
import { createHash } from "node:crypto";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { placeList } from "../../places/api.ts";
import { zoneOf } from "../house.ts";
import { askListening, listeningPart } from "../private/listening.ts";
import type { Sensor } from "../private/forms.ts";
import { keyHash, newKey } from "../sensors/key.ts";
import { learnAnew } from "../sensors/tend.ts";
import { BEGINS_AT, LEARNS_FOR } from "../sensors/threshold.ts";
import { PART, SENSORS } from "./path.ts";
import {
  FRESH,
  readSensor,
  SENSOR_FIELDS,
  typedOf,
  type Field,
  type Problems,
  type Typed,
} from "./sensor-form.ts";
import { KeyMain, NewMain, OneMain } from "./sensor-pages.tsx";
import { saidOf, stateOf } from "./state.ts";
import { newToken, isToken } from "./token.ts";
import { goneReply, idIn, pageOf } from "./visit.tsx";
import { wordsIn } from "./words.ts";

export const NEW_FIELDS = ["id", ...SENSOR_FIELDS] as const;
export const ONE_FIELDS = ["seen", ...SENSOR_FIELDS] as const;
type NewVisit = DeskVisit & Fields<"id" | Field>;
type OneVisit = DeskVisit & Fields<"seen" | Field>;

interface Came {
  readonly typed?: Typed;
  readonly problems?: Problems;
  readonly trouble?: string;
}
const isWrong = ({ problems = {}, trouble }: Came): boolean =>
  trouble !== undefined || Object.keys(problems).length > 0;

const placesFor = ({ instance }: Serving, { lang }: DeskVisit) =>
  instance.snapshot((db) => placeList(db, lang));

export const showNew =
  (serving: Serving) =>
  async (visit: DeskVisit, came: Came = {}): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const places = await placesFor(serving, visit);
    const { typed = FRESH, problems = {}, trouble } = came;
    const main = NewMain({ visit, words, places, typed, problems, trouble, id: newToken() });
    return { status: isWrong(came) ? 422 : 200, page: pageOf(visit, words.fresh.title, main) };
  };

/** By the id that its form carries a sensor is added once; the key of one that is there already is not shown again. */
export const addSensor = (serving: Serving) => {
  const again = showNew(serving);
  return async (visit: NewVisit): Promise<Reply> => {
    const { id, ...typed } = visit.fields;
    const words = wordsIn(visit.lang);
    const ask = askListening(serving.instance.log.private);
    if (!isToken(id)) return again(visit, { typed, trouble: words.wrong.id });
    const before = await ask.sensor(id);
    if (before) return again(visit, { typed, trouble: words.fresh.made(before.name) });
    const places = new Set((await placesFor(serving, visit)).map(({ subject }) => subject));
    const { said, problems } = readSensor(typed, places, words);
    if (Object.keys(problems).length > 0) return again(visit, { typed, problems });
    const [key, at] = [newKey(), serving.clock.aged()];
    const sensor: Sensor = {
      ...NOTHING,
      id,
      ...said,
      key_hash: keyHash(key)!,
      at,
      learns: at + LEARNS_FOR,
    };
    if (!(await ask.addSensor(sensor)))
      return again(visit, { typed, problems: { name: words.wrong.taken } });
    return keyReply(serving, visit, sensor, key);
  };
};

const NOTHING: Omit<Sensor, "id" | "key_hash" | "at" | "learns" | Field> = {
  closed: null,
  threshold: BEGINS_AT,
  learned: null,
  seen: null,
  clock: null,
  battery: null,
  level: null,
  flat: null,
  detector: "",
};

function keyReply(
  { base }: Serving,
  visit: DeskVisit,
  sensor: Pick<Sensor, "id" | "name" | "spot" | "every">,
  key: string,
): Reply {
  const words = wordsIn(visit.lang);
  const page = pageOf(visit, words.key.heading, KeyMain({ words, sensor, key, base }));
  return { page: { ...page, unkept: true }, noted: { about: sensor.id } };
}

async function showOne(
  serving: Serving,
  visit: DeskVisit,
  sensor: Sensor,
  came: Came = {},
): Promise<Reply> {
  const { lang, search } = visit;
  const words = wordsIn(lang);
  const { instance, clock } = serving;
  const { questions } = listeningPart;
  const { open, zone } = await instance.snapshot(async (db) => ({
    open: [...(await questions.alarms(db, {})), ...(await questions.lasting(db))].filter(
      (one) => one.sensor === sensor.id,
    ),
    zone: zoneOf(await serving.frame(db)),
  }));
  const state = stateOf(sensor, open, { words, now: clock.aged(), zone });
  const w = words.sensors;
  const main = OneMain({
    visit,
    words,
    sensor,
    places: await placesFor(serving, visit),
    typed: came.typed ?? typedOf(sensor),
    problems: came.problems ?? {},
    trouble: came.trouble,
    seen: seenOf(typedOf(sensor)),
    state: (
      <>
        {saidOf(state, words)} · {w.last}: {state.last}
      </>
    ),
  });
  const done = search.has("saved")
    ? words.one.saved
    : search.has("anew")
      ? words.one.isAnew
      : undefined;
  return { status: isWrong(came) ? 422 : 200, page: pageOf(visit, sensor.name, main, done) };
}

/** What a form was filled in over: who saved meanwhile is not overwritten without a word. */
const seenOf = (typed: Typed): string =>
  createHash("sha256")
    .update(JSON.stringify(SENSOR_FIELDS.map((name) => typed[name])))
    .digest("hex")
    .slice(0, 16);

const sensorAt = ({ instance }: Serving, visit: DeskVisit): Promise<Sensor | undefined> =>
  askListening(instance.log.private).sensor(idIn(visit));

export const showSensor =
  (serving: Serving) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const sensor = await sensorAt(serving, visit);
    return sensor ? showOne(serving, visit, sensor) : goneReply(visit);
  };

export const saveSensor =
  (serving: Serving) =>
  async (visit: OneVisit): Promise<Reply> => {
    const { seen, ...typed } = visit.fields;
    const words = wordsIn(visit.lang);
    const sensor = await sensorAt(serving, visit);
    if (!sensor || sensor.closed !== null) return goneReply(visit);
    const places = new Set((await placesFor(serving, visit)).map(({ subject }) => subject));
    const { said, problems } = readSensor(typed, places, words);
    if (Object.keys(problems).length > 0)
      return showOne(serving, visit, sensor, { typed, problems });
    const saved = { to: `${SENSORS}/${sensor.id}?saved` };
    if (seenOf(typedOf(said)) === seenOf(typedOf(sensor))) return { ...saved, noted: false };
    if (seen !== seenOf(typedOf(sensor)))
      return showOne(serving, visit, sensor, { typed, trouble: words.one.changed });
    const ask = askListening(serving.instance.log.private);
    // A threshold is of a place: at another one it listens to what is usual there.
    const isMoved = ![said.place, ""].includes(sensor.place);
    const anew = isMoved && { learns: serving.clock.aged() + LEARNS_FOR };
    if (!(await ask.changeSensor({ id: sensor.id, ...said, ...anew })))
      return showOne(serving, visit, sensor, { typed, problems: { name: words.wrong.taken } });
    return isMoved ? { to: `${SENSORS}/${sensor.id}?anew` } : saved;
  };

/** A page that is sent again makes no second key: what it showed is gone, and the one before stays. */
export const renewKey =
  (serving: Serving) =>
  async (visit: DeskVisit & Fields<"sureKey" | "key">): Promise<Reply> => {
    const { fields, lang } = visit;
    const words = wordsIn(lang);
    const sensor = await sensorAt(serving, visit);
    if (!sensor || sensor.closed !== null) return goneReply(visit);
    if (fields.sureKey !== "yes")
      return showOne(serving, visit, sensor, { trouble: words.one.unsure });
    if (fields.key !== sensor.key_hash.slice(0, 16))
      return showOne(serving, visit, sensor, { trouble: words.one.keyMade });
    const key = newKey();
    const ask = askListening(serving.instance.log.private);
    await ask.changeSensor({ id: sensor.id, key_hash: keyHash(key)! });
    return keyReply(serving, visit, sensor, key);
  };

/** Its background sets its threshold once more: sent twice it begins a moment later. */
export const listenAnew =
  (serving: Serving) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const sensor = await sensorAt(serving, visit);
    if (!sensor || sensor.closed !== null) return goneReply(visit);
    await learnAnew(askListening(serving.instance.log.private), sensor.id, serving.clock.aged());
    return { to: `${SENSORS}/${sensor.id}?anew` };
  };

export const takeDown =
  (serving: Serving) =>
  async (visit: DeskVisit & Fields<"sureDown">): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const sensor = await sensorAt(serving, visit);
    if (!sensor) return goneReply(visit);
    if (visit.fields.sureDown !== "yes")
      return showOne(serving, visit, sensor, { trouble: words.one.unsure });
    const done = { to: `${PART}?down` };
    if (sensor.closed !== null) return { ...done, noted: false };
    const ask = askListening(serving.instance.log.private);
    await ask.changeSensor({ id: sensor.id, closed: serving.clock.aged() });
    return done;
  };

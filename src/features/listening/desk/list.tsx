/** The sensors, how each is, and a drawing of where they hang. Rules LW12 and LW13. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { may } from "../../../platform/accounts/roles.ts";
import type { Serving } from "../../../platform/feature.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { filled } from "../../../platform/words/inline.tsx";
import { placeNames, reachOf, zoneOf } from "../house.ts";
import { listeningPart } from "../private/listening.ts";
import type { Alarm, Sensor } from "../private/forms.ts";
import { guardsIn } from "../reach.ts";
import { wordsIn as watchWordsIn } from "../watch/words.ts";
import { SensorMap } from "./map.tsx";
import { ALARMS, LINE, SENSORS } from "./path.ts";
import { saidOf, stateOf, type State } from "./state.ts";
import { Head, pageOf } from "./visit.tsx";
import { wordsIn, type DeskWords } from "./words.ts";

export const showSensors =
  (serving: Serving) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const { lang, account, search } = visit;
    if (!may(account.role, "listen")) return { to: ALARMS };
    const words = wordsIn(lang);
    const { instance, clock, base } = serving;
    const { questions } = listeningPart;
    const held = await instance.snapshot(async (db) => {
      const sensors = await questions.sensors(db);
      return {
        sensors,
        places: await placeNames(db, sensors, lang),
        waiting: await questions.alarms(db, {}),
        lasting: await questions.lasting(db),
        zone: zoneOf(await serving.frame(db)),
      };
    });
    const troubles = await troublesOf(serving, words);
    const main = ListMain({ ...held, visit, words, troubles, base, now: clock.aged() });
    const done = search.has("down") ? words.one.isDown : undefined;
    return { page: pageOf(visit, words.title, main, done) };
  };

/** Why nobody may be told of an alarm, or somebody on watch cannot be, and what to do about it. */
export async function troublesOf(
  { instance, accounts, mail, clock }: Serving,
  words: DeskWords,
): Promise<readonly string[]> {
  const all = await accounts.list();
  const { line, why } = await instance.snapshot(async (db) => ({
    line: await listeningPart.questions.watchers(db),
    why: await reachOf(db, { hasMail: mail !== undefined, accounts: all, now: clock.aged() }),
  }));
  if (why === "mail") return [words.noMail];
  if (why === "line") return [words.noLine];
  const without = guardsIn({ line, accounts: all }).filter(({ email }) => email === undefined);
  return [
    ...(without.length > 0 ? [words.noneReached(without.length)] : []),
    ...(why === "stuck" ? [watchWordsIn(words.lang).desk.stuck] : []),
  ];
}

interface ListProps {
  readonly visit: DeskVisit;
  readonly words: DeskWords;
  readonly sensors: readonly Sensor[];
  /** Their names, by subject. */
  readonly places: ReadonlyMap<string, string>;
  readonly waiting: readonly Alarm[];
  readonly lasting: readonly Alarm[];
  readonly troubles: readonly string[];
  readonly zone: string;
  readonly now: number;
  readonly base: string;
}

function ListMain(props: ListProps): Html {
  const { visit, words, sensors, waiting, troubles, base } = props;
  const w = words.sensors;
  const used = sensors.filter(({ closed }) => closed === null);
  const closed = sensors.filter((one) => one.closed !== null);
  const states = new Map(sensors.map((one) => [one.id, stateOf(one, openOf(one, props), props)]));
  const wrong = new Set(
    used.filter(({ id }) => states.get(id)!.wrong.length > 0).map(({ id }) => id),
  );
  const address = `${base}/watch`;
  return (
    <>
      <Head visit={visit} here="sensors" title={words.title} stand={words.lead} />
      {waiting.length > 0 && (
        <p class="status">
          <a href={ALARMS}>{words.waiting(waiting.length)}</a>
        </p>
      )}
      {used.length > 0 &&
        troubles.map((one) => (
          <p class="aside">
            {one} <a href={LINE}>{words.parts.line}</a>
          </p>
        ))}
      <p class="acts">
        <a class="button" href={`${SENSORS}/new`}>
          {w.add}
        </a>
      </p>
      {used.length === 0 && <p class="wanted">{w.none}</p>}
      {used.length > 0 && <Table {...props} sensors={used} states={states} title={w.sensor} />}
      {used.length > 0 && (
        <Section id="map" title={w.map} mini>
          <div class="row">
            <div class="c7">
              <SensorMap words={words} sensors={used} wrong={wrong} />
            </div>
          </div>
        </Section>
      )}
      {closed.length > 0 && (
        <Section id="closed" title={w.closed} mini>
          <Table {...props} sensors={closed} states={states} title={w.closed} />
        </Section>
      )}
      {used.length > 0 && (
        <p class="small">
          {filled(words.watchAt("{address}"), { address: <a href="/watch">{address}</a> })}
        </p>
      )}
    </>
  );
}

/** Its alarms that last, or wait for an answer. */
const openOf = ({ id }: Sensor, { waiting, lasting }: Pick<ListProps, "waiting" | "lasting">) =>
  [...waiting, ...lasting].filter(
    (one, i, all) => one.sensor === id && all.findIndex((other) => other.id === one.id) === i,
  );

function Table(
  props: ListProps & { readonly states: ReadonlyMap<string, State>; readonly title: string },
): Html {
  const { words, sensors, places, states, title } = props;
  const w = words.sensors;
  return (
    <div class="scroll" tabindex={0} role="group" aria-label={title}>
      <table class="register">
        <thead>
          <tr>
            {[w.sensor, w.state, w.last, w.battery, w.level, w.clock].map((one) => (
              <th scope="col">{one}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sensors.map((one) => {
            const state = states.get(one.id)!;
            const { wrong, last, battery, level, clock } = state;
            const said = saidOf(state, words);
            return (
              <tr>
                <th scope="row" class="wraps">
                  <a href={`${SENSORS}/${one.id}`}>
                    <bdi>{one.name}</bdi>
                  </a>
                  <span class="hint">
                    <bdi>{places.get(one.place) ?? w.noPlace}</bdi> · <bdi>{one.spot}</bdi>
                  </span>
                </th>
                <td class="wraps">{wrong.length === 0 ? said : <strong>{said}</strong>}</td>
                <td>{last}</td>
                <td>{battery}</td>
                <td>{level}</td>
                <td>{clock}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

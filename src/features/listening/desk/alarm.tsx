/** One alarm: what happened, how it sounded, and what was there. Rules LW4, LW5 and LW16. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import { Said } from "../../../platform/web/form-fields.tsx";
import type { Fields } from "../../../platform/web/handler.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { answerAlarm, outcomesOf } from "../answering.ts";
import { ailsOf } from "../house.ts";
import { listeningPart } from "../private/listening.ts";
import type { Alarm, Told } from "../private/forms.ts";
import { quicker } from "../watch/watch.ts";
import { DrawingOf } from "../told/drawn.tsx";
import { clockOf, outcomeWord, whenOf, whereOf, whoOf, type Looking } from "../watch/page.tsx";
import { lookingAt } from "./alarms.tsx";
import { drawingOf } from "./drawing.ts";
import { ALARMS } from "./path.ts";
import { goneReply, Head, idIn, pageOf } from "./visit.tsx";
import { wordsIn, type DeskWords } from "./words.ts";

export const showAlarm =
  (serving: Serving) =>
  async (visit: DeskVisit, asked?: string): Promise<Reply> => {
    const { lang, account, search } = visit;
    const words = wordsIn(lang);
    const { questions } = listeningPart;
    const id = idIn(visit);
    const { alarm, told, drawing } = await serving.instance.snapshot(async (db) => ({
      alarm: await questions.alarm(db, id),
      told: await questions.told(db, id),
      drawing: await questions.drawing(db, id),
    }));
    if (!alarm) return goneReply(visit);
    const looking = await lookingAt(serving, lang, account.id);
    const trouble = asked === undefined ? undefined : quicker(alarm, asked, looking);
    const main = AlarmPage({ visit, words, looking, alarm, told, bands: drawing?.bands, trouble });
    const done = search.has("said") ? words.alarms.done : undefined;
    return {
      status: trouble === undefined ? 200 : 409,
      page: pageOf(visit, looking.words.kinds[alarm.kind], main, done),
    };
  };

export const answer =
  (serving: Serving) =>
  async (visit: DeskVisit & Fields<"do" | "seen">): Promise<Reply> => {
    const { fields, account } = visit;
    const id = idIn(visit);
    const { do: does, seen } = fields;
    const done = await answerAlarm(serving, account, { id, does, seen });
    if (done === undefined || done === "unknown") return goneReply(visit);
    if (!done.isSo) return showAlarm(serving)(visit, does);
    return {
      to: `${ALARMS}/${id}?said`,
      noted: done.isNew && { about: id, detail: does },
    };
  };

interface AlarmProps {
  readonly visit: DeskVisit;
  readonly words: DeskWords;
  readonly looking: Looking;
  readonly alarm: Alarm;
  readonly told: readonly Told[];
  readonly bands: string | undefined;
  readonly trouble: string | undefined;
}

function AlarmPage(props: AlarmProps): Html {
  const { visit, words, looking, alarm, bands, trouble } = props;
  const { kind, score, provisional, detector, outcome, taken } = alarm;
  const { alarms: w } = words;
  const facts = [
    whenOf(alarm, looking),
    score !== null && looking.words.sure(Math.round(score / 10)),
    provisional === 1 && looking.words.provisional,
    ...ailsOf(alarm, looking.watched.alarms).map((ail) => looking.words.ails[ail]),
  ].filter((one) => typeof one === "string");
  return (
    <>
      <Head
        visit={visit}
        title={looking.words.kinds[kind]}
        stand={<bdi>{whereOf(alarm, looking.watched)}</bdi>}
      />
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      <p>{facts.join(" ")}</p>
      {detector !== "" && <p class="small">{w.detector(detector)}</p>}
      <Section id="answer" title={w.answer} mini>
        <form method="post" action={`${ALARMS}/${alarm.id}`}>
          <input type="hidden" name="seen" value={outcome ?? ""} />
          <p class="acts">
            {taken === null && outcome === null && (
              <button name="do" value="go">
                {looking.words.go}
              </button>
            )}
            {outcomesOf(kind)
              .filter((one) => one !== outcome)
              .map((one) => (
                <button class="quiet" name="do" value={one}>
                  {outcomeWord(one, alarm, looking.words)}
                </button>
              ))}
          </p>
        </form>
      </Section>
      {kind === "motor" && (
        <Section id="sounded" title={w.drawing} mini>
          <div class="row">
            <div class="c8">
              <Drawn words={words} bands={bands} />
            </div>
          </div>
        </Section>
      )}
      <Section id="history" title={w.history} mini>
        <History {...props} />
      </Section>
      <p>
        <a href={ALARMS}>{w.back}</a>
      </p>
    </>
  );
}

function Drawn({ words, bands }: { words: DeskWords; bands: string | undefined }): Html {
  const { alarms: w } = words;
  const drawing = bands === undefined ? undefined : drawingOf(bands);
  if (!drawing) return <p class="wanted">{w.noDrawing}</p>;
  return (
    <figure class="heard">
      <DrawingOf steps={drawing.steps} alt={w.drawingAlt(drawing.seconds)} />
      <figcaption class="small">{words.notTried}</figcaption>
    </figure>
  );
}

/** What is kept of it, in the order in which it happened. */
function History({ words, looking, alarm, told }: AlarmProps): Html {
  const { alarms: w } = words;
  const { starts, at, over, taken, taken_by, outcome, outcome_at, outcome_by, mute } = alarm;
  const who = (id: string | null) => whoOf(id, looking);
  const letters = told.flatMap(({ account, at: when, sent, trouble }) => {
    const name = who(account);
    const letter = sent === null ? WITHOUT_LETTER[trouble] : "letterSent";
    return [
      [when, w.told(name)] as const,
      ...(letter ? [[sent ?? when, w[letter](name)] as const] : []),
      ...(trouble === "cannot" ? [[sent ?? when, looking.words.desk.cannot(name)] as const] : []),
    ];
  });
  const all: readonly (readonly [at: number | null, words: string])[] = [
    [starts, w.began],
    [at, w.opened],
    ...(mute === null ? [] : ([[at, w.muted]] as const)),
    ...letters,
    [taken, w.went(who(taken_by))],
    [over, w.over],
    [
      outcome_at,
      outcome === null ? "" : w.said(who(outcome_by), outcomeWord(outcome, alarm, looking.words)),
    ],
  ];
  const happened = all
    .flatMap(([when, what]) => (when === null ? [] : [{ when, what }]))
    .toSorted((a, b) => a.when - b.when);
  return (
    <ul class="lines">
      {happened.map(({ when, what }) => (
        <li>
          <span>{what}</span>
          <small class="meta">{clockOf(when, looking)}</small>
        </li>
      ))}
    </ul>
  );
}

/** What is said of somebody to whom no letter went. */
const WITHOUT_LETTER: Readonly<Record<string, "letterWaits" | "letterLate" | "letterRefused">> = {
  "": "letterWaits",
  late: "letterLate",
  again: "letterLate",
  refused: "letterRefused",
};

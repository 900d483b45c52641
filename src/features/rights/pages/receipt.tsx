/** What somebody reads at their secret address: that it was kept, by when it is answered, and the answer. */
import { formatDay } from "../../../platform/web/words.ts";
import { NothingSent, Words } from "../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { TakeBack } from "../../../platform/web/take-back.tsx";
import { linked } from "../../../platform/words/inline.tsx";
import { MAX_TURN } from "../../../platform/private/submissions.ts";
import { daysAfter } from "../../../engines/calendar/day.ts";
import type { Answerable } from "../answerable.ts";
import type { Asked } from "../asked.ts";
import { DECIDED_IN } from "../deciding.ts";
import { isAsked, talkOf, type RightsRequest } from "../private.ts";
import type { RightsWords } from "../words.ts";
import { Answers } from "./rights.tsx";

interface Props {
  readonly request: RightsRequest;
  readonly words: RightsWords;
  readonly lang: string;
  readonly to: (path: string) => string;
  /** The full secret address. */
  readonly address: string;
  readonly answerable: Answerable;
  /** What was sent from here and not taken. */
  readonly came?: { readonly does: string; readonly typed: string; readonly trouble: string };
}

export function ReceiptMain(props: Props): Html {
  const { request, words, to, address, answerable, came } = props;
  const { receipt: w, lang } = words;
  const { state, answer } = request;
  if (state === "withdrawn")
    return <PageHead title={w.withdrawn} stand={linked(w.withdrawnHint, to("/rights"))} />;
  return (
    <>
      <PageHead title={state === "open" ? w.title : w.answered} stand={standOf(props)} />
      {answer !== null && (
        <Section id="answer" title={w.said} mini>
          <p class="prose" dir="auto">
            {answer}
          </p>
        </Section>
      )}
      <Talk {...props} />
      <Section id="address" title={w.address} mini>
        <p>
          <a href={address} dir="ltr">
            {address}
          </a>
        </p>
        <p>{w.keep}</p>
      </Section>
      <Facts {...props} />
      {state === "open" && (
        <TakeBack
          action={new URL(address).pathname}
          does="withdraw"
          unsure={came?.does === "withdraw"}
          words={{ title: w.takeBack, unsure: w.unsure, sure: w.sure, send: w.withdraw }}
        />
      )}
      <Answers words={{ ...words, lang }} answerable={answerable} />
    </>
  );
}

function standOf({ request, words }: Props): Html | undefined {
  const { receipt: w, lang } = words;
  const { hold, came } = request;
  if (hold === null) return undefined;
  if (hold !== "held") return <>{w[hold]}</>;
  return (
    <>
      {w.hidden} {w.decided(formatDay(daysAfter(came, DECIDED_IN), lang))}
    </>
  );
}

function Facts({ request, words, answerable }: Props) {
  const { receipt: w, lang, rights, form } = words;
  const { name, place, words: said } = JSON.parse(request.about) as Asked;
  const { id, what, came, due, extended, contact } = request;
  return (
    <Section id="sent" title={w.sent} mini>
      <dl class="facts">
        <dt>{w.reference}</dt>
        <dd dir="ltr">{id}</dd>
        <dt>{w.asked}</dt>
        <dd>{rights[what].name}</dd>
        <dt>{w.came}</dt>
        <dd>{formatDay(came, lang)}</dd>
        <dt>{w.due}</dt>
        <dd>{formatDay(due, lang)}</dd>
        <dt>{w.who}</dt>
        <dd dir="auto">{answerable.who ?? w.nobody}</dd>
        {(
          [
            [w.extended, extended],
            [form.name, name],
            [form.place, place],
            [form.words, said],
            [form.contact, contact],
          ] as const
        ).map(
          ([label, value]) =>
            value != null && (
              <>
                <dt>{label}</dt>
                <dd dir="auto">{value}</dd>
              </>
            ),
        )}
      </dl>
    </Section>
  );
}

/** What the desk asked back, and the place to answer. */
function Talk({ request, words, address, came, lang: asked }: Props) {
  const { receipt: w, lang } = words;
  const turns = talkOf(request);
  const back = came?.does === "answer" ? came : undefined;
  if (turns.length === 0 && !back) return <></>;
  const field = { typed: { words: back?.typed ?? "" }, problems: {} };
  return (
    <Section id="talk" title={w.talk} mini>
      {back && <NothingSent problems={{}} trouble={back.trouble} lang={asked} />}
      {turns.map(({ by, words: said, on }) => (
        <>
          <p class="meta">
            <span>{by === "desk" ? w.deskAsks : w.youSaid}</span>
            <span>{formatDay(on, lang)}</span>
          </p>
          <p class="prose" dir="auto">
            {said}
          </p>
        </>
      ))}
      {isAsked(request) && (
        <form method="post" action={new URL(address).pathname}>
          <input type="hidden" name="do" value="answer" />
          <Words {...field} name="words" rows={4} most={MAX_TURN}>
            {w.yourAnswer}
          </Words>
          <p class="acts">
            <button type="submit">{w.send}</button>
          </p>
        </form>
      )}
    </Section>
  );
}

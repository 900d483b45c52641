/** Mail at the desk. */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Sending } from "../private/letters.ts";
import type { WaitingStory } from "../private/outbox.ts";
import type { SubscriberNumbers } from "../private/subscribers.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, formatDay, formatNumber } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { languageName } from "../choice.ts";
import type { Words } from "../words.ts";

export interface NextMail {
  readonly story: WaitingStory;
  /** Absent where it may not go out by mail today. */
  readonly mail?: { readonly subject: string; readonly text: string; readonly weight: number };
}
/** Of a letter in doubt what a desk may know: no address. */
export interface Doubt {
  /** Names it in the form. */
  readonly which: string;
  readonly messageId: string;
  readonly ended: number;
}
interface DeskProps {
  readonly words: Words["desk"];
  readonly lang: string;
  readonly numbers: SubscriberNumbers;
  readonly next: readonly NextMail[];
  readonly updates: readonly Sending[];
  readonly doubts: { readonly count: number; readonly letters: readonly Doubt[] };
  readonly mails: boolean;
}

export function UpdatesDesk(props: DeskProps): Html {
  const { words, lang, numbers, next, updates, doubts, mails } = props;
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      {!mails && <p class="aside">{words.noServer}</p>}
      {doubts.count > 0 && <Doubts words={words} {...doubts} />}
      <Section id="next" title={words.next} mini>
        {next.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          next.map((one) => <Next words={words} lang={lang} {...one} />)
        )}
      </Section>
      <Section id="newsletters" title={words.newsletters} mini>
        <p>{words.newslettersLead}</p>
        <p class="acts">
          <a class="button" href="/desk/newsletters">
            {words.newslettersOpen}
          </a>
        </p>
      </Section>
      <Section id="readers" title={words.readers} mini>
        <ul class="lines">
          <li>
            {words.active(numbers.active)}
            <small>
              {Object.entries(numbers.lang)
                .map(([one, n]) => `${languageName(one, lang)} ${formatNumber(n, lang)}`)
                .join(", ")}
            </small>
          </li>
          <li>{words.each(numbers.often["each"] ?? 0)}</li>
          <li>{words.daily(numbers.often["daily"] ?? 0)}</li>
          <li>{words.asked(numbers.asked)}</li>
          <li>{words.dead(numbers.dead)}</li>
        </ul>
      </Section>
      <Section id="last" title={words.last} mini>
        {updates.length === 0 ? <p>{words.lastNone}</p> : <Sent {...props} />}
      </Section>
    </>
  );
}

function Doubts({ words, count, letters }: DeskProps["doubts"] & Pick<DeskProps, "words">) {
  return (
    <Section id="doubt" title={words.doubt} mini>
      <p>{words.doubtLead(count)}</p>
      <p>{words.doubtWhat}</p>
      <form method="post" action="/desk/updates">
        <p class="acts">
          <button type="submit" name="do" value="again">
            {words.againAll}
          </button>
          <button type="submit" name="do" value="leave" class="quiet">
            {words.leaveAll}
          </button>
        </p>
      </form>
      {letters.map(({ which, messageId, ended }) => (
        <article>
          <p>
            <code>{messageId}</code>
            <small>
              {" "}
              {words.doubtAt(new Date(ended).toISOString().slice(0, 16).replace("T", " "))}
            </small>
          </p>
          <form method="post" action="/desk/updates">
            <input type="hidden" name="letter" value={which} />
            <p class="acts">
              <button type="submit" name="do" value="again" class="quiet">
                {words.again}
              </button>
              <button type="submit" name="do" value="leave" class="quiet">
                {words.leave}
              </button>
            </p>
          </form>
        </article>
      ))}
      {count > letters.length && <p>{words.doubtMore(count - letters.length)}</p>}
    </Section>
  );
}

function Next({ words, lang, story, mail }: NextMail & Pick<DeskProps, "words" | "lang">) {
  const isHeld = story.state === "held";
  const time = new Date(story.due).toISOString().slice(11, 16);
  const state = isHeld ? words.held : mail ? words.due(time) : words.hidden;
  return (
    <article>
      <h3>{mail?.subject ?? story.subject.slice(0, 12)}</h3>
      <p>
        {state}
        {mail && <small> {words.weight(formatBytes(mail.weight, lang))}</small>}
      </p>
      {mail && (
        <details class="media">
          <summary>{words.preview}</summary>
          <pre dir="auto">{mail.text}</pre>
        </details>
      )}
      <form method="post" action="/desk/updates">
        <input type="hidden" name="story" value={story.subject} />
        <p class="acts">
          {mail && (
            <button type="submit" name="do" value="now">
              {words.now}
            </button>
          )}
          <button type="submit" name="do" value={isHeld ? "release" : "hold"} class="quiet">
            {isHeld ? words.release : words.hold}
          </button>
        </p>
      </form>
    </article>
  );
}

function Sent({ words, lang, updates }: Pick<DeskProps, "words" | "lang" | "updates">) {
  return (
    <div class="scroll" role="region" aria-labelledby="last" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.whom}</th>
            <th scope="col">{words.sent}</th>
            <th scope="col">{words.waiting}</th>
            <th scope="col">{words.failed}</th>
            <th scope="col">{words.unsure}</th>
            <th scope="col">{words.dropped}</th>
            <th scope="col">{words.error}</th>
          </tr>
        </thead>
        <tbody>
          {updates.map(({ made, total, sent, failed, dropped, doubt, unsure, error }) => (
            <tr>
              <td>{formatDay(dayAt(made), lang, "short")}</td>
              <td>{total}</td>
              <td>{sent}</td>
              <td>{Math.max(0, total - sent - failed - dropped - doubt - unsure)}</td>
              <td>{failed}</td>
              <td>{doubt + unsure}</td>
              <td>{dropped}</td>
              <td>{error ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

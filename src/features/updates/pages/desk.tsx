/** Mail at the desk. */
import type { Update, WaitingStory } from "../../../platform/private/outbox.ts";
import type { SubscriberNumbers } from "../../../platform/private/subscribers.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, formatDay } from "../../../platform/web/words.ts";
import { languageName } from "../choice.ts";
import type { Words } from "../words/en.ts";

export interface NextMail {
  readonly story: WaitingStory;
  /** Absent where it may not go out by mail today. */
  readonly mail?: { readonly subject: string; readonly text: string; readonly weight: number };
}
interface DeskProps {
  readonly words: Words["desk"];
  readonly numbers: SubscriberNumbers;
  readonly next: readonly NextMail[];
  readonly updates: readonly Update[];
  readonly mails: boolean;
}

export function UpdatesDesk({ words, numbers, next, updates, mails }: DeskProps): Html {
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.title}</h1>
        <p class="stand c8">{words.lead}</p>
      </header>
      {!mails && <p class="aside">{words.noServer}</p>}
      <section aria-labelledby="next">
        <h2 class="knot mini" id="next">
          {words.next}
        </h2>
        {next.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          next.map((one) => <Next words={words} {...one} />)
        )}
      </section>
      <section aria-labelledby="readers">
        <h2 class="knot mini" id="readers">
          {words.readers}
        </h2>
        <ul class="lines">
          <li>
            {words.active(numbers.active)}
            <small>
              {Object.entries(numbers.lang)
                .map(([lang, n]) => `${languageName(lang, "en")} ${n}`)
                .join(", ")}
            </small>
          </li>
          <li>{words.each(numbers.often["each"] ?? 0)}</li>
          <li>{words.daily(numbers.often["daily"] ?? 0)}</li>
          <li>{words.asked(numbers.asked)}</li>
          <li>{words.dead(numbers.dead)}</li>
        </ul>
      </section>
      <section aria-labelledby="last">
        <h2 class="knot mini" id="last">
          {words.last}
        </h2>
        {updates.length === 0 ? <p>{words.lastNone}</p> : <Sent words={words} updates={updates} />}
      </section>
    </>
  );
}

function Next({ words, story, mail }: NextMail & { words: Words["desk"] }) {
  const isHeld = story.state === "held";
  const time = new Date(story.due).toISOString().slice(11, 16);
  const state = isHeld ? words.held : mail ? words.due(time) : words.hidden;
  return (
    <article>
      <h3>{mail?.subject ?? story.subject.slice(0, 12)}</h3>
      <p>
        {state}
        {mail && <small> {words.weight(formatBytes(mail.weight))}</small>}
      </p>
      {mail && (
        <details class="media">
          <summary>{words.preview}</summary>
          <pre>{mail.text}</pre>
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

function Sent({ words, updates }: Pick<DeskProps, "words" | "updates">) {
  return (
    <div class="wide" role="region" aria-labelledby="last" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.whom}</th>
            <th scope="col">{words.sent}</th>
            <th scope="col">{words.waiting}</th>
            <th scope="col">{words.failed}</th>
            <th scope="col">{words.dropped}</th>
            <th scope="col">{words.error}</th>
          </tr>
        </thead>
        <tbody>
          {updates.map(({ made, total, sent, failed, dropped, error }) => (
            <tr>
              <td>{formatDay(new Date(made).toISOString().slice(0, 10), "en", "short")}</td>
              <td>{total}</td>
              <td>{sent}</td>
              <td>{Math.max(0, total - sent - failed - dropped)}</td>
              <td>{failed}</td>
              <td>{dropped}</td>
              <td>{error ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the sender sees at the secret address: how far it has come, what was sent, and the way to take it back. Rule O2. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatDay } from "../../../platform/web/words.ts";
import type { Sent } from "../sent.ts";
import { stateWords, WISHES } from "../words.ts";

export interface SentProps {
  readonly submission: Submission;
  /** The full secret address. */
  readonly address: string;
  /** The path of what it became, where it stands. */
  readonly became?: string;
  /** Withdrawing was asked for without the tick. */
  readonly unsure?: boolean;
}

const HEADINGS = {
  received: "Received. Thank you.",
  reading: "It is being read.",
  accepted: "It was accepted.",
  refused: "It was not taken up.",
  withdrawn: "It is withdrawn.",
} as const;

export function SentMain({ submission, address, became, unsure = false }: SentProps): Html {
  const { state, received, about, contact } = submission;
  if (state === "withdrawn")
    return (
      <header class="row head">
        <h1 class="c10">{HEADINGS.withdrawn}</h1>
        <p class="stand c8">
          What you sent is gone from here. <a href="/take-part/opportunity">Send something else.</a>
        </p>
      </header>
    );
  return (
    <>
      <header class="row head">
        <h1 class="c10">{HEADINGS[state]}</h1>
        <Answer submission={submission} became={became} />
      </header>
      <Way state={state} />
      <section aria-labelledby="address">
        <h2 class="knot mini" id="address">
          Your address
        </h2>
        <p>
          <a href={address}>{address}</a>
        </p>
        <p>
          Write it down or save this page. It is the only way to see the answer; we cannot find it
          for you, because we do not keep it. Whoever has it can read what you sent and withdraw it.
        </p>
      </section>
      <section aria-labelledby="sent">
        <h2 class="knot mini" id="sent">
          What you sent, on {formatDay(received, "en")}
        </h2>
        <What sent={JSON.parse(about) as Sent} contact={contact} />
      </section>
      <section aria-labelledby="withdraw">
        <h2 class="knot mini" id="withdraw">
          Take it back
        </h2>
        <form method="post" action={new URL(address).pathname}>
          {unsure && <p class="status">Nothing was withdrawn: tick the box first.</p>}
          <div class="field">
            <label class="tick">
              <input type="checkbox" name="sure" value="yes" required /> Withdraw it: your words,
              the place and how to reach you are deleted.
            </label>
          </div>
          <p class="acts">
            <button class="quiet" type="submit">
              Withdraw
            </button>
          </p>
        </form>
      </section>
    </>
  );
}

function Answer({
  submission: { state, reason },
  became,
}: {
  submission: Submission;
  became: string | undefined;
}) {
  if (state === "received")
    return <p class="stand c8">It waits for a person of the desk to read it.</p>;
  if (state === "reading") return <p class="stand c8">Somebody of the desk is looking at it.</p>;
  if (state === "refused") return <p class="stand c8">{reason ?? "No reason was given."}</p>;
  return (
    <div class="c8">
      {reason !== null && <p class="stand">{reason}</p>}
      <p class="stand">
        {became === undefined ? (
          "What it became is no longer shown here."
        ) : (
          <a href={became}>See what it became</a>
        )}
      </p>
    </div>
  );
}

function Way({ state }: { readonly state: Submission["state"] }) {
  const reached = state === "received" ? 0 : state === "reading" ? 1 : 2;
  const steps = [
    stateWords("received"),
    stateWords("reading"),
    reached < 2 ? "answered" : stateWords(state),
  ];
  return (
    <ol class="path wide" aria-label="How far it has come">
      {steps.map((step, i) => (
        <li
          class={i <= reached ? "on" : undefined}
          aria-current={i === reached ? "step" : undefined}
        >
          <b>{step}</b>
        </li>
      ))}
    </ol>
  );
}

function What({ sent, contact }: { readonly sent: Sent; readonly contact: string | null }) {
  const { kind, place, country, lat, lon, words, distance, language, agreed, about } = sent;
  return (
    <>
      <p>{WISHES.find(([wish]) => wish === kind)?.[1]}</p>
      <p class="prose">{words}</p>
      <dl class="facts">
        <dt>Place</dt>
        <dd>
          {place}
          {country !== undefined && `, ${countryName(country, "en")}`}
          {lat !== undefined && ` (${lat}, ${lon})`}
        </dd>
        {distance !== undefined && (
          <>
            <dt>Would go</dt>
            <dd>{distance} km</dd>
          </>
        )}
        {language !== undefined && (
          <>
            <dt>Language</dt>
            <dd>{language}</dd>
          </>
        )}
        {about !== undefined && (
          <>
            <dt>In answer to</dt>
            <dd>
              <a href={`/opportunities/${about}`}>{about}</a>
            </dd>
          </>
        )}
        <dt>How to reach you</dt>
        <dd>{contact === null ? "nothing is kept" : `${contact} (for the desk alone)`}</dd>
        <dt>Publishing</dt>
        <dd>{agreed ? "you agreed to your words and the place" : "you did not agree"}</dd>
      </dl>
    </>
  );
}

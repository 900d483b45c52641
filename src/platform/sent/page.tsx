/** What the sender sees at the secret address: how far it has come, what was sent, and the way to take it back. */
import type { Submission } from "../private/submissions.ts";
import type { Html } from "../web/route.ts";
import { formatDay } from "../web/words.ts";
import type { SentSort } from "./sort.ts";

export interface SentProps {
  readonly submission: Submission;
  readonly sort: SentSort;
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

const WAY = {
  received: "received",
  reading: "being read",
  accepted: "accepted",
  refused: "not taken up",
  withdrawn: "withdrawn",
} as const;

/** What is left of one that was taken back. */
export function WithdrawnMain(): Html {
  return (
    <header class="row head">
      <h1 class="c10">{HEADINGS.withdrawn}</h1>
      <p class="stand c8">
        What you sent is gone from here. <a href="/take-part">Send something else.</a>
      </p>
    </header>
  );
}

export function SentMain(props: SentProps): Html {
  const { submission, sort, address, became, unsure = false } = props;
  const { state, received, about } = submission;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{HEADINGS[state]}</h1>
        <Answer submission={submission} sort={sort} became={became} />
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
        {sort.What(submission, address)}
      </section>
      <section aria-labelledby="withdraw">
        <h2 class="knot mini" id="withdraw">
          Take it back
        </h2>
        <form method="post" action={new URL(address).pathname}>
          {unsure && <p class="status">Nothing was withdrawn: tick the box first.</p>}
          <div class="field">
            <label class="tick">
              <input type="checkbox" name="sure" value="yes" required /> Withdraw it:{" "}
              {sort.withdrawing(submission)}
            </label>
          </div>
          <p class="acts">
            <button class="quiet" type="submit">
              Withdraw
            </button>
          </p>
        </form>
      </section>
      {(state === "refused" || state === "accepted") && (
        <p>
          <a href={sort.again(JSON.parse(about) as object)}>Send something else.</a>
        </p>
      )}
    </>
  );
}

function Answer({
  submission: { state, reason },
  sort,
  became,
}: {
  submission: Submission;
  sort: SentSort;
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
          (sort.preparing ?? "What it became is no longer shown here.")
        ) : (
          <a href={became}>See what it became</a>
        )}
      </p>
    </div>
  );
}

function Way({ state }: { readonly state: Submission["state"] }) {
  const reached = state === "received" ? 0 : state === "reading" ? 1 : 2;
  const steps = [WAY.received, WAY.reading, reached < 2 ? "answered" : WAY[state]];
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

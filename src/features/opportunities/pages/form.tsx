/** The form by which anybody asks or offers: plain, without script, without an account. Rule O1. */
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Problem,
  Tick,
  Words,
} from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Field, Problems } from "../sent.ts";
import { WISHES } from "../words.ts";

export interface FormProps {
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  readonly problems?: Problems;
  /** Why nothing was kept, where it is no field's fault. */
  readonly trouble?: string;
}

export function FormMain(props: FormProps): Html {
  const { typed, problems = {}, trouble } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c10">Ask or offer</h1>
        <p class="stand c8">
          A place without a connection, or something that you can lend. No account is needed. A
          person reads it; nothing is published unless you agree below.
        </p>
      </header>
      <NothingSent problems={problems} trouble={trouble} />
      <div class="row">
        <form class="c7" method="post" action="/take-part/opportunity">
          <section aria-label="Ask or offer">
            <Choice name="kind" options={WISHES} typed={typed} problems={problems} required>
              What is it about?
            </Choice>
            <Line name="place" typed={typed} problems={problems} required>
              Which place?
              <Hint>The name of a village or a town is enough.</Hint>
            </Line>
            <Line name="country" typed={typed} problems={problems}>
              In which country?
            </Line>
            <Words name="words" rows={6} typed={typed} problems={problems}>
              In your words
              <Hint>
                Who is there, what is missing, or what you can give. In any language. Please no
                address and no number here.
              </Hint>
            </Words>
            <Line name="distance" typed={typed} problems={problems} inputmode="numeric">
              If you offer: how many kilometres would you go?
            </Line>
            <Line name="contact" typed={typed} problems={problems}>
              How can the desk answer you?
              <Hint>
                Optional. Telephone, mail, or through a neighbour. Never shown; deleted when you
                withdraw.
              </Hint>
            </Line>
            <Line name="language" typed={typed} problems={problems}>
              In which language?
            </Line>
            <details class="media" open={Boolean(typed.lat ?? typed.lon)}>
              <summary>Position, if you know it</summary>
              <Line name="lat" typed={typed} problems={problems}>
                Degrees north
                <Hint>South is negative: -31.98. Published only rounded to about 11 km.</Hint>
              </Line>
              <Line name="lon" typed={typed} problems={problems}>
                Degrees east
                <Hint>West is negative.</Hint>
              </Line>
            </details>
            <Tick name="agree" typed={typed} problems={problems}>
              My words and the place may be published once a person has read them. Never how to
              reach me.
            </Tick>
            {typed.about && <input type="hidden" name="about" value={typed.about} />}
            <Problem of="about" problems={problems} />
            <p class="acts field">
              <button type="submit">Send</button>
            </p>
          </section>
        </form>
        <div class="c5 branch">
          <section aria-labelledby="then">
            <h2 class="knot mini" id="then">
              What happens then
            </h2>
            <ol class="path">
              <li class="on">
                <b>You get an address</b>
                <small>a page that only you know: keep it</small>
              </li>
              <li>
                <b>A person reads it</b>
                <small>and looks who or what may fit</small>
              </li>
              <li>
                <b>You see the answer there</b>
                <small>with the reason, whichever it is</small>
              </li>
              <li>
                <b>You can take it back there</b>
                <small>at any time; then the text is gone</small>
              </li>
            </ol>
          </section>
        </div>
      </div>
    </>
  );
}

/** The form by which anybody asks or offers: plain, without script, without an account. Rule O1. */
import type { Html } from "../../../platform/web/route.ts";
import type { Field, Problems, Typed } from "../sent.ts";
import { WISHES } from "../words.ts";

export interface FormProps {
  readonly typed: Partial<Typed>;
  readonly problems?: Problems;
  /** Why nothing was kept, where it is no field's fault. */
  readonly trouble?: string;
}

export function FormMain(props: FormProps): Html {
  const { typed, problems = {}, trouble } = props;
  const wrong = Object.keys(problems).length;
  return (
    <>
      <header class="row head">
        <h1 class="c10">Ask or offer</h1>
        <p class="stand c8">
          A place without a connection, or something that you can lend. No account is needed. A
          person reads it; nothing is published unless you agree below.
        </p>
      </header>
      {(trouble !== undefined || wrong > 0) && (
        <div class="aside" role="alert">
          <p>
            <strong>Nothing was sent yet.</strong>{" "}
            {trouble ?? `${wrong === 1 ? "One field needs" : `${wrong} fields need`} another look.`}
          </p>
        </div>
      )}
      <div class="row">
        <form class="c7" method="post" action="/take-part/opportunity">
          <section aria-label="Ask or offer">
            <Choice typed={typed} problems={problems} />
            <Line name="place" typed={typed} problems={problems} required>
              Which place?
              <Hint>The name of a village or a town is enough.</Hint>
            </Line>
            <Line name="country" typed={typed} problems={problems}>
              In which country?
            </Line>
            <div class="field">
              <label for="words">
                In your words
                <Hint>
                  Who is there, what is missing, or what you can give. In any language. Please no
                  address and no number here.
                </Hint>
              </label>
              <textarea
                id="words"
                name="words"
                rows={6}
                maxlength={2000}
                required
                {...marks("words", problems)}
              >
                {typed.words ?? ""}
              </textarea>
              <Problem of="words" problems={problems} />
            </div>
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
            <div class="field">
              <label class="tick">
                <input
                  type="checkbox"
                  name="agree"
                  value="yes"
                  checked={typed.agree === "yes"}
                  {...marks("agree", problems)}
                />{" "}
                My words and the place may be published once a person has read them. Never how to
                reach me.
              </label>
              <Problem of="agree" problems={problems} />
            </div>
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

interface FieldProps {
  readonly typed: Partial<Typed>;
  readonly problems: Problems;
}

function Choice({ typed, problems }: FieldProps) {
  return (
    <div class="field">
      <label for="kind">What is it about?</label>
      <select id="kind" name="kind" required {...marks("kind", problems)}>
        <option value="">Choose one</option>
        {WISHES.map(([kind, words]) => (
          <option value={kind} selected={typed.kind === kind}>
            {words}
          </option>
        ))}
      </select>
      <Problem of="kind" problems={problems} />
    </div>
  );
}

function Line(
  props: FieldProps & {
    readonly name: Field;
    readonly required?: boolean;
    readonly inputmode?: "numeric";
    readonly children: unknown;
  },
) {
  const { name, typed, problems, required, inputmode, children } = props;
  return (
    <div class="field">
      <label for={name}>{children}</label>
      <input
        id={name}
        name={name}
        value={typed[name] ?? ""}
        maxlength={200}
        autocomplete="off"
        inputmode={inputmode}
        required={required}
        {...marks(name, problems)}
      />
      <Problem of={name} problems={problems} />
    </div>
  );
}

const Hint = ({ children }: { readonly children: unknown }) => <span class="hint">{children}</span>;

const marks = (name: Field, problems: Problems) =>
  problems[name] === undefined
    ? {}
    : { "aria-invalid": "true" as const, "aria-describedby": `${name}-problem` };

function Problem({ of, problems }: { readonly of: Field; readonly problems: Problems }) {
  if (problems[of] === undefined) return <></>;
  return (
    <p class="status" id={`${of}-problem`}>
      {problems[of]}
    </p>
  );
}

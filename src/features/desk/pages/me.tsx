/** What is one's own at the desk: where one is signed in, PIN, another device, passkeys. */
import type { Account, SignIn } from "../../../platform/accounts/account.ts";
import type { Second } from "../../../platform/accounts/codes.ts";
import {
  Hint,
  NothingSent,
  Problem,
  Said,
  type FieldProps,
} from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { DeskWords } from "../words.ts";
import { CodesPart } from "../second/pages.tsx";
import type { Ways as OwnWays } from "../ways.ts";
import { LanguageChoice } from "./language.tsx";
import { SignOut } from "./sign-out.tsx";

interface Passkey {
  readonly id: string;
  /** The day on which it was added. */
  readonly since: string;
}

export interface MeProps extends FieldProps {
  readonly words: DeskWords;
  readonly lang: string;
  readonly account: Account;
  readonly signIns: readonly SignIn[];
  /** The sign-in that looks at the page. */
  readonly current: string;
  /** They came in lately: what opens the desk is changed then alone. */
  readonly isSure: boolean;
  readonly passkeys: readonly Passkey[];
  /** Codes from an app, where they are set up. */
  readonly codes: Second | undefined;
  readonly ways: OwnWays;
  /** What they are told of, and how. */
  readonly notices: Html;
  /** What was done last. */
  readonly done?: string | undefined;
}

export function MeMain(props: MeProps): Html {
  const { words, account, done, problems } = props;
  const { roles } = words;
  return (
    <>
      <header class="head tight">
        <h1>
          <bdi>{account.name}</bdi>
        </h1>
        <p class="meta">
          <span>{roles[account.role]}</span>
          {account.email !== undefined && <span>{account.email}</span>}
        </p>
      </header>
      {done !== undefined && <Said>{done}</Said>}
      <NothingSent heading={words.nothingSaved} problems={problems} lang={props.lang} />
      <div class="row">
        <div class="c7">
          <SignIns {...props} />
          {props.notices}
        </div>
        <div class="c5 branch">
          <Language {...props} />
          {props.isSure ? <Ways {...props} /> : <Again words={words} />}
        </div>
      </div>
      <SignOut words={words} isLast={!props.ways.bringBack} />
    </>
  );
}

/** What opens the desk, and how it is changed. */
const Ways = (props: MeProps): Html => (
  <>
    <Pin {...props} />
    <Passkeys {...props} />
    <CodesPart lang={props.lang} codes={props.codes} />
    <Device words={props.words} />
  </>
);

/** On the first page, for whoever came by a link and has no way of their own. */
export const FirstWay = (
  props: Pick<MeProps, "words" | "lang" | "account" | "passkeys" | "codes" | "ways">,
): Html => (
  <Section id="way" title={props.words.way.title}>
    <p>{props.words.way.why}</p>
    <div class="row">
      <div class="c7">
        <Pin {...props} problems={{}} />
      </div>
      <div class="c5 branch">
        <Passkeys {...props} />
        {props.ways.asksMore && <CodesPart lang={props.lang} codes={props.codes} />}
      </div>
    </div>
  </Section>
);

const Again = ({ words: { me: w } }: Pick<MeProps, "words">): Html => (
  <Section id="ways" title={w.ways} mini>
    <p>{w.waysAgain}</p>
    <p class="acts">
      <a class="button" href="/desk/sign-in?again&then=/desk/me">
        {w.waysOpen}
      </a>
    </p>
  </Section>
);

const Device = ({ words: { me: w } }: Pick<MeProps, "words">): Html => (
  <Section id="device" title={w.device} mini>
    <p>{w.deviceHint}</p>
    <form method="post" action="/desk/me/device">
      <p class="acts">
        <button type="submit">{w.deviceMake}</button>
      </p>
    </form>
  </Section>
);

function SignIns({ words: { me: w }, lang, signIns, current }: MeProps): Html {
  return (
    <Section id="sign-ins" title={w.signIns} mini>
      <p>{w.signInsHint}</p>
      <ul class="lines">
        {signIns.map(({ id, device, since, until }) => {
          const named = device === "" ? w.unknownDevice : device;
          return (
            <li>
              <span>
                <bdi>{named}</bdi>
                {id === current && ` (${w.thisOne})`}
                <br />
                <small>
                  {w.signedIn(
                    formatDay(since.slice(0, 10), lang),
                    formatDay(until.slice(0, 10), lang),
                  )}
                </small>
              </span>
              {id !== current && (
                <form method="post" action="/desk/me/sign-ins">
                  <input type="hidden" name="id" value={id} />
                  <button type="submit" class="quiet">
                    {w.end(named)}
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Language({ words: { language: w }, lang }: MeProps): Html {
  return (
    <Section id="language-part" title={w.title} mini>
      <form method="post" action="/desk/me/language">
        <LanguageChoice words={w} chosen={lang} />
        <p class="acts">
          <button type="submit">{w.set}</button>
        </p>
      </form>
    </Section>
  );
}

function Pin({
  words: { me: w },
  account,
  problems,
}: Pick<MeProps, "words" | "account" | "problems">): Html {
  return (
    <Section id="pin-part" title={w.pin} mini>
      <p>{account.hasPin ? w.pinHas : w.pinNone}</p>
      <form method="post" action="/desk/me/pin">
        <PinField name="pin" problems={problems}>
          {w.pinNew}
          <Hint>{w.pinHint}</Hint>
        </PinField>
        <PinField name="again" problems={problems}>
          {w.pinAgain}
        </PinField>
        <p class="acts">
          <button type="submit">{w.pinSet}</button>
        </p>
      </form>
    </Section>
  );
}

function PinField(
  props: Pick<FieldProps, "problems"> & { readonly name: string; readonly children: unknown },
): Html {
  const { name, problems, children } = props;
  const wrong = problems[name] !== undefined;
  return (
    <div class="field">
      <label for={name}>{children}</label>
      <Problem of={name} called={children} problems={problems} />
      <input
        id={name}
        name={name}
        type="password"
        inputmode="numeric"
        autocomplete="new-password"
        required
        maxlength={60}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? `${name}-problem` : undefined}
      />
    </div>
  );
}

function Passkeys({
  words: { me: w, passkey },
  lang,
  passkeys,
}: Pick<MeProps, "words" | "lang" | "passkeys">): Html {
  return (
    <Section id="passkeys" title={w.passkeys} mini>
      <p>{w.passkeysHint}</p>
      {passkeys.length === 0 ? (
        <p class="wanted">{w.passkeyNone}</p>
      ) : (
        <ul class="lines">
          {passkeys.map(({ id, since }, i) => (
            <li>
              <span>{w.passkeyLine(i + 1, formatDay(since, lang))}</span>
              <form method="post" action="/desk/me/passkeys">
                <input type="hidden" name="id" value={id} />
                <button type="submit" class="quiet" aria-label={w.passkeyRemoveOne(i + 1)}>
                  {w.passkeyRemove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <p data-no-passkey>
        <small>{w.passkeyNot}</small>
      </p>
      <div hidden data-passkey="add">
        <p class="acts">
          <button type="button">{w.passkeyAdd}</button>
        </p>
        <p class="status" role="status" hidden>
          {passkey.failed}
        </p>
      </div>
    </Section>
  );
}

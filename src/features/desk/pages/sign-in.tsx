/** The ways in: a name with a PIN, a link by mail, a link or code that somebody gave. */
import { Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { DeskWords } from "../words.ts";
import { LanguageLinks } from "./language.tsx";

export type SignInTrouble = keyof DeskWords["signIn"]["troubles"];

interface SignInProps {
  readonly words: DeskWords;
  /** Where the forms go: with the language, where one was chosen. */
  readonly action: string;
  /** Where to go on afterwards. */
  readonly onward: string;
  readonly trouble: SignInTrouble | undefined;
  /** Somebody who is signed in is asked to confirm that it is them. */
  readonly isAgain: boolean;
  /** Whether links can be sent by mail. */
  readonly mails: boolean;
}

export function SignIn(props: SignInProps): Html {
  const { words, onward, trouble, isAgain, mails, action } = props;
  const { signIn: w } = words;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{isAgain ? w.again : w.title}</h1>
        <p class="stand c8">{isAgain ? w.againStand : w.stand}</p>
        <LanguageLinks
          words={words.language}
          lang={words.lang}
          at={`/desk/sign-in?then=${encodeURIComponent(onward)}`}
        />
      </header>
      {trouble !== undefined && <Said isWrong>{w.troubles[trouble]}</Said>}
      <div class="row">
        <section
          class="c4"
          hidden
          data-passkey="sign-in"
          data-then={onward}
          data-lang={action.split("=")[1]}
          aria-labelledby="passkey-way"
        >
          <h2 class="knot mini" id="passkey-way">
            {words.passkey.heading}
          </h2>
          <p class="acts">
            <button type="button">{words.passkey.signIn}</button>
          </p>
          <p class="status" role="status" hidden>
            {words.passkey.failed}
          </p>
        </section>
        <WithPin {...props} />
        {mails && <ByMail {...props} />}
      </div>
      <p class="aside">{w.neither}</p>
    </>
  );
}

function WithPin({ words: { signIn: w }, action, onward }: SignInProps) {
  return (
    <form class="c4" method="post" action={action} aria-labelledby="pin-way">
      <h2 class="knot mini" id="pin-way">
        {w.withPin}
      </h2>
      <input type="hidden" name="way" value="pin" />
      <input type="hidden" name="then" value={onward} />
      <div class="field">
        <label for="name">{w.name}</label>
        <input id="name" name="name" autocomplete="username" required maxlength={200} dir="auto" />
      </div>
      <div class="field">
        <label for="pin">{w.pin}</label>
        <input
          id="pin"
          name="pin"
          type="password"
          inputmode="numeric"
          autocomplete="current-password"
          required
          maxlength={40}
        />
      </div>
      <p class="acts">
        <button type="submit">{w.comeIn}</button>
      </p>
    </form>
  );
}

function ByMail({ words: { signIn: w }, action, onward }: SignInProps) {
  return (
    <form class="c4" method="post" action={action} aria-labelledby="mail-way">
      <h2 class="knot mini" id="mail-way">
        {w.byMail}
      </h2>
      <input type="hidden" name="way" value="mail" />
      <input type="hidden" name="then" value={onward} />
      <div class="field">
        <label for="email">{w.mail}</label>
        <input id="email" name="email" type="email" autocomplete="email" required maxlength={200} />
      </div>
      <p class="acts">
        <button type="submit">{w.send}</button>
      </p>
    </form>
  );
}

export const MailSent = (props: { readonly words: DeskWords; readonly minutes: number }): Html => (
  <PageHead title={props.words.signIn.look} stand={props.words.signIn.onItsWay(props.minutes)} />
);

/** @param at the address of the link */
export function CameByLink({ words, at }: { words: DeskWords; at: string }): Html {
  const { signIn: w } = words;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{w.comeIn}</h1>
        <p class="stand c8">{w.byLink}</p>
        <LanguageLinks words={words.language} lang={words.lang} at={at} />
      </header>
      <form method="post">
        <p class="acts">
          <button type="submit">{w.comeIn}</button>
        </p>
      </form>
    </>
  );
}

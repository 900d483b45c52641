/** The ways in: a name with a PIN, a link by mail, a link or code that somebody gave. */
import type { Html } from "../../../platform/web/route.ts";
import type { DeskWords } from "../words.ts";

export type SignInTrouble = "pin" | "link" | "often";

const TROUBLES: Readonly<Record<SignInTrouble, string>> = {
  pin: "Name and PIN do not belong together, or there were five wrong tries: then please wait a quarter of an hour.",
  link: "This link was used already, or its time is over. Ask for a new one.",
  often: "There were too many tries in this hour. Please try again in the next one.",
};

export function SignIn(props: {
  readonly words: DeskWords;
  /** Where to go on afterwards. */
  readonly onward: string;
  readonly trouble: SignInTrouble | undefined;
  /** Whether links can be sent by mail. */
  readonly mails: boolean;
}): Html {
  const { words, onward, trouble, mails } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c10">Sign in</h1>
        <p class="stand c8">
          For those who keep this campaign. To read, to send a story or to measure, nobody needs an
          account.
        </p>
      </header>
      {trouble !== undefined && (
        <p class="aside" role="alert">
          {TROUBLES[trouble]}
        </p>
      )}
      <div class="row">
        <section
          class="c4"
          hidden
          data-passkey="sign-in"
          data-then={onward}
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
        <form class="c4" method="post" action="/desk/sign-in" aria-labelledby="pin-way">
          <h2 class="knot mini" id="pin-way">
            With a PIN
          </h2>
          <input type="hidden" name="way" value="pin" />
          <input type="hidden" name="then" value={onward} />
          <div class="field">
            <label for="name">Your name at the desk</label>
            <input id="name" name="name" autocomplete="username" required maxlength={200} />
          </div>
          <div class="field">
            <label for="pin">PIN</label>
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
            <button type="submit">Come in</button>
          </p>
        </form>
        {mails && (
          <form class="c4" method="post" action="/desk/sign-in" aria-labelledby="mail-way">
            <h2 class="knot mini" id="mail-way">
              By mail
            </h2>
            <input type="hidden" name="way" value="mail" />
            <input type="hidden" name="then" value={onward} />
            <div class="field">
              <label for="email">Your mail address</label>
              <input
                id="email"
                name="email"
                type="email"
                autocomplete="email"
                required
                maxlength={200}
              />
            </div>
            <p class="acts">
              <button type="submit">Send me a link</button>
            </p>
          </form>
        )}
      </div>
      <p class="aside">
        Neither works? Somebody who is signed in can show you a code to scan, or an owner can give
        you a new link.
      </p>
    </>
  );
}

export const MailSent = ({ minutes }: { readonly minutes: number }): Html => (
  <header class="row head">
    <h1 class="c10">Look into your mail</h1>
    <p class="stand c8">
      If an account has this address, a link is on its way. It works once, within {minutes} minutes.
    </p>
  </header>
);

export const CameByLink = (): Html => (
  <>
    <header class="row head">
      <h1 class="c10">Come in</h1>
      <p class="stand c8">This link signs you in once, on this device.</p>
    </header>
    <form method="post">
      <p class="acts">
        <button type="submit">Come in</button>
      </p>
    </form>
  </>
);

/** The ways in: a name with a PIN, a link by mail, a link or code that somebody gave. */
import { Said } from "../../../platform/web/form-fields.tsx";
import { filled } from "../../../platform/words/inline.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { DeskWords } from "../words.ts";
import type { Ways } from "../ways.ts";
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
  /** Of whoever is signed in: no way is asked for that they do not have. */
  readonly own?: OwnProof | undefined;
}
export interface OwnProof {
  readonly ways: Ways;
  readonly isOwner: boolean;
  /** Makes a link for them, on the machine that serves. */
  readonly command: string;
}

export function SignIn(props: SignInProps): Html {
  const { words, onward, trouble, isAgain, own } = props;
  const { signIn: w } = words;
  const isStuck = own !== undefined && !own.ways.bringBack;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{isAgain ? w.again : w.title}</h1>
        <p class="stand c8">{isStuck ? stuck(words, own) : isAgain ? w.againStand : w.stand}</p>
        <LanguageLinks
          words={words.language}
          lang={words.lang}
          at={`/desk/sign-in?${isAgain ? "again&" : ""}then=${encodeURIComponent(onward)}`}
        />
      </header>
      {trouble !== undefined && <Said isWrong>{w.troubles[trouble]}</Said>}
      {isStuck ? <NoProof words={words} own={own} /> : <Proofs {...props} />}
    </>
  );
}

const stuck = ({ way: w }: DeskWords, { ways }: OwnProof): string =>
  ways.asksMore ? w.noneMore : w.none;

/** Only who gives them a link can let them do this. */
const NoProof = ({ words: { way: w }, own }: { words: DeskWords; own: OwnProof }): Html => (
  <p id="no-proof">
    {own.isOwner
      ? filled(w.askMachine("{command}"), { command: <code dir="ltr">{own.command}</code> })
      : w.askOwner}
  </p>
);

function Proofs(props: SignInProps) {
  const { words, onward, mails, action, own } = props;
  const { signIn: w } = words;
  return (
    <>
      {own?.ways.passkey && !own.ways.pin && !own.ways.mail && (
        <p data-no-passkey>{words.me.passkeyNot}</p>
      )}
      <div class="row">
        {(!own || own.ways.passkey) && (
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
        )}
        {(own?.ways.pin ?? true) && <WithPin {...props} />}
        {(own?.ways.mail ?? mails) && <ByMail {...props} />}
      </div>
      <p class="aside">{w.neither}</p>
    </>
  );
}

function WithPin(props: SignInProps) {
  const { signIn: w } = props.words;
  return (
    <Way {...props} of="pin" title={w.withPin} send={w.comeIn}>
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
    </Way>
  );
}

function ByMail(props: SignInProps) {
  const { signIn: w } = props.words;
  return (
    <Way {...props} of="mail" title={w.byMail} send={w.send}>
      <div class="field">
        <label for="email">{w.mail}</label>
        <input id="email" name="email" type="email" autocomplete="email" required maxlength={200} />
      </div>
    </Way>
  );
}

function Way(
  props: Pick<SignInProps, "action" | "onward"> & {
    readonly of: "pin" | "mail";
    readonly title: string;
    readonly send: string;
    readonly children: unknown;
  },
) {
  const { action, onward, of, title, send, children } = props;
  return (
    <form class="c4" method="post" action={action} aria-labelledby={`${of}-way`}>
      <h2 class="knot mini" id={`${of}-way`}>
        {title}
      </h2>
      <input type="hidden" name="way" value={of} />
      <input type="hidden" name="then" value={onward} />
      {children}
      <p class="acts">
        <button type="submit">{send}</button>
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

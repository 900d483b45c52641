/** The second factor: what is asked where somebody comes in, and codes from an app on one's own page. */
import type { Account } from "../../../platform/accounts/account.ts";
import type { Begun, Second as Codes } from "../../../platform/accounts/codes.ts";
import { Line, Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { QrCode } from "../../../platform/web/share.tsx";
import { formatDay } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { DeskWords } from "../words.ts";
import { SignOut } from "../pages/sign-out.tsx";
import { wordsIn } from "./words.ts";
import type { SecondWords } from "./words.ts";

export type CodeTrouble = keyof SecondWords["troubles"];

/** For those who came in with a PIN or a mail, where more is asked. */
export function Second(props: {
  readonly words: DeskWords;
  readonly must: "prove" | "ask";
  readonly hasCodes: boolean;
  readonly hasPasskey: boolean;
  /** Where to go on then. */
  readonly onward: string;
  readonly trouble?: CodeTrouble | undefined;
}): Html {
  const { words, must, hasCodes, hasPasskey, onward, trouble } = props;
  const w = wordsIn(words.lang);
  return (
    <>
      <PageHead title={w.title} stand={must === "prove" ? w.prove : w.ask} />
      {trouble !== undefined && <Said isWrong>{w.troubles[trouble]}</Said>}
      <div class="row">
        {hasCodes && (
          <form class="c4" method="post" action="/desk/second">
            <input type="hidden" name="then" value={onward} />
            <div class="field">
              <label for="code">{w.code}</label>
              <CodeInput isFirst={trouble === undefined} />
            </div>
            <p class="acts">
              <button type="submit">{words.signIn.comeIn}</button>
            </p>
          </form>
        )}
        {hasPasskey && (
          <Section class="c4" id="passkey-way" title={words.passkey.heading} mini>
            <p data-no-passkey>{words.me.passkeyNot}</p>
            <div hidden data-passkey="sign-in" data-then={onward}>
              <p class="acts">
                <button type="button">{words.passkey.signIn}</button>
              </p>
              <p class="status" role="status" hidden>
                {words.passkey.failed}
              </p>
            </div>
          </Section>
        )}
      </div>
      {must === "prove" && <p class="aside">{w.lost}</p>}
      <SignOut words={words} />
    </>
  );
}

const CodeInput = ({ isFirst }: { readonly isFirst: boolean }): Html => (
  <input
    id="code"
    name="code"
    inputmode="numeric"
    autocomplete="one-time-code"
    required
    maxlength={40}
    dir="ltr"
    autofocus={isFirst}
  />
);

/** On one's own page. */
export function CodesPart(props: {
  readonly lang: string;
  readonly codes: Codes | undefined;
}): Html {
  const { lang, codes } = props;
  const w = wordsIn(lang);
  return (
    <Section id="codes" title={w.codes} mini>
      <p>{w.codesHint}</p>
      {codes && <p>{w.since(formatDay(codes.since, lang), codes.left)}</p>}
      <p class="acts">
        <a class="button" href="/desk/me/codes">
          {w.codesSet}
        </a>
      </p>
      {codes && (
        <>
          <form method="post" action="/desk/me/codes/backup">
            <p class="acts">
              <button type="submit">{w.codesNew}</button>
            </p>
          </form>
          <form method="post" action="/desk/me/codes/remove">
            <p class="acts">
              <button type="submit" class="quiet">
                {w.codesRemove}
              </button>
            </p>
          </form>
        </>
      )}
    </Section>
  );
}

/** A key for the app, and the form that says that the app has it. */
export function SetUp(props: {
  readonly words: DeskWords;
  readonly begun: Begun;
  readonly isWrong: boolean;
}): Html {
  const { words, begun, isWrong } = props;
  const w = wordsIn(words.lang);
  const problems = isWrong ? { code: w.wrong } : {};
  return (
    <>
      <PageHead title={w.codesSet} stand={w.scan} tight />
      <div class="row">
        <div class="c7">
          <p>
            <a href={begun.uri}>{w.open}</a>
          </p>
          <div class="field">
            <label for="key">{w.key}</label>
            <textarea id="key" rows={2} readonly dir="ltr">
              {grouped(begun.secret)}
            </textarea>
          </div>
          <form method="post" action="/desk/me/codes">
            <input type="hidden" name="sealed" value={begun.sealed} />
            <Line
              name="code"
              typed={{}}
              problems={problems}
              inputmode="numeric"
              maxlength={40}
              required
            >
              {w.now}
            </Line>
            <p class="acts">
              <button type="submit">{w.confirm}</button>
            </p>
          </form>
        </div>
        <div class="c5">
          <QrCode text={begun.uri} class="code" />
        </div>
      </div>
      <Back words={words} />
    </>
  );
}

/** Shown once. */
export function BackupCodes(props: {
  readonly words: DeskWords;
  readonly codes: readonly string[];
}): Html {
  const w = wordsIn(props.words.lang);
  return (
    <>
      <PageHead title={w.backups} stand={w.backupsHint} tight />
      <ul class="lines" dir="ltr">
        {props.codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Back words={props.words} />
    </>
  );
}

const Back = ({ words }: { readonly words: DeskWords }): Html => (
  <p>
    <a href="/desk/me">{words.me.title}</a>
  </p>
);

/** For an owner, on the page of somebody else who has a second factor. */
export const ResetSecond = (props: { readonly of: Account; readonly lang: string }): Html => {
  const w = wordsIn(props.lang);
  return (
    <form class="c4" method="post" action={`/desk/accounts/${props.of.id}/reset`}>
      <p>{w.resetHint}</p>
      <p class="acts">
        <button type="submit" class="quiet">
          {w.reset}
        </button>
      </p>
    </form>
  );
};

/** Easier to type from one screen into another. */
const grouped = (secret: string): string => secret.replaceAll(/.{4}(?=.)/g, "$& ");

/** The form by which somebody signs, and what is said after each step. Rules OL3 to OL5. */
import { TakeBack } from "../../../platform/web/take-back.tsx";
import { Hint, Line, NothingSent } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import { QrCode } from "../../../platform/web/share.tsx";
import { PassOn, Thanks, type ToPassOn } from "../../../platform/web/thanks.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { foreign } from "../../../platform/words/inline.tsx";
import type { Signature } from "../private.ts";
import { MAX_NAME, MAX_SENTENCE } from "../records.ts";
import type { SignProblems, TypedSignature } from "../form.ts";
import type { LetterWords } from "../words.ts";
import { CountryChoice, KindChoice } from "./choices.tsx";

export interface SignProps {
  readonly typed: TypedSignature;
  readonly problems?: SignProblems;
  readonly trouble?: string;
  /** The letter’s own title. */
  readonly letter: string;
  /** The language that the letter is written in. */
  readonly own: string;
  /** Whether this copy can send mail. */
  readonly mails: boolean;
  /** Lines of the campaign's postal address. */
  readonly post: readonly string[];
  readonly words: LetterWords;
  readonly to: (path: string) => string;
}

export function SignMain(props: SignProps): Html {
  const { letter, own, mails, post, words, to } = props;
  const { form } = words;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{form.title}</h1>
        <p class="stand c8">{mails ? form.lead : form.leadByHand}</p>
        <p>
          <a class="more" href={to("/letter")} {...foreign(own, words.lang)}>
            {letter}
          </a>
        </p>
      </header>
      <Form {...props} />
      <ByPost post={post}>{form.byPost}</ByPost>
    </>
  );
}

function ByPost({ post, children }: { readonly post: readonly string[]; children: string }) {
  if (post.length === 0) return <></>;
  return (
    <p>
      {children}
      {post.map((line) => (
        <>
          <br />
          <bdi>{line}</bdi>
        </>
      ))}
    </p>
  );
}

function Form({ typed, problems = {}, trouble, mails, words, to }: SignProps) {
  const { form } = words;
  const field = { typed, problems };
  return (
    <>
      <NothingSent problems={problems} trouble={trouble ?? problems.id} lang={words.lang} />
      <form class="c7" method="post" action={to("/letter/sign")}>
        <input type="hidden" name="id" value={typed.id ?? ""} />
        <Line name="name" autocomplete="name" maxlength={MAX_NAME} required {...field}>
          {form.name}
          <Hint>{form.nameHint}</Hint>
        </Line>
        <KindChoice words={words} {...field} />
        <Line name="place" maxlength={MAX_NAME} {...field}>
          {form.place}
          <Hint>{form.placeHint}</Hint>
        </Line>
        <CountryChoice words={words} {...field} />
        <Line name="words" maxlength={MAX_SENTENCE} {...field}>
          {form.words}
          <Hint>{form.wordsHint}</Hint>
        </Line>
        {mails && (
          <Line name="address" type="email" autocomplete="email" maxlength={254} {...field}>
            {form.address}
            <Hint>{form.addressHint}</Hint>
          </Line>
        )}
        <p class="acts field">
          <button type="submit">{form.send}</button>
        </p>
      </form>
    </>
  );
}

/** A step that has nothing to press. @param props `passOn` after something was given */
export function StepMain(props: {
  readonly title: string;
  readonly text: string;
  readonly passOn?: Parameters<typeof PassOn>[0];
  readonly onward: { readonly to: string; readonly words: string };
}): Html {
  const head = props.passOn ? (
    <Thanks title={props.title} next={props.text} />
  ) : (
    <PageHead title={props.title} stand={props.text} />
  );
  return (
    <>
      {head}
      {props.passOn && <PassOn {...props.passOn} />}
      <p>
        <a class="more" href={props.onward.to}>
          {props.onward.words}
        </a>
      </p>
    </>
  );
}

/** What whoever signed sees at the secret address: one button before, where a mail led here, and another one after. */
export function ManageLinkMain(props: {
  readonly row: Signature;
  /** Of this page, whole, where no mail says it. */
  readonly address: string | undefined;
  readonly letter: ToPassOn;
  readonly frame: Frame;
  readonly action: string;
  /** Taking it back was asked for without the tick. */
  readonly unsure?: boolean;
  readonly words: LetterWords;
  readonly to: (path: string) => string;
}): Html {
  const { row, address, letter, frame, action, unsure = false, words, to } = props;
  const { mine } = words;
  const { state, name, place, kind, reason } = row;
  const isAsked = state === "asked" && address === undefined;
  const isGiven = !isAsked && state !== "withdrawn";
  return (
    <>
      {isGiven ? (
        <Thanks title={mine.thanks} next={mine.states[state]} />
      ) : (
        <PageHead title={mine.title} stand={state === "asked" ? mine.press : mine.states[state]} />
      )}
      {reason !== null && (
        <p>
          {mine.reason}: <bdi>{reason}</bdi>
        </p>
      )}
      {state !== "withdrawn" && (
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>
          {", "}
          {words.kinds[kind as keyof typeof words.kinds]}
          {place !== null && (
            <>
              {", "}
              <bdi>{place}</bdi>
            </>
          )}
          {row.words !== null && (
            <>
              <br />
              <q dir="auto">{row.words}</q>
            </>
          )}
        </p>
      )}
      {isAsked && (
        <form method="post" action={action}>
          <input type="hidden" name="do" value="sign" />
          <p class="acts">
            <button type="submit">{mine.confirm}</button>
          </p>
        </form>
      )}
      {isGiven && (
        <>
          <PassOn frame={frame} lang={words.lang} page={letter} />
          <Keep address={address} words={words} />
          <TakeBack
            action={action}
            does="withdraw"
            unsure={unsure}
            words={{
              title: mine.takeBack,
              unsure: mine.unsure,
              sure: mine.sure,
              send: mine.takeBackSend,
            }}
          />
        </>
      )}
      <p>
        <a class="more" href={to("/letter")}>
          {mine.see}
        </a>
      </p>
    </>
  );
}

/** The way back, which no mail says to whoever gave no address. */
function Keep({
  address,
  words: { mine },
}: Pick<SignProps, "words"> & { readonly address: string | undefined }): Html {
  if (address === undefined) return <p>{mine.keep}</p>;
  return (
    <Section id="keep" title={mine.address} mini>
      <p>
        {mine.keepAddress}
        <br />
        <a href={address} dir="ltr">
          {address}
        </a>
      </p>
      <QrCode text={address} class="code" />
    </Section>
  );
}

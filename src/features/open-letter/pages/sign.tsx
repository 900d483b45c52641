/** The form by which somebody signs, and what is said after each step. Rules OL3 to OL5. */
import { TakeBack } from "../../../platform/web/take-back.tsx";
import { Hint, Line, NothingSent } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { QrCode } from "../../../platform/web/share.tsx";
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

/** A step that has nothing to press. */
export function StepMain(props: {
  readonly title: string;
  readonly text: string;
  readonly onward: { readonly to: string; readonly words: string };
}): Html {
  return (
    <>
      <PageHead title={props.title} stand={props.text} />
      <p>
        <a class="more" href={props.onward.to}>
          {props.onward.words}
        </a>
      </p>
    </>
  );
}

/** How whoever has no mail address lets the desk know that it was them. */
interface ByHand {
  readonly code: string;
  /** Of this page, whole. */
  readonly address: string;
  readonly post: readonly string[];
}

/** What whoever signed sees at the secret address: one button before, or a code to hand over; another button after. */
export function ManageLinkMain(props: {
  readonly row: Signature;
  /** Where the desk is waited for. */
  readonly hand: ByHand | undefined;
  readonly action: string;
  /** Taking it back was asked for without the tick. */
  readonly unsure?: boolean;
  readonly words: LetterWords;
  readonly to: (path: string) => string;
}): Html {
  const { row, hand, action, unsure = false, words, to } = props;
  const { mine } = words;
  const { state, name, place, kind, reason } = row;
  return (
    <>
      <PageHead title={mine.title} stand={hand ? mine.byHand : mine.states[state]} />
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
      {hand && <Code hand={hand} words={words} to={to} />}
      {state === "asked" && !hand && (
        <form method="post" action={action}>
          <input type="hidden" name="do" value="sign" />
          <p class="acts">
            <button type="submit">{mine.confirm}</button>
          </p>
        </form>
      )}
      {(state !== "asked" || hand) && state !== "withdrawn" && (
        <>
          {!hand && <p>{mine.keep}</p>}
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

function Code({
  hand,
  words,
  to,
}: Pick<SignProps, "words" | "to"> & { readonly hand: ByHand }): Html {
  const { mine } = words;
  return (
    <Section id="code" title={mine.code} mini>
      <p class="stand">
        <b dir="ltr">{hand.code}</b>
      </p>
      <p>
        {mine.codeIs} <a href={to("/take-part")}>{mine.reach}</a>
      </p>
      <ByPost post={hand.post}>{mine.byPost}</ByPost>
      <p>
        {mine.keepAddress}
        <br />
        <a href={hand.address} dir="ltr">
          {hand.address}
        </a>
      </p>
      <QrCode text={hand.address} class="code" />
    </Section>
  );
}

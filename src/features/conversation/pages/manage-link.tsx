/** What its author sees at the secret address: whether it is shown, and the ways to change it and to take it back. Rule CO9. */
import { TakeBack } from "../../../platform/web/take-back.tsx";
import { Problem } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { PassOn, Thanks } from "../../../platform/web/thanks.tsx";
import { MAX_WORDS } from "../bounds.ts";
import { reasonIn } from "../reasons.ts";
import { keptUntil, waitingIn } from "../recordings.ts";
import { Said } from "../text.tsx";
import { commentPath, type Thing } from "../things.ts";
import type { ConversationWords } from "../words.ts";
import type { Remark } from "../private/remark.ts";

interface ManageLinkProps {
  readonly remark: Remark;
  /** The full secret address. */
  readonly address: string;
  readonly thing: Thing | undefined;
  /** Words that did not fit, and why. */
  readonly text?: string;
  readonly problem?: string;
  /** Taking it back was asked for without the tick. */
  readonly unsure?: boolean;
  /** Work that is asked of the browser: until it is done, these words wait behind the others. */
  readonly challenge?: string;
  readonly words: ConversationWords;
  readonly frame: Frame;
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function ManageLinkMain(props: ManageLinkProps): Html {
  const { remark, address, thing, challenge, words, to, unsure = false } = props;
  const { mine } = words;
  const action = new URL(address).pathname;
  const { state, reason, text, edit } = remark;
  const recording = waitingIn(remark);
  return (
    <>
      {state === "waiting" || state === "second" ? (
        <Thanks title={mine.thanks} next={mine.states[state]} />
      ) : (
        <PageHead title={mine.title} stand={mine.states[state]} />
      )}
      {reason !== null && (
        <p>
          {mine.reason}: <bdi>{reasonIn(words, reason)}</bdi>
        </p>
      )}
      {challenge !== undefined && (
        <p class="aside" role="status" data-challenge={challenge} data-done={mine.proven}>
          {mine.behind}
        </p>
      )}
      {edit !== null && <p class="aside">{mine.editWaits}</p>}
      {state === "accepted" && thing && (
        <p>
          <a href={to(commentPath(thing, remark.id))}>{mine.see}</a>
        </p>
      )}
      {state !== "withdrawn" && (
        <>
          <Section id="words" title={mine.words} mini>
            <blockquote class="aside said" dir="auto">
              <Said text={edit ?? text} />
            </blockquote>
            {recording && <p class="small">{words.recordings[recording.kind].name}</p>}
          </Section>
          <PassOn
            frame={props.frame}
            lang={props.lang}
            page={thing && { path: thing.path, title: thing.title, lang: thing.lang }}
          />
          <Section id="address" title={mine.address} mini>
            <p>
              <a href={address} dir="ltr">
                {address}
              </a>
            </p>
            <p>{mine.keep}</p>
          </Section>
          {state === "refused" ? (
            <Appeal {...props} action={action} />
          ) : (
            <TextForm
              {...props}
              action={action}
              what="edit"
              heading={mine.change}
              send={mine.changeSend}
              text={props.text ?? edit ?? text}
            />
          )}
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
    </>
  );
}

function Appeal(props: ManageLinkProps & { readonly action: string }) {
  const { remark, words } = props;
  const { mine } = words;
  if (remark.appeal !== null) return <p>{mine.appealed}</p>;
  const heard = waitingIn(remark)
    ? mine.recordingUntil(formatDay(keptUntil(remark), words.lang))
    : remark.came === "voice" && mine.recordingGone;
  return (
    <TextForm
      {...props}
      what="appeal"
      heading={mine.appeal}
      hint={heard ? `${mine.appealHint} ${heard}` : mine.appealHint}
      send={mine.appealSend}
      text={props.text ?? ""}
    />
  );
}

function TextForm(
  props: Pick<ManageLinkProps, "problem"> & {
    readonly action: string;
    readonly what: "edit" | "appeal";
    readonly heading: string;
    readonly hint?: string;
    readonly send: string;
    readonly text: string;
  },
) {
  const { problem, action, what, heading, hint, send, text } = props;
  return (
    <Section id={what} title={heading} mini>
      <form class="c7" method="post" action={action}>
        <input type="hidden" name="do" value={what} />
        <div class="field">
          {hint !== undefined && <p>{hint}</p>}
          <textarea
            name="text"
            rows={6}
            maxlength={MAX_WORDS}
            required
            dir="auto"
            aria-labelledby={what}
          >
            {text}
          </textarea>
          {problem !== undefined && <Problem of="text" problems={{ text: problem }} />}
        </div>
        <p class="acts">
          <button class="quiet" type="submit">
            {send}
          </button>
        </p>
      </form>
    </Section>
  );
}

/** Where a learner opens their card: by its code, then by the digits on it. */
import { Hint, Line } from "../../../../platform/web/form-fields.tsx";
import { PlainHead } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { filled } from "../../../../platform/words/inline.tsx";
import { Seen } from "../../pictures.tsx";
import type { Seat } from "../seat.ts";
import { DoneForm, WithPicture, type Props } from "./parts.tsx";

/** @param props.said what became of what was done before @param props.seat who is at work here already */
export function CodeMain(
  props: Props & {
    readonly said?: string | undefined;
    readonly seat?: Seat | undefined;
    readonly typed?: string;
    readonly problem?: string | undefined;
    readonly tongues: Html;
  },
): Html {
  const { words, to, said, seat, typed = "", problem, tongues } = props;
  const problems = problem === undefined ? {} : { code: problem };
  return (
    <>
      <PlainHead title={words.title} stand={seat ? undefined : words.lead} />
      {said !== undefined && (
        <p class="aside" role="status">
          {said}
        </p>
      )}
      {seat && <Here {...props} seat={seat} />}
      <form method="post" action={to("/class")} class="tell typed" autocomplete="off">
        <Line name="code" typed={{ code: typed }} problems={problems} maxlength={40} required>
          {words.code} <Hint>{words.codeHint}</Hint>
        </Line>
        <p class="acts">
          <button class={seat ? "quiet" : "large"}>{words.open}</button>
        </p>
      </form>
      {tongues}
    </>
  );
}

const Here = ({ words, to, seat }: Props & { readonly seat: Seat }): Html => {
  const name = <bdi>{seat.learner.name}</bdi>;
  return (
    <div class="aside">
      <p>{filled(words.isHere("{name}"), { name })}</p>
      <p class="acts">
        <a class="button large" href={to("/class/now")}>
          {filled(words.goOn("{name}"), { name })}
        </a>
      </p>
      <p class="small">{words.notYou}</p>
      <DoneForm words={words} to={to} seat={seat} />
    </div>
  );
};

/** Whoever has the code alone, which may have been read over a shoulder, sees the picture and nothing of whose card it is. */
export function CardMain(
  props: Props &
    Pick<Seat, "learner"> & { readonly code: string; problem?: string | undefined; tongues: Html },
): Html {
  const { words, to, learner, code, problem, tongues } = props;
  const problems = problem === undefined ? {} : { pin: problem };
  return (
    <>
      <PlainHead title={words.card} />
      <WithPicture words={words} learner={learner} />
      <p class="small">
        <Seen /> {words.notice}
      </p>
      <form method="post" action={to(`/class/c/${code}`)} class="tell typed" autocomplete="off">
        <Line name="pin" typed={{}} problems={problems} inputmode="numeric" maxlength={12} required>
          {words.pin} <Hint>{words.pinHint}</Hint>
        </Line>
        <p class="acts">
          <button class="large">{words.come}</button>
          <a class="button quiet" href={to("/class")}>
            {words.notYours}
          </a>
        </p>
      </form>
      {tongues}
    </>
  );
}

/** A card that opens nothing, and why. */
export const NoCardMain = (
  props: Props & { readonly title: string; readonly why: unknown },
): Html => (
  <>
    <PlainHead title={props.title} stand={props.why} />
    <p class="acts">
      <a class="button" href={props.to("/class")}>
        {props.words.title}
      </a>
    </p>
  </>
);

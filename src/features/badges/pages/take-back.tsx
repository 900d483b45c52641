/** Asks once more before a badge is taken back, which nobody can undo. */
import { Line } from "../../../platform/web/form-fields.tsx";
import { PlainHead } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { GivenBadge } from "../private.ts";
import type { BadgeWords } from "../words.ts";

export function TakeBackMain(props: {
  readonly title: string;
  /** Of its class at the desk. */
  readonly path: string;
  readonly badge: GivenBadge;
  readonly reason?: string;
  readonly problem?: string;
  readonly words: BadgeWords;
}): Html {
  const { title, path, badge, reason = "", problem, words } = props;
  return (
    <>
      <PlainHead title={title} />
      <p class="prose">{words.takeBackLead}</p>
      <form class="c7" method="post" action={`${path}/back/${badge.id}`}>
        <Line
          name="reason"
          typed={{ reason }}
          problems={problem === undefined ? {} : { reason: problem }}
        >
          {words.reason}
        </Line>
        <p class="acts">
          <button type="submit">{words.takeIt}</button> <a href={path}>{words.sheet.back}</a>
        </p>
      </form>
    </>
  );
}

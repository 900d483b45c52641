/** `cnd desk accept` of what was sent through the form of a pledge. */
import { acceptSent, isForPledge } from "../features/pledges/api.ts";
import type { Desk } from "../platform/sent/desk.ts";
import type { Submission } from "../platform/private/submissions.ts";
import type { Refusal } from "../platform/sent/refusal.ts";
import { CommandError } from "./context.ts";

type Given = Readonly<Partial<Record<string, string>>>;

/** @returns the path at which it stands, or why it does not; undefined when it is about no pledge */
export async function acceptForPledge(
  desk: Desk,
  submission: Submission,
  { by = "other", ...rest }: Given,
): Promise<string | Refusal | undefined> {
  if (!isForPledge(submission)) return undefined;
  const [other] = Object.keys(rest);
  if (other !== undefined)
    throw new CommandError(
      `--${other}: expected no such option, because this was sent about a pledge: cnd desk accept ${submission.id} [--by pledger|other]`,
    );
  if (by !== "pledger" && by !== "other")
    throw new CommandError(`--by: expected pledger or other, got ${by}.`);
  return acceptSent(desk, submission.id, by);
}

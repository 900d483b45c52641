/** What a comment's records say of it. Rules CO1 to CO3 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  COMMENT_EDITED,
  COMMENT_SAID,
  COMMENT_WITHDRAWN,
  CommentBody,
  CountedBody,
  EditBody,
  WithdrawnBody,
  type Comment,
} from "./records.ts";

export interface SaidComment extends Comment {
  /** The UTC day on which its words were changed last. */
  readonly edited?: string;
}

/** What is left of one that was taken back, so that answers to it keep their place. */
type Gap = Readonly<v.InferOutput<typeof WithdrawnBody>>;

/** Fold one comment's records, in reading order; `undefined` when withdrawn, erased or never said. */
export function foldComment(records: readonly LogRecord[]): SaidComment | undefined {
  let state: SaidComment | undefined;
  for (const { kind, body } of records) {
    if (kind === COMMENT_WITHDRAWN) return undefined;
    if (kind === COMMENT_SAID) {
      const said = v.safeParse(CommentBody, body);
      if (said.success) state = said.output;
    }
    if (kind === COMMENT_EDITED && state) {
      const edit = v.safeParse(EditBody, body);
      if (edit.success) state = { ...state, ...edit.output };
    }
  }
  return state;
}

/** Where it stood and who took it back; `undefined` while it stands. */
export function foldGap(records: readonly LogRecord[]): Gap | undefined {
  for (const { kind, body } of records) {
    if (kind !== COMMENT_WITHDRAWN) continue;
    const withdrawn = v.safeParse(WithdrawnBody, body);
    if (withdrawn.success) return withdrawn.output;
  }
  return undefined;
}

/** The latest count. */
export function foldCounts(
  records: readonly LogRecord[],
): v.InferOutput<typeof CountedBody> | undefined {
  const said = records.flatMap(({ body }) => {
    const counted = v.safeParse(CountedBody, body);
    return counted.success ? [counted.output] : [];
  });
  return said.at(-1);
}

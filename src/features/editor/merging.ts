/** Two drafts over one text as the fields of one form. Rule W3 of README.md. */
import type { DraftKind } from "../stories/model.ts";
import { merge } from "../../engines/diff/merge.ts";
import { namesOf, typedOf, type Typed } from "./typed.ts";

interface MergedForm {
  readonly typed: Typed;
  /** Fields of which both changed the same passage. */
  readonly clashes: readonly string[];
}

/** A field that one of both changed is changed; where both did, the text holds both passages, another field `mine`. */
export function mergedForm(
  kind: DraftKind,
  base: string,
  theirs: string,
  mine: string,
): MergedForm {
  const [was, a, b] = [base, theirs, mine].map((text) => typedOf(kind, text));
  const typed: Record<string, string> = {};
  const clashes: string[] = [];
  for (const name of namesOf(kind)) {
    const [old, one, other] = [was, a, b].map((of) => of![name] ?? "") as [string, string, string];
    if (one === other || other === old) typed[name] = one;
    else if (one === old) typed[name] = other;
    else if (name === "markdown" || name === "file") {
      const { text, both } = merge(old, one, other);
      typed[name] = text;
      if (both > 0) clashes.push(name);
    } else {
      typed[name] = other;
      clashes.push(name);
    }
  }
  if (typed["file"] === "") delete typed["file"];
  return { typed, clashes };
}

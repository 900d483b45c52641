/** The three questions about a file, as a form has them; several files stand in one form. Pure. */
import type { Answer } from "./answers.ts";
import type { PictureWords } from "./words.ts";

/** How the names of all these fields begin. */
export const ASKED = "asked.";
/** Of a form with the files of one story: bytes. */
export const MOST_ANSWERS = 400_000;
export const MOST_HOW = 500; // characters

type Typed = Readonly<Partial<Record<string, string>>>;

/** What the fields about this file are called. */
export function askedFields(media: string) {
  const at = `${ASKED}${media.slice(0, 16)}`;
  return { all: at, known: `${at}.known`, child: `${at}.child`, how: `${at}.how` };
}

/** What the fields hold of an answer that was given. */
export function typedAnswer({
  media,
  known,
  child,
  how,
}: Answer): Readonly<Record<string, string>> {
  const at = askedFields(media);
  return { [at.known]: known, [at.child]: child, [at.how]: how };
}

/** @returns the answer, or what is missing, by field */
export function readAnswer(
  media: string,
  typed: Typed,
  { asked: words }: PictureWords,
):
  | Pick<Answer, "media" | "known" | "child" | "how">
  | { readonly problems: Readonly<Record<string, string>> } {
  const at = askedFields(media);
  const known = yesOrNo(typed[at.known]);
  const child = yesOrNo(typed[at.child]);
  const how = (typed[at.how] ?? "").replaceAll(/\s+/g, " ").trim();
  if (known === "no" && child === "yes") return { problems: { [at.known]: words.childKnown } };
  if (known === "no") return { media, known, child: "no", how: "" };
  const problems = {
    ...(known === undefined && { [at.known]: words.choose }),
    ...(child === undefined && { [at.child]: words.choose }),
    ...(how === "" && { [at.how]: words.noHow }),
    ...(how.length > MOST_HOW && { [at.how]: words.tooLong(MOST_HOW) }),
  };
  return known === undefined || child === undefined || Object.keys(problems).length > 0
    ? { problems }
    : { media, known, child, how };
}

const yesOrNo = (typed: string | undefined): Answer["known"] | undefined =>
  typed === "yes" || typed === "no" ? typed : undefined;

/** What the form asks, from what was typed: all of it, or one line for each field that does not fit. Pure. */
import type { Problems } from "../../platform/sent/sort.ts";
import { RIGHTS, type Right } from "./private.ts";
import type { RightsWords } from "./words.ts";

export const FIELDS = ["what", "as", "name", "place", "words", "contact", "id"] as const;
export type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** For whom somebody asks. */
export const FOR = ["self", "child", "other"] as const;
export type For = (typeof FOR)[number];

/** What is kept of it, but for the contact. */
export interface Asked {
  readonly as: For;
  readonly name?: string;
  /** An address of this site as it was typed; never a code or a secret. */
  readonly place?: string;
  readonly words?: string;
  /** What the code or the secret address that was typed belongs to, in words of the program. */
  readonly found?: string;
  /** In which language it was asked. */
  readonly lang: string;
}

export const MAX_LINE = 200;
export const MAX_WORDS = 3000; // characters; a page and a half

export function readAsked(
  typed: Typed,
  words: RightsWords,
  lang: string,
):
  | {
      readonly what: Right;
      readonly asked: Asked;
      readonly place: string;
      readonly contact?: string;
    }
  | { readonly problems: Problems } {
  const { what: right, as, name = "", place = "", words: said = "", contact = "" } = typed;
  const what = RIGHTS.find((one) => one === right);
  const whom = FOR.find((one) => one === as);
  const problems: Partial<Record<string, string>> = {};
  const { expected } = words;
  if (!what) problems["what"] = expected.what;
  if (!whom) problems["as"] = expected.as;
  for (const [field, text] of Object.entries({ name, place, contact }))
    if (text.length > MAX_LINE) problems[field] = expected.line(MAX_LINE);
  if (said.length > MAX_WORDS) problems["words"] = expected.words(MAX_WORDS);
  if (what === "complain" ? said === "" : name === "" && place === "")
    problems[what === "complain" ? "words" : "name"] =
      what === "complain" ? expected.complaint : expected.whom;
  if (!what || !whom || Object.keys(problems).length > 0) return { problems };
  return {
    what,
    asked: {
      as: whom,
      ...(name !== "" && { name }),
      ...(said !== "" && { words: said }),
      lang,
    },
    place,
    ...(contact !== "" && { contact }),
  };
}

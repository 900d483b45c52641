/** What somebody with a code is asked to agree to: the draft as it is, or what was sent where the desk has made none yet. Rule T23. */
import type { Privately } from "../../platform/private/part.ts";
import { askSubmissions } from "../../platform/private/submissions.ts";
import { askDrafts } from "../stories/model.ts";
import type { Asked, Contribution } from "./form.ts";
import { askConsents, type ConsentRow } from "./private/consents.ts";
import { digestOf, partsOf } from "./rest-text.ts";
import { endsOn } from "./rest.ts";

export interface ToAgree {
  readonly asked: Asked;
  /** As it is to stand in the story. */
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly paragraphs: readonly string[];
  readonly language: string | undefined;
  /** Of the words that are shown. */
  readonly digest: string;
  readonly isWritten: boolean;
  /** The day on which it is erased unless everybody agrees. */
  readonly ends?: string;
}

/** Undefined where nothing waits for this person's yes: it is public already, or the code is that of whoever sent it. */
export async function toAgree(ask: Privately, row: ConsentRow): Promise<ToAgree | undefined> {
  if (row.n < 0 || row.subject !== null) return undefined;
  const asked = JSON.parse(row.about) as Asked;
  const { as } = asked;
  const draft = as && (await askDrafts(ask).get(as.draft));
  if (draft) {
    const { fields = {}, markdown = draft.text } = partsOf(draft.text) ?? {};
    const rest = draft.said === null ? await askConsents(ask).rest(draft.id) : undefined;
    const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : undefined);
    const summary = text("summary");
    return {
      asked,
      name: as.name,
      title: text("title"),
      paragraphs: [...(summary === undefined ? [] : [summary]), ...paragraphsIn(markdown)],
      language: text("language"),
      digest: digestOf(draft.text),
      isWritten: true,
      ...(rest && { ends: endsOn(rest) }),
    };
  }
  const sent = await askSubmissions(ask).byHash(row.owner);
  const told = sent && (JSON.parse(sent.about) as Partial<Contribution>);
  if (told?.text === undefined) return undefined;
  const { title, text, lang: language } = told;
  const paragraphs = paragraphsIn(text);
  const digest = digestOf(text);
  return { asked, name: undefined, title, paragraphs, language, digest, isWritten: false };
}

const paragraphsIn = (text: string): string[] =>
  text.split(/\n{2,}/).filter((one) => one.trim() !== "");

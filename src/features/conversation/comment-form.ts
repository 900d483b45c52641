/** The form of a comment, and the thing that it is about. */
import type { Serving } from "../../platform/feature.ts";
import type { PageReply } from "../../platform/web/reply.ts";
import { askedQuestions } from "../stories/api.ts";
import { FormMain, type FormProps } from "./pages/form.tsx";
import { byId } from "./private/finding.ts";
import { commentById } from "./queries.ts";
import { sayScript } from "./script.ts";
import { thingAt, type Thing } from "./things.ts";
import { pageOf, type Visit } from "./visit.ts";

export const thingOf = (
  { instance }: Serving,
  { path, frame, lang, today }: Visit,
): Promise<Thing | undefined> =>
  instance.snapshot((db) => thingAt({ db, frame, lang, today }, path));

/** CO24: the question of a story that somebody answers, by which the comment begins. */
export async function questionAsked(
  { instance }: Serving,
  { search, lang, today }: Visit,
  { about }: Thing,
): Promise<string | undefined> {
  const asked = search.get("question");
  if (asked === null) return undefined;
  const all = await instance.snapshot((db) => askedQuestions(db, { today, lang }));
  return all.asked.find(({ subject, id }) => subject === about && id === asked)?.words;
}

/** The form, fresh or as it was typed; of a thing that is gone the words alone come back. */
export async function showForm(
  serving: Serving,
  visit: Visit,
  status: number,
  came: Pick<FormProps, "typed" | "problems" | "trouble" | "recording">,
): Promise<PageReply> {
  const { words, lang, to } = visit;
  const thing = await thingOf(serving, visit);
  const answered = await answeredBy(serving, came.typed.to ?? "");
  const main = FormMain({ ...came, thing, answered, words, lang, to });
  const page = pageOf(visit, { title: words.form.title, main, script: sayScript.path });
  return { status, page };
}

async function answeredBy({ instance }: Serving, id: string): Promise<FormProps["answered"]> {
  const found = await instance.snapshot((db) => commentById(db, id));
  if (found) return found.comment;
  const remark = await instance.snapshot((db) => byId(db, id));
  return remark && { text: "" }; // somebody answers what waits still: that it is there is all we say
}

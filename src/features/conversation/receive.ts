/** What the form of a comment posts: words, and with them perhaps a recording, which is looked at before it is kept. */
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret } from "../../platform/private/submissions.ts";
import { throwAway } from "../../platform/web/read-body.ts";
import { readForm } from "../../platform/web/form-body.ts";
import {
  ownFiles,
  readMultipart,
  storeOf,
  tellWords,
  type Came,
} from "../contributions/feature.ts";
import { MAX_FORM, MAX_RECORDING } from "./bounds.ts";
import { FIELDS, type Typed } from "./form.ts";
import { RECORDINGS } from "./recordings.ts";
import type { Visit } from "./visit.ts";

export interface Form {
  readonly typed: Typed;
  /** Whether a recording came with it: to look at it costs work. */
  readonly isRecorded: boolean;
  /** Keep what came: looked at, for whoever has this form. @returns why a file was not taken */
  own(): Promise<Readonly<Record<string, string>>>;
  /** Of what was here already. */
  discard(): Promise<void>;
}
export type Received = Form | { readonly status: number; readonly message: string };

export function openReceiver(serving: Serving): (visit: Visit) => Promise<Received> {
  const store = storeOf(serving);
  const { budgets } = serving;

  async function plain({ req }: Visit): Promise<Received> {
    const read = await readForm(req, FIELDS, MAX_FORM);
    if ("problem" in read) return read.problem;
    const none = { own: async () => ({}), discard: async () => undefined };
    return { typed: read.fields, isRecorded: false, ...none };
  }

  async function withFiles({ req, lang }: Visit): Promise<Received> {
    const words = tellWords(lang);
    const names = new Set<string>(FIELDS);
    const form = await readMultipart(req, store, {
      names,
      words,
      most: { field: MAX_FORM, whole: MAX_RECORDING },
      by: budgets.from(req),
    });
    if ("status" in form) return form;
    const { fields, came } = form;
    const remove = (ones: readonly Came[]) => Promise.all(ones.map(({ id }) => store.discard(id)));
    const isWanted = ({ what }: Came) => RECORDINGS.some((one) => one === what);
    await remove(came.filter((one) => !isWanted(one)));
    const wanted = came.filter(isWanted);
    return {
      typed: fields,
      isRecorded: wanted.length > 0,
      async own() {
        const refused = { ...form.refused };
        const { id = "" } = fields;
        if (isSecret(id))
          await ownFiles(store, wanted, hashOf(id), { req, by: budgets.from(req), refused, words });
        else await remove(wanted);
        return refused;
      },
      discard: async () => void (await remove(wanted)),
    };
  }

  return async (visit) => {
    const type = visit.req.headers["content-type"] ?? "";
    if (!type.toLowerCase().startsWith("multipart/form-data")) return plain(visit);
    using place = budgets.enter("files", visit.req, visit.res);
    if (place) return await withFiles(visit);
    await throwAway(visit.req, visit.res);
    visit.res.setHeader("Retry-After", "60");
    return { status: 503, message: visit.words.form.busy };
  };
}

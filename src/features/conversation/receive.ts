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
  troubleOf,
  type Came,
} from "../contributions/api.ts";
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
/** It was not taken. */
interface Refused {
  readonly status: number;
  /** In words of the form, where it was read. */
  readonly trouble?: string;
  /** As far as it was read. */
  readonly fields?: Typed;
}
type Received = Form | Refused;

export function openReceiver(serving: Serving): (visit: Visit) => Promise<Received> {
  const store = storeOf(serving);
  const { budgets } = serving;

  async function plain({ req }: Visit): Promise<Received> {
    const read = await readForm(req, FIELDS, MAX_FORM);
    if ("problem" in read) return { status: read.problem.status };
    const none = { own: async () => ({}), discard: async () => undefined };
    return { typed: read.fields, isRecorded: false, ...none };
  }

  async function withFiles({ req, res, lang }: Visit, hasPlace: boolean): Promise<Received> {
    const words = tellWords(lang);
    const names = new Set<string>(FIELDS);
    const form = await readMultipart(req, hasPlace ? store : undefined, {
      names,
      words,
      most: { field: MAX_FORM, whole: MAX_RECORDING },
      by: budgets.from(req),
    });
    if ("status" in form) {
      await throwAway(req, res);
      const { status, fields } = form;
      if (Object.keys(fields).length === 0) return { status };
      return { status, trouble: troubleOf(form, lang), fields };
    }
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
    if (!place) visit.res.setHeader("Retry-After", "60");
    return await withFiles(visit, place !== undefined);
  };
}

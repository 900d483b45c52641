/** Where every form is posted, and the secret address of whoever sent one. */
import type { Db } from "../db/store.ts";
import type { Extra } from "../web/extra.ts";
import type { Frame } from "../web/frame.ts";
import { inPublic } from "../web/handler.ts";
import { withOwnId } from "../web/own-form.ts";
import { lost } from "../web/reply.ts";
import { answerHandlers } from "./answering.tsx";
import { keepSent, spokenIn, type Return, type Visit } from "./keep.ts";
import { manageLink, type LinkOptions } from "./manage-link.ts";
import type { SentSort } from "./sort.ts";
import { wordsIn } from "./words.ts";

interface SentOptions extends LinkOptions {
  readonly frame: (db: Db, lang?: string) => Promise<Frame>;
  readonly now: () => number;
}

export function sentHandlers(options: SentOptions): Readonly<Record<string, Extra>> {
  const { sorts, speaker } = options;
  const serving = { ...options, instance: speaker };
  const at = inPublic(serving, { words: wordsIn });
  const secretly = inPublic(serving, { words: wordsIn, secret: true });
  const link = manageLink(options);

  const formAt = (sort: SentSort, visit: Visit) =>
    speaker.snapshot((db) => sort.open(db, visit.path, visit.today, spokenIn(visit)));

  /** Made anew for each who asks, because its form carries an id of its own. */
  const openAt = (sort: SentSort): Extra =>
    at(async (visit) => {
      const form = await formAt(sort, visit);
      return form ? { page: form.page({ typed: {} }) } : lost(visit);
    });

  const receiveAt = (sort: SentSort): Extra =>
    at(sort.fields, async (visit) => {
      const form = await formAt(sort, visit);
      if (!form) return lost(visit);
      const typed = withOwnId(visit.req, visit.frame.base, visit.fields);
      const again: Return = (status, trouble) => ({
        status,
        page: form.page({ typed, trouble }),
      });
      visit.comesBack(again);
      const read = form.read(typed);
      if ("problems" in read)
        return { status: 422, page: form.page({ typed, problems: read.problems }) };
      return keepSent(options, visit, { ...read, id: typed["id"], once: sort.once, again });
    });

  return {
    ...Object.fromEntries(
      sorts.flatMap((sort) => {
        const { at: address, once } = sort;
        if (address === undefined) return [];
        const receives = [address, receiveAt(sort)] as const;
        return once
          ? [[address.replace("POST", "GET"), openAt(sort)] as const, receives]
          : [receives];
      }),
    ),
    "GET /o/:secret": secretly(link.look),
    "POST /o/:secret": secretly(link.change),
    ...answerHandlers(secretly, options),
  };
}

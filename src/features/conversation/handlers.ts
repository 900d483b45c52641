/** The addresses of talking that are no pages of the cache: each form fresh, and what is posted. */
import type { Serving } from "../../platform/feature.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { networkOf } from "../../platform/web/network.ts";
import { lost, type Reply } from "../../platform/web/reply.ts";
import { questionAsked, showForm, thingOf } from "./comment-form.ts";
import { manageLinkHandlers } from "./manage-link.ts";
import { onceADay } from "./once-a-day.ts";
import { HelpedMain } from "./pages/thanks.tsx";
import { openPosting } from "./posting.ts";
import { askReactions } from "./private/conversation.ts";
import { commentById } from "./queries.ts";
import { scriptAddresses } from "./script.ts";
import { commentPath, SPACES_WITH_THREADS } from "./things.ts";
import { pageOf, visitor, type Visit } from "./visit.ts";

export function conversationHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, now } = serving;
  const ask = instance.log.private;
  const once = onceADay(now);
  const at = visitor(serving);
  const post = at(openPosting(serving));

  const form = at(async (visit) => {
    const answered = visit.search.get("to") ?? "";
    const thing = await thingOf(serving, visit);
    if (!thing) return lost(visit);
    const question = await questionAsked(serving, visit, thing);
    const typed = { id: newSecret(), to: answered, ...(question && { text: `${question}\n\n` }) };
    return showForm(serving, visit, 200, { typed });
  });

  async function help(visit: Visit & Fields<"comment">): Promise<Reply> {
    const { req, words, to } = visit;
    const { comment: id } = visit.fields;
    const thing = await thingOf(serving, visit);
    const found = await instance.snapshot((db) => commentById(db, id));
    if (!thing || found?.comment.about !== thing.about) return lost(visit);
    if (once.take(networkOf(req), id)) await askReactions(ask).add({ about: id, kind: "helped" });
    const back = to(commentPath(thing, id)); // whether it was counted, the answer does not tell
    const main = HelpedMain({ words, back, thing, frame: visit.frame });
    return { page: pageOf(visit, { title: words.thanks.title, main }) };
  }
  const helped = at(["comment"], help);

  return {
    ...Object.fromEntries(
      [...SPACES_WITH_THREADS.map((space) => `/${space}/:slug`), "/conversation"].flatMap(
        (below) => [
          [`GET ${below}/comment`, form],
          [`POST ${below}/comment`, post],
          [`POST ${below}/helped`, helped],
        ],
      ),
    ),
    ...manageLinkHandlers(serving),
    ...scriptAddresses,
  };
}

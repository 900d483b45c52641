/** Where people sign, confirm and take it back. A look at an address does nothing; a press of its button does. Rules OL3 to OL6. */
import type { Serving } from "../../platform/feature.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { unkeptPage, type Reply } from "../../platform/web/reply.ts";
import { SIGN_FIELDS } from "./form.ts";
import { manageLink } from "./manage-link.ts";
import { FoundMain } from "./pages/letter.tsx";
import { MINE } from "./paths.ts";
import { namesPage } from "./queries.ts";
import { sign, signForm } from "./signing.ts";
import { letterVisitors, type Visit } from "./visit.ts";

export function letterHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { at, secretly } = letterVisitors(serving);
  const link = manageLink(serving);
  return {
    "GET /letter/sign": at((visit) => signForm(serving, visit, { typed: { id: newSecret() } })),
    "POST /letter/sign": at(SIGN_FIELDS, (visit) => sign(serving, visit)),
    "GET /letter/find": at((visit) => findNames(serving, visit)),
    [`GET ${MINE}:secret`]: secretly(link.look),
    [`POST ${MINE}:secret`]: secretly(link.change),
  };
}

async function findNames(
  { instance }: Serving,
  { search, words, to, letter }: Visit,
): Promise<Reply> {
  const typed = (search.get("name") ?? "").replace(/[\p{Cc}\p{NChar}]/gu, " ");
  const part = typed.slice(0, 100).toWellFormed().trim();
  const page = /^[1-9]\d{0,8}$/.test(search.get("page") ?? "") ? Number(search.get("page")) : 1;
  const names = await instance.snapshot((db) => namesPage(db, { find: part, page }));
  const title = words.find;
  const main = FoundMain({ names, page, words, to, find: part, title });
  return { page: unkeptPage(words.lang, { title: `${title}: ${letter.title}`, main }) };
}

/** Codes by which hubs and partners vouch for what people send: given here, shown once, taken back here. Rule MO20. */
import { randomUUID } from "node:crypto";
import { dayAt } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { askVouchers, newCode, standing } from "../../platform/private/vouchers.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { DeskVouchers } from "./pages/desk-vouchers.tsx";
import { wordsIn } from "./words.ts";

const PART = "/desk/conversation";
const AT = `${PART}/vouchers`;
const MAX_NAME = 80; // characters

type Given = { readonly name: string; readonly code: string };

export function vouchersDesk(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, now } = serving;
  const ask = instance.log.private;
  const day = () => dayAt(now());

  async function show(
    visit: DeskVisit,
    came: { readonly given?: Given; readonly problem?: string } = {},
  ): Promise<Reply> {
    const { account, lang, search } = visit;
    const words = wordsIn(lang);
    const vouchers = await instance.snapshot(standing);
    const main = DeskVouchers({ vouchers, ...came, words });
    const { title } = words.vouchers;
    return {
      ...(came.problem !== undefined && { status: 422 }),
      page: deskPage({ account, lang, part: PART, title, main, done: doneIn(search, lang) }),
    };
  }

  const give = door.of("moderate", ["name"], async (visit) => {
    const { vouchers: words } = wordsIn(visit.lang);
    const { name } = visit.fields;
    if (name === "" || name.length > MAX_NAME || /\p{Cc}/u.test(name))
      return show(visit, { problem: words.nameExpected });
    const code = newCode();
    const { account } = visit;
    const said = { id: randomUUID(), name, code, given_by: account.id, given: day() };
    const isGiven = await askVouchers(ask).give(said);
    return show(visit, isGiven === true ? { given: { name, code } } : { problem: words.full });
  });

  const revoke = door.of("moderate", ["id"], async (visit) => {
    await askVouchers(ask).revoke({ id: visit.fields.id, day: day() });
    return after(AT);
  });

  return {
    [`GET ${AT}`]: door.of("moderate", (visit) => show(visit)),
    [`POST ${AT}`]: give,
    [`POST ${AT}/revoke`]: revoke,
  };
}

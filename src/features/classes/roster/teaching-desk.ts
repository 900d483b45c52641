/** Who teaches a class; and an owner who looks into one of others, with a reason that is kept. Rules CL41 to CL44. */
import { may } from "../../../platform/accounts/roles.ts";
import type { Account } from "../../../platform/accounts/account.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { boardOf, settingsOf } from "../path.ts";
import { askClasses } from "../private/classes.ts";
import { askTeaching, WHYS } from "../private/teaching.ts";
import { newToken } from "../secrets.ts";
import { tidyLine } from "./names.ts";
import { LookMain } from "./pages/look.tsx";
import type { Teaching } from "./pages/teaching.tsx";
import { atRoom, goneReply, pageOf } from "./visit.tsx";
import { wordsIn } from "./words.ts";

const MOST_WORDS = 300; // characters
export const LOOK_FIELDS = ["why", "words"] as const;
type LookVisit = DeskVisit & Partial<Fields<(typeof LOOK_FIELDS)[number]>>;

/** Those who teach it, those who could, and who looked into it. */
export async function teachingOf({ accounts, instance }: Serving, room: string): Promise<Teaching> {
  const { teachers, looks } = await askTeaching(instance.log.private).ofRoom(room);
  const all = await accounts.list();
  const by = new Map(all.map((one) => [one.id, one]));
  const here = new Set(teachers.map(({ account }) => account));
  const mayTeach = ({ id, role, closed }: Account) =>
    !closed && may(role, "teach") && !here.has(id);
  return {
    teachers: teachers.flatMap(({ account }) => by.get(account) ?? []),
    others: all.filter(mayTeach),
    looks,
  };
}

/** `add` or `out`, then the account. */
export const changeTeachers = (serving: Serving) =>
  atRoom<DeskVisit & Fields<"add" | "out">>(serving, async ({ visit, held: { room } }) => {
    const { add, out } = visit.fields;
    const { teachers, others } = await teachingOf(serving, room.id);
    const ask = askTeaching(serving.instance.log.private);
    const back = (done: string, account: string): Reply => ({
      to: `${settingsOf(room)}?${done}#teachers`,
      noted: { about: room.id, detail: `${done} ${account}` },
    });
    if (others.some(({ id }) => id === add)) {
      await ask.teach({ room: room.id, account: add, at: serving.now() });
      return back("teaches", add);
    }
    const isHere = teachers.some(({ id }) => id === out);
    if (!isHere) return { to: `${settingsOf(room)}#teachers`, noted: false };
    return (await ask.letGo({ room: room.id, account: out }))
      ? back("teaches-not", out)
      : { to: `${settingsOf(room)}?alone#teachers`, noted: false };
  });

/** For owners; to anybody else there is no such class. */
export const showLook =
  (serving: Serving) =>
  async (visit: LookVisit, problems: Readonly<Record<string, string>> = {}): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const id = visit.params["id"]!.split("/")[0]!;
    const room = await askClasses(serving.instance.log.private).room(id);
    if (!room || visit.account.role !== "owner") return goneReply(visit, words.goneWhy);
    const main = LookMain({ words, room, typed: visit.fields ?? {}, problems });
    const status = Object.keys(problems).length > 0 ? 422 : 200;
    return { status, page: pageOf(visit, words.look.title, main) };
  };

export const takeLook = (serving: Serving) => {
  const again = showLook(serving);
  return async (visit: DeskVisit & Fields<(typeof LOOK_FIELDS)[number]>): Promise<Reply> => {
    const { lang, account, fields } = visit;
    const { look } = wordsIn(lang);
    const why = WHYS.find((one) => one === fields.why);
    const said = tidyLine(fields.words);
    const isSaid = said !== "" && said.length <= MOST_WORDS;
    const problems = {
      ...(!why && { why: look.whyExpected }),
      ...(!isSaid && { words: look.wordsExpected }),
    };
    const shown = await again(visit, problems);
    if (!("page" in shown) || (shown.status ?? 200) !== 200 || !why) return shown;
    const id = visit.params["id"]!;
    await askTeaching(serving.instance.log.private).look({
      id: newToken(),
      room: id,
      account: account.id,
      name: account.name,
      why,
      words: said,
      at: serving.now(),
    });
    return { to: boardOf({ id }), noted: { about: id, detail: why } };
  };
};

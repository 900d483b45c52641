/** What is held about somebody, at the desk of owners. Rule HD10. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { sweepUploads } from "../contributions/api.ts";
import { eraseHeld } from "./erase.ts";
import { NotTaken, zipOf } from "./export.ts";
import { findHeld } from "./find.ts";
import { isNothing, type Held, type Holder } from "./found.ts";
import { hindering } from "./hindering.ts";
import { HeldMain, PART } from "./pages/held.tsx";
import { receiptText } from "./receipt.ts";
import { restrictHeld } from "./restrict.ts";
import type { Forms } from "./said-anew.ts";
import { Several, type Wanted } from "./who.ts";
import { wordsIn } from "./words.ts";

const FIELDS = ["who", "same"] as const;
type Found = Held & { readonly wanted: Wanted };
interface Shown {
  readonly found?: Found | Several | string;
  readonly receipt?: string;
  readonly trouble?: string;
}
interface Asked {
  readonly who: string;
  readonly isOne: boolean;
}

/** @param forms how what others said is said anew */
export function holdingsDesk(serving: Serving, forms: Forms): Readonly<Record<string, Extra>> {
  const { door, now } = serving;
  const { holder, desk } = atDesk(serving);
  const erasing = { desk, holder, forms, now, sweep: () => sweepUploads(serving) };

  const look = async ({ who, isOne }: Asked, lang: string): Promise<Found | Several | string> => {
    const found = await findHeld(holder, [who], isOne);
    if (found instanceof Refusal) return found.why;
    return found instanceof Several || !isNothing(found) ? found : wordsIn(lang).nothing;
  };
  const show = ({ account, lang, search }: DeskVisit, asked: Asked, more: Shown = {}): Reply => {
    const words = wordsIn(lang);
    const main = HeldMain({ words, ...asked, ...more });
    const done = doneIn(search, lang);
    return {
      ...(more.trouble !== undefined && { status: 422 }),
      headers: { "Referrer-Policy": "no-referrer" }, // a name may stand in the address
      page: deskPage({ account, lang, part: PART, title: words.title, main, done }),
    };
  };
  /** What was found of the one who is meant; whatever else is shown again. */
  const about = async (
    visit: DeskVisit & { readonly fields: Readonly<Record<(typeof FIELDS)[number], string>> },
    work: (found: Found, asked: Asked) => Promise<Reply>,
    verb?: "erase" | "restrict",
  ): Promise<Reply> => {
    const asked = { who: visit.fields.who, isOne: visit.fields.same === "yes" };
    const found = await look(asked, visit.lang);
    if (typeof found === "string" || found instanceof Several) return show(visit, asked, { found });
    const hinders = verb && hindering(found, verb);
    if (hinders) return show(visit, asked, { found, trouble: wordsIn(visit.lang)[hinders] });
    return work(found, asked);
  };

  return {
    [`GET ${PART}`]: door.of("accounts", async (visit) => {
      const asked = {
        who: (visit.search.get("who") ?? "").trim(),
        isOne: visit.search.get("same") === "yes",
      };
      if (asked.who === "") return show(visit, asked);
      return show(visit, asked, { found: await look(asked, visit.lang) });
    }),
    [`POST ${PART}/export`]: door.of("accounts", FIELDS, (visit) =>
      about(visit, async (found, asked) => {
        try {
          const headers = { "Content-Disposition": 'attachment; filename="holdings.zip"' };
          const noted = { detail: "export" };
          return {
            file: zipOf(holder, found),
            type: "application/zip",
            cache: "no-store",
            headers,
            noted,
          };
        } catch (error) {
          if (!(error instanceof NotTaken)) throw error;
          return show(visit, asked, { found, trouble: wordsIn(visit.lang).tooLarge });
        }
      }),
    ),
    [`POST ${PART}/restrict`]: door.of("accounts", [...FIELDS, "lift"], (visit) =>
      about(
        visit,
        async (found, asked) => {
          const isLifted = visit.fields.lift === "yes";
          const { people, rows } = await restrictHeld(desk, found, { now: now(), isLifted });
          if (people + rows > 0) {
            const [subject] = found.wanted.persons;
            const of = subject === undefined ? {} : { about: subject };
            return { ...after(PART), noted: { ...of, detail: isLifted ? "lift" : "restrict" } };
          }
          return show(visit, asked, { found, trouble: wordsIn(visit.lang).frozenNone });
        },
        "restrict",
      ),
    ),
    [`POST ${PART}/erase`]: door.sure("accounts", PART, [...FIELDS, "sure"], (visit) =>
      about(
        visit,
        async (found, asked) => {
          if (visit.fields.sure !== "yes")
            return show(visit, asked, { found, trouble: wordsIn(visit.lang).unsure });
          const receipt = await eraseHeld(erasing, found.wanted, found);
          return {
            ...show(visit, { who: "", isOne: false }, { receipt: receiptText(receipt) }),
            noted: { detail: "erase" },
          };
        },
        "erase",
      ),
    ),
  };
}

function atDesk({ instance, speaker }: Serving) {
  const { dir, keys } = instance.folder;
  const { snapshot, parts } = instance;
  const list = besideData(dir).withdrawn;
  const own = { private: instance.log.private };
  const holder: Holder = { ...own, snapshot, parts, dir, secrets: keys.secrets };
  const keep = (hash: string) => keepWithdrawn(list, hash);
  return { holder, desk: { ...own, speaker, keepWithdrawn: keep } };
}

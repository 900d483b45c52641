/** The fediverse at the desk: what is done there in the campaign's name, who is kept out, how other servers take it. Rules FE7 to FE9. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { Serving } from "../../platform/feature.ts";
import { CAMPAIGN } from "../../platform/federation/addresses.ts";
import type { Deed } from "../../platform/federation/speaking.ts";
import { askBlocks, allBlocks } from "../../platform/private/blocks.ts";
import { followingOf } from "../../platform/private/fediverse-people.ts";
import { heldBack } from "../../platform/private/stopped-messages.ts";
import { askFederation } from "../../platform/private/federation.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { campaignHandle } from "../campaign/api.ts";
import { keepOut, letIn, type NotKeptOut } from "./keep-out.ts";
import { FediverseDesk } from "./pages/desk.tsx";
import { readAddress } from "./typed.ts";
import { wordsIn, type Words } from "./words.ts";

const PART = "/desk/fediverse";
const MAX_NOTE = 200; // characters

type Trouble = NotKeptOut | "failed" | "notHere" | "off";

export function fediverseDesk(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, door, now, base, federation } = serving;
  const { snapshot } = instance;
  const ask = instance.log.private;

  async function show(
    { account, lang, search }: DeskVisit,
    trouble?: Trouble,
    typed: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const words = wordsIn(lang);
    const shown = await snapshot(async (db) => ({
      shut: await allBlocks(db),
      following: await followingOf(db, CAMPAIGN),
      handle: await campaignHandle(db, base),
      held: await heldBack(db),
    }));
    const main = FediverseDesk({
      ...shown,
      words,
      lang,
      typed,
      state: !federation ? "absent" : federation.on ? "on" : "off",
      hosts: federation?.on ? await federation.hosts().catch(() => []) : [],
      mayTurn: may(account.role, "settings"),
      ...(trouble && { trouble: words[trouble] }),
    });
    const done = doneIn(search, lang);
    return {
      ...(trouble && { status: 422 }),
      page: deskPage({ account, lang, part: PART, title: words.title, main, done }),
    };
  }

  const act = door.of("moderate", ["address", "do"], async (visit) => {
    const { address, do: what } = visit.fields;
    const again = (trouble: Trouble) => show(visit, trouble, { address, do: what });
    if (!federation) return again("notHere");
    if (!federation.on) return again("off");
    try {
      const read = readAddress(address);
      if (read === undefined) return await again("noAddress");
      const uri = await federation.find(read);
      if (uri === undefined) return await again("nobody");
      if (what === "fetch") {
        if ((await federation.fetchThread(uri)) === 0) return await again("nobody");
      } else if (isDeed(what)) await federation.does({ do: what, uri });
      else return await again("noAddress");
    } catch {
      return again("failed");
    }
    return after(PART);
  });

  const shutOut = door.of("moderate", ["who", "is", "note"], async (visit) => {
    const { who, is, note } = visit.fields;
    const row = {
      is: is === "muted" ? "muted" : "blocked",
      by: visit.account.id,
      day: dayAt(now()),
      note: note.slice(0, MAX_NOTE),
    } as const;
    const trouble = await keepOut(serving, who, row);
    return trouble ? show(visit, trouble, { who, is, note }) : after(PART);
  });

  const open = door.of("moderate", ["who"], async (visit) => {
    await letIn(serving, visit.fields.who);
    return after(PART);
  });

  const turn = door.of("settings", ["do"], async ({ fields }) => {
    const on = fields.do === "on";
    await askBlocks(ask).turn(on);
    if (federation) {
      federation.on = on;
      if (!on) await federation.rest();
      else await federation.sayToday().catch(() => undefined);
    }
    return after(PART);
  });

  /** What a restore held back goes out, or is forgotten. */
  const settleHeld = door.of("settings", ["do"], async ({ fields }) => {
    if (fields.do === "send") {
      await askFederation(ask).release(now());
      await federation?.sayToday().catch(() => undefined); // its thread begins, and finds them
    } else if (fields.do === "drop") await askFederation(ask).dropHeld();
    return after(PART);
  });

  return {
    [`GET ${PART}`]: door.of("moderate", (visit) => show(visit)),
    [`POST ${PART}/do`]: act,
    [`POST ${PART}/shut`]: shutOut,
    [`POST ${PART}/open`]: open,
    [`POST ${PART}/turn`]: turn,
    [`POST ${PART}/held`]: settleHeld,
  };
}

type Plain = Extract<Deed["do"], keyof Words["deeds"]>;
const isDeed = (text: string): text is Plain =>
  ["follow", "unfollow", "like", "unlike", "boost", "unboost"].includes(text);

/** The fediverse at the desk: what is done there in the campaign's name, who is kept out, how other servers take it. Rules FE7 to FE9. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after, deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { Serving } from "../../platform/feature.ts";
import { CAMPAIGN } from "../../platform/federation/addresses.ts";
import type { Federation } from "../../platform/federation/door.ts";
import type { Deed } from "../../platform/federation/speaking.ts";
import { askBlocks, allBlocks, type BlockRow, type Shut } from "../../platform/private/blocks.ts";
import { followingOf } from "../../platform/private/fediverse-people.ts";
import { heldBack } from "../../platform/private/stopped-messages.ts";
import { askFederation } from "../../platform/private/federation.ts";
import { askReactors } from "./private.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { campaignHandle } from "../campaign/api.ts";
import { FediverseDesk } from "./pages/desk.tsx";
import { readAddress, readWho } from "./typed.ts";
import { wordsIn, type Words } from "./words.ts";

const PART = "/desk/fediverse";
const MAX_NOTE = 200; // characters

type Trouble = "noAddress" | "nobody" | "failed" | "shutFull" | "notHere" | "off";

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

  const keepOut = door.of("moderate", ["who", "is", "note"], async (visit) => {
    const { who: typed, is: how, note } = visit.fields;
    const again = (trouble: Trouble) => show(visit, trouble, { who: typed, is: how, note });
    const who = await whoOf(typed, federation);
    if ("trouble" in who) return again(who.trouble);
    const is: Shut = how === "muted" ? "muted" : "blocked";
    const day = dayAt(now());
    const row: BlockRow = { ...who, is, by: visit.account.id, day, note: note.slice(0, MAX_NOTE) };
    // Told first: once they are shut out their server is not asked where they are written to.
    if (is === "blocked" && row.sort === "account" && federation?.on)
      await federation.does({ do: "block", uri: row.who }).catch(() => undefined);
    if (!(await askBlocks(ask).shut(row))) return again("shutFull");
    if (is === "blocked") await leave(row);
    return after(PART);
  });

  /** They follow nobody here any more, and are counted no more. */
  async function leave({ who, sort }: BlockRow): Promise<void> {
    if (sort === "domain") return askFederation(ask).leaveHost(who);
    await askFederation(ask).leave(who);
    await askReactors(ask).leave(who);
  }

  const letIn = door.of("moderate", ["who"], async (visit) => {
    const row = await askBlocks(ask).open(visit.fields.who);
    if (row?.sort === "account" && row.is === "blocked" && federation?.on)
      await federation.does({ do: "unblock", uri: row.who }).catch(() => undefined);
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
    [`POST ${PART}/shut`]: keepOut,
    [`POST ${PART}/open`]: letIn,
    [`POST ${PART}/turn`]: turn,
    [`POST ${PART}/held`]: settleHeld,
  };
}

type Plain = Extract<Deed["do"], keyof Words["deeds"]>;
const isDeed = (text: string): text is Plain =>
  ["follow", "unfollow", "like", "unlike", "boost", "unboost"].includes(text);

/** A server by its name, an account by the address that it signs with: its page has another, and blocks nobody. */
async function whoOf(
  typed: string,
  federation: Federation | undefined,
): Promise<Pick<BlockRow, "who" | "sort"> | { readonly trouble: Trouble }> {
  const read = readWho(typed);
  if (!read) return { trouble: "noAddress" };
  if (read.sort === "domain") return { who: read.who, sort: "domain" };
  const found = federation?.on ? await federation.find(read.who).catch(() => undefined) : undefined;
  // Whoever is gone, or cannot be asked now, is shut out by the address as it was typed.
  const who = found ?? (read.sort === "account" ? read.who : undefined);
  return who === undefined ? { trouble: "nobody" } : { who, sort: "account" };
}

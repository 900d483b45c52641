/** Who comes to a class at the desk: those who teach it, and nobody else; an owner for an hour, after saying why. Rules CL41 and CL42. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { classesPart } from "./private/classes.ts";
import { accessTo } from "./private/teaching.ts";
import { lookOf } from "./path.ts";

/**
 * Asked before anything of a class is read for somebody.
 * @param gone what is answered as well where there is no such class: nobody learns by it that there is one
 * @returns undefined where they may see it
 */
export async function shutFor(
  { instance, now }: Pick<Serving, "instance" | "now">,
  { account, req }: DeskVisit,
  { room, gone }: { readonly room: string; readonly gone: () => Reply },
): Promise<Reply | undefined> {
  const access = await instance.snapshot((db) => accessTo(db, { room, account, at: now() }));
  if (access === "teaches" || access === "looks") return undefined;
  const isThere = await instance.snapshot((db) => classesPart.questions.room(db, room));
  if (access === "no" || !isThere) return gone();
  return req.method === "GET" ? { to: lookOf({ id: room }) } : gone();
}

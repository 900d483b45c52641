/** What a command asks of listening: whether an alarm reaches anybody. Rule LW24. */
import { accountOf } from "../../platform/accounts/account.ts";
import type { Db } from "../../platform/db/store.ts";
import { well, wrong, type Finding } from "../../platform/doctor/finding.ts";
import { accountsPart } from "../../platform/private/accounts.ts";
import { reachOf } from "./house.ts";
import { listeningPart } from "./private/listening.ts";
import type { Unreached } from "./reach.ts";

const TOLD: Readonly<Record<Unreached, readonly [says: string, todo: string]>> = {
  mail: [
    "no mail server is named, so no letter goes out",
    "Name one: CND_MAIL=smtp://user:password@mail.example.org:587. Until then, those on watch have to look at /watch.",
  ],
  line: [
    "nobody is on watch, so no letter goes out",
    "Say at the desk who is, and in which order: /desk/listening/line",
  ],
  addresses: [
    "nobody on watch has a mail address, so no letter goes out",
    "Give one of them an address at the desk: /desk/accounts",
  ],
  stuck: [
    "letters have waited for more than ten minutes",
    "See what the mail server has against them: cnd doctor --mail ADDRESS, and the log of the program.",
  ],
};

/** Whether somebody is told of what the sensors hear, as a finding of `cnd doctor`. */
export async function alarmsCheck(
  db: Db,
  about: { readonly hasMail: boolean; readonly now: number },
): Promise<Finding> {
  const sensors = await listeningPart.questions.sensors(db);
  const used = sensors.filter(({ closed }) => closed === null).length;
  if (used === 0) return well("alarms", "No sensor listens, so there is nobody to tell.");
  const rows = await accountsPart.questions.find(db, { table: "auth_user", where: [] });
  const why = await reachOf(db, { ...about, accounts: rows.map(accountOf) });
  const listen = used === 1 ? "One sensor listens" : `${used} sensors listen`;
  if (why === undefined) return well("alarms", `${listen}, and a letter can go to those on watch.`);
  const [says, todo] = TOLD[why];
  return wrong("alarms", `${listen}, and of an alarm nobody is told: ${says}.`, todo);
}

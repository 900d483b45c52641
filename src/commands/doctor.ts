/** `cnd doctor`: what is wrong with an installation, in plain words, and what to do about it. */
import { statSync } from "node:fs";
import { privacyCheck } from "../features/campaign/privacy/check.ts";
import { unlookedCheck } from "../features/contributions/unlooked.ts";
import { alarmsCheck } from "../features/listening/api.ts";
import { privateParts, registry } from "../models.ts";
import { openReader } from "../platform/db/reader.ts";
import { inOrder, type Finding } from "../platform/doctor/finding.ts";
import {
  folderCheck,
  lockCheck,
  thisUser,
  translationsCheck,
  type User,
} from "../platform/doctor/folder.ts";
import {
  clockCheck,
  diskCheck,
  ffmpegCheck,
  nodeCheck,
  portCheck,
  roomAt,
  type Room,
} from "../platform/doctor/machine.ts";
import { mailCheck } from "../platform/doctor/mail.ts";
import { agentOf } from "../platform/federation/asking.ts";
import { publicCheck } from "../platform/doctor/public.ts";
import { backupCheck, databaseCheck } from "../platform/doctor/stores.ts";
import { dataPaths } from "../platform/process/data-folder.ts";
import { machineNow, readLastSeen } from "../platform/process/steady-clock.ts";
import { LANGUAGES } from "../platform/words/catalogue.ts";
import { baseOf, CommandError, dataDir, switches, type Settings } from "./context.ts";
import { version } from "./version.ts";

export const help = `cnd doctor [--mail ADDRESS] [--json]
Check the whole installation and say in plain words what is wrong and what to do: Node, the data folder and its lock, the
database, the port, the public address and its proxy, clock, disk, mail, whether alarms reach anyone, whether /privacy says
who is responsible, backups, ffmpeg, languages. It changes nothing and can run while the campaign is served. If nothing
serves the campaign, it answers on PORT itself during the check.
Run it as the user that serves the campaign, with the same settings. It exits with 1 if anything is wrong.
  --mail ADDRESS   send one email to this address
  --json           the findings as JSON`;

/** What of the machine a test brings along. */
export interface Machine {
  readonly node: string;
  readonly now: () => number;
  readonly user: User;
  readonly roomAt: (dir: string) => Promise<Room>;
  /** The folders of programs. */
  readonly path?: string;
  /** The folder of the interface's languages. */
  readonly translations?: string;
  readonly ca?: readonly string[];
}
const thisMachine = (): Machine => ({
  node: process.versions.node,
  now: machineNow,
  user: thisUser(),
  roomAt,
});

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { on, of, rest } = switches("doctor", args, ["json"], ["mail"]);
  if (rest.length > 0)
    throw new CommandError(`Expected only options, got ${rest.join(" ")}. See cnd doctor --help`);
  if (of.mail !== undefined && !/^[^\s@<>]+@[^\s@<>]+$/.test(of.mail.slice(0, 254)))
    throw new CommandError(`--mail: expected an address such as you@example.org, got ${of.mail}.`);
  const findings = await examined(settings, of.mail);
  const count = findings.filter(({ is }) => is === "wrong").length;
  if (on.has("json")) console.log(JSON.stringify({ wrong: count, findings }, undefined, 2));
  else console.log(textOf(findings));
  if (count > 0)
    throw new CommandError(count === 1 ? "One thing is wrong." : `${count} things are wrong.`);
  if (!on.has("json")) console.log("Nothing is wrong.");
}

/** Every check that can be made as things are. @param to where a mail is sent; none is without it */
export async function examined(
  settings: Settings,
  to?: string,
  machine = thisMachine(),
): Promise<Finding[]> {
  const dir = dataDir(settings);
  const { user, now } = machine;
  const found: Finding[] = [nodeCheck(machine.node), folderCheck(dir, user)];
  const isThere = isFolder(dir);
  const held = isThere ? await lockCheck(dir) : undefined;
  if (held) found.push(held.finding);
  const isFree = held?.base === undefined && held?.finding.is !== "wrong";
  const port = isFree ? await portCheck(settings) : undefined;
  if (port) found.push(port);
  const stores = { dir, database: settings.database, parts: privateParts, ...registry };
  const { finding, kept } = isThere ? await databaseCheck(stores) : { finding: undefined };
  if (finding) found.push(finding);
  if (isThere) found.push(diskCheck(dir, await machine.roomAt(dir)));
  const base = held?.base ?? baseOf(settings);
  const reached =
    isThere && held?.finding.is !== "wrong" && user.mayWrite(dir) && port?.is !== "wrong"
      ? await publicCheck({
          agent: agentOf(version(), base),
          dir,
          base,
          ...(machine.ca && { ca: machine.ca }),
          ...(isFree && { listens: settings }),
        })
      : undefined;
  found.push(...(reached?.findings ?? []));
  const seen = [kept?.last, readLastSeen(dataPaths(dir).seen)].filter((ms) => ms !== undefined);
  const last = seen.length > 0 ? Math.max(...seen) : undefined;
  found.push(clockCheck({ now: now(), last, told: reached?.told }));
  found.push(await mailCheck(settings.mail, to));
  if (kept) {
    found.push(...(await featuresIn(settings, now())));
    found.push(backupCheck(kept, now()));
  }
  found.push(await ffmpegCheck(machine.path));
  const langs = LANGUAGES.filter((lang) => lang !== "en");
  found.push(translationsCheck(langs, machine.translations));
  return inOrder(found);
}

/** What features say of a database that answers. */
async function featuresIn(settings: Settings, now: number): Promise<readonly Finding[]> {
  await using stack = new AsyncDisposableStack();
  const reader = openReader(settings.database ?? dataPaths(dataDir(settings)).database);
  stack.defer(() => reader.db.destroy());
  const about = { hasMail: settings.mail !== undefined, now, parts: privateParts };
  return await reader.snapshot(async (db) => [
    await alarmsCheck(db, about),
    ...(await privacyCheck(db, about)),
    await unlookedCheck(db),
  ]);
}

function isFolder(dir: string): boolean {
  try {
    return statSync(dir).isDirectory();
  } catch {
    return false; // not there, or not for this user: the check of the folder says which
  }
}

/** `wrong` and what to do stand out, whatever the terminal. */
function textOf(findings: readonly Finding[]): string {
  const [nameWide, markWide] = [14, 7];
  return findings
    .map(({ check, is, says, todo }) => {
      const mark = is === "well" ? "ok" : is === "wrong" ? "WRONG" : "look";
      const head = `${mark.padEnd(markWide)}${check.padEnd(nameWide)}`;
      const more = todo === undefined ? "" : `\n${" ".repeat(markWide + nameWide)}→ ${todo}`;
      return `${head}${says}${more}`;
    })
    .join("\n");
}

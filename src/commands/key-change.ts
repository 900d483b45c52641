/** `cnd key change`, `recover` and `recovery`: another key for the campaign, by the one it has or by one that is kept on paper. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { text as allOf } from "node:stream/consumers";
import * as v from "valibot";
import { ownerOf, recoveryNamed, rekeyed, type Ownership } from "../platform/log/ownership.ts";
import { readOwnership } from "../platform/log/standing.ts";
import { dataPaths, hasData } from "../platform/process/data-folder.ts";
import type { Instance } from "../platform/process/instance.ts";
import { prepareKey, settleKey } from "../platform/process/own-key.ts";
import type { Unsigned } from "../platform/records/batch.ts";
import type { Key } from "../platform/records/keys.ts";
import { keyName } from "../platform/records/record.ts";
import { newRecovery, readRecovery } from "../platform/records/recovery.ts";
import { appendSigned, batchOf } from "../platform/sent/speaker.ts";
import { CommandError, dataDir, openExisting, openLocked, type Settings } from "./context.ts";
import { say } from "./append.ts";
import { askAccounts } from "../platform/private/accounts.ts";

/** Another key owns the campaign, said by the one that does. */
export async function changeKey(settings: Settings): Promise<void> {
  await alone(settings, async (instance, { campaign, owner }) => {
    const { folder } = instance;
    if (folder.keys.owner.name !== owner) throw new CommandError(notOurs(owner));
    const next = prepareKey(folder);
    await append(instance, [rekeyed(campaign, owner, next)], folder.keys.owner);
    await settled(instance, next);
  });
}

/** Another key owns the campaign, said by a recovery key, which gives way to a new one. */
export async function recoverKey(settings: Settings): Promise<void> {
  await alone(settings, async (instance, { campaign, owner, recoveries }) => {
    const paper = await askPaper();
    if (!recoveries.includes(paper.name))
      throw new CommandError("Expected a valid recovery key for this campaign, got another key.");
    const fresh = newRecovery();
    console.log(
      paperText(fresh.text, "From now on, this recovery key replaces the one you typed."),
    );
    const next = prepareKey(instance.folder);
    const said = [rekeyed(campaign, owner, next), recoveryNamed(campaign, fresh.key.name)];
    await append(instance, said, paper);
    await settled(instance, next);
  });
}

/** One more recovery key, or one in place of another that is at hand. */
export async function makeRecovery(settings: Settings, replaces: boolean): Promise<void> {
  const paper = replaces ? await askPaper() : undefined;
  const fresh = newRecovery();
  let good = 0;
  const drafts = async (ownership: Ownership) => {
    const { campaign, recoveries } = owned(ownership);
    if (paper && !recoveries.includes(paper.name))
      throw new CommandError("Expected a valid recovery key for this campaign, got another key.");
    good = replaces ? recoveries.indexOf(paper!.name) : recoveries.length;
    console.log(
      paperText(fresh.text, "Here is the new recovery key; it is valid once this command says so."),
    );
    return [recoveryNamed(campaign, fresh.key.name)];
  };
  await say(settings, async (db) => drafts(await readOwnership(db)), paper);
  const others =
    good === 0
      ? ""
      : ` ${good} named before it ${good === 1 ? "is" : "are"} still valid: a stolen owner's key cannot cancel recovery keys.`;
  console.log(`It is valid now.${others}`);
}

/** For a campaign that is to be made: a recovery key, whose public half lies in the data folder until the log names it. */
export function preparePaper(dir: string): string | undefined {
  if (hasData(dir)) return undefined; // whoever has a campaign there has its keys
  const { text, key } = newRecovery();
  const { dir: root, recovery } = dataPaths(dir);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  appendFileSync(recovery, `${key.name}\n`, { mode: 0o600, flush: true });
  return paperText(text, "This campaign's recovery key, shown only once.");
}

/** Let the log name what `cnd init` made. @returns what the operator should know of the campaign's keys */
export async function namePapers(instance: Instance): Promise<string | undefined> {
  const { folder, snapshot } = instance;
  const { campaign, owner, recoveries, used } = owned(await snapshot(readOwnership));
  if (folder.keys.owner.name !== owner) return notOurs(owner);
  const made = existsSync(folder.recovery) ? readFileSync(folder.recovery, "utf8").split("\n") : [];
  const fresh = made.filter((name) => v.is(keyName, name) && !used.has(name));
  if (fresh.length > 0)
    await append(
      instance,
      fresh.map((name) => recoveryNamed(campaign, name)),
      folder.keys.owner,
    );
  rmSync(folder.recovery, { force: true });
  return fresh.length === 0 && recoveries.length === 0
    ? "This campaign has no recovery key yet. Make one: bin/cnd.js key recovery"
    : undefined;
}

/** What to do where no key in the data folder owns the campaign; undefined where one does. */
export async function keyProblem(settings: Settings): Promise<string | undefined> {
  await using reader = await openExisting(settings, dataDir(settings));
  const { owner } = owned(await reader.snapshot(readOwnership));
  return reader.folder.keys.owner.name === owner ? undefined : notOurs(owner);
}

/** What to do where no key here is the log's owner. */
const notOurs = (owner: string): string =>
  `This campaign is owned by ${owner}. The key in the data folder is another one and can sign nothing more. ` +
  "Put the matching owner.pem there as keys/owner-next.pem, or run: bin/cnd.js key recover";

type Owned = Ownership & { readonly campaign: string; readonly owner: string };

function owned(ownership: Ownership): Owned {
  const { campaign } = ownership;
  const owner = ownerOf(ownership);
  if (campaign === undefined || owner === undefined)
    throw new CommandError("Expected a campaign, found none yet.");
  return { ...ownership, campaign, owner };
}

/** With nobody else at the instance: a process that serves has read its key already. */
async function alone(
  settings: Settings,
  work: (instance: Instance, owned: Owned) => Promise<void>,
): Promise<void> {
  const dir = dataDir(settings);
  await (await openExisting(settings, dir, "rekey"))[Symbol.asyncDispose]();
  await using instance = await openLocked(settings, dir, "", { to: "rekey" });
  if (!instance)
    throw new CommandError(
      `Another process is using ${dir}. Stop it, change the key, and start it again.`,
    );
  await work(instance, owned(await instance.snapshot(readOwnership)));
}

async function append(
  { log }: Pick<Instance, "log">,
  said: readonly Unsigned[],
  key: Key,
): Promise<void> {
  const batch = batchOf({ key });
  for (const one of said) batch.add(one);
  await appendSigned(log, batch.records);
}

/** The log names the next key: it is put in its place, and everybody signs in anew. */
async function settled({ folder, log }: Instance, next: Key): Promise<void> {
  settleKey(folder, next.name);
  for (const table of ["auth_session", "auth_verification"])
    await askAccounts(log.private).remove({ table, where: [] });
  console.log(
    `${next.name} owns the campaign now. Everyone must sign in again. Make a backup: older ones hold the old key.`,
  );
}

const paperText = (text: string, first: string): string =>
  `${first}\n\n    ${text}\n\n` +
  "Write it on paper and keep it away from this machine: anyone who has it can take over the campaign, and without it\n" +
  "nobody can get back a campaign whose key is lost or stolen.\n";

/** From standard input, never as an argument, which others on the machine see. */
async function askPaper(): Promise<Key> {
  if (process.stdin.isTTY) process.stderr.write("Recovery key (then Enter and Ctrl+D): ");
  const paper = readRecovery(await allOf(process.stdin));
  if (!paper)
    throw new CommandError(
      "Expected a recovery key on standard input, nine groups of four characters; one is wrong or missing.",
    );
  return paper;
}

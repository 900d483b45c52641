/** What has to lie on the disk: the data folder with its keys, for one user alone; its lock; the languages. */
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  type Stats,
} from "node:fs";
import { join } from "node:path";
import { userInfo } from "node:os";
import { readLimits } from "../budget/settings.ts";
import { openControl } from "../process/control.ts";
import { dataPaths } from "../process/data-folder.ts";
import { takeLock } from "../process/lock.ts";
import { translationsDir } from "../words/translations.ts";
import { look, well, wrong, type Finding } from "./finding.ts";

/** Who looks, and what they may do there. */
export interface User {
  readonly name: string;
  /** Undefined on a system without such numbers. */
  readonly uid: number | undefined;
  readonly mayWrite: (path: string) => boolean;
}

/** @param about as the system knows them; a container may be run as a number that has no name there */
export function thisUser(about: () => { readonly username: string } = userInfo): User {
  const uid = process.getuid?.();
  let name: string;
  try {
    name = about().username;
  } catch {
    name = String(uid);
  }
  return {
    name,
    uid,
    mayWrite(path) {
      try {
        accessSync(path, constants.R_OK | constants.W_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The data folder: is it there, whole, and this user's alone? */
export function folderCheck(dir: string, user: User): Finding {
  const { keyDir, restoring } = dataPaths(dir);
  let about: Stats | undefined;
  try {
    about = statSync(dir, { throwIfNoEntry: false });
  } catch (error) {
    return wrong(
      "folder",
      `The user ${user.name} may not look at ${dir} (${(error as NodeJS.ErrnoException).code}).`,
      "Run this as the user who serves the campaign: sudo -u cnd …",
    );
  }
  if (!about)
    return wrong(
      "folder",
      `There is no data folder at ${dir}.`,
      "Begin one: cnd init DIR, then cnd serve DIR. Or name the one that you have before the command: CND_DATA=/path/to/data",
    );
  if (!about.isDirectory())
    return wrong(
      "folder",
      `${dir} is a file and no data folder.`,
      "Name the data folder before the command: CND_DATA=/path/to/data",
    );
  const all = [dir, ...readable(dir).map((name) => join(dir, name))];
  const shut = all.find((path) => !user.mayWrite(path));
  if (shut !== undefined)
    return wrong(
      "folder",
      `The user ${user.name} may not read and write ${shut}.`,
      `Run this as the user who serves the campaign (sudo -u cnd …), or give the folder to ${user.name}: chown -R ${user.name} ${dir}`,
    );
  if (existsSync(restoring))
    return wrong(
      "folder",
      `A restore into ${dir} was not finished.`,
      "Wait for it to end. If it was cut off, move the folder away and restore the backup again.",
    );
  if (!existsSync(join(keyDir, "log.pem")))
    return wrong(
      "folder",
      `The keys of the campaign are not in ${keyDir}.`,
      "Bring them back from where they were, or restore a backup, which has them, into a new folder: cnd restore FILE",
    );
  const open = [dir, keyDir].find((path) => (statSync(path).mode & 0o077) !== 0);
  if (open !== undefined)
    return wrong(
      "folder",
      `Other users of this machine can look into ${open}, where keys and private things lie.`,
      `Close it: chmod 700 ${dir} ${keyDir}`,
    );
  if (user.uid === 0 && about.uid !== 0)
    return look(
      "folder",
      `You are root, and ${dir} belongs to another user: what commands write now, that user may not be able to read.`,
      "Run commands as the user who serves the campaign: sudo -u cnd cnd …",
    );
  try {
    readLimits(dir);
  } catch (error) {
    return wrong(
      "folder",
      `The limits that you set cannot be read. ${(error as Error).message}`,
      `Mend the line, or move limits.yaml away: then the program's own limits hold.`,
    );
  }
  return well("folder", `The data folder ${dir} is whole, and this user's alone.`);
}

function readable(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return []; // the folder itself is told of
  }
}

/** Who holds the campaign now. */
export interface Held {
  readonly finding: Finding;
  /** The public address by which the process that serves it says it is reached; absent where none does. */
  readonly base?: string;
}

/** @param patience ms that a process that holds it is given to answer */
export async function lockCheck(dir: string, patience = 5000): Promise<Held> {
  const { lock, socket } = dataPaths(dir);
  if (!existsSync(lock)) return { finding: NOT_SERVED };
  try {
    const free = takeLock(lock);
    if (free) {
      free[Symbol.dispose]();
      return { finding: NOT_SERVED };
    }
  } catch (error) {
    return {
      finding: wrong(
        "lock",
        `Whether a process holds ${dir} cannot be seen (${(error as Error).message}).`,
        `Run this as the user who serves the campaign, and see whose ${lock} is: ls -l ${dir}`,
      ),
    };
  }
  try {
    const base = await within(patience, async () => {
      using running = await openControl(socket);
      return await running.base();
    });
    return { finding: well("lock", `It is being served, at ${base}.`), base };
  } catch {
    return {
      finding: wrong(
        "lock",
        `Another process holds ${dir} and does not answer.`,
        `If a command works there, such as an import, wait for it to end. Else find the process (fuser ${lock}) and end it: its lock goes with it.`,
      ),
    };
  }
}
const NOT_SERVED = look(
  "lock",
  "Nobody serves this campaign just now.",
  "Serve it: cnd serve, or systemctl start cnd where it is a service.",
);

async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** One of gettext's: reading each message as it does would take a second for each file. */
const LINE = /^(?:|#.*|(?:msg(?:ctxt|id|id_plural|str|str\[\d\]) )?"(?:[^"\\]|\\.)*")$/;

/**
 * The files of the languages that the campaign speaks.
 * @param langs those of which the interface has a file
 */
export function translationsCheck(langs: readonly string[], dir = translationsDir()): Finding {
  const bad = langs.flatMap((lang): readonly string[] => {
    const path = join(dir, `${lang}.po`);
    if (!existsSync(path)) return [`${lang}.po is missing`];
    const lines = readFileSync(path, "utf8").split("\n");
    const unread = lines.filter((line) => !LINE.test(line)).length;
    if (unread > 0) return [`${unread} lines of ${lang}.po cannot be read`];
    return lines.length < 3 ? [`${lang}.po is empty`] : [];
  });
  if (bad.length === 0)
    return well("translations", "The interface speaks the campaign's languages.");
  return wrong(
    "translations",
    `In ${dir}, ${bad.join(", ")}: readers see English there.`,
    "Bring the folder back from the release that you installed; it stands beside the program.",
  );
}

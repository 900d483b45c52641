/** The command line and the process; the only file that reads the environment. */
import { statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { isIP } from "node:net";
import { delimiter } from "node:path";
import type { Noted, Settings } from "./commands/context.ts";
import { readProxies, type Proxies } from "./platform/web/proxies.ts";

enableCompileCache(); // the next start finds its modules compiled

interface Command {
  /** A command with commands of its own tells those of what was asked. */
  readonly help: string | ((args: readonly string[]) => Promise<string>);
  /** @param tell says whom or what it was done to, for the trail */
  run(settings: Settings, args: readonly string[], tell: (noted: Noted) => void): Promise<void>;
}

/** Loaded when asked for, so that serving never loads what importing needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: () => import("./commands/init.ts"),
  serve: () => import("./commands/serve.ts"),
  import: () => import("./commands/import.ts"),
  "import-site": () => import("./commands/import-site.ts"),
  "import-book": () => import("./commands/import-book.ts"),
  "import-course": () => import("./commands/import-course.ts"),
  "import-data": () => import("./commands/import-data.ts"),
  export: () => import("./commands/export.ts"),
  verify: () => import("./commands/verify.ts"),
  rebuild: () => import("./commands/rebuild.ts"),
  backup: () => import("./commands/backup.ts"),
  restore: () => import("./commands/restore.ts"),
  key: () => import("./commands/key.ts"),
  attest: () => import("./commands/attest.ts"),
  file: () => import("./commands/file.ts"),
  erase: () => import("./commands/erase.ts"),
  person: () => import("./commands/person.ts"),
  desk: () => import("./commands/desk.ts"),
  account: () => import("./commands/account.ts"),
  badge: () => import("./commands/badge.ts"),
  plan: () => import("./commands/plan.ts"),
  radio: () => import("./commands/radio.ts"),
  picture: () => import("./commands/picture.ts"),
  course: () => import("./commands/course.ts"),
  listen: () => import("./commands/listen.ts"),
  words: () => import("./commands/words.ts"),
  class: () => import("./commands/class.ts"),
  breach: () => import("./commands/breach.ts"),
  doctor: () => import("./commands/doctor.ts"),
};

const USAGE = `cnd: the system that a campaign runs on

  cnd init DIR [--yes]       make a new, empty campaign folder
  cnd serve [DIR]            serve the campaign; with DIR, that of the folder, imported at the first start
  cnd import DIR             import a campaign folder; --format rewrites it in canonical form
  cnd import-site FILE       bring posts of WordPress, Ghost or a feed into a campaign folder
  cnd import-book FILE|DIR   bring picture books of African Storybook or Bloom into a campaign folder
  cnd import-course FILE     bring content of H5P into a campaign folder as a course
  cnd course check DIR       what is wrong with the courses of a campaign folder, by file, line and field
  cnd listen PATH…           what sounds like a motor in recordings, by day and hour; - for sound as it comes;
                             judge PATH… says it of each, train DIR makes a detector
  cnd import-data FILE.csv   import a table: indicators by country, tiles of measured speed, schools
  cnd export DIR             write the campaign as a folder
  cnd doctor                 what is wrong with this installation, in plain words, and what to do
  cnd verify                 check every record, table, erasure and media file, the checkpoint;
                             --record ID or --proof FILE [--vkey KEY] checks one record
  cnd rebuild                fill all tables anew from the records
  cnd backup FILE            write everything into one file
  cnd restore FILE           bring everything back from one
  cnd key new|bind|backup    keys of partners, who sign here, and of backups
  cnd key change|recover     another key for the campaign, where one was lost or stolen; recovery
  cnd attest                 sign for a figure of somebody else's pledge, without a connection
  cnd file WHAT FILE         say a figure, evidence, a dispute or an answer about a pledge
  cnd erase RECORD           forget what a record says
  cnd person WHAT WHO        what is held about somebody: find, export, restrict, erase
  cnd desk list              what was sent through the form; show, accept, refuse
  cnd account invite ROLE    let somebody come to the desk in the web; list, link, close
  cnd breach note WHAT       people’s data got out: note it, and when the 72 hours end; list
  cnd badge verify FILE|-    whether a badge is right: who signed it, for what, for this name
  cnd plan REGION.yaml       which places to connect next, by which masts and hops, for how much
  cnd radio WHAT             how far radio comes over the real ground: coverage, link, cases
  cnd picture PLACE…         pictures of places from space, for the campaign folder
  cnd class list             classes; export ID --xapi FILE takes one along, import FILE lets one in
  cnd words DIR              take new texts of the folder up into its translations/, and say what is done

  cnd COMMAND --help         more about one command
  cnd --version              which release this is

Settings: PORT (8080), HOST (127.0.0.1: this machine alone; 0.0.0.0: everybody who reaches it),
CND_DATA (folder), CND_URL (public base address),
CND_DATABASE (postgres://…; absent for SQLite), CND_MAIL (smtp://…),
CND_PROXY (proxies on other machines that are believed: 10.0.0.7, 10.0.0.0/24),
CND_FEATURES (files with features of your own; docs/extending.md),
CND_TRAIL (400: days for which the trail is kept of who came in and what was done)`;

async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "help") return console.log(USAGE);
  if (name === "--version") return console.log((await import("./commands/version.ts")).version());
  const load = COMMANDS[name];
  if (!load) throw new Error(`Expected a command, got ${name}. See cnd --help`);
  const listens = name === "listen" && !TRAINS.test(rest[0] ?? "");
  if (name === "serve" || name === "rebuild" || name === "verify" || listens)
    keepSmall(name === "serve" || listens);
  const set = rest.includes("--help") ? undefined : settings(process.env);
  if (set?.features) await (await import("./own/models.ts")).loadOwn(set.features);
  const command = await load();
  if (set && !listens) await beginWith(name);
  const { help } = command;
  if (!set) return console.log(typeof help === "string" ? help : await help(rest));
  let about: Noted = {};
  await command.run(set, rest, (noted) => (about = noted));
  const { noteCommand } = await import("./commands/noting.ts");
  await noteCommand(set, name, rest, about);
}

/**
 * Everything but a recorder goes by one clock, which is never before the program was made: a machine whose battery is empty
 * begins in 1970.
 */
async function beginWith(name: string): Promise<void> {
  const { beginClock } = await import("./platform/process/steady-clock.ts");
  const clock = beginClock(name === "serve" ? console.error : undefined);
  const made = statSync(process.argv[1]!).mtimeMs;
  if (clock.now() < made - A_DAY) clock.isOver(made); // files may be dated by a clock of another zone
}
const A_DAY = 24 * 3_600_000; // ms

/** A detector is made once, on a machine that has time and memory; recordings are listened to anywhere. */
const TRAINS = /^(?:train|measure)$/;

/**
 * Serving, rebuilding, verifying and listening make much that is short-lived; V8 would let its nursery grow to 32 MB a thread for it, and clear it
 * with four threads that push the serving one off a small machine's processor. That can be said when a process begins and not
 * later, so the process begins again, once, in its own place.
 */
function keepSmall(serves: boolean): void {
  const small = ["--max-semi-space-size=2", "--v8-pool-size=1"]; // MB; threads
  // For a rush: the heap may grow by half between two clearings, and no more, and is cleared when the rush is over (process/quiet.ts).
  if (serves) small.push("--heap-growing-percent=50", "--expose-gc");
  if (process.execArgv.includes(small[0]!) || !process.execve) return;
  const [node, program, ...rest] = process.argv;
  // Compression and bodies on their way take pieces for a moment: mapped one by one, they go back to the system at once.
  const glibc = {
    MALLOC_ARENA_MAX: "1",
    MALLOC_TRIM_THRESHOLD_: "131072",
    MALLOC_MMAP_THRESHOLD_: "8192",
  };
  const env = { ...process.env, ...glibc };
  process.execve(node!, [node!, ...small, ...process.execArgv, program!, ...rest], env);
}

function settings(env: NodeJS.ProcessEnv): Settings {
  const asked = env["PORT"] ?? "8080";
  const port = Number(asked);
  if (!/^\d{1,5}$/.test(asked) || port > 65_535)
    throw new Error(
      `PORT: expected a number from 0 to 65535, got ${asked.trim() === "" ? "nothing" : asked}.`,
    );
  const host = env["HOST"] ?? "127.0.0.1"; // who is to reach it from elsewhere is for its operator to say
  if (isIP(host) === 0)
    throw new Error(
      `HOST: expected an address such as 127.0.0.1 or 0.0.0.0, got ${host.trim() === "" ? "nothing" : host}.`,
    );
  const mail = env["CND_MAIL"];
  if (mail !== undefined && !(/^smtps?:\/\/./.test(mail) && URL.canParse(mail)))
    throw new Error(
      "CND_MAIL: expected an address such as smtp://user:password@mail.example.org:587. Signs such as @, / and # are written as %40, %2F and %23 in a password.",
    );
  // bounded: the operator’s own setting
  const url = env["CND_URL"]?.replace(/\/+$/, "");
  if (url !== undefined && !(/^https?:\/\/./.test(url) && URL.canParse(url)))
    throw new Error(`CND_URL: expected an address such as https://example.org, got ${url}.`);
  const trail = env["CND_TRAIL"] ?? "400"; // a year, and some weeks to look back on it
  if (!/^\d{1,4}$/.test(trail) || Number(trail) < 30 || Number(trail) > 3660)
    throw new Error(
      `CND_TRAIL: expected a number of days from 30 to 3660, got ${trail.trim() === "" ? "nothing" : trail}.`,
    );
  const database = env["CND_DATABASE"];
  if (database !== undefined && !(/^postgres(ql)?:\/\/./.test(database) && URL.canParse(database)))
    throw new Error(
      `CND_DATABASE: expected an address such as postgres://cnd@localhost/cnd, got ${shown(database)}. Leave it away for SQLite in the data folder.`,
    );
  const proxies = env["CND_PROXY"] === undefined ? undefined : proxiesIn(env["CND_PROXY"]);
  const features = env["CND_FEATURES"]?.split(delimiter).filter((path) => path !== "");
  return {
    port,
    host,
    data: env["CND_DATA"],
    url,
    database,
    ...(proxies && { proxies }),
    mail,
    trailDays: Number(trail),
    ...(features && features.length > 0 && { features }),
    dev: env["CND_DEV"] === "1",
    allowPrivate: env["CND_ALLOW_PRIVATE"] === "1",
  };
}

function proxiesIn(text: string): Proxies {
  try {
    return readProxies(text);
  } catch (error) {
    throw new Error(`CND_PROXY: ${(error as Error).message}`, { cause: error });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(oneLine(error));
  process.exit(1); // what was opened before it failed, a port or a thread, would keep the process
}

/** What was typed in place of an address of a database, without a password that it may hold. */
function shown(typed: string): string {
  const [scheme] = /^[a-z][a-z0-9+.-]{0,30}:\/\//i.exec(typed) ?? [];
  if (scheme !== undefined) return `one that begins with ${scheme}`;
  return typed.trim() === "" ? "nothing" : typed.slice(0, 80);
}

/** Mistakes are one clear line. */
function oneLine(error: unknown): string {
  if (error instanceof SuppressedError) return oneLine(error.suppressed); // what went wrong first is what counts
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, port, address } = error as NodeJS.ErrnoException & {
    readonly port?: number;
    readonly address?: string;
  };
  if (syscall === "listen" && code === "EADDRNOTAVAIL")
    return `HOST: ${address} is no address of this machine. Choose one of its own, or all: HOST=0.0.0.0`;
  if (syscall === "listen" && port !== undefined) return `PORT: ${portProblem(port, error)}`;
  if (code === "ENOSPC" || (error as { errcode?: number }).errcode === 13)
    return "The disk is full: nothing of this change was kept. Free some space and try again.";
  if (code === "EACCES" || code === "EROFS" || code === "EPERM")
    return `The data folder cannot be written (${error.message}). Nothing was changed.`;
  return error.message;
}

function portProblem(port: number, { code, message }: NodeJS.ErrnoException): string {
  if (code === "EADDRINUSE")
    return `${port} is taken by another program. End it, or choose another port: PORT=8081`;
  if (code === "EACCES")
    return `${port} is not allowed to this account. Choose one from 1024 on, and a proxy before it.`;
  return message;
}

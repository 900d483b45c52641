/** `cnd badge verify`: whether a badge is right, from a file, a photo of its code, or what another program says. */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import {
  codeInPicture,
  judge,
  knownHere,
  saidOf,
  thumbprintOf,
  VERDICT_WORDS,
  type Known,
} from "../features/badges/api.ts";
import { dayAt } from "../engines/calendar/day.ts";
import { MediaError } from "../platform/media/media-error.ts";
import { CommandError, dataDir, openExisting, switches, type Settings } from "./context.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd badge verify FILE|-   check whether a badge is genuine; - reads it from standard input

FILE holds the badge itself (a JWT, from BASE/badges/ID.jwt), the text of its QR code, or a photo of the code
(PNG, JPEG).

  --name NAME       the name on its card: was the badge given to this person?
  --key FILE.jwk    another instance's key, from the address in the badge; by default, the keys and withdrawals known
                    here, in the data folder (CND_DATA)
  --json            the answer as JSON

Exits with 0 if the badge is genuine and, with --name, was given to NAME; otherwise with 1. A badge whose key is not
known is never confirmed.`;

const MOST = 40_000_000; // bytes of a file

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { on, of, rest } = switches("badge", args, ["json"], ["name", "key"]);
  const [what, file, ...more] = rest;
  if (what !== "verify" || file === undefined || more.length > 0)
    throw new CommandError(
      "Expected cnd badge verify FILE|- [--name NAME] [--key FILE.jwk] [--json].",
    );
  const text = await textIn(file);
  const now = timeNow();
  const known = of.key === undefined ? await knownIn(settings, dayAt(now)) : await keyIn(of.key);
  const verdict = await judge(text, { name: of.name ?? "", known, now });
  const { first, more: lines } = saidOf(verdict, VERDICT_WORDS, (day) => day);
  const isRight = verdict.is === "right" || (verdict.is === "unnamed" && of.name === undefined);
  if (on.has("json")) console.log(JSON.stringify({ ...verdict, right: isRight }));
  else {
    const said = verdict.is === "unnamed" ? UNNAMED : first;
    console.log([said, ...lines].map(bare).join("\n"));
  }
  if (!isRight) throw new CommandError("We could not confirm that this badge is genuine.");
}

const UNNAMED =
  "This badge is genuine. To check whose it is, give the name on its card: --name NAME.";

/** A terminal has no isolates; signs that move its cursor are not said. */
const bare = (line: string): string => line.replaceAll(/[\p{Cc}\u2066-\u2069]/gu, "");

async function textIn(file: string): Promise<string> {
  const bytes = file === "-" ? await allOf(process.stdin) : readAll(file);
  if (bytes.length > MOST) throw new CommandError(`${file}: expected at most 40 MB.`);
  const isPicture =
    bytes.subarray(0, 4).toString("hex") === "89504e47" ||
    bytes.subarray(0, 2).toString("hex") === "ffd8";
  if (!isPicture) return bytes.toString("utf8");
  const work = await mkdtemp(join(tmpdir(), "cnd-badge-"));
  try {
    const path = join(work, "photo");
    await writeFile(path, bytes, { mode: 0o600 });
    const code = await codeInPicture(path, { work });
    if (code === undefined) throw new CommandError(`${file}: ${VERDICT_WORDS.noCode}`);
    return code;
  } catch (error) {
    if (error instanceof MediaError)
      throw new CommandError(`${file}: ${error.message}`, { cause: error });
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function allOf(from: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of from) {
    length += part.length;
    if (length > MOST) break;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function readAll(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

async function knownIn(settings: Settings, today: string): Promise<Known> {
  const dir = dataDir(settings);
  if (!existsSync(dir) && settings.database === undefined)
    throw new CommandError(
      `Expected a campaign with known keys, found none in ${dir}. Name its data folder: CND_DATA=DIR, or a key: --key FILE.jwk`,
    );
  await using instance = await openExisting(settings, dir);
  return await instance.snapshot((db) => knownHere(db, today));
}

const Jwk = v.looseObject({
  kty: v.literal("RSA"),
  n: v.pipe(v.string(), v.regex(/^[\w-]{300,800}$/)), // 2048 bits at the least
  e: v.pipe(v.string(), v.regex(/^[\w-]{1,8}$/)),
});

async function keyIn(file: string): Promise<Known> {
  const expected = `${file}: expected the public half of an RSA key as a JWK, {"kty":"RSA","n":"…","e":"AQAB"}`;
  let said: unknown;
  try {
    said = JSON.parse(readAll(file).toString("utf8"));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${expected}.`, { cause: error });
  }
  const read = v.safeParse(Jwk, said);
  if (!read.success) throw new CommandError(`${expected}.`);
  if ("d" in read.output)
    throw new CommandError(`${expected}; this one has the secret half. Show it to no one.`);
  const { n, e } = read.output;
  return { keys: [{ kid: await thumbprintOf({ n, e }), n, e }], withdrawn: [] };
}

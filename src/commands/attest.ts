/** `cnd attest`: sign for a figure of somebody else's pledge, without a connection. */
import { readFileSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import { ATTESTATION_SIGNED, AttestationBody } from "../features/pledges/api.ts";
import { agentOf, fetchAs } from "../platform/federation/asking.ts";
import { Clock } from "../platform/records/clock.ts";
import { keyFromPem, type Key } from "../platform/records/keys.ts";
import { signRecord } from "../platform/records/record.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { version } from "./version.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd attest --key FILE --pledge ID --claim ID --value N --unit U --as-of DATE --statement TEXT
           [--out FILE] [--send URL]
Sign for a figure as shown on the pledge's page, where you also find the pledge's id. Signing needs no network.
The signature is written to FILE (or printed). Send it to URL/log/records now or later:
  curl -H 'Content-Type: application/json' --data @FILE URL/log/records
It counts once the campaign binds the key to a partner that is not one of the pledgers (cnd key bind).`;

export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const texts = [
    "key",
    "pledge",
    "claim",
    "value",
    "unit",
    "as-of",
    "statement",
    "out",
    "send",
  ] as const;
  const { of } = switches("attest", args, [], texts);
  const { claim, unit, statement, pledge = "", send } = of;
  const value = of.value === undefined || of.value.trim() === "" ? NaN : Number(of.value);
  const body = { claim, value, unit, asOf: of["as-of"], statement };
  const parsed = v.safeParse(AttestationBody, body);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue)?.replace("asOf", "as-of");
    throw new CommandError(`--${field}: expected ${issue.message}. See cnd attest --help`);
  }
  if (!/^[0-9a-f]{64}$/.test(pledge))
    throw new CommandError("--pledge: expected the 64-digit id on the pledge's page.");
  const key = keyFrom(of.key);
  const at = new Clock(timeNow).tick();
  const record = signRecord(
    { kind: ATTESTATION_SIGNED, subject: pledge, at, body: parsed.output },
    key,
  );
  const text = `${JSON.stringify({
    records: [{ entry: utf8(record.entry), document: utf8(record.document) }],
  })}\n`;
  if (of.out === undefined) process.stdout.write(text);
  else writeFileSync(of.out, text);
  if (send !== undefined) await deliver(send, text);
}

function keyFrom(file: string | undefined): Key {
  if (file === undefined) throw new CommandError("--key: expected a file written by cnd key new.");
  try {
    return keyFromPem(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CommandError(`--key: expected a key written by cnd key new, found none in ${file}.`, {
      cause: error,
    });
  }
}

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

async function deliver(base: string, text: string): Promise<void> {
  // bounded: typed by whoever runs the command
  const address = `${base.replace(/\/+$/, "")}/log/records`;
  const { is, isTaken } = await sent(address, text);
  if (!isTaken)
    throw new CommandError(
      `${address}: expected the signature to be accepted, but it was ${is}. You can send it again later.`,
    );
  console.error(`${address}: ${is}.`);
}

/** What the log there says of it, in a word or a sentence. */
async function sent(address: string, text: string): Promise<{ is: string; isTaken: boolean }> {
  try {
    const answer = await fetchAs(agentOf(version()))(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: text,
    });
    const status = `answered with ${answer.status}`;
    const said = (await answer.json().catch(() => ({}))) as {
      readonly results?: readonly { readonly is: string }[];
      readonly message?: string;
    };
    const is = said.results?.[0]?.is ?? said.message ?? status;
    return { is, isTaken: is === "accepted" || is === "known" };
  } catch (error) {
    const { cause, message } = error as Error;
    return {
      is: `not reached (${cause instanceof Error ? cause.message : message})`,
      isTaken: false,
    };
  }
}

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
Sign for a figure as it stands on the pledge's page, which names the pledge's id. Nothing is asked over the network;
the signature is written to FILE (or printed), and can be sent to URL/log/records now or later:
  curl -H 'Content-Type: application/json' --data @FILE URL/log/records
It counts when the campaign has bound the key to a partner who is not a pledger of it (cnd key bind).`;

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
    throw new CommandError("--pledge: expected the id of 64 digits that the pledge's page names.");
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
  if (file === undefined)
    throw new CommandError("--key: expected the file that cnd key new wrote.");
  try {
    return keyFromPem(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CommandError(
      `--key: expected a key as cnd key new writes it, found none in ${file}.`,
      { cause: error },
    );
  }
}

const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

async function deliver(base: string, text: string): Promise<void> {
  // bounded: typed by whoever runs the command
  const address = `${base.replace(/\/+$/, "")}/log/records`;
  const { is, isTaken } = await sent(address, text);
  if (!isTaken)
    throw new CommandError(
      `${address}: expected it to be accepted, it was ${is}. It can be sent again later.`,
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

/**
 * Updates to 10,000 subscribers of a mail server on this machine, the process ended at random moments and started again:
 * once with SIGTERM, once with SIGKILL. What arrived, what came twice, what is missing, what is in doubt; then a desk
 * that reads the mail server's log decides, and all are counted once more.
 */
import { once } from "node:events";
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSink } from "../tests/mail-sink.ts";
import {
  campaignIn,
  decide,
  desk,
  editor,
  inDoubt,
  press,
  subscribe,
  tell,
} from "../tests/mailing.ts";
import { serveAlone, temporary, type ServedAlone } from "../tools/program.ts";
import { report } from "./report.ts";

const READERS = 10_000;
const ENDS = 5; // times that the process is ended on the way; the desk shows as many letters in doubt as these leave

for (const signal of ["SIGTERM", "SIGKILL"] as const) await measure(signal);
await measure(undefined);

async function measure(signal: "SIGTERM" | "SIGKILL" | undefined): Promise<void> {
  using folder = temporary();
  await using sink = await openSink();
  const env = {
    CND_DATA: join(folder.dir, "data"),
    CND_URL: "https://campaign.example",
    CND_MAIL: sink.url,
  };
  const campaign = campaignIn(folder.dir, env);
  await subscribe(join(env.CND_DATA, "log.sqlite"), READERS);
  let server: ServedAlone = await serveAlone(env);
  tell(campaign, "mast", env);
  const cookie = await editor(server.base, env);
  while ((await press(server.base, cookie, "now")) === 0) await sleep(20);
  const began = performance.now();
  const moments = signal ? randomMoments() : [];
  for (const moment of moments) {
    while (sink.received.length < moment) await sleep(1);
    await sleep(Math.random() * 20); // anywhere within a letter
    const ended = once(server.process, "exit");
    server.process.kill(signal);
    await ended;
    server = await serveAlone(env);
  }
  await using last = server;
  while (!(await isOver(last, cookie))) await sleep(50);
  const seconds = (performance.now() - began) / 1000;
  const say = (name: string, value: number, unit: string) =>
    report({ name: `updates, ${signal ?? "not ended"}: ${name}`, value, unit });

  const held = await inDoubt(last.base, cookie);
  const ids = new Set(sink.received.map((mail) => mail.id));
  const lost = held.filter(({ id }) => !ids.has(id));
  say("load of the machine", loadavg()[0]!, "processes");
  say(`ended at ${moments.join(", ")}; from the press to the last`, seconds, "s");
  say("different letters", ids.size, "Message-IDs");
  say("came twice", sink.received.length - ids.size, "letters");
  say("missing", READERS - ids.size, "letters");
  say("in doubt", held.length, "letters");
  say("missing and in doubt", lost.length, "letters");
  say("heaviest", Math.max(...sink.received.map(({ raw }) => raw.length)), "bytes");
  if (held.length === 0) return;
  for (const letter of held)
    await decide(server.base, cookie, lost.includes(letter) ? "again" : "leave", letter);
  while ((await inDoubt(last.base, cookie)).length > 0 || !(await isOver(last, cookie)))
    await sleep(50);
  const whom = new Set(sink.received.map((mail) => mail.to)).size;
  say("addresses reached after the desk decided", whom, "of 10,000");
  say("letters after the desk decided", sink.received.length, "of 10,000");
}

/** Nothing is waiting: all are sent or in doubt. */
async function isOver({ base }: ServedAlone, cookie: string): Promise<boolean> {
  return /<tr><td>[^<]*<\/td><td>10000<\/td><td>\d+<\/td><td>0<\/td>/.test(
    await desk(base, cookie),
  );
}

function randomMoments(): number[] {
  const all = Array.from({ length: ENDS }, () => Math.floor(Math.random() * READERS * 0.95));
  return all.toSorted((a, b) => a - b);
}

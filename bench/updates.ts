/**
 * One update to 10,000 subscribers of a mail server on this machine, the process killed with -9 in the middle and started
 * again: every address once, by Message-ID and by what came; the weight of the heaviest; how long it takes.
 */
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openSink } from "../tests/mail-sink.ts";
import { campaignIn, editor, press, subscribe, tell } from "../tests/mailing.ts";
import { serve, temporary } from "../tools/program.ts";
import { report } from "./report.ts";

const READERS = 10_000;
using folder = temporary();
await using sink = await openSink();
const env = {
  CND_DATA: join(folder.dir, "data"),
  CND_URL: "https://campaign.example",
  CND_MAIL: sink.url,
};
const campaign = campaignIn(folder.dir, env);
await subscribe(join(env.CND_DATA, "log.sqlite"), READERS);
const first = await serve(env);
tell(campaign, "mast", env);
const cookie = await editor(first.base, env);
while ((await press(first.base, cookie, "now")) === 0) await sleep(20);
const began = performance.now();
while (sink.received.length < READERS / 2) await sleep(5);
const ended = once(first.process, "exit");
first.process.kill("SIGKILL");
await ended;
await using server = await serve(env);
const ids = () => new Set(sink.received.map((mail) => mail.id)).size;
for (let last = -1; last !== sink.received.length;) {
  last = sink.received.length;
  await sleep(10_000); // five looks of the sender
}
if (server.process.exitCode !== null) throw new Error("The second process ended.");
const seconds = (performance.now() - began) / 1000 - 10;
const whom = new Set(sink.received.map((mail) => mail.to)).size;
report({ name: "updates: addresses reached", value: whom, unit: "of 10,000" });
report({ name: "updates: different mails", value: ids(), unit: "Message-IDs" });
report({
  name: "updates: came twice under one Message-ID, in doubt at the kill",
  value: sink.received.length - ids(),
  unit: "mails",
});
const heaviest = Math.max(...sink.received.map(({ raw }) => raw.length));
report({ name: "updates: heaviest mail", value: heaviest, unit: "bytes" });
report({
  name: "updates: from the press to the last, the restart included",
  value: seconds,
  unit: "s",
});

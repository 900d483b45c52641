/** A campaign that sends mail to a server of the test's, for tests of updates by e-mail. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { temporary, type Served } from "../tools/program.ts";
import { openSink } from "./mail-sink.ts";
import { editor, press } from "./mailing.ts";
import { smallCampaign } from "./small-campaign.ts";

const PATIENCE = 60_000; // ms
export const URL_OF = "https://campaign.example";

/** A campaign in a folder that may be changed, imported. */
export async function mailHouse(...sinks: Parameters<typeof openSink>) {
  const folder = temporary();
  const sink = await openSink(...sinks);
  const env: Record<string, string> = {
    CND_DATA: join(folder.dir, "data"),
    CND_URL: URL_OF,
    CND_MAIL: sink.url,
  };
  const campaign = smallCampaign(folder.dir, env);
  return {
    sink,
    env,
    campaign,
    dir: folder.dir,
    database: join(env["CND_DATA"]!, "log.sqlite"),
    async [Symbol.asyncDispose]() {
      await sink[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

export const until = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> => {
  const began = performance.now();
  for (;;) {
    const looked = performance.now();
    if (await holds()) return;
    const now = performance.now();
    assert.ok(now - began < PATIENCE, `Expected that ${what}.`);
    await sleep(20 + 4 * (now - looked)); // a page that is looked at takes from what is waited for
  }
};
/** It is told and noted, and the desk sends it at once. */
export async function sendNow(server: Served, env: Record<string, string>): Promise<string> {
  const cookie = await editor(server.base, env);
  await until("a story waits", async () => (await press(server.base, cookie, "now")) > 0);
  return cookie;
}

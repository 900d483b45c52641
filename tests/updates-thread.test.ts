/** Following a conversation by e-mail: asked for, confirmed, sent and stopped by itself (features/newsletter). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import test from "node:test";
import { hashOf } from "../src/platform/private/submissions.ts";
import { serve, temporary } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { openSink, textOf, type Sink } from "./mail-sink.ts";
import { editor, press } from "./mailing.ts";
import { ownerOf, say, sign } from "./saying.ts";

const URL_OF = "https://campaign.example";
const ADDRESS = "ana@example.org";

const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 1500; i++) {
    if (await holds()) return;
    await sleep(20);
  }
  assert.fail(`Expected that ${what}.`);
};
const linkIn = (sink: Sink, path: string): string => {
  const text = textOf(sink.received.at(-1)!);
  return new RegExp(`${URL_OF}(${path}/\\S+)`).exec(text)?.[1] ?? assert.fail(text);
};

test("U13 CO13 a conversation is followed beside the stories: confirmed, sent once read, and stopped by itself", async () => {
  using folder = temporary();
  await using sink = await openSink();
  const env = { CND_DATA: join(folder.dir, "data"), CND_URL: URL_OF, CND_MAIL: sink.url };
  await firstCampaign(env.CND_DATA, URL_OF);
  await using server = await serve(env);
  const at = (path: string) => server.base + path;

  async function follow(what: string): Promise<void> {
    const before = sink.received.length;
    const body = new URLSearchParams({ address: ADDRESS, lang: "en", what, often: "each" });
    assert.equal((await fetch(at("/updates"), { method: "POST", body })).status, 200);
    await until("the mail that asks back came", () => sink.received.length > before);
    await fetch(at(linkIn(sink, "/updates/confirm")), { method: "POST" });
  }
  const chosen = (): string[] => {
    using db = new DatabaseSync(join(env.CND_DATA, "log.sqlite"), { readOnly: true });
    const rows = db.prepare("select what from subscriber order by what").all();
    return (rows as { what: string }[]).map(({ what }) => what);
  };

  const thread = await (await fetch(at("/topics/privacy/conversation"))).text();
  const link = /href="(\/updates\?what=[^"]+)"/.exec(thread)![1]!;
  const form = await (await fetch(at(link))).text();
  assert.match(form, /<option value="thread:topic:privacy" selected="">Comments on: Privacy</);
  await follow("all");
  await follow("thread:topic:privacy");
  const look = await (await fetch(at(linkIn(sink, "/updates/confirm")))).text();
  assert.match(look, /If you confirm, we will email you the comments in this conversation/);
  await follow("thread:topic:privacy"); // asked for twice it is one
  assert.deepEqual(chosen(), ["all", "thread:topic:privacy"]);
  const none = { address: ADDRESS, lang: "en", what: "thread:topic:nothing", often: "each" };
  const refused = await fetch(at("/updates"), { method: "POST", body: new URLSearchParams(none) });
  assert.equal(refused.status, 422);

  const key = ownerOf(env.CND_DATA);
  const said = (about: string, text: string) => {
    const body = { id: hashOf(text).slice(0, 32), about, text, said: "2026-11-26", name: "Nia" };
    return sign(key, { kind: "comment.said/1", body });
  };
  const gone = said("topic:privacy", "Taken back at once.");
  await say(
    server.base,
    said("topic:privacy", "Whose log is it? 2 * 3 * 4 and [1](x)."),
    said("topic:security", "Another conversation."),
    gone,
  );
  await say(
    server.base,
    sign(key, {
      kind: "comment.withdrawn/1",
      subject: gone.id,
      body: {
        by: "author",
        id: hashOf("Taken back at once.").slice(0, 32),
        about: "topic:privacy",
      },
    }),
  );
  const confirmations = sink.received.length;
  const cookie = await editor(server.base, env);
  await until("they wait", async () => (await press(server.base, cookie, "now")) >= 2);
  await until("one mail came", () => sink.received.length > confirmations);
  await sleep(3000); // a look of the sender, and half of one
  assert.equal(sink.received.length, confirmations + 1);
  const mail = sink.received.at(-1)!;
  assert.equal(mail.to, ADDRESS);
  const text = textOf(mail);
  assert.match(text, /Nia, about Privacy:\s+Whose log is it\? 2 \* 3 \* 4 and \[1\]\(x\)\./);
  assert.match(text, /\/topics\/privacy\/conversation\?comment=[0-9a-f]{32}#c-/);
  assert.match(mail.raw.toString(), /^Subject: New comment on Privacy/m);
  assert.doesNotMatch(text, /Another conversation|Withdrawn/);

  const stop = linkIn(sink, "/updates/stop");
  assert.match(await (await fetch(at(stop))).text(), /Stop following this conversation\?/);
  await fetch(at(stop), { method: "POST" });
  assert.deepEqual(chosen(), ["all"]);
});

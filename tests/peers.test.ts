/** The peers that the fediverse is tested with, between themselves: what fails there is no fault of ours. */
import assert from "node:assert/strict";
import test from "node:test";
import { openNames, whyNoNames } from "../tools/names.ts";
import { temporary } from "../tools/program.ts";
import { openBot } from "./peer-bot.ts";
import { openSnac } from "./peer-snac.ts";
import { arrives } from "./peers.ts";

const skip = whyNoNames() ?? false;

test(
  "snac follows the bot, and what it says, changes and likes arrives there",
  { skip },
  async () => {
    using folder = temporary();
    await using opened = new AsyncDisposableStack();
    const names = opened.use(await openNames(`${folder.dir}/names`, ["snac.test", "bot.test"]));
    const snac = opened.use(await openSnac(names, "snac.test", folder.dir));
    const bot = opened.use(await openBot(names, "bot.test"));
    const heard = async (sort: string, words: string) =>
      (await bot.heard()).some(
        (one) => one["type"] === sort && JSON.stringify(one).includes(words),
      );
    assert.equal(await bot.find("alice@snac.test"), snac.actor);
    await snac.act("Follow", { actor: bot.actor });
    await arrives("the follow", async () => (await bot.followers()).includes(snac.actor));
    const note = await bot.say("The mast stands.");
    const answer = await snac.say("It does.", note);
    await arrives("the answer", () => heard("Create", "It does."));
    await snac.edit("It did.", answer);
    await arrives("the other words", () => heard("Update", "It did."));
    await snac.act("Like", { id: note });
    await arrives("the like", () => heard("Like", note));
    await snac.act("Unlike", { id: note });
    await arrives("that it is no more", () => heard("Undo", note));
  },
);

test(
  "snac takes what the bot sends for unsigned: it signs by RFC 9421, and names its key by an address of its own",
  { skip },
  async () => {
    using folder = temporary();
    await using opened = new AsyncDisposableStack();
    const names = opened.use(await openNames(`${folder.dir}/names`, ["snac.test", "bot.test"]));
    const snac = opened.use(await openSnac(names, "snac.test", folder.dir));
    const bot = opened.use(await openBot(names, "bot.test"));
    await bot.follow(snac.actor);
    await arrives("the follow", async () => /bad signature/.test(snac.log()));
    const follow = names.passed.find(
      ({ path, method }) => method === "POST" && path === "/alice/inbox",
    );
    assert.equal(follow?.status, 202, "it says yes before it looks");
    assert.match(String(follow.headers["signature-input"]), /^sig1=/);
  },
);

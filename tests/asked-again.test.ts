/** Which addresses of the desk ask somebody to come in once more before anything is done (features/desk/README.md, D26, D30). */
import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import test from "node:test";
import type { Visitor } from "../src/platform/accounts/account.ts";
import type { Extra } from "../src/platform/web/extra.ts";
import { deskAddresses } from "./desk-addresses.ts";

const MINUTE = 60_000;

/** What the day's work is: it can be done over, and hands nothing to anybody. Whoever adds an address says where it belongs. */
const EVERYDAY = `
  /desk/conversation/*/decide /desk/conversation/rules/add /desk/conversation/rules/remove
  /desk/conversation/people /desk/conversation/people/end
  /desk/conversation/vouchers /desk/conversation/vouchers/revoke
  /desk/events/new /desk/events/* /desk/content/*/new /desk/content/*/* /desk/content/*/*/history /desk/content/*/*/withdraw /desk/content/*/*/merge
  /desk/fediverse/do /desk/fediverse/shut /desk/fediverse/open
  /desk/letter /desk/letter/discard /desk/letter/paper /desk/letter/off
  /desk/me/language /desk/me/sign-ins /desk/me/notices /desk/me/feed
  /desk/front /desk/front/look
  /desk/media /desk/media/* /desk/media/photos/* /desk/media/*/asked /desk/media/photos/*/asked
  /desk/media/photos/*/cut /desk/media/photos/*/focus
  /desk/media/photos/*/forget /desk/media/photos/*/hide /desk/media/photos/*/replace
  /desk/classes/new /desk/classes/*/roster /desk/classes/*/roster/* /desk/classes/*/cards
  /desk/classes/*/settings /desk/classes/*/settings/teachers /desk/classes/*/settings/state /desk/classes/*/tap /desk/classes/evidence
  /desk/listening/sensors/new /desk/listening/sensors/* /desk/listening/sensors/*/key /desk/listening/sensors/*/anew
  /desk/listening/sensors/*/down
  /desk/listening/alarms/* /desk/listening/line /desk/listening/settings
  /desk/listening/mutes /desk/listening/mutes/*/end /desk/listening/lines /desk/listening/evidence
  /desk/badges/*/give /desk/books/* /desk/books/*/text /desk/books/*/sign /desk/books/*/sign/* /desk/books/*/sign/*/consents
  /desk/plans/* /desk/plans/regions /desk/plans/regions/* /desk/plans/regions/*/files /desk/plans/regions/*/remove
  /desk/plans/regions/*/stop /desk/plans/regions/*/publish /desk/plans/regions/*/forget
  /desk/queue/*/accept /desk/queue/*/ask /desk/queue/*/refuse /desk/queue/*/thank
  /desk/newsletters /desk/newsletters/* /desk/newsletters/*/send /desk/newsletters/*/test
  /desk/room
  /desk/several/* /desk/several/photos
  /desk/stories /desk/stories/* /desk/stories/*/consents /desk/stories/example
  /desk/updates
  /desk/link/* /desk/sign-in /desk/sign-out /desk/second /desk/passkey/ask /desk/passkey/answer`;
/** Came in two hours ago, and they are asked again. */
const SETTINGS = `
  /desk/settings /desk/settings/logo /desk/settings/logo/remove /desk/settings/mail /desk/settings/new-page
  /desk/settings/pages/* /desk/settings/pages/*/withdraw
  /desk/settings/pages/*/languages/* /desk/settings/pages/*/versions
  /desk/settings/languages/* /desk/settings/look /desk/settings/versions
  /desk/conversation/rules /desk/counts /desk/fediverse/turn /desk/fediverse/held
  /desk/run/arrivals /desk/run/arrivals/*/take /desk/run/arrivals/*/pictures /desk/run/arrivals/*/forget
  /desk/subscribers/import /desk/subscribers/forget
  /desk/run/backups /desk/run/restored /desk/run/backups/*/name /desk/run/job /desk/run/look /desk/run/releases /desk/run/releases/now /desk/run/mail /desk/run/verify
  /desk/holdings/export /desk/holdings/restrict /desk/rights/*`;
/** A quarter of an hour ago. */
const SURE = `
  /desk/accounts/invite /desk/accounts/second /desk/accounts/*/role /desk/accounts/*/close /desk/accounts/*/open
  /desk/accounts/*/link /desk/accounts/*/reset
  /desk/me/pin /desk/me/passkeys /desk/me/device /desk/me/passkey/ask /desk/me/passkey/answer
  /desk/me/codes /desk/me/codes/backup /desk/me/codes/remove
  /desk/run/arrivals/*/undo /desk/run/backups/*/delete /desk/run/keeping /desk/run/key /desk/run/key/new
  /desk/badges/key /desk/badges/*/back/*
  /desk/stories/*/erase /desk/stories/*/delete /desk/stories/*/consents/* /desk/content/*/*/erase /desk/holdings/erase
  /desk/newsletters/*/delete /desk/newsletters/*/withdraw
  /desk/classes/*/roster/*/remove /desk/classes/*/settings/delete /desk/classes/*/look`;
const listed = (text: string) => text.trim().split(/\s+/).toSorted();

/** Whoever asks came in so long ago. */
let here = 0;
const owner = (): Visitor => ({
  account: { id: "li", name: "Li", role: "owner", closed: false, hasPin: true },
  signIn: "s",
  isSure: here < 15 * MINUTE,
  here,
  isStrong: true,
  must: undefined,
});
const addresses = (): ReadonlyMap<string, Extra> => {
  const desk = deskAddresses(owner);
  for (const [name, { by }] of desk)
    assert.ok(name.startsWith("GET ") || by !== undefined, `${name} has no door`);
  return new Map(
    [...desk].map(([name, { extra }]) => [name.replaceAll(/:\w+/g, "*"), extra] as const),
  );
};

async function asksAgain(name: string, extra: Extra): Promise<boolean> {
  const [method, path = ""] = name.split(" ");
  const said: { Location?: string } = {};
  const res = {
    setHeader: () => res,
    writeHead(_status: number, headers: object) {
      Object.assign(said, headers);
      return res;
    },
    end: () => undefined,
  };
  const req = { method, headers: { host: "localhost" } } as IncomingMessage;
  const own = path.replaceAll("*", "x");
  const asked = { path: own, pattern: path, params: {}, search: new URLSearchParams() };
  await extra(req, res as unknown as ServerResponse, asked);
  return (said.Location ?? "").startsWith("/desk/sign-in?again");
}

test("D26 D30 every address of the desk that changes something says when it asks to come in once more", async () => {
  const all = addresses();
  const posts = [...all].filter(([name]) => name.startsWith("POST "));
  assert.ok(posts.length > 60, String(posts.length));
  const asking = async (minutes: number) => {
    here = minutes * MINUTE;
    const found = await Promise.all(
      posts.map(async ([name, extra]) => ((await asksAgain(name, extra)) ? [name.slice(5)] : [])),
    );
    return found.flat().toSorted();
  };
  assert.deepEqual(await asking(14), []);
  assert.deepEqual(await asking(16), listed(SURE));
  assert.deepEqual(await asking(121), [...listed(SURE), ...listed(SETTINGS)].toSorted());
  const others = posts
    .map(([name]) => name.slice(5))
    .filter((path) => !listed(SURE).includes(path));
  assert.deepEqual(
    others.filter((path) => !listed(SETTINGS).includes(path)).toSorted(),
    listed(EVERYDAY),
  );
});

test("D30 a page of settings is opened within an hour, so that what is written there is taken", async () => {
  const all = addresses();
  for (const path of ["/desk/settings", "/desk/settings/pages/*", "/desk/accounts"]) {
    const extra = all.get(`GET ${path}`)!;
    here = 59 * MINUTE;
    assert.equal(await asksAgain(`GET ${path}`, extra), false, path);
    here = 61 * MINUTE;
    assert.equal(await asksAgain(`GET ${path}`, extra), true, path);
  }
});

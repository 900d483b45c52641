/**
 * The announcement of 6 March 2020 from which the campaign has its name, sentence by sentence: each thing it says a campaign does
 * is done here, at most two clicks from the front page. Its sentences are told in words of ours.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
/** Every path of this site, with how many clicks it is from the front page: none, one or two. */
let clicks: ReadonlyMap<string, number>;

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
  clicks = await walked();
  assert.ok(clicks.size > 150, `${clicks.size} pages within two clicks`);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const get = async (path: string) => (await fetch(server.base + path)).text();

async function walked(): Promise<ReadonlyMap<string, number>> {
  const found = new Map([["/", 0]]);
  for (const click of [1, 2])
    for (const [path, at] of found) {
      const [bare] = path.split("?");
      if (at !== click - 1 || /\.\w+$/.test(bare!)) continue; // a file leads nowhere
      for (const [, to] of (await get(path)).matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        const next = to!.replaceAll("&amp;", "&");
        if (!found.has(next)) found.set(next, click);
      }
    }
  return found;
}

/** A page with these words. */
const shows =
  (...words: readonly RegExp[]) =>
  async (path: string) => {
    const page = await get(path);
    for (const one of words) assert.match(page, one);
  };
/** A form that takes something: sent empty, it comes back with what is missing and keeps nothing. */
const asks = async (path: string) => {
  const [, action] = /<form[^>]*method="post" action="([^"]*)"/.exec(await get(path)) ?? [];
  assert.ok(action, `a form on ${path}`);
  const answer = await fetch(server.base + action.replaceAll("&amp;", "&"), {
    method: "POST",
    body: new URLSearchParams(),
  });
  assert.equal(answer.status, 422, action);
  assert.match(await answer.text(), /<form/);
};
/** A file that programs read. */
const gives = (what: RegExp) => async (path: string) => {
  const answer = await fetch(server.base + path);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), what);
};

const SENTENCES: readonly (readonly [
  says: string,
  path: string,
  works: (path: string) => Promise<void>,
])[] = [
  [
    "a company much looked at and little understood answers openly: anybody can check what is said",
    "/log/checkpoint",
    gives(/\n[A-Za-z0-9+/=]{40,}\n/),
  ],
  [
    "part one: there is good to do, and one can see what",
    "/do-good",
    shows(/\/take-part\/opportunity/, /\/programmes\//),
  ],
  [
    "part one takes more than one: whoever has something to give can offer it",
    "/take-part/opportunity",
    asks,
  ],
  ["part two: others hear of it", "/stories", shows(/\/stories\/[a-z-]+"/, /\?walk=/)],
  [
    "it sums up what technology does for good, and introduces the campaign",
    "/stories/what-this-is",
    shows(/Part one/, /Part two/),
  ],
  [
    "for thirty years it has built for a world that is connected and secure: security is talked about",
    "/topics/security/comment",
    asks,
  ],
  [
    "places that are far away and poorly served come first: they can say so",
    "/take-part/opportunity?kind=need",
    asks,
  ],
  [
    "a large figure of its own is given: such a figure stands with who says it, and can be disputed",
    "/pledges/huawei-500-million",
    shows(/Huawei/, /self-reported/i, /\/send/),
  ],
  [
    "people are connected with networks, and can see how good theirs is",
    "/measure",
    shows(/<form id="measure"/),
  ],
  ["people are connected with each other: they can answer a story", "/stories/nangi/comment", asks],
  [
    "carriers, companies, communities and activists work together: each has a page, and says its standing",
    "/organisations",
    shows(/Union Wireless/, /AlterMundi/, /Safaricom/),
  ],
  ["whoever wants to work along can say so", "/take-part/opportunity?kind=partner", asks],
  [
    "rainforests are protected: one can hear what a machine hears in a forest",
    "/listening/try",
    shows(/<(form|audio|input)/),
  ],
  [
    "skills are brought to remote areas: a course can be taken",
    "/courses/a-link-over-the-hill",
    shows(/\/courses\/a-link-over-the-hill\//),
  ],
  [
    "deaf children are helped to read: there is a book to read, and to sign",
    "/books/the-light-on-the-hill",
    shows(/The light on the hill/i, /sign/i),
  ],
  ["more examples stand on a page of their own", "/programmes/storysign", shows(/StorySign/)],
  [
    "the campaign was launched, and bears this name",
    "/about",
    shows(/6 March 2020/, /Connect, Not Divide/),
  ],
  ["it sells nothing", "/about", shows(/We sell nothing/)],
  ["it shows what a secure connection brings", "/stories?topic=security", shows(/\/stories\//)],
  [
    "people and businesses in rural places of the United States are among those told of",
    "/stories?place=opheim",
    shows(/\/stories\/opheim/),
  ],
  ["each story is about people", "/stories?walk=farmer", shows(/\/stories\//)],
  [
    "builders, farmers, entrepreneurs, teachers, families, friends and a pilot: everybody can tell theirs",
    "/take-part/story",
    asks,
  ],
  [
    "the pilot is named, and so is his film",
    "/stories/those-who-fly",
    shows(/Zeeshan Parvez/, /Connectivity Means Freedom/),
  ],
  [
    "the pilot is named where the campaign says what it is, too",
    "/stories/what-this-is",
    shows(/Zeeshan Parvez/, /Connectivity Means Freedom/),
  ],
  [
    "the pilot is named on the page about the campaign, too",
    "/about",
    shows(/Zeeshan Parvez/, /Connectivity Means Freedom/),
  ],
  [
    "people have more in common than apart, and the front page opens with it",
    "/",
    shows(/More connects us than divides us/),
  ],
  [
    "the goal is to connect people and to help others do so: it is a number that anybody’s pledge counts towards",
    "/take-part/pledge",
    asks,
  ],
  ["a secure connection is a right and no luxury: one can sign for it", "/letter/sign", asks],
  [
    "500 million people in five years were promised: the promise stands beside the campaign’s own aim, with its source",
    "/pledges/huawei-500-million",
    shows(/500,000,000|500 million/, /\/send\?about=figure/),
  ],
  ["conversations begin: connectivity", "/topics/connectivity/comment", asks],
  ["conversations begin: privacy", "/topics/privacy/comment", asks],
  ["conversations begin: the economy", "/topics/economy/comment", asks],
  [
    "conversations begin: the empowerment of people, organisations and communities",
    "/topics/empowerment/comment",
    asks,
  ],
  [
    "whoever shares the goals is welcome, wherever they are",
    "/take-part",
    shows(/\/take-part\/story/, /\/take-part\/opportunity/),
  ],
  [
    "the conversation has a hashtag, and what is said elsewhere can be brought in",
    "/conversation/link",
    asks,
  ],
  ["views are those of who has them", "/about", shows(/not endorsed by/)],
  ["a comment can be left", "/conversation/comment", asks],
  ["who publishes is named", "/pages/imprint", shows(/<h1/)],
];

for (const [says, path, works] of SENTENCES)
  test(`the announcement, within two clicks: ${says}`, async () => {
    assert.ok(clicks.has(path), `${path} is more than two clicks from the front page`);
    await works(path);
  });

/** Photos at the desk, by requests alone (features/captions and features/pictures). */
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { askPictures } from "../src/features/pictures/model.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { nobodyIn } from "./answering.ts";
import { noisyPhoto } from "./noisy-photo.ts";
import { newCampaign } from "./campaigns.ts";
import { exported, succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";
import { tablesHolding } from "./tables-holding.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let ask: (path: string, form?: Record<string, string> | FormData) => Promise<Response>;

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serve(env);
  ask = await deskOf("editor", "Ada");
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Somebody at the desk, as requests. */
async function deskOf(role: "editor" | "contributor", name: string): Promise<typeof ask> {
  const ours = { "sec-fetch-site": "same-origin" };
  const link = await invitation(env.CND_DATA, { role, name });
  const entered = await fetch(server.base + link, {
    method: "POST",
    headers: ours,
    redirect: "manual",
  });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(";")[0]!);
  return (path, form) =>
    fetch(server.base + path, {
      headers: { ...ours, cookie: cookie.join("; ") },
      redirect: "manual",
      ...(form && {
        method: "POST",
        body: form instanceof FormData ? form : new URLSearchParams(form),
      }),
    });
}

let drawn = 0;
/** Another one each time. */
const photo = (width = 640, height = 400): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: ++drawn, g: 120, b: 90 } } })
    .jpeg()
    .toBuffer();

function formOf(bytes: Uint8Array, fields: Record<string, string> = {}, name = "well.jpg") {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([new Uint8Array(bytes)]), name);
  return form;
}
/** @returns where the photo stands at the desk */
async function added(alt: string, bytes?: Buffer): Promise<string> {
  const answer = await ask("/desk/media", formOf(bytes ?? (await photo()), { alt }));
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get("location")!.replace(/\?.*/, "");
}
const mediaOf = (path: string): string => path.split("/").at(-1)!;
const textOf = async (path: string): Promise<string> => (await ask(path)).text();

test("CP7 a photo is added, found by its words, the newest first, and stands with what it shows", async () => {
  const first = await added("The well of Zezé");
  await added("A mast on a hill");
  const list = await textOf("/desk/media");
  assert.ok(list.indexOf("A mast on a hill") < list.indexOf("The well of Zezé"));
  const found = await textOf("/desk/media?find=zeze%20WELL");
  assert.match(found, /The well of Zezé/);
  assert.doesNotMatch(found, /A mast on a hill/);
  assert.match(await textOf("/desk/media?find=100%25_"), /No photos match these words/);
  const page = await textOf(first);
  assert.match(page, /value="The well of Zezé"/);
  assert.match(page, /Not used yet\./);
  assert.equal((await ask(`/desk/media/photos/${"0".repeat(64)}.jpg`)).status, 404);
});

test("CP8 what is no photo, is broken or has more points than a photo may have is refused, and nothing is added", async () => {
  const listed = await textOf("/desk/media");
  const jpeg = await photo();
  const huge = Buffer.from(await sharp(jpeg).png().toBuffer());
  huge.writeUInt32BE(40_000, 16); // its header says that it is 40,000 wide
  huge.writeUInt32BE(40_000, 20);
  for (const bytes of [Buffer.from("hello"), jpeg.subarray(0, 200), huge, Buffer.alloc(0)]) {
    const answer = await ask("/desk/media", formOf(bytes, { alt: "What I typed" }));
    assert.equal(answer.status, 422);
    const text = await answer.text();
    assert.match(text, /No photo was added\./);
    assert.match(text, /What I typed/);
  }
  const count = (text: string) => text.match(/class="glimpse"/g)?.length;
  assert.equal(count(await textOf("/desk/media")), count(listed));
  const frames = await sharp([await photo(40, 40), await photo(40, 40)], {
    join: { animated: true },
  })
    .webp()
    .toBuffer();
  const still = await added("Moving", frames);
  const bytes = Buffer.from(await (await ask(`/media/${mediaOf(still)}`)).arrayBuffer());
  assert.equal((await sharp(bytes).metadata()).pages ?? 1, 1, "one picture of it is kept");
});

test("CP9 the point that matters is typed or pressed, and lies inside; a cut is a photo of its own, inside too", async () => {
  const path = await added("A square in it");
  for (const odd of ["NaN", "101", "-1", "1e1", ""]) {
    const answer = await ask(`${path}/focus`, { x: odd, y: "10" });
    assert.equal(answer.status, 422, odd);
    assert.match(await answer.text(), /Enter a whole number from 0 to 100/);
  }
  assert.equal((await ask(`${path}/focus`, { x: "90", y: "10" })).status, 303);
  assert.match(await textOf(path), /name="x"[^>]*value="90"/);
  const pressed = await ask(`${path}/focus`, { "at.x": "60", "at.y": "75" });
  assert.equal(pressed.status, 303);
  assert.match(await textOf(path), /name="x"[^>]*value="25"/);
  for (const odd of [{ left: "60", right: "50" }, { left: "-5" }, { top: "NaN" }, {}])
    assert.equal((await ask(`${path}/cut`, { ...odd })).status, 422, JSON.stringify(odd));
  const cut = await ask(`${path}/cut`, { shape: "1:1" });
  const made = mediaOf(cut.headers.get("location")!.replace(/\?.*/, ""));
  const bytes = Buffer.from(await (await ask(`/media/${made}`)).arrayBuffer());
  const { width, height } = await sharp(bytes).metadata();
  assert.deepEqual([width, height], [400, 400]);
  const page = await textOf(`/desk/media/photos/${made}`);
  assert.match(page, new RegExp(`href="${path}"`), "it leads to the one that it was cut out of");
  assert.equal((await ask(path)).status, 200, "which is as it was");
  const edges = await ask(`${path}/cut`, { left: "50", bottom: "50" });
  const half = mediaOf(edges.headers.get("location")!.replace(/\?.*/, ""));
  const size = await sharp(
    Buffer.from(await (await ask(`/media/${half}`)).arrayBuffer()),
  ).metadata();
  assert.deepEqual([size.width, size.height], [320, 200]);
});

/** A story that shows the photo, in the desk's own way. @returns its draft and its address */
async function storyWith(
  path: string,
  title: string,
  as: "picture" | "cover" = "cover",
  more: Record<string, string> = {},
): Promise<{ readonly draft: string; readonly slug: string }> {
  const begun = await ask("/desk/stories", { title });
  const draft = new URL(begun.headers.get("location")!, server.base).pathname;
  const chosen = await ask(`${draft}/choose`, {
    photo: mediaOf(path),
    alt: "As the story says it",
    credit: "",
    as,
  });
  assert.equal(chosen.status, 303, await chosen.text());
  const form = fieldsOf(await textOf(draft));
  const saved = await ask(draft, {
    ...form,
    summary: "What changed.",
    category: "School",
    markdown: `Words. ${form["markdown"] ?? ""}`,
    next: "",
    ...more,
  });
  assert.equal(saved.status, 303, await saved.text());
  return { draft, slug: /\/stories\/([a-z0-9-]+)/.exec(await textOf(`${draft}/publish`))![1]! };
}
async function published({ draft }: { readonly draft: string }): Promise<void> {
  const nobody = nobodyIn(await textOf(`${draft}/publish`));
  if (Object.keys(nobody).length > 0)
    assert.equal((await ask(`${draft}/asked`, nobody)).status, 303);
  const base = fieldsOf(await textOf(`${draft}/publish`))["base"]!;
  const answer = await ask(`${draft}/publish`, { base });
  assert.equal(answer.status, 303, await answer.text());
}
/** What the fields of a page's forms hold. */
function fieldsOf(html: string): Record<string, string> {
  const form = /<form[^>]*id="draft"[^]*?<\/form>/.exec(html)?.[0] ?? html;
  const plain = (text: string) =>
    text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&").trim();
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(?:checkbox|radio|file|image)"/.test(tag) || tag.includes("checked"))
    .map((tag) => [/name="([^"]+)"/.exec(tag)?.[1], /value="([^"]*)"/.exec(tag)?.[1] ?? ""]);
  const areas = [...form.matchAll(/<textarea\b[^>]*name="([^"]+)"[^>]*>([^]*?)<\/textarea>/g)].map(
    ([, name, text]) => [name, plain(text!)],
  );
  const chosen = [...form.matchAll(/<select\b[^>]*name="([^"]+)"[^>]*>([^]*?)<\/select>/g)].map(
    ([, name, options]) => [name, /value="([^"]*)" selected/.exec(options!)?.[1] ?? ""],
  );
  return Object.fromEntries(
    [...inputs, ...areas, ...chosen]
      .filter(([name]) => name !== undefined)
      .map(([name, value]) => [name!, plain(value!)]),
  );
}
/** Records are followed within a moment. */
async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`Waited ten seconds for ${what}.`);
}
const seen = async (slug: string, lang = ""): Promise<string> =>
  (await fetch(`${server.base}${lang}/stories/${slug}`)).text();

test("W20 PH4 PH5 PH9 a photo is chosen with its words; what is decided of it is public once a page shows it, but never what it notes for itself", async () => {
  const notes = "The signed form lies in the green tin.";
  const path = await added("Two masts");
  const media = mediaOf(path);
  const begun = await ask("/desk/stories", { title: "Chosen" });
  const draft = new URL(begun.headers.get("location")!, server.base).pathname;
  const list = await textOf(`${draft}/photos?find=masts`);
  assert.match(list, new RegExp(`photos\\?photo=${media}`));
  const form = fieldsOf(await textOf(`${draft}/photos?photo=${media}`));
  assert.equal(form["alt"], "Two masts");
  const without = await ask(`${draft}/choose`, { photo: media, alt: "", credit: "", as: "cover" });
  assert.equal(without.status, 422);
  assert.equal((await ask(path, { alt_en: "Two masts", notes, until: "2099-12-31" })).status, 303);
  assert.doesNotMatch(JSON.stringify(exported(folder.dir, env)), /pictures\.yaml/);
  const story = await storyWith(path, "Two masts");
  assert.match(await textOf(path), /stories\/[^<]*<\/a> <small>draft|>two-masts<\/a> <small>draft/);
  await published(story);
  const yaml = () =>
    Buffer.from(exported(folder.dir, env)["pictures.yaml"] ?? "", "base64").toString();
  await until("what is said of it", async () => yaml().includes(media));
  assert.match(yaml(), /until: "?2099-12-31/);
  assert.ok((await textOf(path)).includes(notes), "the desk reads it");
  const shown = await seen("two-masts");
  assert.ok(shown.includes("Two masts") && !shown.includes(notes));
  for (const file of Object.values(exported(folder.dir, env)))
    assert.ok(!Buffer.from(file, "base64").includes(notes));
  assert.ok(tablesHolding(env.CND_DATA, "2099-12-31").length > 1, "what is said of it is a record");
  assert.deepEqual(tablesHolding(env.CND_DATA, notes), ["picture"], "and this is none");
});

test("PH3 PH6 after its last day no page shows it; what a page shows is found at the desk", async () => {
  const path = await added("A hand on a switch");
  const story = await storyWith(path, "The switch");
  await published(story);
  assert.match(await seen(story.slug), new RegExp(mediaOf(path)));
  const early = await ask(path, { alt_en: "A hand", until: "2026-02-30" });
  assert.equal(early.status, 422);
  assert.match(await early.text(), /Enter a day such as/);
  assert.equal((await ask(path, { alt_en: "A hand", until: "2020-01-31" })).status, 303);
  const page = await seen(story.slug);
  assert.doesNotMatch(page, new RegExp(mediaOf(path)));
  assert.match(page, /What changed\./, "the story stands without it");
  assert.match(await textOf(path), />The switch<\/a>/);
  const unknown = await ask(path, { alt_en: "A hand", add: "Nobody Knows" });
  assert.equal(unknown.status, 422);
  assert.match(await unknown.text(), /Nobody Knows is not listed here yet/);
});

test("PH8 another photo stands wherever the first stood: in drafts, in what is published, and in what was just being published", async () => {
  const path = await added("The old mast");
  const told = await storyWith(path, "Told with the old mast");
  await published(told);
  const written = await storyWith(path, "Written with the old mast", "picture");
  const racing = await storyWith(path, "Published meanwhile");
  const [replaced] = await Promise.all([
    ask(`${path}/replace`, formOf(await photo(), {}, "new.jpg")),
    published(racing).catch(() => undefined), // its draft may have changed under it: then it is published below
  ]);
  assert.equal(replaced.status, 303, await replaced.clone().text());
  const by = replaced.headers.get("location")!.replace(/\?.*/, "");
  assert.match(await textOf(replaced.headers.get("location")!), /replaced the other one/);
  await published(racing).catch(() => undefined);
  for (const { slug } of [told, racing])
    await until(`the new one in ${slug}`, async () => {
      const page = await seen(slug);
      return page.includes(mediaOf(by)) && !page.includes(mediaOf(path));
    });
  const preview = await textOf(`${written.draft}/preview`);
  assert.match(preview, new RegExp(mediaOf(by)));
  assert.doesNotMatch(preview, new RegExp(mediaOf(path)));
  assert.match(await textOf(path), /Not used yet\./);
  assert.equal((await ask(`${path}/forget`, { sure: "yes" })).status, 303);
  assert.equal((await ask(path)).status, 404);
  const still = await ask(`${by}/forget`, { sure: "yes" });
  assert.equal(still.status, 422, "what shows it is said first");
  assert.match(
    await still.text(),
    /The photo is used in the places above[^]*Told with the old mast/,
  );
});

test("PH7 with a story that is erased goes the photo that it alone showed, and what was said of it", async () => {
  const path = await added("Only here");
  assert.equal((await ask(path, { alt_en: "Only here", until: "2099-01-01" })).status, 303);
  const story = await storyWith(path, "Erased later");
  await published(story);
  const said = () =>
    Buffer.from(exported(folder.dir, env)["pictures.yaml"] ?? "", "base64").toString();
  await until("what is said of it", async () => said().includes(mediaOf(path)));
  assert.equal((await ask(`${story.draft}/erase`, { sure: "yes" })).status, 303);
  await until("it to go", async () => (await ask(path)).status === 404);
  await until(
    "the file",
    async () => (await fetch(`${server.base}/media/${mediaOf(path)}`)).status === 410,
  );
  await until("the words", async () => !said().includes(mediaOf(path)));
});

test("PH7 a photo of somebody erased that a story shows, or a draft will, loses its words and is shown nowhere", async () => {
  const begun = fieldsOf(await textOf("/desk/content/people/new"));
  const person = { base: begun["base"] ?? "", name: "Zodwa Erased", bio: "Hers." };
  const saved = await ask("/desk/content/people/new", person);
  assert.equal(saved.status, 303, await saved.text());
  const paths = [await added("Zodwa at the mast"), await added("Zodwa at the well")] as const;
  for (const path of paths) {
    const named = await ask(path, { alt_en: "Zodwa looks up", add: "Zodwa Erased" });
    assert.equal(named.status, 303);
  }
  const [told, written] = [
    await storyWith(paths[0], "Shows her still"),
    await storyWith(paths[1], "Will show her"),
  ];
  await published(told);
  const said = () =>
    Buffer.from(exported(folder.dir, env)["pictures.yaml"] ?? "", "base64").toString();
  await until("what is said", async () => said().includes("zodwa-erased"));
  const [, subject = ""] = /name="on1"[^>]*value="([0-9a-f]{64})"/.exec(await textOf(paths[0]))!;
  succeed(["erase", subject], env);
  for (const path of paths) {
    await until("the words to go", async () => !/Zodwa/.test(await textOf(path)));
    const page = await textOf(path);
    assert.match(page, /1970-01-01/, "it waits to be looked at");
    assert.doesNotMatch(page, new RegExp(subject));
  }
  assert.doesNotMatch(await textOf("/desk/media?find=zodwa"), /class="glimpse"/);
  await published(written);
  for (const [i, { slug }] of [told, written].entries())
    assert.doesNotMatch(await seen(slug), new RegExp(mediaOf(paths[i]!)));
  await until("what was said", async () => !/zodwa/i.test(said()));
});

test("CP11 a photo that nothing shows is let go by a tick, and its bytes with it", async () => {
  const path = await added("Release", await photo(333, 222)); // like none before
  const lies = () => globSync(`**/${mediaOf(path)}`, { cwd: env.CND_DATA }).length;
  assert.ok(lies() > 0);
  const unsure = await (await ask(`${path}/forget`, {})).text();
  assert.match(unsure, /Nothing was changed\. Tick the box first\./);
  assert.equal((await ask(path)).status, 200);
  const done = await ask(`${path}/forget`, { sure: "yes" });
  assert.equal(done.status, 303, await done.text());
  assert.match(await textOf(done.headers.get("location")!), /The photo has been deleted\./);
  await until("its bytes are deleted", async () => lies() === 0);
  const file = await fetch(`${server.base}/media/${mediaOf(path)}`);
  assert.deepEqual([(await ask(path)).status, file.status], [404, 410]);
  assert.ok(!tablesHolding(env.CND_DATA, mediaOf(path)).includes("picture"));
});

test("W24 S31 S32 photos come with the page where the writer wants it, the meter counts them, and lists show a small print", async () => {
  const bytes = await noisyPhoto(250); // more than a light drawing, less than gets other prints
  const path = await added("Noise", bytes);
  const media = mediaOf(path);
  const behind = await storyWith(path, "Behind a button");
  const open = await storyWith(path, "Open", "cover", { photos: "open" });
  await until("the prints", async () => {
    const preview = await textOf(`${open.draft}/preview`);
    return !preview.includes(`/media/${media}`);
  });
  const [, print = ""] = /<figure>\s*<picture>\s*<img src="\/media\/([^"]+)"/.exec(
    await textOf(`${open.draft}/preview`),
  )!;
  assert.ok(
    (await (await fetch(`${server.base}/media/${print}`)).arrayBuffer()).byteLength <= 6000,
  );
  assert.match(await textOf(open.draft), /With 1 photo loaded automatically: [^<]*30 kB/);
  const closed = await textOf(`${behind.draft}/preview`);
  assert.match(closed, /<details class="media">/);
  assert.doesNotMatch(await textOf(behind.draft), /loaded automatically/);
  await ask(`${path}/focus`, { x: "90", y: "5" });
  await published(open);
  await until("the list", async () => {
    const list = await (await fetch(`${server.base}/stories`)).text();
    return /<img class="face at20"/.test(list);
  });
  const list = await (await fetch(`${server.base}/stories`)).text();
  const [, thumb = ""] = /class="face at20" src="\/media\/([^"]+)"/.exec(list)!;
  assert.ok(
    (await (await fetch(`${server.base}/media/${thumb}`)).arrayBuffer()).byteLength <= 2000,
  );
  assert.match(
    Buffer.from(exported(folder.dir, env)["stories/open.md"]!, "base64").toString(),
    /^photos: open$/m,
  );
});

test("CP7 five thousand photos are searched and paged in SQL, each page of 24 of them", async () => {
  using running = await openControl(dataPaths(env.CND_DATA).socket);
  const found = Array.from({ length: 5000 }, (_, i) => ({
    media: `${i.toString(16).padStart(64, "0")}.jpg`,
    bytes: 1000,
    width: 64,
    height: 40,
    name: `n${i}.jpg`,
    credit: "",
    notes: "",
    details: {},
    kept: 0,
    cut_of: null,
    replaced_by: null,
    words: `photo number n${i} of many`,
    added_by: "",
    at: i,
  }));
  await askPictures(running.private).note({ found, uses: [], described: [] });
  const page = await textOf("/desk/media?find=many&page=200");
  assert.equal(page.match(/class="glimpse"/g)?.length, 24);
  assert.match(page, /5,000 photos/);
  assert.match(await textOf("/desk/media?find=n4999"), /1 photo/);
});

/** What is answered of a photo, as the form of its page or of the page of publishing has it. */
const answered = (path: string, known: string, child = "", how = ""): Record<string, string> => {
  const at = `asked.${mediaOf(path).slice(0, 16)}`;
  return { [`${at}.known`]: known, [`${at}.child`]: child, [`${at}.how`]: how };
};
const baseOf = async (draft: string): Promise<string> =>
  fieldsOf(await textOf(draft))["base"] ?? assert.fail("a version of the draft");

test("W40 PH10 nothing is published, today or later, before each photo is answered for; that is asked once for a file, and stays at the desk", async () => {
  const how = "Amina asked both of them under the tree.";
  const path = await added("Two at the well");
  const day = { "": {}, later: { published: "2099-01-01" } };
  for (const [when, more] of Object.entries(day)) {
    const { draft, slug } = await storyWith(path, `Asked ${when}`, "cover", more);
    const asking = await textOf(`${draft}/publish`);
    if (when === "") {
      assert.match(asking, /Cover: say who can be recognised\./);
      assert.doesNotMatch(asking, /on the Publish page/, "this is the page");
      assert.match(await textOf(draft), /on the Publish page/);
      assert.match(asking, /Is anyone recognisable\?/);
      assert.doesNotMatch(asking, />Publish</, "no button for it");
      const forced = await ask(`${draft}/publish`, { base: await baseOf(draft) });
      assert.equal(forced.status, 422, "nor does it go without the button");
      assert.equal((await fetch(`${server.base}/stories/${slug}`)).status, 404);
      for (const half of [
        {},
        answered(path, "yes"),
        answered(path, "yes", "no"),
        answered(path, "yes", "", how),
        answered(path, "no", "yes"),
        answered(path, "no", "yes", how),
        answered(path, "maybe", "no", how),
        answered(path, "yes", "no", "x".repeat(501)),
      ]) {
        const refused = await ask(`${draft}/asked`, half);
        assert.equal(refused.status, 422, JSON.stringify(half));
        assert.match(await refused.text(), /Nothing has been saved yet\./);
      }
      assert.deepEqual(tablesHolding(env.CND_DATA, how), []);
      const kept = await ask(`${draft}/asked`, answered(path, "yes", "no", how));
      assert.equal(kept.status, 303, await kept.text());
      assert.match(await textOf(kept.headers.get("location")!), /Your answers have been saved\./);
    }
    const offering = await textOf(`${draft}/publish`);
    assert.match(offering, />Publish</, `${when}: what was answered once is not asked again`);
    assert.ok(offering.includes(how), "and can be changed here");
    await published({ draft });
  }
  assert.match(await seen("asked"), new RegExp(mediaOf(path)));
  assert.equal((await fetch(`${server.base}/stories/asked-later`)).status, 404, "it waits");
  assert.deepEqual(tablesHolding(env.CND_DATA, how), ["picture_answer"]);
  for (const file of Object.values(exported(folder.dir, env)))
    assert.ok(!Buffer.from(file, "base64").includes(how));
  assert.ok((await textOf(path)).includes(how), "its own page has it");
  const other = "Joseph asked them.";
  assert.equal((await ask(`${path}/asked`, answered(path, "yes"))).status, 422);
  assert.equal((await ask(`${path}/asked`, answered(path, "yes", "no", other))).status, 303);
  const page = await textOf(path);
  assert.ok(page.includes(other) && !page.includes(how));
  const helper = await deskOf("contributor", "Moses");
  const his = await helper(`${path}/asked`, answered(path, "no"));
  assert.equal(his.status, 403, "whoever may not publish does not answer");
});

test("W41 T30 a recognisable child keeps a story from being published until a guardian’s consent is recorded", async () => {
  const path = await added("A girl reads");
  const { draft } = await storyWith(path, "A girl reads");
  const how = "Amina asked her aunt.";
  assert.equal((await ask(`${draft}/asked`, answered(path, "yes", "yes", how))).status, 303);
  const stopped = await textOf(`${draft}/publish`);
  assert.match(stopped, /Cover: a child can be recognised, and no guardian’s consent to photos/);
  assert.doesNotMatch(stopped, />Publish</);
  assert.equal((await ask(`${draft}/publish`, { base: await baseOf(draft) })).status, 422);
  const consent = async (more: Record<string, string>) => {
    const form = new FormData();
    const fields = {
      "p0-name": "Neema",
      "p0-story": "yes",
      "p0-web": "yes",
      "p0-until": "2099-01-01",
      "p0-asked": "Amina",
      "p0-how": "text",
      "p0-words": "Yes.",
      given: "2026-11-24",
      id: /name="id" value="([^"]+)"/.exec(await textOf(`${draft}/consents`))![1]!,
      ...more,
    };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const done = await ask(`${draft}/consents`, form);
    assert.equal(done.status, 200, await done.text());
  };
  const guarded = { "p0-child": "yes", "p0-guardian": "Her aunt" };
  const inPhoto = { "p0-photo": "yes", "p0-in-photo1": "yes" };
  await consent(inPhoto); // of somebody who is no child
  await consent({ ...guarded, "p0-name": "Asha" }); // to the text alone
  assert.match(await textOf(`${draft}/publish`), /no guardian’s consent to photos/);
  await consent({ ...guarded, ...inPhoto, "p0-name": "Zawadi" });
  await published({ draft });
  assert.match(await seen("a-girl-reads"), /What changed\./);
  assert.deepEqual(tablesHolding(env.CND_DATA, how), ["picture_answer"]);
});

test("PH10 what was answered of a photo goes with its file", async () => {
  const path = await added("Let go with its answer", await photo(222, 111));
  const how = "Amina asked the miller.";
  assert.equal((await ask(`${path}/asked`, answered(path, "yes", "no", how))).status, 303);
  assert.deepEqual(tablesHolding(env.CND_DATA, how), ["picture_answer"]);
  assert.equal((await ask(`${path}/forget`, { sure: "yes" })).status, 303);
  await until("the answer to go", async () => tablesHolding(env.CND_DATA, how).length === 0);
});

test("PH11 M36 what is ticked is hidden beyond recovery, in a photo that stands wherever the first stood; that one is never served again", async () => {
  const bytes = await noisyPhoto(960);
  const path = await added("A crowd", bytes);
  const media = mediaOf(path);
  const told = await storyWith(path, "Told of a crowd");
  await published(told);
  const written = await storyWith(path, "Written of a crowd", "picture");
  const form = await textOf(path);
  assert.match(form, /aria-label="row 2, column 3"/);
  const pixels = async (name: string) => {
    const file = await ask(`/media/${name}`);
    assert.equal(file.status, 200);
    return sharp(Buffer.from(await file.arrayBuffer()))
      .raw()
      .toBuffer({ resolveWithObject: true });
  };
  const first = await pixels(media);
  const none = await ask(`${path}/hide`, {});
  assert.equal(none.status, 422);
  assert.match(await none.text(), /You ticked nothing, so nothing was hidden/);
  assert.equal((await ask(`${path}/hide`, { r9c1: "yes" })).status, 400);
  const waiting = await storyWith(path, "Waits with a crowd", "cover", { published: "2099-01-01" });
  await published(waiting);
  const early = await ask(`${path}/hide`, { r1c1: "yes" });
  assert.equal(early.status, 422);
  assert.match(await early.text(), /A scheduled story shows this photo/);
  assert.equal((await ask(`${waiting.draft}/cancel`, {})).status, 303);

  const done = await ask(`${path}/hide`, { r1c1: "yes", r1c2: "yes", r2c1: "yes" });
  assert.equal(done.status, 303, await done.text());
  const made = mediaOf(done.headers.get("location")!.replace(/\?.*/, ""));
  const hidden = await pixels(made);
  assert.deepEqual([hidden.info.width, hidden.info.height], [first.info.width, first.info.height]);
  const { width, height, channels } = first.info;
  const rows = Math.round((8 * height) / width);
  const spread = ({ data }: typeof first, row: number, column: number) => {
    const [x, y] = [(width * (column - 1)) / 8, (height * (row - 1)) / rows].map(Math.ceil);
    const side = Math.floor(width / 8 / 2) - 32; // within one of its four blocks, away from what a JPEG smears
    const greys = Array.from({ length: side * side }, (_, i) => {
      const at = (y! + 16 + Math.floor(i / side)) * width + x! + 16 + (i % side);
      return data[at * channels]!;
    });
    return Math.max(...greys) - Math.min(...greys);
  };
  for (const [row, column] of [
    [1, 1],
    [1, 2],
    [2, 1],
  ] as const) {
    assert.ok(spread(first, row, column) > 20, "there was something to hide");
    assert.ok(spread(hidden, row, column) <= 4, `row ${row}, column ${column} is one colour`);
  }
  assert.ok(spread(hidden, 2, 3) > 20, "the rest is as it was");
  /** The page shows the new one, or a lighter one made of it as soon as there is one: what was ticked is of one colour there. */
  const showsHidden = async (page: string): Promise<boolean> => {
    const [, shown] = /<img src="\/media\/([^"]+)"/.exec(page) ?? [];
    if (shown === undefined) return false;
    const { data, info } = await pixels(shown);
    const tall = Math.round((8 * info.height) / info.width);
    const greys = Array.from({ length: 64 }, (_, i) => {
      const x = Math.floor((info.width / 8) * (0.1 + (0.3 * (i % 8)) / 8));
      const y = Math.floor((info.height / tall) * (0.1 + (0.3 * Math.floor(i / 8)) / 8));
      return data[(y * info.width + x) * info.channels]!;
    });
    return Math.max(...greys) - Math.min(...greys) <= 8;
  };
  for (const { slug } of [told])
    await until(`the new one in ${slug}`, async () => {
      const page = await seen(slug);
      return (await showsHidden(page)) && !page.includes(media);
    });
  for (const draft of [written.draft, waiting.draft]) {
    const preview = await textOf(`${draft}/preview`);
    assert.ok(preview.includes(made) && !preview.includes(media));
  }
  assert.equal((await fetch(`${server.base}/media/${media}`)).status, 410);
  assert.doesNotMatch(await textOf("/desk/media?find=crowd"), new RegExp(media));

  // A text in the log names the first one, so that its file lies here until the desk lets that go, too.
  const lies = () => globSync(`**/${media}`, { cwd: env.CND_DATA }).length;
  const now = `/desk/media/photos/${made}`;
  assert.ok(lies() > 0);
  assert.match(
    await textOf(now),
    new RegExp(`The old file is still on this server.*href="[^"]*${media}"`, "s"),
  );
  const behind = await textOf(path);
  assert.match(behind, /Also erase the earlier text of 1 page that showed the photo/);
  assert.doesNotMatch(behind, new RegExp(`src="[^"]*${media}|${path}/(?:cut|hide|replace|focus)`));
  assert.equal((await ask(`${path}/forget`, { sure: "yes", texts: "yes" })).status, 303);
  await until("its bytes are deleted", async () => lies() === 0);
  assert.doesNotMatch(await textOf(now), /The old file is still on this server/);
  assert.equal((await ask(path)).status, 404);
  const later = await added("What comes later");
  await published(await storyWith(later, "What comes later"));
  await until("the erasure was followed", async () =>
    tablesHolding(env.CND_DATA, mediaOf(later)).includes("picture_use"),
  );
  const stays = await seen(told.slug);
  assert.ok(await showsHidden(stays), "the page shows the new one");
  assert.match(stays, /What changed\./, "and says what it said");
  const stored = await ask(`/media/${made}`);
  assert.equal(stored.status, 200);
});

test("PH11 what was cut out of a photo goes with it: the new one takes its place, too", async () => {
  const path = await added("A market", await noisyPhoto(320));
  const cut = async (of: string) => {
    const done = await ask(`${of}/cut`, { shape: "1:1" });
    assert.equal(done.status, 303, await done.text());
    return done.headers.get("location")!.replace(/\?.*/, "");
  };
  const square = await cut(path);
  const left = await ask(`${square}/cut`, { left: "50", right: "0", top: "0", bottom: "0" });
  const half = left.headers.get("location")!.replace(/\?.*/, "");
  const told = await storyWith(square, "Told of a market");
  await published(told);
  const waiting = await storyWith(half, "A market to come", "cover", { published: "2099-01-01" });
  await published(waiting);
  assert.match(
    await (await ask(`${path}/hide`, { r1c1: "yes" })).text(),
    /A scheduled story shows this photo/,
  );
  assert.equal((await ask(`${waiting.draft}/cancel`, {})).status, 303);
  const done = await ask(`${path}/hide`, { r1c1: "yes" });
  assert.equal(done.status, 303, await done.text());
  const made = mediaOf(done.headers.get("location")!.replace(/\?.*/, ""));
  await until("the new one", async () => (await seen(told.slug)).includes(made));
  assert.ok(!(await seen(told.slug)).includes(mediaOf(square)));
  const preview = await textOf(`${waiting.draft}/preview`);
  assert.ok(preview.includes(made) && !preview.includes(mediaOf(half)));
  for (const one of [path, square, half])
    assert.equal((await fetch(`${server.base}/media/${mediaOf(one)}`)).status, 410);
});

test("PH11 of a photo that no record named nothing is left once faces in it are hidden", async () => {
  const path = await added("Only in a draft", await photo(444, 333));
  const media = mediaOf(path);
  await storyWith(path, "Only in a draft");
  const lies = () => globSync(`**/${media}`, { cwd: env.CND_DATA }).length;
  assert.ok(lies() > 0);
  assert.equal((await ask(`${path}/hide`, { r1c1: "yes" })).status, 303);
  await until("its bytes are deleted", async () => lies() === 0);
  const away = await fetch(`${server.base}/media/${media}`);
  const atDesk = await ask(`/desk/files/${media}`);
  assert.deepEqual([(await ask(path)).status, away.status, atDesk.status], [404, 410, 410]);
});

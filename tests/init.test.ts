/** A campaign of one's own in two commands, with no word of the first campaign in it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { parse } from "yaml";
import { cnd, program, serve, temporary, type Served } from "../tools/program.ts";

test("init and serve: the first page says what was answered, and there is one story", async () => {
  using folder = temporary();
  const dir = join(folder.dir, "mine");
  const answers = ["Light for Loma", "Every hill has a window", "We put up masts.", "Loma", "en"];
  const made = spawnSync(process.execPath, [program(), "init", dir], {
    input: answers.join("\n"),
    encoding: "utf8",
  });
  assert.equal(made.status, 0, made.stderr);
  await using server = await serve({}, [dir]);
  assert.ok(statSync(join(dir, ".data/log.sqlite")).isFile(), "its data lie in the folder");
  const front = await text(server, "/");
  for (const answer of answers.slice(0, 4)) assert.ok(front.includes(answer), answer);
  const pages = await sitemap(server);
  const stories = pages.filter((path) => path.startsWith("/stories/"));
  assert.deepEqual(stories, ["/stories/our-first-story"]);
  const words = firstCampaign();
  assert.ok(words.length > 60);
  for (const path of [...pages, "/feed.xml", "/no-such-page", "/data/places.geojson"]) {
    const page = await text(server, path);
    for (const word of words) assert.ok(!says(page, word), `${path} says ${word}`);
  }
});

test("the suggested answers make a folder that is served as it is, and is never overwritten", async () => {
  using folder = temporary();
  const dir = join(folder.dir, "mine");
  const made = cnd(["init", dir, "--yes"]);
  assert.deepEqual([made.code, made.err], [0, ""]);
  const files = globSync("**/*.*", { cwd: dir });
  const before = files.map((file) => readFileSync(join(dir, file), "utf8"));
  const again = cnd(["init", dir, "--yes"]);
  assert.equal(again.code, 1);
  assert.match(again.err, /^Expected [^\n]* to be empty, found [^\n]*\n$/);
  assert.deepEqual(
    files.map((file) => readFileSync(join(dir, file), "utf8")),
    before,
  );
  await using server = await serve({}, [dir]);
  for (const path of await sitemap(server))
    assert.equal((await fetch(server.base + path)).status, 200, path);
});

test("a command finds the one campaign that lies here, prints its public address, and asks which of two", async () => {
  using folder = temporary();
  const here = (...args: string[]) =>
    spawnSync(process.execPath, [program(), ...args], { cwd: folder.dir, encoding: "utf8" });
  here("init", "mine", "--yes");
  assert.match(here("account", "list").stderr, /^Expected a campaign in .*bin\/cnd\.js serve DIR/);
  {
    const env = { CND_URL: "https://campaign.example" };
    await using _ = await serve(env, [join(folder.dir, "mine")]);
    assert.match(
      here("account", "invite", "owner").stdout,
      /^https:\/\/campaign\.example\/desk\/link\/\S+\n$/,
    );
  }
  here("init", "other", "--yes");
  assert.equal(here("import", "other").status, 0);
  const { status, stderr } = here("account", "list");
  assert.equal(status, 1);
  assert.match(
    stderr,
    /CND_DATA=mine\/\.data or CND_DATA=other\/\.data|CND_DATA=other\/\.data or /,
  );
});

test("answers that end early, and one that does not fit, make no folder", () => {
  using folder = temporary();
  for (const input of ["Light for Loma\nEvery hill", "A\nB\nC\nD\nnot a language at all\n"]) {
    const dir = join(folder.dir, "mine");
    const made = spawnSync(process.execPath, [program(), "init", dir], { input, encoding: "utf8" });
    assert.equal(made.status, 1);
    assert.match(made.stderr, /^[^\n]+\n$/);
    assert.deepEqual(globSync("**/*", { cwd: dir }), []);
  }
});

const text = async (server: Served, path: string) => (await fetch(server.base + path)).text();

/** The word stands there by itself, not inside another one. */
const says = (page: string, word: string) =>
  page.split(word).some((before, i, parts) => {
    const after = parts[i + 1];
    return after !== undefined && !/[\p{L}\d]$/u.test(before) && !/^[\p{L}\d]/u.test(after);
  });

/** The paths of every page. */
async function sitemap(server: Served): Promise<string[]> {
  const xml = await text(server, "/sitemap.xml");
  const paths = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => new URL(loc!).pathname);
  assert.ok(paths.includes("/"));
  return paths;
}

const read = (file: string) => readFileSync(join("campaign", file), "utf8");

/** What the first campaign names: itself, its partners, its people, its places, its programmes. */
function firstCampaign(): string[] {
  const named = (file: string) => parse(read(file)) as { id: string; name: string }[];
  const { features } = JSON.parse(read("places.geojson")) as {
    features: { properties: { name: string } }[];
  };
  const mine = named("people.yaml").filter(({ id }) => id !== "campaign-desk"); // init makes one too
  const programmes = globSync("campaign/programmes/*.md").map(
    (file) => /^title: "?(.*?)"?$/m.exec(readFileSync(file, "utf8"))![1]!,
  );
  return [
    "Connect, Not Divide",
    "ConnectNotDivide",
    ...[...mine, ...named("partners.yaml")].map((one) => one.name),
    ...features.map((one) => one.properties.name),
    ...programmes,
  ];
}

/** The walls of the house, as a test: who may import whom, and what furniture each feature has. */
import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import test from "node:test";
import { build } from "esbuild";
import { pageScripts } from "../tools/page-scripts.ts";

/** Of a feature that says records; one that keeps nothing of its own and shows what others hold needs less. */
const FURNITURE = [
  "README.md",
  "records.ts",
  "fold.test.ts",
  "projection.ts",
  "queries.ts",
  "model.ts",
  "feature.ts",
];
/** The engines that stand on others; all the rest stand alone. */
const STANDS_ON: Readonly<Record<string, readonly string[]>> = {
  "engines/relief": ["engines/terrain"],
  "engines/propagation": ["engines/terrain"],
  "engines/coverage": ["engines/terrain", "engines/propagation"],
};
const IMPORT = /\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g;
const files = globSync("src/**/*.{ts,tsx}").filter((f) => !f.includes(".test."));
const imports = files.flatMap((from) =>
  [...readFileSync(from, "utf8").matchAll(IMPORT)].map((m) => ({
    from,
    to: normalize(join(dirname(from), m[1]!)),
  })),
);
const home = (file: string) =>
  /^src\/(features\/[^/]+|engines\/[^/]+|platform|importers)\//.exec(file)?.[1] ?? "app";
const show = (list: typeof imports) => list.map((i) => `${i.from} -> ${i.to}`);

const APIS = globSync("src/features/*/api.ts");
/** What imports what, types apart, from these on. */
const { metafile } = await build({
  entryPoints: ["src/writer.ts", "src/federation.ts", "src/commands/import.ts", ...APIS],
  bundle: true,
  write: false,
  metafile: true,
  platform: "node",
  format: "esm",
  packages: "external",
  splitting: true,
  outdir: "none",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  plugins: [pageScripts()],
  logLevel: "error",
});

test("the walls test sees the house", () => {
  assert.ok(files.length > 100 && imports.length > 200, `${files.length} files`);
});

test("engines import nothing but the engines they stand on, the platform and importers know no feature, features meet at the door", () => {
  const wrong = imports.filter(({ from, to }) => {
    const [a, b] = [home(from), home(to)];
    if (a === b || a === "app") return false;
    if (a.startsWith("engines/")) return !STANDS_ON[a]?.includes(b);
    if (a === "platform") return !b.startsWith("engines/");
    if (b === "platform" || b.startsWith("engines/")) return false;
    return a === "importers" || !/\/(?:api|model)\.ts$/.test(to);
  });
  assert.deepEqual(show(wrong), []);
});

test("a feature asks only those that stand before it in the order that CONTRIBUTING.md gives", () => {
  const contributing = readFileSync("CONTRIBUTING.md", "utf8");
  const [, line = ""] = /before it in this order: ([^.]+)\./.exec(contributing) ?? [];
  const order = line.split("·").map((name) => name.trim());
  assert.deepEqual(order.toSorted(), readdirSync("src/features").toSorted());
  const place = (file: string) => order.indexOf(home(file).replace("features/", ""));
  const between = imports.filter(({ from, to }) =>
    [from, to].every((file) => home(file).startsWith("features/")),
  );
  assert.deepEqual(show(between.filter(({ from, to }) => place(from) < place(to))), []);
});

test("what features ask of one another loads none of their pages and handlers; only the list of all features loads these", () => {
  assert.ok(APIS.length > 10);
  for (const api of APIS)
    assert.deepEqual(
      loadedBy(api).filter((file) =>
        /\/(?:pages\/|pages\.tsx|(?:feature|routes|handlers)\.ts)/.test(file),
      ),
      [],
      api,
    );
  const doors = imports.filter(({ to }) => /^src\/features\/[^/]+\/feature\.ts$/.test(to));
  assert.deepEqual(show(doors.filter(({ from }) => from !== "src/app.ts")), []);
});

/** What is loaded from here on: nothing that is imported later, when it is asked for. */
function loadedBy(entry: string): readonly string[] {
  const loaded = new Set([entry]);
  for (const file of loaded)
    for (const { path, kind, external } of metafile.inputs[file]!.imports)
      if (kind === "import-statement" && !external) loaded.add(path);
  return [...loaded];
}

test("the threads of the log and of the federation, and what imports, load no more of the house than they need", () => {
  const SHOWS = /\.tsx$|words\.ts$/;
  const log = loadedBy("src/writer.ts");
  assert.deepEqual(
    log.filter((file) => SHOWS.test(file)),
    [],
    "no page, and no words of one",
  );
  const federation = loadedBy("src/federation.ts");
  const folder = loadedBy("src/commands/import.ts");
  console.log(
    `modules: log ${log.length}, federation ${federation.length}, import ${folder.length}`,
  );
  assert.ok(log.length <= 211, `the log's thread loads ${log.length} modules`);
  assert.ok(federation.length <= 450, `the federation's thread loads ${federation.length}`);
  assert.ok(folder.length <= 312, `importing loads ${folder.length}`);
});

test("every feature stands in the lists of what is loaded by itself: models, parts of the folder, what is said to the fediverse", () => {
  for (const [door, list] of [
    ["feature.ts", "src/app.ts"],
    ["model.ts", "src/models.ts"],
    ["folder.ts", "src/folder-parts.ts"],
    ["federation.{ts,tsx}", "src/speaks.ts"],
  ] as const) {
    const named = imports.filter(({ from }) => from === list).map(({ to }) => to);
    const all = globSync(`src/features/*/${door}`);
    assert.deepEqual(
      all.filter((file) => !named.includes(file)),
      [],
      list,
    );
  }
});

test("an engine does no input or output and takes no package", () => {
  const engines = files.filter((f) => f.startsWith("src/engines/") && !f.endsWith(".bench.ts"));
  for (const file of engines) {
    const packages = [...readFileSync(file, "utf8").matchAll(/\bfrom ["']([^."'][^"']*)["']/g)].map(
      (m) => m[1],
    );
    assert.deepEqual(
      packages.filter((p) => p !== "node:crypto"),
      [],
      file,
    );
  }
});

test("a fold is pure: it imports only types, records and the schema library", () => {
  const folds = files.filter((f) => f.endsWith("/fold.ts"));
  assert.ok(folds.length >= 7);
  for (const file of folds) {
    const text = readFileSync(file, "utf8");
    assert.doesNotMatch(text, /Date\.now|Math\.random|node:|kysely|\bfetch\(|\bawait\b/, file);
  }
  for (const file of files.filter((f) => f.endsWith("/projection.ts")))
    assert.doesNotMatch(readFileSync(file, "utf8"), /Date\.now|Math\.random|node:|\bfetch\(/, file);
});

test("days are made from moments in one place; a page's script has its own", () => {
  const makers = files.filter((f) =>
    /toISOString\(\)\.slice\(0, 10\)/.test(readFileSync(f, "utf8")),
  );
  const programs = makers.filter((f) => !f.includes("/browser/") && !/\.test\.tsx?$/.test(f));
  assert.deepEqual(programs, ["src/engines/calendar/day.ts"]);
});

test("PC5 law: the machine is asked for its time in one place, and by nobody who has a day, an age or a record to date", () => {
  const CLOCK = "src/platform/process/steady-clock.ts";
  const asks = /\bDate\.now\b|\bnew Date\(\)|\bnew Date(?![\w(])|\bDate\(\)|\bTemporal\.Now\b/;
  const read = (file: string) => readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
  const code = files.filter((file) => !file.includes("/browser/")); // the device of whoever reads has a clock of its own
  assert.deepEqual(
    code.filter((file) => asks.test(read(file))),
    [CLOCK],
  );
  /** Who compares with what the machine dated itself, and may know what it says. */
  const OF_THE_MACHINE: Readonly<Record<string, string>> = {
    "src/commands/doctor.ts": "says whether the machine's clock is right",
    "src/commands/listen/files.ts": "a recorder's own clock, which the instance judges",
    "src/commands/listen/stream.ts": "the same",
    "src/platform/accounts/library.ts":
      "the library of sign-ins asks the machine; its rows are moved to ours",
    "src/platform/accounts/sign-ins.ts": "the same",
    "src/platform/accounts/ways-in.ts": "the same",
    "src/platform/doctor/public.ts": "the age of a file",
    "src/platform/media/media.ts": "the age of a file",
    "src/serving.ts": "the age of a file",
  };
  const askers = code.filter((file) => file !== CLOCK && /\bmachineNow\b/.test(read(file)));
  assert.deepEqual(askers.toSorted(), Object.keys(OF_THE_MACHINE).toSorted());
  assert.ok(code.filter((file) => /\b(?:time|moment)Now\b/.test(read(file))).length > 30);
});

/** Timers that are no loop over the database, and what they are. */
const TIMERS: Readonly<Record<string, string>> = {
  "src/commands/listen/link.ts": "a sensor's line to its instance",
  "src/commands/listen/stream.ts": "what a sensor hears",
  "src/commands/serve.ts":
    "whether the log is whole, each half minute; what is done each hour; the end",
  "src/features/badges/checking/code-in-picture.ts": "a reading that takes too long",
  "src/features/books/epub/handlers.ts": "a reader who takes nothing",
  "src/features/books/ladder.ts": "files, while a film is made",
  "src/features/content/posted.ts": "a sender who is told and sends on",
  "src/features/plans/regions-desk.ts": "files of a region that take long to read",
  "src/features/run/routes.ts": "a page that waits for no disk",
  "src/platform/accounts/trail.ts": "tries that are counted, while there are some",
  "src/platform/budget/budget.ts": "a request that takes too long",
  "src/platform/budget/rate.ts": "counts in memory",
  "src/platform/db/alone.ts": "a database that is away",
  "src/platform/db/away.ts": "a database that is away",
  "src/platform/db/open-postgres.ts": "a database that is away",
  "src/platform/db/open-sqlite.ts": "after a commit",
  "src/platform/db/silent.ts": "a statement without an answer",
  "src/platform/db/unanswered.ts": "a stop while the database is away",
  "src/platform/doctor/folder.ts": "an answer that does not come",
  "src/platform/doctor/public.ts": "an answer that does not come",
  "src/platform/federation/queue.ts": "messages under way; a moment that is known",
  "src/platform/federation/settling.ts": "after messages were sent",
  "src/platform/federation/thread.ts": "a stop",
  "src/platform/jobs/jobs.ts": "a job that failed",
  "src/platform/log/thread.ts": "the clock, while loops rest",
  "src/platform/media/ffmpeg.ts": "a work that takes too long",
  "src/platform/media/form.ts": "a sender who is told and sends on",
  "src/platform/media/pictures/crew.ts": "processes for pictures",
  "src/platform/media/pictures/process.ts": "whether its process is needed still",
  "src/platform/process/quiet.ts": "memory",
  "src/platform/process/resting.ts": "the pause of a loop",
  "src/platform/process/setup/server.ts": "a sender before there is a database",
  "src/platform/web/idle.ts": "a line on which nothing comes",
  "src/platform/web/read-body.ts": "a sender who is told and sends on",
  "src/platform/web/receive-file.ts": "a sender who is told and sends on",
  "src/platform/web/turns.ts": "a request that waits for its turn",
};

test("PC7 law: a loop beside the serving of pages rests by resting.ts; every other timer is named here, and why", () => {
  const timers = files.filter(
    (file) =>
      !file.includes("/browser/") && /\bset(?:Interval|Timeout)\b/.test(readFileSync(file, "utf8")),
  );
  assert.deepEqual(timers.toSorted(), Object.keys(TIMERS).toSorted());
  const loops = files.filter((file) => /\blooking\(/.test(readFileSync(file, "utf8")));
  assert.ok(loops.length > 7, loops.join(" "));
});

test("only main.ts reads the environment", () => {
  const readers = files.filter((f) => readFileSync(f, "utf8").includes("process.env"));
  assert.deepEqual(readers, ["src/main.ts"]);
});

test("nothing imports in a circle, types included", () => {
  const next = Map.groupBy(imports, (i) => i.from);
  const state = new Map<string, "open" | "done">();
  const visit = (file: string, path: string[]): void => {
    assert.notEqual(state.get(file), "open", [...path, file].join(" -> "));
    if (state.has(file)) return;
    state.set(file, "open");
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
});

test("no file hands on what others export but an api.ts, and that no forty names", () => {
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const handed = [...text.matchAll(/^export (?:type )?(?:\*|\{([^}]*)\}) from /gm)];
    if (!/^src\/features\/[^/]+\/api\.ts$/.test(file)) assert.deepEqual(handed, [], file);
    const names = handed.flatMap(([, some = ""]) => some.split(",")).filter((name) => name.trim());
    assert.ok(names.length < 40, `${file} hands on ${names.length} names`);
  }
});

test("every feature has the same furniture", () => {
  const features = readdirSync("src/features");
  assert.ok(features.length >= 7);
  for (const feature of features) {
    const speaks = globSync(`src/features/${feature}/{records,fold,projection}.ts`).length > 0;
    for (const piece of speaks ? FURNITURE : ["README.md", "feature.ts"])
      assert.ok(existsSync(`src/features/${feature}/${piece}`), `${feature} lacks ${piece}`);
    if (speaks && !existsSync(`src/features/${feature}/fold.ts`))
      assert.match(
        readFileSync(`src/features/${feature}/projection.ts`, "utf8"),
        /export const fold\w+ = .*\n\s+(?:first|last)Said\(/,
        `${feature} lacks fold.ts, and a fold of the first or the last statement`,
      );
  }
});

test("every rule in a README has a test that names it, and its letters are of that README alone", () => {
  const readmes = globSync(["src/**/README.md", "tools/*/README.md"]);
  assert.ok(readmes.length >= 7);
  const owners = new Map<string, string>();
  for (const readme of readmes) {
    const rules = [...readFileSync(readme, "utf8").matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(
      (m) => m[1]!,
    );
    if (readme.startsWith("src/features/"))
      assert.ok(rules.length > 0, `${readme} states no rules`);
    assert.deepEqual(rules, [...new Set(rules)], `${readme} says a rule twice`);
    const tests = [...globSync(`${dirname(readme)}/**/*.test.{ts,tsx}`), ...globSync("tests/*.ts")]
      .map((f) => readFileSync(f, "utf8"))
      .join("");
    for (const rule of rules) {
      const letters = rule.replace(/\d+$/, "");
      const owner = owners.get(letters) ?? readme;
      owners.set(letters, owner);
      assert.equal(readme, owner, `${rule}: the letters ${letters} are of ${owner}`);
      const named = new RegExp(`test\\(\\s*["'\`](?:[A-Z]+\\d+ )*${rule} `);
      assert.ok(named.test(tests), `${readme}: no test names ${rule}`);
    }
  }
});

test("bug: a line of the program or a doc, followed in another folder, asked a registry for a stranger's program", () => {
  const said = globSync([
    "{src,docs,campaign,tools}/**/*.{ts,tsx,md,yaml,service}",
    "translations/*.po",
    "*.md",
  ]).filter((file) => file !== "docs/operating.md"); // says once why not
  assert.ok(said.length > 500, `${said.length} files`);
  for (const file of said) assert.doesNotMatch(readFileSync(file, "utf8"), /npx [a-z]/, file);
});

test("the project speaks of itself alone", () => {
  const texts = globSync("{src,tests,tools,bench,docs,campaign,bin}/**/*.{ts,tsx,js,md,yaml,css}");
  assert.ok(texts.length > 150);
  for (const file of texts.filter((f) => f !== "tests/walls.test.ts"))
    assert.doesNotMatch(
      readFileSync(file, "utf8"),
      /\.\.\/shared|registry\.npm|deb\.debian|(^|[^A-Za-z.])\/(work|farm)\//,
      file,
    );
});

test("links between documents lead to what is there", () => {
  const documents = globSync(["*.md", "docs/**/*.md", "src/**/*.md"], {
    exclude: ["docs/protocol/valid/**", "docs/protocol/invalid/**"],
  });
  const links = documents.flatMap((from) =>
    [...readFileSync(from, "utf8").matchAll(/\]\(([^)\s:#]+)(?:#[^)\s]*)?\)/g)].map((m) => ({
      from,
      to: join(dirname(from), m[1]!),
    })),
  );
  assert.ok(links.length > 100, `${links.length} links`);
  assert.deepEqual(
    links.filter(({ to }) => !existsSync(to)),
    [],
  );
});

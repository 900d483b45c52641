/** What the packages hold and say; that they can be installed, served and removed is in tests/long. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import test from "node:test";
import { about } from "../tools/packages/about.ts";
import { named, type Bill } from "../tools/packages/bill.ts";
import { control } from "../tools/packages/deb.ts";
import { PINNED } from "../tools/packages/node-binary.ts";
import { callInstalled, HELD, packed, sameEverywhere } from "../tools/packages/tree.ts";
import { sectionOf, withVersion } from "../tools/packages/version.ts";
import { cnd, program, temporary } from "../tools/program.ts";

const DEBIAN = "tools/packages/debian";
const read = (file: string): string => readFileSync(file, "utf8");

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly cpu?: readonly string[];
  readonly os?: readonly string[];
  readonly libc?: readonly string[];
}
const lock = JSON.parse(read("package-lock.json")) as {
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
};
const ran = Object.entries(lock.packages).filter(
  ([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional,
);

test("PK1 all dependencies lie in the package, for both machines, and none has anything to do when it is installed", () => {
  const { dependencies, bundleDependencies, files, os, cpu, libc } = packed();
  assert.ok(bundleDependencies.length > 25);
  assert.deepEqual(bundleDependencies, Object.keys(dependencies));
  assert.deepEqual([os, cpu, libc], [["linux"], ["x64", "arm64"], ["glibc"]]);
  for (const one of HELD) assert.ok(existsSync(one), one);
  assert.deepEqual(files, ["dist", ...HELD]);
  assert.ok(ran.length > 150, `${ran.length} packages`);
  assert.deepEqual(
    ran.filter(([, { hasInstallScript }]) => hasInstallScript),
    [],
  );
  // What is compiled for one kind of machine has its twin.
  const here = ran.filter(
    ([, { os: on, libc: by }]) =>
      on?.includes("linux") && (by === undefined || by.includes("glibc")),
  );
  const of = (machine: string) =>
    here.flatMap(([path, { cpu: on }]) =>
      on?.includes(machine) ? [path.replace(machine, "")] : [],
    );
  assert.ok(of("x64").length >= 2);
  assert.deepEqual(of("x64"), of("arm64"));
});

test("PK2 the built program loads no package but those that it brings", () => {
  const known = new Set([...Object.keys(about().dependencies), ...builtinModules]);
  // As esbuild writes them, and as the program asks for what it loads when it is first used.
  const asked =
    /(?:^|;)(?:im|ex)port\b[^"'`();]{0,20000}"([^"]+)"|(?<![.\w])(?:import|require|from)\("([^"]+)"\)|\bmeta\.resolve\("([^"]+)"/gm;
  const found = new Set<string>();
  for (const file of globSync(join(dirname(program()), "**/*.js")))
    for (const [, ...one] of read(file).matchAll(asked)) {
      const path = one.find((some) => some !== undefined)!;
      const name = path.split("/").slice(0, path.startsWith("@") ? 2 : 1);
      if (!/^(?:node:|\.)/.test(path)) found.add(name.join("/"));
    }
  assert.ok(
    found.has("hono") && found.has("sharp") && found.has("mediabunny"),
    [...found].join(" "),
  );
  assert.deepEqual(
    [...found].filter((name) => !known.has(name)),
    [],
  );
});

test("PK3 there is one version, and one Node", () => {
  const { name, version, devDependencies } = about();
  assert.equal(lock.version, version);
  assert.equal(lock.packages[""]?.version, version);
  const headings = [...read("CHANGES.md").matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!);
  const newest = headings.find((heading) => heading !== "Unreleased");
  assert.equal(newest?.split(" ")[0], version);
  assert.match(control("arm64", 1), new RegExp(`^Package: ${name}\nVersion: ${version}\n`));
  assert.equal(cnd(["--version"]).out, `${version}\n`);
  assert.equal(PINNED.version, devDependencies["node"]);
});

test("PK4 settings of the package are those of the docs, and serve this machine alone", () => {
  const [, table = ""] = read("docs/operating.md").split("\n## Settings\n");
  const listed = [...table.split("\n## ")[0]!.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(
    ([, one]) => one!,
  );
  assert.ok(listed.length >= 8);
  const conf = read(`${DEBIAN}/cnd.conf`);
  const unit = read(`${DEBIAN}/cnd@.service`);
  const known = [
    ...[...conf.matchAll(/^#?([A-Z_]+)=/gm)].map(([, one]) => one!),
    ...[...unit.matchAll(/^Environment=((?:HOST|PORT|CND_[A-Z_]+))=/gm)].map(([, one]) => one!),
  ];
  assert.deepEqual(known.toSorted(), listed.toSorted());
  assert.match(conf, /^HOST=127\.0\.0\.1$/m);
  assert.match(unit, /^EnvironmentFile=\/etc\/cnd\/cnd\.conf$/m);
  assert.match(unit, /^User=cnd$/m);
  const tight = (text: string) => {
    const held =
      /^(?:UMask|KillMode|(?:Memory|Tasks)Max|Limit|Capability|NoNew|Protect|Private|Restrict|Lock|RemoveIPC|SystemCall)/;
    return text.split("\n").filter((line) => held.test(line));
  };
  assert.ok(tight(unit).length > 20);
  assert.deepEqual(tight(unit), tight(read("docs/recipes/cnd.service")));
});

test("PK4 commands for one campaign have its settings before those of all, as its service has", () => {
  using folder = temporary();
  const at = (name: string) => join(folder.dir, name);
  for (const dir of ["bin", "etc"]) mkdirSync(at(dir));
  writeFileSync(
    at("bin/cnd.js"),
    "const { env, argv } = process; console.log([env.PORT, env.CND_MAIL, env.CND_URL, ...argv.slice(2)].join());",
  );
  writeFileSync(at("etc/cnd.conf"), "PORT=1\nCND_MAIL=all\nCND_URL=all\n");
  writeFileSync(at("etc/own.conf"), "PORT=2\nCND_MAIL=own\n");
  symlinkSync(process.execPath, at("node"));
  const script = read(`${DEBIAN}/cnd`)
    .replace("/usr/lib/connect-not-divide", folder.dir)
    .replace("/etc/cnd/cnd.conf", at("etc/cnd.conf"))
    .replace('"$(id -u)" = 0', '"$(id -u)" = nobody');
  const said = (env: Record<string, string>) =>
    spawnSync("/bin/sh", ["-c", script, "cnd", "a b", "c"], { encoding: "utf8", env }).stdout;
  assert.equal(said({}), "1,all,all,a b,c\n");
  assert.equal(said({ CND_DATA: "own/.data", CND_URL: "typed" }), "2,own,typed,a b,c\n");
  assert.equal(said({ CND_DATA: "/var/lib/cnd/own/.data" }), "2,own,all,a b,c\n");
  assert.equal(said({ CND_DATA: "other/.data" }), "1,all,all,a b,c\n");
});

test("PK5 what two build is the same, whatever their umask and their clock", () => {
  using folder = temporary();
  mkdirSync(join(folder.dir, "some"), { mode: 0o700 });
  writeFileSync(join(folder.dir, "some/text"), "a", { mode: 0o600 });
  writeFileSync(join(folder.dir, "some/program"), "b", { mode: 0o700 });
  writeFileSync(join(folder.dir, "some/.hidden"), "c", { mode: 0o600 });
  process.env["SOURCE_DATE_EPOCH"] = "1700000000";
  try {
    sameEverywhere(folder.dir);
  } finally {
    delete process.env["SOURCE_DATE_EPOCH"];
  }
  const found = ["some", "some/text", "some/program", "some/.hidden"].map((one) => {
    const { mode, mtimeMs } = statSync(join(folder.dir, one));
    return [mode & 0o777, mtimeMs];
  });
  const at = 1_700_000_000_000;
  assert.deepEqual(found, [
    [0o755, at],
    [0o644, at],
    [0o755, at],
    [0o644, at],
  ]);
  const bill = (serial: string): Bill & { readonly serialNumber: string } => ({
    bomFormat: "CycloneDX",
    serialNumber: serial,
    metadata: { timestamp: serial },
    components: [{ "bom-ref": "a@1" }],
    dependencies: [],
  });
  assert.deepEqual(named(bill("one"), 1_700_000_000), named(bill("another"), 1_700_000_000));
  assert.match(
    JSON.stringify(named(bill("one"), 1_700_000_000)),
    /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}"/,
  );
});

test("PK6 purged, campaigns and backups stay, with the user whose they are; where there are none, nothing does", () => {
  using folder = temporary();
  const bin = join(folder.dir, "bin");
  mkdirSync(bin);
  for (const [name, does] of [
    ["getent", `cat ${folder.dir}/passwd`],
    ["userdel", `touch ${folder.dir}/userdel-$1`],
  ] as const) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${does}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const script = read(`${DEBIAN}/postrm`).replaceAll(/ (\/(?:var|etc|run)\/)/g, ` ${folder.dir}$1`);
  writeFileSync(
    join(folder.dir, "passwd"),
    "cnd:x:990:990:Campaigns:/var/lib/cnd:/usr/sbin/nologin\n",
  );
  const purge = () => {
    const env = { PATH: `${bin}:${process.env["PATH"]}` };
    const done = spawnSync("/bin/sh", ["-c", script, "postrm", "purge"], { encoding: "utf8", env });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout;
  };
  const make = (file: string) => {
    mkdirSync(join(folder.dir, file, ".."), { recursive: true });
    writeFileSync(join(folder.dir, file), "");
  };
  for (const one of [
    "var/cache/cnd/a",
    "etc/cnd/cnd.conf",
    "etc/cnd/own.conf",
    "etc/systemd/system/multi-user.target.wants/cnd@own.service",
    "var/lib/cnd/own/campaign.yaml",
  ])
    make(one);
  mkdirSync(join(folder.dir, "var/backups/cnd"), { recursive: true });
  assert.match(
    purge(),
    /^Kept: the campaigns .*\nTo let go of them for ever: rm -r .*userdel cnd\n$/,
  );
  const left = () =>
    globSync("{var,etc}/**", { cwd: folder.dir }).filter((one) =>
      statSync(join(folder.dir, one)).isFile(),
    );
  assert.deepEqual(left(), ["var/lib/cnd/own/campaign.yaml"]);
  assert.ok(!existsSync(join(folder.dir, "userdel-cnd")));

  spawnSync("rm", ["-r", join(folder.dir, "var/lib/cnd/own")]);
  // Somebody of that name who was here before the package.
  writeFileSync(join(folder.dir, "passwd"), "cnd:x:1000:1000::/home/cnd:/bin/bash\n");
  for (const _ of ["purged", "and once more"]) assert.equal(purge(), "");
  assert.ok(!existsSync(join(folder.dir, "userdel-cnd")));
  writeFileSync(
    join(folder.dir, "passwd"),
    "cnd:x:990:990:Campaigns:/var/lib/cnd:/usr/sbin/nologin\n",
  );
  assert.equal(purge(), "");
  assert.ok(existsSync(join(folder.dir, "userdel-cnd")));
  assert.deepEqual(readdirSync(join(folder.dir, "var/lib")), []);
});

test("PK7 an installed program names its commands as they are called there", () => {
  using folder = temporary();
  const out = join(folder.dir, "dist");
  cpSync(dirname(program()), out, { recursive: true });
  callInstalled(out);
  const said = (dir: string, what: RegExp) =>
    globSync(join(dir, "*.js")).filter((file) => what.test(read(file))).length;
  assert.equal(said(out, /bin\/cnd\.js|npx /), 0);
  assert.ok(said(out, /Make one: cnd init /) > 0);
  assert.ok(said(dirname(program()), /Make one: bin\/cnd\.js init /) > 0);
});

test("PK8 a release takes what came since under its version and day, and no older version", () => {
  const files = {
    about: '{\n  "version": "1.2.3",\n  "a": 1\n}\n',
    lock: '{"version": "1.2.3","packages": {"": {"version": "1.2.3"},"b": {"version": "1.2.3"}}}',
    changes: "# Changes\n\n## Unreleased\n\n- New.\n\n## 1.2.3 (2026-01-01)\n\n- Old.\n",
  };
  const { about: own, lock: locked, changes } = withVersion(files, "1.3.0", "2026-02-01");
  assert.equal(own, '{\n  "version": "1.3.0",\n  "a": 1\n}\n');
  assert.equal(
    locked,
    '{"version": "1.3.0","packages": {"": {"version": "1.3.0"},"b": {"version": "1.2.3"}}}',
  );
  assert.match(changes, /^## 1\.3\.0 \(2026-02-01\)\n\n- New\.$/m);
  assert.equal(sectionOf(changes, "1.3.0"), "- New.");
  assert.equal(sectionOf(changes, "1.2.3"), "- Old.");
  assert.equal(sectionOf(changes, "1.2"), "");
  assert.throws(
    () => withVersion(files, "1.2.2", "2026-02-01"),
    /Expected a version after 1\.2\.3, got 1\.2\.2\./,
  );
  const silent = { ...files, changes: "# Changes\n\n## 1.2.3\n\n- Old.\n" };
  assert.throws(() => withVersion(silent, "1.3.0", "2026-02-01"), /Expected a section/);
  assert.notEqual(sectionOf(read("CHANGES.md"), about().version), "");
});

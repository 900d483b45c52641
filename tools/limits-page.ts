/** docs/limits.md from the table of limits: `npm run limits`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FIXED, kindsOf, LIMITS, type Fixed, type Limits } from "../src/platform/budget/limits.ts";

export function limitsPage(): string {
  const rows = kindsOf(LIMITS).map((kind) => {
    const of: Limits = LIMITS[kind];
    return `| \`${kind}\` | ${of.about} | ${bounds(of).join("; ")} |`;
  });
  const fixed = Object.entries<Fixed>(FIXED).map(([kind, { about, ...of }]) => {
    const named = Object.entries(of) as [keyof typeof MEANS, number][];
    return `| ${kind} | ${about} | ${named.map(([name, n]) => MEANS[name](number(n))).join("; ")} |`;
  });
  return `# Limits

What a stranger's request may take. The table is written from \`src/platform/budget/limits.ts\`. A file \`limits.yaml\` in the
data folder sets others; it is read at the start, and a line in it that is no limit stops the start and says why.

\`\`\`yaml
form:
  hour: { each: 50, total: 500 }
files:
  bytes: 100000000
\`\`\`

*Each* is one network: a /24 of IPv4, a /48 of IPv6; a village behind one address is one network. *Total* is all of them together;
when half of it is taken, nobody is given more than a small part, so that a few cannot lock out the others. Who is told to come
again is told when. \`/metrics\` counts what was refused (\`cnd_refused_total\`) and the places that are held.

| work | about | bounds |
|---|---|---|
${rows.join("\n")}

These are fixed: what a guess may reach, and what a machine holds of costly work at once, is worked out.

| work | about | bounds |
|---|---|---|
${fixed.join("\n")}
`;
}

const MEANS: Readonly<Record<Exclude<keyof Fixed, "about">, (n: string) => string>> = {
  atOnce: (n) => `at once: ${n}`,
  waiting: (n) => `waiting for it: ${n}`,
  eachNetwork: (n) => `of one network: ${n}`,
  patience: (n) => `who waits longer is told to come again, seconds: ${n}`,
  inARow: (n) => `wrong tries in a row, for one name from one network: ${n}`,
  wait: (n) => `then the two together wait for seconds: ${n}`,
  strangerADay: (n) => `wrong tries a day for one name, from a network that is new to it: ${n}`,
  strangersADay: (n) => `from all such networks together: ${n}`,
  ownADay: (n) => `from a network of its own: ${n}`,
  pairs: (n) => `names with a network that are remembered: ${n}`,
};

function bounds({ places, hour, minute, held, bytes, seconds, rate }: Limits): string[] {
  const share = (of: { each: number; total: number } | undefined, what: string) =>
    of === undefined ? [] : [`${what}: each ${number(of.each)}, total ${number(of.total)}`];
  return [
    ...share(places, "`places` at once"),
    ...share(hour, "an `hour`"),
    ...share(minute, "a `minute`"),
    ...share(held, "bytes `held`"),
    ...(bytes === undefined ? [] : [`\`bytes\` of one request: ${number(bytes)}`]),
    ...(seconds === undefined ? [] : [`\`seconds\`: ${number(seconds)}`]),
    ...(rate === undefined ? [] : [`\`rate\`: at least ${number(rate)} bytes a second`]),
  ];
}

const number = (n: number): string => n.toLocaleString("en");

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync("docs/limits.md", limitsPage());

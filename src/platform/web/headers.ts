/** What is said with every answer: a strict policy, how to keep the answer, and not a word about the server. */
import { tagOf } from "./etag.ts";

/** Flat: name, value, name, value; Node writes it as it stands. */
export type Headers = readonly string[];

/** `in` may stand in a frame of our own pages; `of` may hold such a frame. */
type Frames = "in" | "of" | undefined;

export interface HeaderPolicy {
  /** For every answer. */
  readonly always: Headers;
  /** The policy of a page whose styles have these hashes, quoted; a file has none. */
  forStyle(style: string, script?: boolean, frames?: Frames): string;
}

/** @param base the public address; with `https:` browsers are told to come back by https alone */
export function headerPolicy(base: string): HeaderPolicy {
  const policies = new Map<string, string>();
  return {
    always: [
      "X-Content-Type-Options",
      "nosniff",
      "Referrer-Policy",
      "same-origin", // what other sites learn nothing from, and our own forms need
      ...(base.startsWith("https:") ? ["Strict-Transport-Security", "max-age=63072000"] : []),
    ],
    forStyle(style, script = false, frames) {
      const key = `${style} ${script} ${frames ?? ""}`;
      let policy = policies.get(key);
      if (policy) return policy;
      policy = style === "" ? FILE_POLICY : pagePolicy(style, script, frames);
      if (policies.size >= 500) policies.clear();
      policies.set(key, policy);
      return policy;
    },
  };
}

export const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * `data:` is the icon in the page's own head. Where a page names no script, there is none to allow; that this site may be asked
 * is said everywhere, because Chromium holds tools that look at a page to it, and they ask for robots.txt.
 */
const pagePolicy = (style: string, script: boolean, frames: Frames): string =>
  [
    "default-src 'none'",
    `style-src ${style}`,
    ...(script ? ["script-src 'self'"] : []),
    "connect-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "manifest-src 'self'",
    ...(frames === "of" ? ["frame-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frames === "in" ? "'self'" : "'none'"}`,
    "require-trusted-types-for 'script'",
  ].join("; ");

export type Coding = "br" | "gzip" | "identity";

const codings = new Map<string, Coding>();

/** The best coding that an Accept-Encoding allows: brotli, else gzip, else none. */
export function codingFor(accepted: string | string[] | undefined): Coding {
  if (accepted === undefined) return "identity";
  const said = String(accepted);
  let coding = codings.get(said);
  if (coding) return coding;
  const allowed = (name: string) =>
    said
      .toLowerCase()
      .split(",")
      .map((part) => part.split(";").map((p) => p.trim()))
      .filter(([part]) => part === name || part === "*")
      .toSorted(([a], [b]) => Number(a === "*") - Number(b === "*")) // what is named counts before `*`
      .slice(0, 1)
      .some((part) => !part.some((p) => /^q=0(?:\.0*)?$/.test(p)));
  coding = allowed("br") ? "br" : allowed("gzip") ? "gzip" : "identity";
  if (codings.size < 500) codings.set(said, coding); // browsers send a handful; a flood of others is not kept
  return coding;
}

export const HTML = "text/html; charset=utf-8";

interface Described {
  readonly status: number;
  readonly type: string;
  readonly tag: string;
  readonly style: string;
  readonly script: boolean;
  readonly location: string;
  readonly unkept?: true;
  readonly tongues?: string;
  readonly coding: "br" | "identity";
}

/** What the answer depends on beside its address: where a page stands, or leads on, others are given what it shows as ActivityPub. */
export const varyOf = (
  about: Pick<Described, "tongues" | "type" | "location" | "coding">,
): string =>
  [
    ...(about.type === HTML || about.location !== "" ? ["Accept"] : []),
    ...(about.coding === "br" ? ["Accept-Encoding"] : []),
    ...(about.tongues === undefined ? [] : ["Accept-Language"]),
  ].join(", ");

/** `no-cache` lets a browser keep an answer if it asks each time whether it still stands: a change is seen at once. */
export function answerHead(
  policy: HeaderPolicy,
  about: Described,
  coding: Coding,
  length: number,
): string[] {
  const isPage = about.style !== "";
  const vary = varyOf(about);
  return [
    "Content-Type",
    about.type,
    "Content-Length",
    String(length),
    ...(coding === "identity" ? [] : ["Content-Encoding", coding]),
    ...(about.status === 200 ? ["ETag", tagOf(about, coding)] : []),
    "Cache-Control",
    about.unkept ? "no-store" : "no-cache",
    ...(vary === "" ? [] : ["Vary", vary]),
    ...(about.location === "" ? [] : ["Location", about.location]),
    "Content-Security-Policy",
    policy.forStyle(about.style, about.script),
    ...(isPage
      ? ["Cross-Origin-Opener-Policy", "same-origin"]
      : ["Access-Control-Allow-Origin", "*"]),
    ...policy.always,
  ];
}

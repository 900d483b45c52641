/** What people who write in every way share (tests/writers.ts): where, what they were told, and how it is asked. */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { newSecret } from "../src/platform/private/submissions.ts";
import type { Holds, Ledger } from "./kept.ts";
import type { Sink } from "./mail-sink.ts";
import type { Piecewise } from "./telling.ts";

export interface World {
  /** Where it serves now. */
  readonly base: () => string;
  readonly data: string;
  /** What the program wrote as errors. */
  readonly complaints: () => string;
  readonly ledger: Ledger;
  readonly sink: Sink;
  /** Of somebody who may do everything at the desk. */
  readonly cookie: () => string;
  /** Files whose lines were cut: they are gone on with. */
  readonly begun: Begun[];
  /** What was to be erased, without an answer so far. */
  readonly again: Erasure[];
  /** Secrets of stories that the desk takes up, or that are taken back. */
  readonly going: Set<string>;
  /** How often each kind was acknowledged. */
  readonly done: Record<string, number>;
  /** How often each status was answered. */
  readonly answers: Record<string, number>;
}
interface Begun {
  readonly file: Piecewise;
  readonly photo: Uint8Array;
  /** Bytes of which it was told that they are there. */
  here: number | undefined;
}
export interface Erasure {
  readonly name: string;
  readonly gone: Holds;
  readonly act: Act;
}
export interface Told {
  readonly secret: string;
  readonly words: string;
}

/** What a fault may answer; whatever else is not what was expected is a mistake. */
export const REFUSALS: readonly number[] = [503, 507];

/** Do it; whether it was acknowledged. @param holds what is true from then on */
export type Kept = (name: string, holds: Holds, act: Act) => Promise<boolean>;
export type Act = () => Promise<Response>;

export const keeping =
  (kind: string, { ledger, done, answers, complaints }: World): Kept =>
  async (name, holds, act) => {
    const is = await ledger.change(name, holds, async () => {
      const answer = await act();
      const text = await answer.text();
      answers[answer.status] = (answers[answer.status] ?? 0) + 1;
      const isRefused = REFUSALS.includes(answer.status) || isNotDone(answer.status, text);
      const why = text.replace(/<style[^]*?<\/style>/, "").slice(0, 3000);
      assert.ok(
        answer.ok || answer.status === 303 || isRefused,
        `${kind}: ${answer.status} ${why}\n${complaints().slice(-2000)}`,
      );
      return !isRefused;
    });
    if (is) done[kind] = (done[kind] ?? 0) + 1;
    else await sleep(50);
    return is;
  };
/** The desk says in its own page that something could not be done, or was done already by a try that was cut. */
const isNotDone = (status: number, text: string) => status === 409 && /role="alert"/.test(text);

/** A network of its own for each: what one may send is not what is tested. */
export const from = () => `2001:db8:${randomInt(65_536).toString(16)}::7`;
export const token = () => `w${newSecret().replaceAll(/[-_]/g, "x")}`;

export function form(
  world: World,
  path: string,
  fields: Record<string, string>,
): Promise<Response> {
  const headers = { "X-Forwarded-For": from() };
  const body = new URLSearchParams(fields);
  return fetch(world.base() + path, { method: "POST", redirect: "manual", headers, body });
}
export function desk(
  world: World,
  path: string,
  fields?: Record<string, string>,
): Promise<Response> {
  const headers = { cookie: world.cookie() };
  const body = fields && { method: "POST", body: new URLSearchParams(fields) };
  return fetch(world.base() + path, { redirect: "manual", headers, ...body });
}

/** A learner without a browser: opens a card, reads pages, sends forms and answers. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { sendKey } from "../src/features/classes/secrets.ts";
import type { Room } from "../src/features/classes/private/rows.ts";
import type { Card } from "./class-house.ts";

/** The course of the first campaign, its first lesson, and an exercise of it. */
export const LESSON = "what-a-link-needs";
export const EXERCISE = "twice-as-far";
export const DEVICE = "d".repeat(22);

export class Learner {
  readonly base: string;
  readonly card: Card;
  cookie = "";
  constructor(base: string, card: Card) {
    this.base = base;
    this.card = card;
  }

  async get(path: string): Promise<Response> {
    return fetch(this.base + path, { headers: { cookie: this.cookie }, redirect: "manual" });
  }
  async text(path: string): Promise<string> {
    const answer = await this.get(path);
    assert.equal(answer.status, 200, path);
    return answer.text();
  }
  /** The cookie of the answer is taken, as a browser would. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const answer = await fetch(this.base + path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { cookie: this.cookie },
      redirect: "manual",
    });
    const set = answer.headers.getSetCookie().find((one) => one.includes("Path=/class;"));
    if (set) this.cookie = set.split(";")[0]!;
    return answer;
  }
  address = (): string => `/class/c/${this.card.code.replaceAll(" ", "")}`;
  async enter(): Promise<this> {
    const answer = await this.post(this.address(), { pin: this.card.pin });
    assert.equal(answer.headers.get("location"), "/class/now");
    return this;
  }
}

/** As the script of a device sends them. */
export const send = (base: string, body: unknown, headers = {}): Promise<Response> =>
  fetch(`${base}/class/answers`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

export const answerOf = (more: object = {}) => ({
  id: randomUUID(),
  lesson: LESSON,
  exercise: EXERCISE,
  answer: [0] as unknown,
  at: 0,
  ...more,
});

export const batchOf = (
  room: Room,
  { id }: Pick<Card, "id">,
  answers: readonly unknown[],
  more: object = {},
) => ({ learner: id, send: sendKey(room, id), device: DEVICE, holds: 0, answers, ...more });

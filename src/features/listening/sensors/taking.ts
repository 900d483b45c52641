/** Carries out one message of a sensor, from wherever it came. */
import { randomUUID } from "node:crypto";
import type { Serving } from "../../../platform/feature.ts";
import type { Answered } from "../private/hear.ts";
import { askListening } from "../private/listening.ts";
import type { Sensor } from "../private/forms.ts";
import type { Message } from "./message.ts";

/** @param sent when it was certainly said, where that was not now */
export function take(
  { instance, clock }: Pick<Serving, "instance" | "clock">,
  sensor: Sensor["id"],
  { said }: Pick<Message, "said">,
  sent?: number,
): Promise<Answered> {
  const came = clock.aged();
  const timed = clock.isSettled() ? said : atOurs(said, came); // ours may be the wrong one
  return askListening(instance.log.private).hear({
    said: { ...timed, sensor, came },
    lives: sent ?? came,
    alarm: randomUUID(),
  });
}

const atOurs = (said: Message["said"], came: number): Message["said"] =>
  said.until === null
    ? { ...said, at: came }
    : { ...said, at: came - (said.until - said.at), until: came };

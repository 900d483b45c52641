/**
 * "This helped me": a plain button. Who pressed it is kept nowhere; that a window of addresses did so today is known in
 * memory, salted, until the day ends. Once an hour the log says how many they were. Rule CO12.
 */
import { createHash, randomBytes } from "node:crypto";
import { dayAt } from "../../engines/calendar/day.ts";

const MOST = 50_000; // presses a day: 64 bytes each in memory; beyond them somebody plays

interface Once {
  /** Whether it counts; it is remembered if so. @param window of addresses */
  take(window: string, about: string): boolean;
}

export function onceADay(now: () => number): Once {
  let day = "";
  let salt = "";
  const seen = new Set<string>();
  return {
    take(window, about) {
      const today = dayAt(now());
      if (today !== day) {
        [day, salt] = [today, randomBytes(16).toString("hex")];
        seen.clear();
      }
      const press = createHash("sha256").update(`${salt} ${window} ${about}`).digest("base64");
      if (seen.size >= MOST || seen.has(press)) return false;
      seen.add(press);
      return true;
    },
  };
}

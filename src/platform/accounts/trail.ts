/** How a deed comes into the trail that owners read: from the desk's door, from where somebody signs in, from commands. */
import { isIP } from "node:net";
import type { Privately } from "../private/part.ts";
import { askTrail, NOBODY, SIGN_IN, type Deed } from "../private/trail.ts";
import { networkOf, type Asker } from "../web/network.ts";
import { momentNow } from "../process/steady-clock.ts";

/**
 * The deed comes first, its row right after it: it never rejects, and what cannot be noted stays done. Then one line says
 * so, and `lost` is called.
 */
export type Note = (deed: Omit<Deed, "moment" | "times">, times?: number) => Promise<void>;

export function openNotes(privately: Privately, lost: () => void = () => undefined): Note {
  return async (deed, times = 1) => {
    const moment = momentNow();
    await askTrail(privately)
      .add({ ...deed, times, moment })
      .catch((error: Error) => {
        lost();
        console.error(`The trail has no row of this (${deed.what}): ${error.message}`);
      });
  };
}

export interface SignInNotes {
  /** Somebody came in by this way: `link`, `PIN`, `passkey` or another word of the program's. */
  came(who: string, by: string, req: Asker): Promise<void>;
  /** Somebody did not. Nothing waits for its row. @param who the account that was tried, where it is known */
  refused(who: string | undefined, by: string, req: Asker): void;
}

const EVERY = 10 * 60_000; // ms; within them what is tried again from one network is counted in memory, and then written at once
const KINDS = 50; // that are counted so; what comes beside them is one more, without its account and network

export function openSignInNotes(note: Note): SignInNotes {
  const counted = new Map<string, number>();
  const signIn = (who: string, by: string, network: string, outcome: Deed["outcome"]) =>
    ({ who, what: SIGN_IN, about: "", detail: by, network, outcome }) as const;
  function countOn(deed: ReturnType<typeof signIn>): void {
    const key = JSON.stringify(deed);
    const before = counted.get(key);
    counted.set(key, (before ?? -1) + 1);
    if (before !== undefined) return;
    void note(deed);
    const timer = setInterval(() => {
      const times = counted.get(key)!;
      counted.set(key, 0);
      if (times > 0) void note(deed, times);
      else {
        counted.delete(key);
        clearInterval(timer);
      }
    }, EVERY).unref();
  }
  return {
    came: (who, by, req) => note(signIn(who, by, shownNetwork(req), "done")),
    refused(who = NOBODY, by, req) {
      const deed = signIn(who, by, shownNetwork(req), "refused");
      const isNew = !counted.has(JSON.stringify(deed));
      countOn(isNew && counted.size >= KINDS ? signIn(NOBODY, by, "", "refused") : deed);
    },
  };
}

/** `203.0.113.0/24`, `2001:db8:1::/48`: never the address. Empty where the line has none. */
function shownNetwork(req: Asker): string {
  const network = networkOf(req);
  if (isIP(`${network}.0`) === 4) return `${network}.0/24`;
  return isIP(`${network}::`) === 6 ? `${network}::/48` : "";
}

/** What an address of the desk says about what it did. */
export interface Answered {
  readonly status?: number;
  /** A table to take along: to have asked for it is a deed, too. */
  readonly csv?: string;
  /** A backup to take along: so too. */
  readonly sends?: unknown;
  /** Whom or what it was done to, and a word that says more, such as a role; false where nothing was done. Never what was typed. */
  readonly noted?: { readonly about?: string; readonly detail?: string } | false;
}

const QUIET = /\/(?:autosave|ask)$/; // said by a script again and again, or before anything is done
const PART = /^[\w.-]{1,80}$/; // of a path: an id, a name in an address, a verb

/**
 * What was posted to `pattern` and done, as a deed of `who`; undefined where the answer refused it. Everything that is
 * posted to the desk is one: a new form needs nothing for it.
 */
export function deedOf(
  { method, pattern, path }: Readonly<Record<"method" | "pattern" | "path", string | undefined>>,
  who: string,
  answer: Answered,
): Parameters<Note>[0] | undefined {
  const { status = 200, csv, sends, noted } = answer;
  const isTaken = (csv ?? sends) !== undefined;
  if ((method !== "POST" && !isTaken) || pattern === undefined || path === undefined)
    return undefined;
  if (status >= 400 || noted === false || QUIET.test(path)) return undefined;
  const starred = pattern.replaceAll(/:\w+/g, "*"); // as rows have always named it
  const star = starred.split("/").indexOf("*");
  const [about = "", verb = ""] = star < 0 ? [] : path.split("/").slice(star);
  const endsInVerb = starred.endsWith("*") && PART.test(verb);
  return {
    who,
    what: endsInVerb ? `${starred}/${verb}` : starred,
    about: noted?.about ?? (PART.test(about) ? about : ""),
    detail: noted?.detail ?? "",
    network: "",
    outcome: "done",
  };
}

/** What does not hold, a line each, with what to do about it. */

/** What helps. The records are the truth; what follows from them is made anew. */
export const HELP = {
  tables: "Run bin/cnd.js rebuild.",
  copy: "Run bin/cnd.js backup FILE, move the data folder away, then bin/cnd.js restore FILE: it is made anew from the records.",
  backup: "Restore the newest backup that bin/cnd.js verify finds whole.",
  start: "The next start of the program writes it anew.",
} as const;
export type Help = keyof typeof HELP;

const SHOWN = 100; // lines; a page of the disk that is gone makes thousands

export interface Problems {
  add(what: string, help: Help): void;
  /** Do this; what it throws is a problem, too. @returns whether it was done */
  attempt(what: string, help: Help, work: () => Promise<void> | void): Promise<boolean>;
  readonly lines: readonly string[];
  /** More than the lines where there were too many of them. */
  readonly count: number;
}

export function openProblems(): Problems {
  const lines: string[] = [];
  let count = 0;
  const add = (what: string, help: Help): void => {
    count += 1;
    if (count <= SHOWN) lines.push(`${what}. ${HELP[help]}`);
  };
  return {
    add,
    async attempt(what, help, work) {
      try {
        await work();
        return true;
      } catch (error) {
        add(`${what}: ${(error as Error).message.replace(/\.$/, "")}`, help);
        return false;
      }
    },
    lines,
    get count() {
      return count;
    },
  };
}

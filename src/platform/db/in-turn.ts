/** Who reads, decides and writes does so alone: of two at once on PostgreSQL neither would see what the other is about to write. */

/** Carries out one piece of work after the other, in the order in which they are asked for; one that fails holds up none. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function openTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/** For each name apart: what is asked for under one waits for nothing under another. */
export function openTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const done = Promise.resolve(last.get(name)).then(work);
    const ended: Promise<unknown> = done
      .catch(() => undefined)
      .then(() => last.get(name) === ended && last.delete(name));
    last.set(name, ended);
    return done;
  };
}

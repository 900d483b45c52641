/** What is kept, by name. Once all of it is to be forgotten, work that was on its way brings none of it back. */

let isOver = false;

/** @throws Error once all is to be forgotten, until somebody keeps something again */
export async function openCache(name: string): Promise<Cache> {
  if (isOver) throw new Error("Everything here was forgotten.");
  return caches.open(name);
}

export function forgetting(is: boolean): void {
  isOver = is;
}

/** The device has no room for more. */
export const isFull = (error: unknown): boolean => (error as Error).name === "QuotaExceededError";

/** Places for work that costs: so many at once, so many waiting, in the order of their coming. Who leaves gives the place back. */
interface Places {
  /**
   * A place, once there is one; disposing of it gives it back.
   * @param weight places that it takes, at most all of them
   * @throws the error of `full` where too many wait; the signal's reason when it ends the waiting
   */
  take(signal?: AbortSignal, weight?: number): Promise<Disposable>;
  /** Work in a place. */
  hold<T>(work: () => Promise<T>, signal?: AbortSignal, weight?: number): Promise<T>;
  readonly waiting: number;
}

interface Waiter {
  readonly weight: number;
  readonly begin: () => void;
}

export function openPlaces(
  { atOnce, waiting }: { readonly atOnce: number; readonly waiting: number },
  full: () => Error,
): Places {
  let free = atOnce;
  const queue: Waiter[] = [];

  function next(): void {
    while (queue[0] && queue[0].weight <= free) {
      free -= queue[0].weight;
      queue.shift()!.begin();
    }
  }

  const places: Places = {
    get waiting() {
      return queue.length;
    },
    async hold(work, signal, weight) {
      const place = await places.take(signal, weight);
      try {
        return await work();
      } finally {
        place[Symbol.dispose]();
      }
    },
    take(signal, weight = 1) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        if (queue.length >= waiting) return reject(full());
        let isHeld = true;
        const place = {
          [Symbol.dispose]() {
            if (!isHeld) return;
            isHeld = false;
            free += weight;
            next();
          },
        };
        const leave = () => {
          queue.splice(queue.indexOf(waiter), 1);
          reject(signal!.reason as Error);
          next(); // who waited behind it may need less room
        };
        const waiter: Waiter = {
          weight,
          begin() {
            signal?.removeEventListener("abort", leave);
            resolve(place);
          },
        };
        signal?.addEventListener("abort", leave, { once: true });
        queue.push(waiter);
        next();
      });
    },
  };
  return places;
}

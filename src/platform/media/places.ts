/**
 * Places for work that costs: so many at once, so many waiting, in the order of their coming. Where it is said for whom they
 * are, those for whom nothing was done longest come first. Who leaves gives the place back.
 */
interface Places {
  /**
   * A place, once there is one; disposing of it gives it back.
   * @param weight places that it takes, at most all of them
   * @throws the error of `full` where too many wait; the signal's reason when it ends the waiting
   */
  take(signal?: AbortSignal, weight?: number, whose?: string): Promise<Disposable>;
  /** Work in a place. @param whose for whom it is: a network, say */
  hold<T>(
    work: () => Promise<T>,
    signal?: AbortSignal,
    more?: { readonly weight?: number; readonly whose?: string },
  ): Promise<T>;
  readonly waiting: number;
}

interface Waiter {
  readonly weight: number;
  readonly whose: string;
  readonly begin: () => void;
}

export function openPlaces(
  { atOnce, waiting }: { readonly atOnce: number; readonly waiting: number },
  full: () => Error,
): Places {
  let free = atOnce;
  const queue: Waiter[] = [];
  const turns = new Map<string, number>(); // when something was last begun for them, while anybody waits
  let turn = 0;
  const lastOf = ({ whose }: Waiter): number => turns.get(whose) ?? 0;

  function next(): void {
    for (;;) {
      const [first, ...others] = queue;
      if (!first) return turns.clear();
      const waiter = others.reduce((best, one) => (lastOf(one) < lastOf(best) ? one : best), first);
      if (waiter.weight > free) return;
      free -= waiter.weight;
      queue.splice(queue.indexOf(waiter), 1);
      turns.set(waiter.whose, ++turn);
      waiter.begin();
    }
  }

  const places: Places = {
    get waiting() {
      return queue.length;
    },
    async hold(work, signal, { weight, whose } = {}) {
      const place = await places.take(signal, weight, whose);
      try {
        return await work();
      } finally {
        place[Symbol.dispose]();
      }
    },
    take(signal, weight = 1, whose = "") {
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
          whose,
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

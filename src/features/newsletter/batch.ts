/** Many small steps in few durable transactions: those that come while one is written go together into the next, in order. */
export function gather<Step, Result>(
  write: (steps: readonly Step[]) => Promise<readonly Result[]>,
): (step: Step) => Promise<Result> {
  let waiting: { step: Step; done: (result: Result) => void; failed: (error: unknown) => void }[] =
    [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const results = await write(batch.map(({ step }) => step));
        for (const [i, { done }] of batch.entries()) done(results[i]!);
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    isWriting = false;
  }

  return (step) =>
    new Promise((done, failed) => {
      waiting.push({ step, done, failed });
      void writeAll();
    });
}

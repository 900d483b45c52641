/** Pages that a device keeps to be read without a link: by the worker of the site, which does what it is told. */

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Begun where it is not there yet. @throws where the browser lets none begin */
export async function keeper(): Promise<ServiceWorker> {
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy("keep", { createScriptURL: () => "/sw.js" });
  await navigator.serviceWorker.register(policy?.createScriptURL("") ?? "/sw.js");
  return (await navigator.serviceWorker.ready).active!;
}

/** @returns whether the worker did it, or that this device has no room for it */
export function tell(worker: ServiceWorker, words: object): Promise<boolean | "full"> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", (event) => resolve(event.data as boolean | "full"));
    port1.start();
    worker.postMessage(words, [port2]);
  });
}

export const keepPage = (path: string): Promise<boolean | "full"> =>
  keeper()
    .then((worker) => tell(worker, { keep: path }))
    .catch(() => false as const);

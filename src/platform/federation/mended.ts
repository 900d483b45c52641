/**
 * What other servers send a little wrong, put right before it is read. snac 2.75 writes what lay in its memory behind the
 * public keys of its accounts, for as long as the accounts live: without this nothing of theirs could be checked.
 */

/** The end of a public key as JSON writes it, with its line break, and what should not be there, up to the end of the text at most. */
const BEHIND_KEY =
  /(-----END (?:RSA )?PUBLIC KEY-----(?:\\r)?(?:\\n)?)[^"\\]*(?:\\[^][^"\\]*)*("|\\?$)/g;

export function mended(ask: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    if (response.status !== 200 || !/json/i.test(response.headers.get("Content-Type") ?? ""))
      return response;
    const text = (await response.text()).replaceAll(BEHIND_KEY, "$1$2");
    const { status, statusText, headers, url } = response;
    const made = new Response(text, { status, statusText, headers });
    return Object.defineProperty(made, "url", { value: url }); // what a new answer has not
  };
}

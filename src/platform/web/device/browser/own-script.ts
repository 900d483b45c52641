/** The address of a script of ours as a page's policy asks for it (Trusted Types): no text of anybody becomes one by mistake. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}
const { trustedTypes } = globalThis as unknown as { trustedTypes?: Policies };
const policy = trustedTypes?.createPolicy("own", { createScriptURL: own });

/** @param path on this site @throws TypeError where it is none */
export const ownScript = (path: string): string => policy?.createScriptURL(path) ?? own(path);

function own(path: string): string {
  if (!/^\/[\w/.-]+\.js$/.test(path)) throw new TypeError("Expected the path of a script of ours.");
  return path;
}

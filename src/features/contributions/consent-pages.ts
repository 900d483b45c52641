/** Pages on which the desk records who agreed and takes it back, for features that have something of their own to ask it for: loaded when one is opened. */
export const consentPages = async () => ({
  ...(await import("./consents-desk.ts")),
  ...(await import("./consent-back.ts")),
});

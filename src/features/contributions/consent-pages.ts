/** Pages on which the desk takes down who agreed, for features that have something of their own to ask it for: loaded when one is opened. */
export const consentPages = () => import("./consents-desk.ts");

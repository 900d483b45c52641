/** Where the detector is tried on a device of one's own. */
export const TRY = "/listening/try";

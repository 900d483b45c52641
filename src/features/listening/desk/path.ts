/** Where the pages of listening stand at the desk. */
export const PART = "/desk/listening";
export const SENSORS = `${PART}/sensors`;
export const ALARMS = `${PART}/alarms`;
export const RIGHT = `${PART}/right`;
export const LINE = `${PART}/line`;
export const MUTES = `${PART}/mutes`;
export const LINES = `${PART}/lines`;
export const SETTINGS = `${PART}/settings`;

/** Where somebody who typed in a figure is thanked. */
export const MEASURED = "/measure/thanks";
/** All that has been published, as a table. */
export const CSV = "/data/measurements.csv";

/** Where somebody who typed in a figure is thanked. */
export const MEASURED = "/measure/thanks";

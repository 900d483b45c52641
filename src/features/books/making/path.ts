/** Where books are made at the desk. */
export const PART = "/desk/books";

/** The six doors: the ways in which anybody can take part. */
export const DOORS = ["tell", "ask", "offer", "join", "measure", "figure"] as const;

/** What stands behind each; each pledge has a form of its own. */
export const FORMS: Readonly<Record<(typeof DOORS)[number], string>> = {
  tell: "/take-part/story",
  ask: "/take-part/opportunity?kind=need",
  offer: "/take-part/opportunity",
  join: "/take-part/opportunity?kind=partner",
  measure: "/measure",
  figure: "/pledges",
};

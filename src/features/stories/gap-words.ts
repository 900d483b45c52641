/** Words about stories that were taken back, in English. */
export const gapWords = {
  title: "A story stood here",
  by: {
    person: (day: string) => `Withdrawn on ${day} by the person it was about.`,
    desk: (day: string) => `Withdrawn on ${day} by the desk.`,
  },
  why: "Its text, its translations and its pictures are erased. That it was withdrawn stays in the log.",
  others: "Other stories",
};

/** What the form says where a film is offered of somebody who signs a picture book; part of `words.ts`. */
export const signing = {
  title: "Sign a picture book",
  description: "Film yourself, or somebody who agrees, signing this book. You need no account.",
  stand:
    "Look at the book, then sign it page by page in one film: light from the front, a plain wall behind, hands and face in the picture. Someone at the desk checks it. Nothing is shown without the consent of everyone in it.",
  heads: { name: "Name and sign language", agree: "Who agrees?" },
  stands: {
    name: "Say which name to show beside the film, and which sign language you use.",
    agree:
      "Each person in the film agrees for themselves, and can withdraw at any time with their own code. The person signing agrees to be seen; without that it cannot be sent.",
  },
  book: "Open the book",
  note: "Message to us",
  film: "Please choose the film.",
  only: "Please confirm that only people sign here.",
  stated:
    "A person signs in this film, and none of it was generated. We do not accept machine-made signers, because children learn language from people.",
  language: "The sign language",
  languageHint: "Its tag, such as xki for Kenya or sfs for South Africa",
  languagesHint: "Their names, separated by commas. If left empty: the book’s own only.",
  which: "Please say in which sign language, such as xki.",
  agree: "Please say who signs, and tick that the film may be shown.",
  one: "book signing",
  many: "book signings",
  take: "Move it to the desk to mark its sentences",
  look: "Watch the film",
  withdrawing:
    "the film, its clips, its marks and the consents are deleted, and what was published is erased.",
  lost: "This book is no longer here.",
  unheard: "Its sound is removed unless everyone in it agreed to be heard.",
};

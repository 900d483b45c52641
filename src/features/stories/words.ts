/** The few words around a story's text, in the languages they were written in; English stands in for others. */

export interface StoryWords {
  readonly lang: string;
  readonly about: string;
  readonly person: string;
  readonly walk: string;
  readonly namedIn: string;
  readonly publicRole: string;
  readonly consent: string;
  readonly place: string;
  readonly partners: string;
  readonly programmes: string;
  readonly topics: string;
  readonly film: string;
  readonly sound: string;
  readonly photo: string;
  readonly wanted: string;
  readonly portraitWanted: string;
  readonly withConsent: string;
  readonly translationWanted: string;
  readonly sources: string;
  readonly by: string;
  readonly lookedUp: string;
  readonly updated: string;
  readonly along: string;
  readonly before: string;
  readonly next: string;
  readonly machine: string;
  readonly unreviewed: string;
  readonly behind: string;
  readonly translatedBy: string;
  readonly readOriginal: string;
}

export function wordsIn(lang: string): StoryWords {
  return WORDS[lang.split("-")[0]!] ?? ENGLISH;
}

const ENGLISH: StoryWords = {
  lang: "en",
  about: "About this story",
  person: "Person",
  walk: "Walk of life",
  namedIn: "Named in",
  publicRole: "public role",
  consent: "own consent",
  place: "Place",
  partners: "With",
  programmes: "Programme",
  topics: "Topics",
  film: "Film",
  sound: "Sound",
  photo: "Photo",
  wanted: "wanted",
  portraitWanted: "Portrait wanted",
  withConsent: "with consent",
  translationWanted: "A translation is wanted. This is the original, in",
  sources: "Sources",
  by: "By",
  lookedUp: "sources looked up",
  updated: "updated",
  along: "Along the line",
  before: "Before",
  next: "Next",
  machine: "machine translation, awaiting native review",
  unreviewed: "awaiting native review",
  behind: "the original was worded anew since",
  translatedBy: "translated by",
  readOriginal: "Read the original",
};

const WORDS: Readonly<Record<string, StoryWords>> = {
  en: ENGLISH,
  fr: {
    lang: "fr",
    about: "À propos de ce récit",
    person: "Personne",
    walk: "Activité",
    namedIn: "Nommée par",
    publicRole: "rôle public",
    consent: "son propre accord",
    place: "Lieu",
    partners: "Avec",
    programmes: "Programme",
    topics: "Thèmes",
    film: "Film",
    sound: "Son",
    photo: "Photo",
    wanted: "bienvenu",
    portraitWanted: "Portrait bienvenu",
    withConsent: "avec l’accord de la personne",
    translationWanted: "Une traduction serait bienvenue. Voici l’original, en",
    sources: "Sources",
    by: "Par",
    lookedUp: "sources consultées le",
    updated: "mis à jour le",
    along: "Le long de la ligne",
    before: "Avant",
    next: "Ensuite",
    machine: "traduction automatique, en attente de relecture",
    unreviewed: "en attente de relecture",
    behind: "l’original a été reformulé depuis",
    translatedBy: "traduit par",
    readOriginal: "Lire l’original",
  },
  es: {
    lang: "es",
    about: "Sobre esta historia",
    person: "Persona",
    walk: "Ocupación",
    namedIn: "Se la nombra por",
    publicRole: "función pública",
    consent: "su propio consentimiento",
    place: "Lugar",
    partners: "Con",
    programmes: "Programa",
    topics: "Temas",
    film: "Película",
    sound: "Sonido",
    photo: "Foto",
    wanted: "se busca",
    portraitWanted: "Se busca un retrato",
    withConsent: "con consentimiento",
    translationWanted: "Se busca una traducción. Este es el original, en",
    sources: "Fuentes",
    by: "Por",
    lookedUp: "fuentes consultadas el",
    updated: "actualizada el",
    along: "A lo largo de la línea",
    before: "Antes",
    next: "Después",
    machine: "traducción automática, pendiente de revisión",
    unreviewed: "pendiente de revisión",
    behind: "el original se reformuló después",
    translatedBy: "traducido por",
    readOriginal: "Leer el original",
  },
};

/** How far a translation is, in the words that readers see; `undefined` once it was reviewed. */
export function stateWords(
  state: "machine" | "person" | "reviewed",
  words: StoryWords,
): string | undefined {
  return { machine: words.machine, person: words.unreviewed, reviewed: undefined }[state];
}

/** A language by its own name: `fr` reads `français`; a code without a name stays a code. */
export function languageName(lang: string): string {
  try {
    const name = new Intl.DisplayNames(lang, { type: "language" }).of(lang);
    return name ?? lang;
  } catch {
    return lang;
  }
}

/** The few words that stand on every page, in the languages they were translated into by people. */

export interface Chrome {
  readonly lang: string;
  readonly skip: string;
  readonly main: string;
  readonly nav: Readonly<Record<NavPath, string>>;
  /** `weight` is the number of kilobytes. Pages that name a script are in English alone so far. */
  weight(weight: string, script: boolean): string;
  readonly search: string;
  readonly feed: string;
  readonly data: string;
  readonly honest: string;
  readonly lost: string;
  readonly lostHint: string;
  readonly failed: string;
  readonly failedHint: string;
}

export type NavPath = (typeof NAV)[number];
export const NAV = ["/stories", "/do-good", "/pledges", "/conversation", "/take-part"] as const;

/** The words in a language, or in English. */
export function chromeIn(lang: string): Chrome {
  return TRANSLATED[lang.split("-")[0]!] ?? ENGLISH;
}

const ENGLISH: Chrome = {
  lang: "en",
  skip: "Skip to the text",
  main: "Main",
  nav: {
    "/stories": "Stories",
    "/do-good": "Do good",
    "/pledges": "Pledges",
    "/conversation": "Conversation",
    "/take-part": "Take part",
  },
  weight: (kB, script) =>
    `This page is ${kB} kB with its style. ${script ? "One small script of its own" : "No script"}, no web font, no cookie. Nothing about readers is kept.`,
  search: "Search",
  feed: "Feed",
  data: "Open data",
  honest: "How we keep this honest",
  lost: "Nothing stands at this address",
  lostHint:
    "It may have been withdrawn, or the address has a slip in it. What is here starts at the front.",
  failed: "This page could not be made",
  failedHint: "The fault is ours, not yours, and it has been noted. Please try again in a minute.",
};

const TRANSLATED: Readonly<Record<string, Chrome>> = {
  en: ENGLISH,
  fr: {
    lang: "fr",
    skip: "Aller au texte",
    main: "Principal",
    nav: {
      "/stories": "Récits",
      "/do-good": "Agir",
      "/pledges": "Engagements",
      "/conversation": "Conversation",
      "/take-part": "Participer",
    },
    weight: (kB) =>
      `Cette page pèse ${kB} ko avec son style. Aucun script, aucune police à charger, aucun cookie. Rien des lecteurs n’est gardé.`,
    search: "Rechercher",
    feed: "Flux",
    data: "Données ouvertes",
    honest: "Comment nous restons honnêtes",
    lost: "Il n’y a rien à cette adresse",
    lostHint:
      "La page a peut-être été retirée, ou l’adresse contient une faute. Tout commence à l’accueil.",
    failed: "Cette page n’a pas pu être faite",
    failedHint: "La faute est de notre côté et elle a été notée. Réessayez dans une minute.",
  },
  es: {
    lang: "es",
    skip: "Ir al texto",
    main: "Principal",
    nav: {
      "/stories": "Historias",
      "/do-good": "Hacer el bien",
      "/pledges": "Compromisos",
      "/conversation": "Conversación",
      "/take-part": "Participar",
    },
    weight: (kB) =>
      `Esta página pesa ${kB} kB con su estilo. Sin scripts, sin fuentes que descargar, sin cookies. No se guarda nada sobre quien lee.`,
    search: "Buscar",
    feed: "Canal",
    data: "Datos abiertos",
    honest: "Cómo mantenemos la honestidad",
    lost: "No hay nada en esta dirección",
    lostHint:
      "Quizá se retiró la página, o la dirección tiene un error. Todo empieza en la portada.",
    failed: "No se pudo hacer esta página",
    failedHint: "La falta es nuestra y quedó anotada. Inténtelo de nuevo en un minuto.",
  },
};

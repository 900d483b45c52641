/** The words of pledges, in French: the same for every pledger. */
import { counting } from "../../../platform/words/counted.ts";
import type { PledgeWords } from "./en.ts";

const count = counting("fr");

/** Days take an article, months and years do not. */
const isDay = (date: string): boolean => /^\d{1,2} /.test(date);
const le = (date: string): string => (isDay(date) ? `le ${date}` : date);
const until = (date: string): string => (isDay(date) ? `au ${date}` : `en ${date}`);

export const fr: PledgeWords = {
  lang: "fr",
  units: { people: "personnes", students: "élèves", schools: "écoles", sites: "sites" },
  accept: {
    one: "Engagement",
    about: "Cela figure à {pledge}, signé par ce site.",
    whose: "De qui sont ces mots ?",
    whoseHint:
      "Assurez-vous-en par un moyen que vous tenez d’ailleurs, jamais par ce qui a été envoyé.",
    other: "quelqu’un d’autre le dit",
    pledger: "l’auteur de l’engagement le dit, et je m’en suis assuré",
    button: "Le dire en public",
    byExpected: "Choisissez l’un des deux.",
    answerExpected:
      "Seul l’auteur de l’engagement peut répondre. Assurez-vous que la réponse vient de lui et dites-le ici, ou refusez-la.",
  },
  over: (value) => `plus de ${value}`,
  range: (low, high) => `${low} à ${high}`,
  states: {
    claimed: "déclaré",
    evidenced: "étayé",
    attested: "attesté",
    selfReported: "déclaré par l’auteur",
    reported: "rapporté",
  },
  status: {
    open: "en cours",
    openUntil: (day) => `en cours jusqu’${until(day)}`,
    silent: (open, day) => `${open} ; silencieux : aucun rapport trouvé par nous depuis ${le(day)}`,
    closed: (state) => `échéance passée ; chiffre final ${state}`,
    wanted: "échéance passée ; chiffre final bienvenu",
    notFound: (day) => `échéance passée ; aucun chiffre final trouvé par nous (cherché le ${day})`,
    notFoundIn:
      "échéance passée ; aucun chiffre final trouvé par nous (cherché le {day}, [sources])",
    send: "Vous avez le chiffre ? Envoyez-le",
  },
  numbers: {
    claimed: (value) => `déclaré : ${value}`,
    evidenced: (value, day) => `étayé : ${value}, ${day}`,
    attested: (value, day) => `attesté : ${value}, ${day}`,
    evidenceWanted: "preuve : bienvenue",
    attestationOpen: "attestation : ouverte",
    noneYet: "rien encore",
  },
  with: "avec {names}, ",
  since: (day) => `depuis ${le(day)}`,
  unlisted: "Une organisation qui n’est plus répertoriée ici",
  firstPledge: "Pas encore d’engagement. [Le vôtre peut être le premier.]",
  sendAbout: "Envoyer un chiffre, une preuve ou une contestation",
  firstFigure: "Un premier chiffre est bienvenu",
  notProgress: "Le chiffre n’y est pas donné comme un progrès vers la promesse.",
  countsBefore: (value) => `Il compte ${value} d’avant l’engagement.`,
  revises: (value) => `Il révise ${value}.`,
  wordedDifferently: "formulé autrement",
  totals: {
    by: (n) => count(n, { one: "{n} engagement compté", other: "{n} engagements comptés" }),
    sinceMade: "{unit} depuis que les engagements ont été pris, par {pledges}.",
    shared: (n) =>
      count(n, {
        one: "{n} lieu est nommé par plus d’un engagement pour les mêmes années : au bas d’une fourchette, les gens de ce lieu comptent une fois.",
        other:
          "{n} lieux sont nommés par plus d’un engagement pour les mêmes années : au bas d’une fourchette, les gens de ces lieux comptent une fois.",
      }),
    towards: (n) =>
      count(n, {
        one: "{n} de ces engagements compte pour un autre : au bas d’une fourchette, il n’y ajoute rien.",
        other:
          "{n} de ces engagements comptent pour un autre : au bas d’une fourchette, ils n’y ajoutent rien.",
      }),
  },
  list: {
    title: "Engagements",
    titleCounted: "Les engagements comptés pour le but",
    description:
      "Des promesses faites en public, dans la même forme et les mêmes mots : ce qui a été dit, par qui, pour quand, et ce qui le prouve.",
    about:
      "Des promesses faites en public, par qui veut, dans la même forme : ce qui a été dit, par qui, pour quand, et les chiffres depuis, chacun avec sa source et sa date.",
    table: "Les engagements en tableau",
    figures: "Tous les chiffres en tableau",
    asOf: "Tout ce qui a été dit jusqu’ici, avec l’état au {day}.",
    today: "Aujourd’hui",
    counted: "Comptés pour le but",
    silent: (n) =>
      count(n, {
        one: "{n} engagement est silencieux, sans rapport trouvé par nous depuis 24 mois, et n’est pas compté. Sa page dit depuis quand.",
        other:
          "{n} engagements sont silencieux, sans rapport trouvé par nous depuis 24 mois, et ne sont pas comptés. La page de chacun dit depuis quand.",
      }),
    thoseCounted: "Les engagements comptés",
    all: "Tous les engagements, dans les mêmes mots",
    onlyThese: "Les totaux ci-dessus ne contiennent que ce que disent ceux-ci.",
    more: (n) =>
      count(n, { one: "La suite de {n} engagement", other: "La suite des {n} engagements" }),
    ownForm:
      "Un chiffre, une preuve, une correction ou une contestation s’envoie par le formulaire de l’engagement même : chacun a le sien, le même pour tous.",
    make: "Prendre un engagement",
    context: "Pour situer",
    series: "Des séries de chiffres sans promesse.",
  },
  page: {
    records: "Les enregistrements derrière cette page",
    reached: "Dit et atteint",
    note: "Note.",
    claimToEvidence: "Du dire à la preuve",
    sendFigure: "Envoyer un chiffre",
    fileEvidence: "Déposer une preuve",
    correct: "Corriger un chiffre",
    dispute: "Contester un chiffre",
    sign: "Signer pour un chiffre",
    signHow:
      "Qui n’est pas l’auteur de l’engagement, et a une clé ici, peut signer pour un chiffre sans connexion et envoyer la signature plus tard :",
    differently: "Formulé autrement",
    inWords: "Dans ces mots",
    searchedOn: (day) => `Où nous avons cherché le ${day}`,
    sources: (n) => count(n, { one: "Source", other: "Sources" }),
    saidBy: (who, day) => `Dit par ${who}, ${day}`,
    notProgress: "N’y est pas donné comme un progrès vers la promesse.",
    countsTowards: "Compte pour {pledge}",
    parts: "Ce qui compte pour lui",
    partsAre: (n) =>
      count(n, {
        one: "{n} engagement dit qu’il fait partie de celui-ci. Ce qu’il atteint est peut-être déjà compté ici : au bas d’un total, il n’y ajoute rien.",
        other:
          "{n} engagements disent qu’ils font partie de celui-ci. Ce qu’ils atteignent est peut-être déjà compté ici : au bas d’un total, ils n’y ajoutent rien.",
      }),
    moreParts: (n) =>
      count(n, {
        one: "et {n} autre : la colonne counts_towards de [tous les engagements en tableau]",
        other: "et {n} autres : la colonne counts_towards de [tous les engagements en tableau]",
      }),
    milestones: "Étapes",
    due: "{title}, échéance : {day}",
    noReport: (day) => `aucun rapport trouvé par nous (cherché le ${day})`,
    reportWanted: "un rapport est bienvenu",
    reachedOn: (day) => `atteint : ${day}, déclaré par l’auteur`,
  },
  pairs: {
    earlier: (n) => count(n, { one: "{n} chiffre antérieur", other: "{n} chiffres antérieurs" }),
    checked: "Comment il a été vérifié : {how}",
    filed: "preuve déposée",
    signed: "signé",
    send: "Vous avez une preuve ? Envoyez-la",
    kinds: {
      document: "document",
      method: "méthode",
      census: "recensement",
      measurement: "mesure",
      statement: "déclaration",
      survey: "enquête",
      photo: "photo",
    },
    archived: "copie archivée",
    sideBySide: "côte à côte",
    source: (n) => `source ${n}`,
  },
  table: {
    label: "Tous les chiffres",
    caption: "Chaque chiffre, à la date dont il parle",
    date: "Date",
    figure: "Chiffre",
    since: "Depuis l’engagement",
    state: "État",
    wanted: "bienvenu",
    notFound: "chiffre final non trouvé par nous",
    searched: (day) => `cherché le ${day}`,
    arithmetic: "Depuis l’engagement : notre calcul, le total moins ce qui était compté avant.",
    sincePledge: "depuis l’engagement",
    inPeriod: "dans cette période",
    notProgress: "non donné comme un progrès",
    saidOn: (figure, day) => `${figure}, dit ${le(day)}`,
    revisedTo: (figure) => `révisé à ${figure}`,
    revises: (figure) => `révise ${figure}`,
  },
  pace: {
    asks: (pace, day) => `La cible demande ${pace} par an, du dernier chiffre jusqu’${until(day)}.`,
    soFar: (pace) => `Les chiffres jusqu’ici donnent ${pace} par an.`,
    about: (value) => `environ ${value}`,
    between: (low, high) => `entre ${low} et ${high}`,
    leads: (value) =>
      `S’ils continuent ainsi, ils mènent à ${value} ce jour-là, neuf fois sur dix. C’est notre calcul sur les chiffres ci-dessus, non une prévision du travail de quiconque.`,
  },
  chart: {
    title: (groups) => `Graphique : ${groups}.`,
    beside: (groups, target) => `${groups}, à côté de la cible de ${target}`,
    by: (target, day) => `${target} pour ${le(day)}`,
    figures: (n, first, last) => `${n} chiffres, de ${first} à ${last}`,
    pledged: (figure) => `${figure} promis`,
    unit: "En {unit}.",
    scales: {
      thousand: "En milliers de {unit}.",
      million: "En millions de {unit}.",
      billion: "En milliards de {unit}.",
      trillion: "En billions de {unit}.",
    },
    drawn: (all, bars) =>
      `Des ${all} chiffres, ${bars} sont dessinés, le dernier de chaque période ; le tableau les a tous.`,
    hatched: (words) => `Hachuré : ${words}.`,
    halfTone: "Demi-teinte : étayé.",
    solid: "Plein : attesté.",
    dashed: "Tirets : le rythme que demande la cible.",
    upright: "Trait vertical à la fin : où mènent les chiffres jusqu’ici, neuf fois sur dix.",
    dotted: "Pointillé : entre deux chiffres.",
    circles: "Cercles : la promesse telle que formulée alors.",
    across: (value) => `Trait sur une barre : ${value} comptés avant l’engagement.`,
    over: "+ : plus de.",
    revised: "† : révisé plus tard ; les deux valeurs restent.",
  },
  history: {
    title: "Ce qui lui est arrivé ici",
    withdrawn: {
      evidence: (day) =>
        `Preuve retirée le ${day}. Le chiffre qui s’appuyait sur elle reste sans elle.`,
      figure: (day) =>
        `Chiffre retiré le ${day}. Ce qu’il corrigeait vaut de nouveau, et rien n’est compté par lui.`,
      dispute: (day) =>
        `Contestation retirée le ${day}. Elle n’est plus montrée, ni la réponse qui lui a été faite.`,
      answer: (day) =>
        `Réponse à une contestation retirée le ${day}. La contestation reste, et une réponse peut de nouveau lui être faite.`,
    },
    silent: (day, report) =>
      `Silencieux depuis le ${day} : aucun rapport trouvé par nous depuis ${le(report)}, 24 mois plus tôt.`,
    left: "Il a quitté les totaux ce jour-là ; un nouveau chiffre l’y ramène.",
    fields: {
      title: "titre",
      summary: "résumé",
      metric: "ce qui est compté",
      unit: "unité",
      target: "cible",
      baseline: "point de départ",
      from: "date à partir de laquelle il compte",
      by: "date promise",
    },
    nothing: "rien",
    quoted: (words) => `« ${words} »`,
    changed: (day, field, before, after) =>
      `Changé ici le ${day} (${field}) : avant, ${before} ; depuis, ${after}.`,
  },
  disputes: {
    title: "Contesté",
    answered: "répondu",
    askedFor: "réponse demandée",
    answerOf: (who) => `Réponse de ${who}`,
    answerBy: (day) => `La réponse de l’auteur se place ici ; demandée pour le ${day}`,
    about: "Au sujet de [ce chiffre]",
  },
};

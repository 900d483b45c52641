/** The words of pledges, in Spanish: the same for every pledger. */
import { counting } from "../../../platform/words/counted.ts";
import type { PledgeWords } from "./en.ts";

const count = counting("es");

/** Days take an article, months and years do not. */
const el = (date: string): string => (/^\d{1,2} /.test(date) ? `el ${date}` : date);

export const es: PledgeWords = {
  lang: "es",
  units: { people: "personas", students: "estudiantes", schools: "escuelas", sites: "sitios" },
  accept: {
    one: "Compromiso",
    about: "Queda en {pledge}, firmado por este sitio.",
    whose: "¿De quién son estas palabras?",
    whoseHint: "Asegúrese por un medio que tenga de otra parte, nunca por lo que se envió.",
    other: "lo dice otra persona",
    pledger: "lo dice el autor del compromiso, y me he asegurado",
    button: "Decirlo en público",
    byExpected: "Elija una de las dos.",
    answerExpected:
      "Solo el autor del compromiso puede responder. Asegúrese de que la respuesta viene de él y dígalo aquí, o rechácela.",
  },
  over: (value) => `más de ${value}`,
  range: (low, high) => `de ${low} a ${high}`,
  states: {
    claimed: "declarado",
    evidenced: "documentado",
    attested: "atestiguado",
    selfReported: "declarado por el autor",
    reported: "comunicado",
  },
  status: {
    open: "abierto",
    openUntil: (day) => `abierto hasta ${el(day)}`,
    silent: (open, day) =>
      `${open}; en silencio: ningún informe encontrado por nosotros desde ${el(day)}`,
    closed: (state) => `pasada su fecha; cifra final ${state}`,
    wanted: "pasada su fecha; se busca la cifra final",
    notFound: (day) =>
      `pasada su fecha; ninguna cifra final encontrada por nosotros (búsqueda: ${day})`,
    notFoundIn:
      "pasada su fecha; ninguna cifra final encontrada por nosotros (búsqueda: {day}, [fuentes])",
    send: "¿Tiene la cifra? Envíela",
  },
  numbers: {
    claimed: (value) => `declarado: ${value}`,
    evidenced: (value, day) => `documentado: ${value}, ${day}`,
    attested: (value, day) => `atestiguado: ${value}, ${day}`,
    evidenceWanted: "prueba: se busca",
    attestationOpen: "atestación: abierta",
    noneYet: "nada todavía",
  },
  with: "con {names}, ",
  since: (day) => `desde ${el(day)}`,
  unlisted: "Una organización que ya no figura aquí",
  firstPledge: "Todavía no hay compromisos. [El suyo puede ser el primero.]",
  sendAbout: "Enviar una cifra, una prueba o una objeción",
  firstFigure: "Se busca una primera cifra",
  notProgress: "La cifra no se da allí como avance hacia la promesa.",
  countsBefore: (value) => `Cuenta ${value} de antes del compromiso.`,
  revises: (value) => `Revisa ${value}.`,
  wordedDifferently: "con otras palabras",
  totals: {
    by: (n) => count(n, { one: "{n} compromiso que cuenta", other: "{n} compromisos que cuentan" }),
    sinceMade: "{unit} desde que se hicieron los compromisos, por {pledges}.",
    shared: (n) =>
      count(n, {
        one: "{n} lugar figura en más de un compromiso para los mismos años: en el extremo bajo de un intervalo, la gente de allí cuenta una vez.",
        other:
          "{n} lugares figuran en más de un compromiso para los mismos años: en el extremo bajo de un intervalo, la gente de allí cuenta una vez.",
      }),
    towards: (n) =>
      count(n, {
        one: "{n} de estos compromisos cuenta para otro: en el extremo bajo de un intervalo no le añade nada.",
        other:
          "{n} de estos compromisos cuentan para otro: en el extremo bajo de un intervalo no le añaden nada.",
      }),
  },
  list: {
    title: "Compromisos",
    titleCounted: "Compromisos que cuentan para la meta",
    description:
      "Promesas hechas en público, en la misma forma y con las mismas palabras: qué se dijo, quién, para cuándo, y qué lo prueba.",
    about:
      "Promesas hechas en público, por quien quiera, en la misma forma: qué se dijo, quién, para cuándo, y las cifras desde entonces, cada una con su fuente y su fecha.",
    table: "Los compromisos en tabla",
    figures: "Todas las cifras en tabla",
    asOf: "Todo lo dicho hasta ahora, con el estado a {day}.",
    today: "Hoy",
    counted: "Contado para la meta",
    silent: (n) =>
      count(n, {
        one: "{n} compromiso está en silencio, sin informe encontrado por nosotros en 24 meses, y no se cuenta. Su página dice desde cuándo.",
        other:
          "{n} compromisos están en silencio, sin informe encontrado por nosotros en 24 meses, y no se cuentan. La página de cada uno dice desde cuándo.",
      }),
    thoseCounted: "Los compromisos que se cuentan",
    all: "Todos los compromisos, con las mismas palabras",
    onlyThese: "Los totales de arriba contienen solo lo que dicen estos.",
    more: (n) => count(n, { one: "Más de {n} compromiso", other: "Más de los {n} compromisos" }),
    ownForm:
      "Una cifra, una prueba, una corrección o una objeción se envía por el formulario del propio compromiso: cada uno tiene el suyo, igual para todos.",
    make: "Hacer un compromiso",
    context: "Para situar",
    series: "Series de cifras sin promesa.",
  },
  page: {
    records: "Los registros detrás de esta página",
    reached: "Dicho y alcanzado",
    note: "Nota.",
    claimToEvidence: "De lo dicho a la prueba",
    sendFigure: "Enviar una cifra",
    fileEvidence: "Presentar una prueba",
    correct: "Corregir una cifra",
    dispute: "Objetar una cifra",
    sign: "Firmar por una cifra",
    signHow:
      "Quien no es autor del compromiso y tiene una clave aquí puede firmar por una cifra sin conexión y enviar la firma después:",
    differently: "Con otras palabras",
    inWords: "Con estas palabras",
    searchedOn: (day) => `Dónde buscamos: ${day}`,
    sources: (n) => count(n, { one: "Fuente", other: "Fuentes" }),
    saidBy: (who, day) => `Lo dice ${who}, ${day}`,
    notProgress: "No se da allí como avance hacia la promesa.",
    countsTowards: "Cuenta para {pledge}",
    parts: "Qué cuenta para él",
    partsAre: (n) =>
      count(n, {
        one: "{n} compromiso dice que es parte de este. Lo que alcanza puede estar ya contado aquí, así que en el extremo bajo de un total no añade nada.",
        other:
          "{n} compromisos dicen que son parte de este. Lo que alcanzan puede estar ya contado aquí, así que en el extremo bajo de un total no añaden nada.",
      }),
    moreParts: (n) =>
      count(n, {
        one: "y {n} más: la columna counts_towards de [todos los compromisos en tabla]",
        other: "y {n} más: la columna counts_towards de [todos los compromisos en tabla]",
      }),
    milestones: "Hitos",
    due: "{title}, previsto para {day}",
    noReport: (day) => `ningún informe encontrado por nosotros (búsqueda: ${day})`,
    reportWanted: "se busca un informe",
    reachedOn: (day) => `alcanzado: ${day}, declarado por el autor`,
  },
  pairs: {
    earlier: (n) => count(n, { one: "{n} cifra anterior", other: "{n} cifras anteriores" }),
    checked: "Cómo se comprobó: {how}",
    filed: "prueba presentada",
    signed: "firmado",
    send: "¿Tiene una prueba? Envíela",
    kinds: {
      document: "documento",
      method: "método",
      census: "censo",
      measurement: "medición",
      statement: "declaración",
      survey: "encuesta",
      photo: "foto",
    },
    archived: "copia archivada",
    sideBySide: "lado a lado",
    source: (n) => `fuente ${n}`,
  },
  table: {
    label: "Todas las cifras",
    caption: "Cada cifra, por la fecha de la que habla",
    date: "Fecha",
    figure: "Cifra",
    since: "Desde el compromiso",
    state: "Estado",
    wanted: "se busca",
    notFound: "cifra final no encontrada por nosotros",
    searched: (day) => `búsqueda: ${day}`,
    arithmetic: "Desde el compromiso: nuestra cuenta, el total menos lo contado antes.",
    sincePledge: "desde el compromiso",
    inPeriod: "dentro de ese período",
    notProgress: "no dada como avance",
    saidOn: (figure, day) => `${figure}, dicho ${el(day)}`,
    revisedTo: (figure) => `revisada a ${figure}`,
    revises: (figure) => `revisa ${figure}`,
  },
  pace: {
    asks: (pace, day) => `El objetivo pide ${pace} al año, desde la última cifra hasta ${el(day)}.`,
    soFar: (pace) => `Las cifras hasta ahora dan ${pace} al año.`,
    about: (value) => `alrededor de ${value}`,
    between: (low, high) => `entre ${low} y ${high}`,
    leads: (value) =>
      `Si siguen como hasta ahora, llevan a ${value} en ese día, nueve veces de cada diez. Es nuestra cuenta sobre las cifras de arriba, no un pronóstico del trabajo de nadie.`,
  },
  chart: {
    title: (groups) => `Gráfico: ${groups}.`,
    beside: (groups, target) => `${groups}, junto al objetivo de ${target}`,
    by: (target, day) => `${target} para ${el(day)}`,
    figures: (n, first, last) => `${n} cifras, de ${first} a ${last}`,
    pledged: (figure) => `${figure} prometidos`,
    unit: "En {unit}.",
    scales: {
      thousand: "En miles de {unit}.",
      million: "En millones de {unit}.",
      billion: "En miles de millones de {unit}.",
      trillion: "En billones de {unit}.",
    },
    drawn: (all, bars) =>
      `De ${all} cifras se dibujan ${bars}, la última de cada período; la tabla las tiene todas.`,
    hatched: (words) => `Rayado: ${words}.`,
    halfTone: "Medio tono: documentado.",
    solid: "Lleno: atestiguado.",
    dashed: "A trazos: el ritmo que pide el objetivo.",
    upright: "Vertical al final: adónde llevan las cifras hasta ahora, nueve veces de cada diez.",
    dotted: "Punteado: entre dos cifras.",
    circles: "Círculos: la promesa como se formuló entonces.",
    across: (value) => `Línea sobre una barra: ${value} contados antes del compromiso.`,
    over: "+: más de.",
    revised: "†: revisada después; quedan los dos valores.",
  },
  history: {
    title: "Qué le pasó aquí",
    withdrawn: {
      evidence: (day) =>
        `Prueba retirada el ${day}. La cifra que se apoyaba en ella queda sin ella.`,
      figure: (day) =>
        `Cifra retirada el ${day}. Lo que corregía vuelve a valer, y nada se cuenta por ella.`,
      dispute: (day) =>
        `Objeción retirada el ${day}. Ya no se muestra, ni tampoco la respuesta a ella.`,
      answer: (day) =>
        `Respuesta a una objeción retirada el ${day}. La objeción queda, y se le puede responder de nuevo.`,
    },
    silent: (day, report) =>
      `En silencio desde ${el(day)}: ningún informe encontrado por nosotros desde ${el(report)}, 24 meses antes.`,
    left: "Ese día salió de los totales; una cifra nueva lo devuelve.",
    fields: {
      title: "título",
      summary: "resumen",
      metric: "qué se cuenta",
      unit: "unidad",
      target: "objetivo",
      baseline: "punto de partida",
      from: "fecha desde la que cuenta",
      by: "fecha prometida",
    },
    nothing: "nada",
    quoted: (words) => `«${words}»`,
    changed: (day, field, before, after) =>
      `Cambiado aquí el ${day} (${field}): antes, ${before}; ahora, ${after}.`,
  },
  disputes: {
    title: "Objetado",
    answered: "respondido",
    askedFor: "se pide respuesta",
    answerOf: (who) => `Respuesta de ${who}`,
    answerBy: (day) => `La respuesta del autor va aquí; se pide para el ${day}`,
    about: "Sobre [esta cifra]",
  },
};

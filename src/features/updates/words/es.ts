/** The words of e-mail updates, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("es");

export const es: Words = {
  lang: "es",
  title: "Novedades por correo",
  description:
    "Las historias nuevas por correo: texto simple, hasta 10 kB cada una, sin imagen que le cuente.",
  lead: "Las historias nuevas en texto simple, hasta 10 kB cada una. Ninguna imagen que le cuente, ningún enlace que le siga. Un solo toque las detiene, y entonces se borra su dirección.",
  address: "Su dirección de correo",
  language: "¿En qué idioma?",
  languageHint: "Una historia llega en ese idioma si alguien la tradujo; si no, tal como se contó.",
  what: "¿Qué historias?",
  all: "Todas las historias",
  topic: (name) => `Sobre: ${name}`,
  place: (name) => `De: ${name}`,
  often: "¿Cada cuánto?",
  each: "Cuando se publica una historia",
  daily: "Un correo al día, los días con una historia nueva",
  send: "Pedirlas",
  next: "Qué pasa después",
  steps: [
    ["Le enviamos un correo", "para estar seguros de que la dirección es suya"],
    [
      "Usted pulsa el botón que está tras su enlace",
      "sin eso no llega nada más, y la dirección se borra a los tres días",
    ],
    ["Llegan las historias", "solo aquellas cuyas personas aceptaron que se envíen por correo"],
    ["Las detiene cuando quiera", "con el enlace de cada correo, o en su programa de correo"],
  ],
  feeds: "También puede seguirnos sin decirnos nada, con un lector de canales:",
  feed: "todas las historias en un canal",
  none: "Esta copia no tiene servidor de correo, así que no puede enviar novedades.",
  askedTitle: "Mire su correo",
  asked:
    "Si la dirección es correcta, un correo va en camino. Pulse el botón que está tras su enlace en los próximos tres días. Si no llega nada, mire en el correo no deseado, o pídalo de nuevo.",
  confirmTitle: "Un toque más",
  confirmText: "Después llegarán a su dirección las historias nuevas.",
  confirmButton: "Sí, envíenme novedades",
  confirmedTitle: "Ya está",
  confirmed: "Le llegarán las historias nuevas. Cada correo dice cómo detenerlas.",
  confirmLost:
    "Este enlace ya se usó, o pasaron sus tres días. Si era suyo, las novedades llegan o se pueden pedir de nuevo.",
  askAgain: "Pedir de nuevo",
  stopTitle: "¿Detener las novedades?",
  stopText: "Su dirección se borra entonces aquí. Puede suscribirse de nuevo cuando quiera.",
  stopButton: "Detener y borrar mi dirección",
  stoppedTitle: "Se detuvieron",
  stopped: "Su dirección ya no se guarda aquí.",
  often429: "En esta hora llegaron tantas peticiones que no se aceptan más. Inténtelo más tarde.",
  badForm: "Este no es el formulario de esta página. Ábrala de nuevo.",
  badAddress: "Escriba una dirección como nombre@example.org.",
  badChoice: "Elija una de la lista.",
  mail: {
    confirmSubject: (name) => `Confirme, por favor: novedades de ${name}`,
    confirm: (name, link) =>
      `Alguien, probablemente usted, pidió que las novedades de ${name} lleguen por correo a esta dirección.\n\nSi fue usted, abra esta página y pulse el botón, en los próximos tres días:\n\n${link}\n\nSi no fue usted, no haga nada: no llega nada más, y la dirección se borra.\n`,
    digestSubject: (n, name) =>
      `${count(n, { one: "{n} historia nueva", other: "{n} historias nuevas" })} de ${name}`,
    otherLanguage: (language) => `Contada en: ${language}; todavía sin traducir.`,
    goesOn: "Sigue en:",
    readIt: "En la web:",
    sources: "Los números entre corchetes son fuentes; están con la historia en la web.",
    more: (n) => count(n, { one: "Y {n} más:", other: "Y {n} más:" }),
    foot: (day) =>
      `Usted lo pidió y lo confirmó el ${day}. Para detenerlo y que se borre su dirección:`,
  },
  desk: {
    title: "Correo",
    lead: "Las historias cuyas personas aceptaron que se envíen por correo salen hacia quienes las pidieron, unos minutos después de publicarse. Aquí hay números, y la dirección de nadie.",
    readers: "Suscriptores",
    active: (n) => count(n, { one: "{n} confirmado", other: "{n} confirmados" }),
    asked: (n) =>
      count(n, { one: "{n} petición sin confirmar", other: "{n} peticiones sin confirmar" }),
    dead: (n) =>
      count(n, {
        one: "{n} con una dirección que su servidor rechaza",
        other: "{n} con una dirección que su servidor rechaza",
      }),
    each: (n) => count(n, { one: "{n} con cada historia", other: "{n} con cada historia" }),
    daily: (n) => count(n, { one: "{n} una vez al día", other: "{n} una vez al día" }),
    next: "Lo próximo",
    nothing: "Ninguna historia espera ser enviada.",
    due: (time) => `sale después de las ${time} UTC`,
    held: "retenida por la redacción",
    hidden: "espera: todavía no se puede mostrar por correo",
    preview: "El correo",
    weight: (weight) => `${weight} tal como sale`,
    now: "Enviar ahora",
    hold: "Retener",
    release: "Soltar",
    doubt: "En duda",
    doubtLead: (n) =>
      `${count(n, { one: "Una carta quizá llegó, o quizá no.", other: "{n} cartas quizá llegaron, o quizá no." })} Su final ya había salido cuando se cortó la conexión, o se detuvo este programa, antes de que el servidor de correo confirmara. Una carta así nunca se reenvía sola. El registro del servidor de correo lo sabe: busque allí el nombre que acompaña a la carta.`,
    doubtMore: (n) => count(n, { one: "Y {n} más.", other: "Y {n} más." }),
    doubtAt: (time) => `terminada a las ${time} UTC`,
    again: "Enviar de nuevo",
    againAll: "Enviar todas de nuevo",
    leave: "Dejarla",
    leaveAll: "Dejarlas todas",
    doubtWhat:
      "Si se reenvía, llega dos veces a quien ya la tiene. Si se deja, nunca llega a quien no la tiene.",
    doubtWaits: "cartas en duda",
    last: "Enviado",
    lastNone: "Todavía no se ha enviado nada.",
    when: "Cuándo",
    whom: "A",
    sent: "enviados",
    waiting: "en espera",
    failed: "rechazados",
    unsure: "en duda",
    dropped: "no enviados",
    error: "Último rechazo",
    noServer: "No hay ningún servidor de correo indicado (CND_MAIL), así que no sale nada.",
  },
};

/** The words of the front page and of the pages that invite, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { CampaignWords } from "./en.ts";

const count = counting("es");

export const es: CampaignWords = {
  lang: "es",
  doors: {
    tell: {
      name: "Contar una historia",
      short:
        "Por escrito, de voz o en lengua de señas, en su idioma. La suya, o la de un vecino con su consentimiento.",
      say: "Qué pasó, como se lo contaría a un vecino; dónde; quién aparece, y que cada persona está de acuerdo. Un mensaje de voz o un video en lengua de señas vale tanto como un texto.",
    },
    ask: {
      name: "Pedir una conexión",
      short: "Para una escuela, un centro de salud, una calle. Basta el lugar para empezar.",
      say: "Qué lugar, para quién, y cómo responderle. Basta el nombre del lugar para empezar.",
    },
    offer: {
      name: "Ofrecer un techo, tiempo o equipo",
      short: "Un techo con vista puede ser lo que espera un valle.",
      say: "Qué puede dar y dónde: un techo o una colina con vista, un sábado, un enrutador que sobra. Lo pequeño también cuenta.",
    },
    join: {
      name: "Sumarse como aliado",
      short: "Operadores, redes comunitarias, ONG, agencias, escuelas.",
      say: "Quiénes son y qué hacen. Conservan su nombre, sus palabras y su clave; irse es una línea.",
    },
    measure: {
      name: "Medir un enlace",
      short: "El lugar entra en los datos abiertos, usted no.",
      say: "El lugar, el día, la velocidad, y con qué la midió. No hace falta su nombre.",
    },
    figure: {
      name: "Enviar una cifra",
      short: "Una prueba, una corrección, una cifra final: con fecha y conservada.",
      say: "La cifra, la fecha de la que habla, quién la da, y dónde se puede leer. Una corrección queda al lado de lo que corrige.",
    },
  },
  front: {
    wantedStory: "Se busca: la primera historia",
    leads: "Abrirá esta página. Cuente la suya, o la de un vecino con su consentimiento.",
    read: "Leer la historia",
    sources: (n) => count(n, { one: "{n} fuente", other: "{n} fuentes" }),
    photo: "Foto",
    film: "Película",
    wanted: "se busca",
    upTo: "hasta 3 MB",
    captions: "con subtítulos",
    signWanted: "se busca video en lengua de señas",
    globe: (place) => `Globo: una línea sale del borde de la página y llega a ${place}.`,
    portrait: "Se busca un retrato. El globo ocupa su sitio hasta que haya uno con consentimiento.",
    doGood: "Hacer el bien",
    allDoGood: "Todos los programas, pedidos, ofertas y lugares",
    tellTheWorld: "Contarlo al mundo",
    tellYours: "Se busca: cuente la suya",
    allStories: "Todas las historias",
    pledges: "Compromisos",
    goal: "La meta: {goal}",
    aim: "El objetivo: {metric}, del {from} al {by}.",
    saidBy: "declarado por el autor, {who}",
    begins:
      "La cuenta empieza con un compromiso de nuevas conexiones. [El suyo puede ser el primero.]",
    sameForm:
      "Compromisos de quien quiera, en la misma forma y con las mismas palabras. Rayado: lo dice el autor o un tercero. Medio tono: presentado para que otros lo comprueben. Lleno: firmado aquí por alguien que no es el autor.",
    history: "Historia, no se suma:",
    wantedPledge: "Se busca: el primer compromiso",
    allPledges: (n) =>
      count(n, {
        one: "El compromiso",
        many: "Los {n} de compromisos",
        other: "Los {n} compromisos",
      }),
    ledger: "El registro",
    conversation: "Conversación",
    join: "Participe",
    joinWith: (hashtag) => `Participe, con ${hashtag}`,
    takePart: "Participar",
  },
  takePart: {
    about:
      "Contar una historia, pedir una conexión, ofrecer un techo, tiempo o equipo, sumarse como aliado, medir, enviar una cifra.",
    promise:
      "Nada de lo que envíe se publica antes de que una persona lo haya leído y usted esté de acuerdo.",
    onPage: "En esta página",
    reach: "Cómo comunicarse hoy",
    form: "Usar el formulario",
    measureNow: "Medir ahora",
    choosePledge: "Elegir el compromiso",
    write: "Escribir",
    takeBack:
      "Usted elige el nombre con el que aparece. Puede retirar lo que envió en cualquier momento: el texto desaparece, y el registro conserva que algo fue retirado.",
    byMail: "por correo, en cualquier idioma",
    inPublic: "en público, desde cualquier red",
    operator: "Quién lleva este sitio",
    imprint: "figura en el aviso legal",
    inPerson: "En persona, en papel, por un vecino",
    passedOn: "quien le trajo esta página puede llevarlo",
  },
  about: {
    partOne: "Primera parte: hacer el bien",
    programmes: "Programas, pedidos y ofertas",
    partTwo: "Segunda parte: contarlo al mundo",
    links: "[Historias], [compromisos], [conversación]",
  },
  privacy: {
    title: "Privacidad",
    summary: "Leer aquí no deja rastro.",
    reading: "Cuando usted lee",
    readingIs: [
      "No se pone ninguna cookie, y no hace falta ningún script.",
      "Su navegador consulta un solo servidor, este: ninguna petición a terceros, ninguna fuente que descargar, ningún contador ajeno.",
      "Su dirección de red se usa para enviarle la página y no se guarda. No se conserva nada sobre quien lee.",
      "Fotos, sonido y películas llegan cuando los pide, con su peso en el botón.",
    ],
    people: "Las personas de las historias",
    peopleAre:
      "Se nombra a las personas en una función pública documentada, o por su propio consentimiento: para qué, en qué idiomas, hasta cuándo. Cuando un consentimiento termina, lo que cubría ya no se muestra.",
    takingBack: "Retirar algo",
    takingBackIs:
      "Lo que se borra desaparece de este sitio; el registro conserva que algo estuvo allí y fue retirado. Para pedir que se borre algo, [comuníquese aquí].",
    elsewhere: "En otros sitios",
    elsewhereIs:
      "Una fuente o una película en otro sitio sigue las reglas de ese sitio. Quien lleva esta copia puede poner otros servidores delante, que pueden tener sus propias reglas.",
  },
  press: {
    title: "Prensa",
    about: "Qué es esto, cómo citarlo, e imágenes para llevar.",
    description: (name) => `${name}: textos, cifras, imágenes.`,
    ownWords: "Con sus propias palabras",
    imprint: "Quién lleva esta copia figura en el [aviso legal].",
    contact: "Contacto: {contact}",
    figures: (stories, places, day) =>
      `Historias: ${stories}; lugares en el mapa de la portada: ${places}; estado a ${day}. Cada cifra de arriba lleva a sus fuentes.`,
    cite: "Cómo citar",
    citeIs:
      "Autor de la página, «título de la página», {name}, el día en que se publicó, su dirección, el día en que la leyó. Para una cifra: quién la dice, qué día, de qué fecha habla, y su estado.",
    data: "Datos, licencia y una dirección para cada anotación",
    cards: "Imágenes para llevar",
    cardsAre:
      "Dibujadas con datos públicos de la tierra y las palabras de la campaña; cada una pesa 30 kB como máximo.",
    mark: "El signo",
    cardWords: {
      "wide-day": "Ancha, de día",
      "wide-night": "Ancha, de noche",
      "square-day": "Cuadrada, de día",
      "square-night": "Cuadrada, de noche",
    },
  },
};

/** The words of measuring and of what was measured, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { MeasureWords } from "./en.ts";

const count = counting("es");

export const es: MeasureWords = {
  lang: "es",
  measure: {
    title: "Medir mi conexión",
    description:
      "Ida y vuelta, pérdidas y velocidad, sin pasar de 200 kB. El lugar entra en los datos abiertos, usted no.",
    about:
      "¿Cuánto tarda una respuesta donde usted está, y cuánto cabe? El lugar entra en los datos abiertos; usted, no.",
    now: "Medir ahora",
    noScript: "Para medir hace falta JavaScript. Sin él, [escriba lo que vio en otro sitio].",
    budget: "¿Cuánto puede gastar?",
    atMost: (weight, time, tells) => `${weight} como máximo, unos ${time} en 2G: ${tells}`,
    tells: [
      "ida y vuelta y los dos sentidos",
      "menos exacto",
      "ida y vuelta; la velocidad como mínimo",
    ],
    where: "¿Dónde está?",
    nowhere: "No lo digo: muéstrelo solo a mí",
    near: "Cerca de aquí: mi posición, redondeada a unos 25 km",
    button: "Medir",
    figures: "ida y vuelta, bajada, subida",
    notYet: "todavía sin medir",
    sentLater: "Se envía cuando haya conexión.",
    sendNow: "Enviar ahora",
  },
  script: {
    trips: "Midiendo: ida y vuelta …",
    down: "Midiendo: bajada …",
    up: "Midiendo: subida …",
    done: "Listo.",
    unsent: "Listo. No se envía nada: no se eligió ningún lugar.",
    asking: "Preguntando a este aparato …",
    noPosition: "Este aparato no dijo dónde está. Elija un lugar.",
    waits: "En espera aquí: {n}.",
    sent: "Enviado. Guardado para {cell}.",
    notTaken: "No aceptado: {line}",
    busy: "Demasiados en este momento. El resultado espera aquí.",
    offline: "Sin conexión. El resultado espera en este aparato.",
    lines: {
      latency: "ida y vuelta de una petición pequeña",
      lost: "peticiones pequeñas sin respuesta",
      down: "bajada, hacia usted",
      up: "subida, desde usted",
      used: "gastado, cabeceras incluidas",
    },
    spread: "{median} ms; la mitad tardó de {low} a {high} ms",
    of: "{lost} de {sent}",
    kB: "{n} kB",
    kbit: "{n} kbit/s",
    mbit: "{n} Mbit/s",
    about: "{rate}, ± {error} %",
    atLeast: "al menos {rate}",
    none: "sin medir",
    failed: {
      latency: "falló una petición pequeña",
      down: "falló la prueba de bajada",
      up: "falló la prueba de subida",
    },
    reasons: {
      timeout: "sin respuesta a tiempo",
      network: "falló la conexión",
      refused: "el servidor la rechazó",
    },
  },
  typed: {
    title: "O escriba lo que vio",
    about:
      "Una cifra de otra prueba, o del aparato de la pared. La contamos como escrita a mano. No entra en ninguna mediana, porque nadie la midió aquí.",
    where: "¿Dónde?",
    down: "Bajada, en Mbit/s",
    up: "Subida, en Mbit/s",
    latency: "Ida y vuelta, en ms",
    hint: "Déjelo vacío si no lo sabe.",
    send: "Enviar",
    refused:
      "No aceptado: hace falta un lugar de la lista y cifras como 2,5. Vuelva atrás y revise; no se guardó nada.",
    busy: "Demasiados en este momento. No se guardó nada; pruebe más tarde.",
  },
  how: {
    title: "Cómo se mide, y con qué exactitud",
    roundTrip: "Ida y vuelta",
    roundTripIs:
      "Unas pocas peticiones pequeñas, una tras otra: la del medio, y el intervalo de la mitad central. En un enlace lento cuentan también los bytes de la petición: hasta 100 ms a 64 kbit/s.",
    loss: "Pérdidas",
    lossIs:
      "Peticiones pequeñas que fallaron o tardaron más de 5 segundos. Un solo paquete perdido lo repite su aparato y se ve como una respuesta lenta.",
    speed: "Velocidad",
    speedIs:
      "Una ráfaga corta en cada sentido, cronometrada donde llega. El margen se dice con ella, 25 % como máximo. Si la ráfaga acabó antes de llenar el enlace, como en enlaces rápidos de ida y vuelta larga, decimos «al menos».",
    not: "Lo que no dice",
    notIs:
      "Es el camino entre usted y este servidor, en este momento. Algunas redes dejan pasar una ráfaga corta más rápido que una descarga larga.",
  },
  kept: {
    title: "Qué se guarda",
    ofResult:
      "De un resultado guardamos el mes, una celda de unos 45 km de ancho y las cifras. No el día, ni su dirección en la red, ni el aparato, ni el nombre de una Wi-Fi. Su navegador crea un número al azar y lo guarda; nosotros guardamos solo una huella de él con la celda y el mes, para que no se puedan unir dos celdas o dos meses, y la borramos el día 8 del mes siguiente.",
    enough: (browsers) =>
      `${count(browsers, {
        one: "No se publica nada de una celda hasta que {n} navegador haya medido en un mes.",
        other:
          "No se publica nada de una celda hasta que {n} navegadores distintos hayan medido en un mes.",
      })} Después, solo en conjunto, y de nuevo solo cuando su número se haya doblado o el mes se cierre.`,
    published: "Qué se ha publicado",
    protects:
      "Esto le protege de quienes leen los datos: no se puede leer en ellos ningún resultado suelto. No le protege de quien opera este servidor, que podría ver su dirección mientras mide, ni de quien se haga pasar por varios navegadores y logre así que se publiquen cifras que se apoyan en menos personas, o falsas.",
  },
  list: {
    title: "Conexiones medidas",
    description:
      "Ida y vuelta y velocidad medidas por los navegadores de la gente, por celda y mes, cuando cinco han medido.",
    about:
      "Lo que los navegadores de la gente midieron entre ellos y este servidor, por celda y mes, cuando cinco han medido.",
    asTable: "En tabla",
    howExact: "Con qué exactitud",
    byCell: "Por celda y mes",
    nothing: "Todavía no hay nada publicado. [Puede ser de los cinco primeros.]",
    label: "Todas las celdas",
    caption: "El valor mediano y, entre paréntesis, el intervalo de la mitad central",
    cell: "Celda",
    month: "Mes",
    browsers: "Navegadores",
    down: "Bajada, kbit/s",
    up: "Subida, kbit/s",
    latency: "Ida y vuelta, ms",
    unanswered: "Sin respuesta",
    typed: (n) => `escritos a mano, además: ${n}`,
    around: "alrededor de {where}",
    tooFew: "muy pocos",
    range: (low, high, n) => `(de ${low} a ${high}; medidos: ${n})`,
    atLeast: (n) => `al menos esto: ${n} de ellos`,
  },
};

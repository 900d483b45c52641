/** The words of the open data's page and of a pledge to copy, in Chinese (simplified). */
import type { DataWords } from "./en.ts";

export const zh: DataWords = {
  lang: "zh",
  title: "开放数据，供您保存",
  about:
    "这里展示的一切都可以带走：不需要密钥，不需要账户，任何网站都行。每个数字都注明由谁所说、何时所说、所指的日期。",
  description: (name) =>
    `${name}的故事、地点、合作伙伴、项目计划和承诺，以文件和 API 提供：如何取用、引用和嵌入。`,
  files: "文件",
  api: "API",
  apiIs:
    "供读取的 JSON。每样东西都带有永久标识、页面和它在日志中记录的地址。列表每页 100 项：{page}。",
  apiDescription: "说明，OpenAPI 3.1",
  embed: "在您的页面上放一个承诺",
  embedIs:
    "每个承诺也是一段 HTML，位于 {address}：没有脚本，没有框架，您的读者的浏览器不会从这里取任何东西。它写明是哪一天复制的；需要更新的数字时请重新复制。",
  copy: (pledge) => `供复制：${pledge}`,
  from: "来自 {address}",
  noPledge: "这里还没有承诺。",
  what: "内容",
  form: "格式",
  cite: "许可，以及如何引用",
  licence: "本活动自己的文字和数据：{licence}。",
  noLicence: "本活动没有为自己的文字声明许可。数字是事实：请说明由谁所说、何时所说。",
  belongs: "来源所说的归来源所有，名称归其所有者。",
  citeFigure: "引用数字时，请注明由谁所说、日期、来源，以及您在哪里找到：",
  citation: (base, day) => `开放数据。${base}/data，阅读于${day}。`,
  citeThing:
    "要永久引用一样东西，请写它的永久标识，即 {subject} 下的 64 位。要在以后证明您引用的内容曾在这里，请保存当天的{checkpoint}。",
  checkpoint: "日志检查点",
  iati: "在 IATI 文件中，本活动报告他人承诺和所做之事的结果：每一项都如此说明，每个数字都写明由谁给出。未在 IATI 注册的活动在其中以永久编号标明。数字不可相加：可能计入同一些人的活动会互相指明。",
  fileWords: {
    "/data/pledges.csv": { name: "承诺", what: "每个承诺一行：承诺内容、状态、数字" },
    "/data/claims.csv": { name: "数字", what: "说过的每个数字一行，包括修订过的，附来源" },
    "/data/places.geojson": { name: "地点", what: "位置、国家和地区，以及在那里的故事" },
    "/data/iati-activities.xml": {
      name: "作为活动的承诺和项目计划",
      what: "谁参与，目标，每个有日期的数字作为结果",
    },
    "/data/plans.geojson": {
      name: "规划",
      what: "每份规划的塔、跳和地点，附成本、负荷与次序",
    },
    "/data/plans-points.geojson": {
      name: "规划：点",
      what: "只有塔和地点，供每个文件只接受一种几何类型的程序使用",
    },
    "/data/plans-lines.geojson": {
      name: "规划：线",
      what: "只有跳，同上",
    },
    "/data/measurements.csv": {
      name: "测得的连接",
      what: "每个单元每个月一行，满五个浏览器测量才公布",
    },
    "/data/letter.csv": {
      name: "公开信的签名",
      what: "每个已确认的签名一行:姓名(如已显示)、类别、地点、日期",
    },
    "/conversation/feed.xml": {
      name: "对话",
      what: "人们带话题标签说的话和关于各主题的话,以订阅源提供",
    },
    "/feed.xml": { name: "最新的故事", what: "主题、作者和地点各有订阅源：在地址后加 /feed.xml" },
    "/feed.json": { name: "最新的故事，JSON", what: "同样的故事，另一种格式" },
    "/log": { name: "日志", what: "这一切背后每个有签名的记录，供复制、比较和核对" },
    "/sitemap.xml": { name: "每个页面", what: "及其语言" },
  },
  fragment: {
    with: (names) => `与${names}`,
    claimed: "声称（斜线）",
    evidenced: "有证据（网点）",
    attested: "有人证明（实心）",
    none: "这里没有提交",
    asOf: (day) => `截至${day}的状况。`,
    contain: "这几个数字互相包含。",
    newest: "最新数字和全部来源",
  },
};

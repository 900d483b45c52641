/** The words of places and maps, in Chinese (simplified). */
import { counting } from "../../../platform/words/counted.ts";
import type { PlaceWords } from "./en.ts";

const count = counting("zh");

export const zh: PlaceWords = {
  lang: "zh",
  globe: (place) => `标出${place}的地球。`,
  map: {
    empty: "世界地图。还没有标出地点。",
    one: (place) => `标出${place}的世界地图。`,
    many: (n, first, last) =>
      count(n, { other: `世界地图：一条线连接 {n} 个地点，从西边的${first}到东边的${last}。` }),
    order: "线的方向就是阅读的顺序，从西到东。",
    atlas: "打开地图集",
    data: "全部地点的开放数据",
  },
  relief: "地形",
  connection: "连接的状况",
  sources: "来源",
  sourceOf: (n) => `来源 ${n}`,
  country: "国家",
  region: "地区",
  position: "位置",
  state: "连接",
  states: {
    unconnected: "未连接",
    planned: "计划中",
    building: "建设中",
    connected: "已连接",
    measured: "已测量",
  },
  people: "人口",
  saidBy: (who) => `据${who}所说。`,
  noStory: (place) => `还没有来自${place}的故事。[可以从您开始。]`,
  measures: {
    seamless: "不间断",
    available: "可用",
    ofTheTime: (n) => `${n}% 的时间`,
    latency: "延迟",
    outages: "中断",
    secure: "安全",
    encryption: "加密",
    operator: "运营者",
    updates: "更新",
    backupPower: "备用电源",
    affordable: "负担得起",
    price: "价格",
    share: "占收入的比例",
    notKnown: "未知",
  },
};

import assert from "node:assert/strict";
import test from "node:test";
import { isEasy } from "./easy-pin.ts";

test("D8 rows, repetitions and dates are PINs that anybody would try", () => {
  const easy = `11111111 12121212 123123123 12341234 12345678 87654321 13579135 98765432109 12344321 11112222 43211234
    11223344 99887766 1122334455 19840312 12031984 03121984 19841203 31121999 20010101 29022028`;
  for (const pin of easy.split(/\s+/)) assert.ok(isEasy(pin), pin);
  for (const pin of [
    "48213377",
    "27182818",
    "16180339",
    "19849912",
    "31415926",
    "120319840",
    "18421203",
  ])
    assert.ok(!isEasy(pin), pin);
});

test("D8 few PINs are refused for it", () => {
  let refused = 0;
  const each = 9973; // a prime: some ten thousand of all, evenly
  for (let pin = 0; pin < 1e8; pin += each) if (isEasy(String(pin).padStart(8, "0"))) refused += 1;
  assert.ok(refused < (1e8 / each) * 0.01, String(refused));
});

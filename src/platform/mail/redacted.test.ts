import assert from "node:assert/strict";
import test from "node:test";
import { redacted } from "./redacted.ts";

test("U10 the desk reads no address in what a mail server says, however it spells it", () => {
  const message =
    "550 5.1.1 <Amina@EXAMPLE.org>: amina.k@mail.example, where it leads, is unknown (in reply to RCPT TO)";
  assert.equal(
    redacted({ message }),
    "550 5.1.1 … … where it leads, is unknown (in reply to RCPT TO)",
  );
});

import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { checkIdentifier, identifierSchemes, isOpenScheme } from "@/lib/reference/identifiers";

test.each([
  ["GB-CHC", "1234567", "1234567"],
  ["GB-CHC", " 200 001 ", "200001"],
  ["GB-CHC", "no. 1234567-2", "1234567-2"],
  ["GB-CHC", "GB-CHC-1234567", "1234567"],
  ["GB-CHC", "1234567–2", "1234567-2"],
  ["GB-CHC", "12345", null],
  ["GB-CHC", "0123456", null],
  ["GB-CHC", "12345678", null],
  ["GB-COH", "1234567", "01234567"],
  ["GB-COH", "01234567", "01234567"],
  ["GB-COH", "ce012345", "CE012345"],
  ["GB-COH", "oc 301234", "OC301234"],
  ["GB-COH", "ip12345r", "IP12345R"],
  ["GB-COH", "123456789", null],
  ["GB-COH", "C0123456", null],
  ["GB-SC", "sc012345", "SC012345"],
  ["GB-SC", "SCO12345", "SC012345"],
  ["GB-SC", "012345", "SC012345"],
  ["GB-SC", "SC12345", null],
  ["GB-NIC", "NIC 100002", "NIC100002"],
  ["GB-NIC", "100002", "NIC100002"],
  ["GB-NIC", "NIC200002", null],
  ["GB-PPON", "pllh-1887-bmrl", "PLLH-1887-BMRL"],
  ["GB-PPON", "PTJM6566YTJZ", "PTJM-6566-YTJZ"],
  ["GB-PPON", "ABCD-1234-EFGH", null],
  ["GB-PPON", "PLLH-1887", null],
  ["GB-MPR", "IP12345R", "IP12345R"],
  ["GB-MPR", "8123", "8123"],
  ["GB-MPR", "MUTUAL", null],
  ["GB-UKPRN", "10001234", "10001234"],
  ["GB-UKPRN", "20001234", null],
  ["GB-SHPE", "lh1234", "LH1234"],
  ["GB-SHPE", "4567", "4567"],
  ["GB-NHS", "rx1", "RX1"],
  ["GB-LAE", "ADU", "ADU"],
  ["GB-EDU", "123456", "123456"],
  ["GB-NOPE", "1", null],
  ["GB-CHC", "", null],
])("%s %j is %j", (scheme, typed, expected) => {
  const check = checkIdentifier(scheme, typed);
  expect(check.ok ? check.value : null).toBe(expected);
});

test("every example is right, and every refusal is a sentence with the example in it", () => {
  for (const { code, example, message } of identifierSchemes) {
    expect(checkIdentifier(code, example), code).toEqual({ ok: true, value: example });
    expect(message, code).toContain(example);
  }
});

test("an HMRC reference is never shown, nor a number of a register that nobody knows", () => {
  expect(isOpenScheme("GB-REV")).toBe(false);
  expect(isOpenScheme("GB-NOPE")).toBe(false);
  expect(isOpenScheme("GB-CHC")).toBe(true);
});

const scheme = fc.constantFrom(...identifierSchemes.map(({ code }) => code));

property.prop([scheme, fc.string({ maxLength: 20 })])(
  "what was accepted once is accepted again, unchanged",
  (code, typed) => {
    const once = checkIdentifier(code, typed);
    if (once.ok) expect(checkIdentifier(code, once.value)).toEqual(once);
  },
);

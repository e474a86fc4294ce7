import { describe, expect, test } from "vitest";
import { values } from "@/lib/core/values/form";
import { unreadableForm } from "@/lib/identity/request/form-check";
import { isUnreadable } from "@/lib/identity/request/request-rules";

const id = `60${"a".repeat(40)}`;
const state = '[{"values":{"price":"$$5","when":"$D2027"},"refusal":"$undefined"},"$K1"]';

const sent = (parts: Record<string, string>, headers: Record<string, string> = {}) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.append(name, value);
  return unreadableForm(new Request("http://localhost/apply", { method: "POST", body, headers }));
};
const plain = (body: string, headers: Record<string, string>) =>
  unreadableForm(new Request("http://localhost/apply", { method: "POST", body, headers }));

describe("a form, before Next reads it", () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["of a browser with scripts", { _1_title: "a", 0: state }, { "next-action": id }],
    ["with a part that it names", { 0: '["$1"]', 1: '{"a":1}' }, { "next-action": id }],
    [
      "of a browser without",
      { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}`, "$ACTION_1:1": '[{"values":{}}]' },
      {},
    ],
    ["of an action that reads nothing else", { [`$ACTION_ID_${id}`]: "", title: "a" }, {}],
  ])("%s goes on", async (_title, parts, headers) => expect(await sent(parts, headers)).toBeNull());

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["arguments that are no JSON", { 0: "[" }, { "next-action": id }],
    ["no arguments", { 1: "[]" }, { "next-action": id }],
    ["arguments that name a part that is not there", { 0: '["$F9"]' }, { "next-action": id }],
    ["a bound action that is no JSON", { $ACTION_REF_1: "", "$ACTION_1:0": "{" }, {}],
    [
      "bound arguments that are no JSON",
      { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}`, "$ACTION_1:1": "[" },
      {},
    ],
    ["bound arguments that are not there", { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}` }, {}],
  ])("%s is refused", async (_title, parts, headers) => expect(await sent(parts, headers)).toBe(400));

  test("a call without a form has JSON for arguments", async () => {
    expect(await plain("[]", { "next-action": id })).toBeNull();
    expect(await plain("not JSON", { "next-action": id })).toBe(400);
    expect(await plain('["$B1"]', { "next-action": id })).toBe(400);
    expect(await plain("anything", {})).toBeNull();
  });
});

test("what is no form at all reads as one with nothing typed, and no name reaches a prototype", () => {
  const odd = new FormData();
  for (const name of ["__proto__", "__proto__", "constructor", "toString", "title"]) odd.append(name, "x");
  expect(values(odd)).toEqual({ title: "x" });
  expect(Object.getPrototypeOf(values(odd))).toBe(Object.prototype);
  for (const nothing of [undefined, null, "text", { keys: 1 }, []])
    expect(Reflect.apply(values, null, [nothing])).toEqual({});
});

test.each([
  ["/apply", false],
  ["/register/services/caf%C3%A9", false],
  ["/%00", true],
  ["/a%0d%0ab", true],
  ["/%FF", true],
  ["/%ED%A0%80", true],
  ["/%zz", true],
])("%s as a path is unreadable: %s", (path, is) => expect(isUnreadable(path)).toBe(is));

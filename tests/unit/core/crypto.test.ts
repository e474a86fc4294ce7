import { generateKeyPairSync } from "node:crypto";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  equal,
  hashToken,
  newKey,
  newSigningPair,
  newToken,
  publicKeyOf,
  seal,
  sealBytes,
  sign,
  Unreadable,
  unseal,
  unsealBytes,
  verify,
} from "@/lib/core/crypto";

const key = newKey();
const wellFormed = fc.string({ unit: "grapheme" });

describe("sealing", () => {
  test.prop([wellFormed, wellFormed])(
    "opens to what was sealed, under its own key and context only",
    (plain, context) => {
      const sealed = seal(plain, key, context);
      expect(sealed).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
      expect(unseal(sealed, key, context)).toBe(plain);
      expect(() => unseal(sealed, newKey(), context)).toThrow(Unreadable);
      expect(() => unseal(sealed, key, `${context}x`)).toThrow(Unreadable);
    },
  );

  test.prop([fc.uint8Array(), fc.nat(), fc.integer({ min: 1, max: 255 })])(
    "one changed bit, or a cut, and it does not open",
    (plain, place, flip) => {
      const sealed = sealBytes(plain, key);
      expect([...unsealBytes(sealed, key)]).toEqual([...plain]);
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(place % changed.length) ^ flip, place % changed.length);
      expect(() => unsealBytes(changed, key)).toThrow(Unreadable);
      expect(() => unsealBytes(sealed.subarray(0, place % sealed.length), key)).toThrow(Unreadable);
    },
  );

  test.prop([fc.string({ unit: "binary" })])("anything else is unreadable", (text) => {
    expect(() => unseal(text, key)).toThrow(Unreadable);
    expect(() => unseal(`v1.${text}`, key)).toThrow(Unreadable);
    expect(() => unseal(`${seal("x", key)}${text || "="}`, key)).toThrow(Unreadable);
  });

  test("the same text is never sealed alike, and keys wrap keys", () => {
    expect(new Set(Array.from({ length: 200 }, () => seal("same", key))).size).toBe(200);
    const inner = newKey();
    expect(unseal(seal(inner, key, "call-off:1"), key, "call-off:1")).toBe(inner);
    expect(unseal(seal("x", key), Buffer.from(key, "base64url"))).toBe("x");
  });

  test("a key that is not 32 bytes is a fault", () => {
    for (const bad of ["", "short", `${newKey()}AAAA`, new Uint8Array(16)])
      expect(() => seal("x", bad)).toThrow(RangeError);
  });
});

describe("tokens", () => {
  test("are 32 random bytes, and are kept as their hash", () => {
    const token = newToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(newToken()).not.toBe(token);
  });

  test.prop([fc.string(), fc.string()])("are compared as they are", (one, other) => {
    expect(equal(one, one)).toBe(true);
    expect(equal(one, other)).toBe(one === other);
  });
});

describe("signing", () => {
  const pair = newSigningPair();

  test.prop([wellFormed, wellFormed])("holds for the bytes signed and no others", (text, other) => {
    const signature = sign(text, pair.privateKey);
    expect(verify(Buffer.from(text), signature, pair.publicKey)).toBe(true);
    expect(verify(other, signature, pair.publicKey)).toBe(other === text);
    expect(verify(text, signature, newSigningPair().publicKey)).toBe(false);
    expect(verify(text, other, pair.publicKey)).toBe(false);
  });

  test("takes PEM as well, and shows the public half", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519", {
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    expect(verify("x", sign("x", privateKey), publicKey)).toBe(true);
    expect(verify("x", sign("x", privateKey), publicKeyOf(privateKey))).toBe(true);
    expect(publicKeyOf(pair.privateKey)).toBe(pair.publicKey);
  });

  test("a key of another kind is a fault", () => {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 1024,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    expect(() => sign("x", privateKey)).toThrow(TypeError);
    expect(() => sign("x", "nonsense")).toThrow();
    expect(() => verify("x", "", "nonsense")).toThrow();
  });
});

import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { MOST_BYTES } from "@/lib/register/evidence/rules";
import { inspect } from "@/lib/register/evidence/upload/inspect";
import { discard, receive } from "@/lib/register/evidence/upload/receive";
import { fileProblems } from "@/lib/register/evidence/words";
import { BOUNDARY, form, formType, type Part, saidParts, streamed } from "@/tests/support/evidence/form";
import { docx, jpeg, pdf, png, xlsx, zip } from "@/tests/support/evidence/zip";

const folder = mkdtempSync(join(tmpdir(), "throughcare-incoming-"));
afterEach(() => expect(readdirSync(folder), "nothing is left in the incoming folder").toEqual([]));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const send = (bytes: Buffer, { contentType = formType, length = bytes.length, size = 1_000, breaks = false } = {}) =>
  receive({ body: streamed(bytes, { size, breaks }), contentType, length }, folder);
const file = (bytes: Buffer, fileName = "accounts.pdf", type = "application/pdf"): Part => ({
  name: "file",
  fileName,
  type,
  bytes,
});

describe("reading a form", () => {
  test.each([1, 7, 64, 100_000])("in pieces of %i bytes gives what was typed and the file as it is", async (size) => {
    const bytes = pdf("\r\n--not a boundary\r\n");
    const got = await send(form([...saidParts(), file(bytes)]), { size });
    if (!got.ok || !got.file) throw new Error("It was not read.");
    expect(Object.fromEntries(got.fields)).toMatchObject({ title: "Our accounts", kind: "accounts" });
    expect(got.file).toMatchObject({ fileName: "accounts.pdf", declared: "application/pdf", bytes: bytes.length });
    expect(got.file.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(readFileSync(got.file.path)).toEqual(bytes);
    await discard(got.file);
  });

  test("without a file gives what was typed", async () => {
    for (const more of [[], [file(Buffer.alloc(0), "")]])
      expect(await send(form([...saidParts(), ...more]))).toMatchObject({ ok: true, file: null, tooLarge: false });
  });

  test("takes the first file named file, and no other", async () => {
    const got = await send(form([{ ...file(png), name: "other" }, file(pdf()), file(jpeg), ...saidParts()]));
    if (!got.ok || !got.file) throw new Error("It was not read.");
    expect(readFileSync(got.file.path)).toEqual(pdf());
    await discard(got.file);
  });

  test("that is too large keeps the words and not the file, whether it says so or not", async () => {
    const large = form([...saidParts(), file(Buffer.alloc(MOST_BYTES + 1, "x"))]);
    for (const length of [large.length, 1_000])
      expect(await send(large, { length, size: 65_536 })).toMatchObject({ ok: true, file: null, tooLarge: true });
    const most = await send(form([...saidParts(), file(Buffer.alloc(MOST_BYTES, "x"))]), { size: 65_536 });
    if (!most.ok || !most.file) throw new Error("10 MB is not too large.");
    expect(most.file.bytes).toBe(MOST_BYTES);
    await discard(most.file);
  });

  const whole = form([...saidParts(), file(pdf())]);
  test.each<[string, Buffer, { contentType?: string; breaks?: boolean }?]>([
    ["is empty", Buffer.alloc(0)],
    ["is something else", Buffer.from("title=x&kind=accounts"), { contentType: "application/x-www-form-urlencoded" }],
    ["is no form at all", Buffer.from("hello"), {}],
    ["names no boundary", whole, { contentType: "multipart/form-data" }],
    ["names an empty boundary", whole, { contentType: "multipart/form-data; boundary=" }],
    ["names another boundary", whole, { contentType: "multipart/form-data; boundary=other" }],
    ["has no end", form([...saidParts(), file(pdf())], { end: false })],
    ["stops within the file", whole.subarray(0, whole.length - 60)],
    ["stops within a field", whole.subarray(0, 60)],
    ["breaks off", whole.subarray(0, whole.length - 60), { breaks: true }],
    ["is only an opening", Buffer.from(`--${BOUNDARY}\r\n`)],
    [
      "has a header without end",
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${"x".repeat(200_000)}`),
    ],
  ])("that %s is refused, and nothing is left of it", async (_how, bytes, how) => {
    expect(await send(bytes, how)).toEqual({ ok: false });
  });

  test.each(["__proto__", "constructor", "", "file", "a\u0000b", "x".repeat(5_000)])(
    "a field named %j harms nothing",
    async (name) => {
      const got = await send(form([{ name, value: "polluted" }, ...saidParts(), file(pdf())]));
      if (got.ok && got.file) await discard(got.file);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  test("that was damaged anywhere on its way ends soon, and leaves nothing", async () => {
    const good = form([...saidParts(), file(pdf("\r\n--x\r\n"))]);
    const damage = fc.record({
      at: fc.nat({ max: good.length - 1 }),
      byte: fc.nat({ max: 255 }),
      cut: fc.option(fc.nat({ max: good.length }), { freq: 2 }),
      size: fc.integer({ min: 1, max: 400 }),
      breaks: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, byte, cut, size, breaks }) => {
        const bytes = Buffer.from(good);
        bytes[at] = byte;
        const got = await send(bytes.subarray(0, cut ?? bytes.length), { size, breaks });
        if (got.ok && got.file) await discard(got.file);
        expect(readdirSync(folder)).toEqual([]);
      }),
      { numRuns: 150, interruptAfterTimeLimit: 30_000 },
    );
  }, 60_000);

  test("a disk that cannot be written to is a fault, and not the form's", async () => {
    const bytes = form([...saidParts(), file(pdf())]);
    const sent = { body: streamed(bytes), contentType: formType, length: bytes.length };
    await expect(receive(sent, join("/dev/null", "incoming"))).rejects.toMatchObject({ code: "ENOTDIR" });
  });

  test("hundreds of parts are read past", async () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ name: `x${at}`, value: "y" }));
    const got = await send(form([...saidParts(), ...many, file(pdf())]));
    if (got.ok && got.file) await discard(got.file);
    expect(got.ok && [...got.fields.keys()].length).toBeLessThanOrEqual(30);
  });
});

describe("looking at a file", () => {
  const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const look = async (bytes: Buffer, fileName: string, type: string) => {
    const got = await send(form([file(bytes, fileName, type)]), { size: 65_536 });
    if (!got.ok || !got.file) throw new Error("It was not read.");
    const looked = await inspect(got.file);
    await discard(got.file);
    return looked;
  };

  test.each([
    [pdf(), "a.pdf", "application/pdf", "application/pdf"],
    [pdf(), "A.PDF", "application/octet-stream", "application/pdf"],
    [png, "a.png", "image/png", "image/png"],
    [jpeg, "a.JPG", "image/jpeg", "image/jpeg"],
    [jpeg, "a.jpeg", "image/pjpeg", "image/jpeg"],
    [docx(), "a.docx", DOCX, DOCX],
    [xlsx(), "a.xlsx", XLSX, XLSX],
    [docx([{ name: "word/embeddings/Sheet1.xlsx", data: xlsx() }]), "chart.docx", DOCX, DOCX],
  ])("%# takes what is what it says", async (bytes, name, type, mediaType) => {
    expect(await look(bytes, name, type)).toMatchObject({ ok: true, mediaType });
  });

  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const html = Buffer.from("<!doctype html><script>alert(1)</script>");
  const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
  const bomb = { name: "word/media/image1.bin", data: Buffer.alloc(12 * 1024 * 1024) };
  test.each<[string, Buffer, string, string, keyof typeof fileProblems]>([
    ["an SVG as PDF", svg, "a.pdf", "application/pdf", "mismatch"],
    ["an SVG as itself", svg, "a.svg", "image/svg+xml", "type"],
    ["HTML as PDF", html, "a.pdf", "application/pdf", "mismatch"],
    ["HTML as PNG", html, "a.png", "image/png", "mismatch"],
    ["HTML as itself", html, "a.html", "text/html", "type"],
    ["a script", Buffer.from("MZ\u0090"), "a.exe", "application/x-msdownload", "type"],
    ["a PDF that says it is a picture", pdf(), "a.pdf", "image/png", "mismatch"],
    ["a PDF named as a picture", pdf(), "a.png", "application/pdf", "mismatch"],
    ["a picture named and declared as a PDF", png, "a.pdf", "application/pdf", "mismatch"],
    ["two endings", pdf(), "a.pdf.exe", "application/pdf", "type"],
    ["no ending", pdf(), "accounts", "application/pdf", "type"],
    ["nothing in it", Buffer.alloc(0), "a.pdf", "application/pdf", "empty"],
    ["an archive of anything", zip([{ name: "a.txt", data: "x" }]), "a.docx", DOCX, "damaged"],
    ["a workbook named as a letter", xlsx(), "a.docx", DOCX, "mismatch"],
    ["Office with a password", old, "a.docx", DOCX, "locked"],
    ["an entry with a password", docx([{ name: "word/x.xml", data: "x", encrypted: true }]), "a.docx", DOCX, "locked"],
    ["an archive cut off", docx().subarray(0, 60), "a.docx", DOCX, "damaged"],
    ["only the first four bytes", Buffer.from("PK\u0003\u0004"), "a.docx", DOCX, "damaged"],
    ["a bomb", docx([bomb]), "a.docx", DOCX, "archive"],
    ["a claim of 4 GB", docx([{ name: "word/x.xml", data: "x", claims: 4_000_000_000 }]), "a.docx", DOCX, "archive"],
    ["a bomb within", docx([{ name: "word/embeddings/a.xlsx", data: xlsx([bomb]) }]), "a.docx", DOCX, "archive"],
    [
      "three archives one in another",
      docx([
        {
          name: "word/embeddings/a.xlsx",
          data: xlsx([{ name: "xl/embeddings/b.docx", data: docx() }]),
        },
      ]),
      "a.docx",
      DOCX,
      "archive",
    ],
    ["an archive of another kind within", docx([{ name: "word/a.zip", data: zip([]) }]), "a.docx", DOCX, "archive"],
    ["a name that climbs", docx([{ name: "../../etc/cron.d/x", data: "x" }]), "a.docx", DOCX, "archive"],
    ["a name that begins at the root", docx([{ name: "/etc/x", data: "x" }]), "a.docx", DOCX, "archive"],
    ["a name of Windows", docx([{ name: "..\\..\\x", data: "x" }]), "a.docx", DOCX, "archive"],
    ["macros", docx([{ name: "word/vbaProject.bin", data: "x" }]), "a.docx", DOCX, "macros"],
    ["entries that share their bytes", docx([{ name: "word/x.xml", data: "x", at: 0 }]), "a.docx", DOCX, "archive"],
    [
      "3,000 entries",
      docx(Array.from({ length: 3_000 }, (_, at) => ({ name: `word/${at}.xml`, data: "" }))),
      "a.docx",
      DOCX,
      "archive",
    ],
    [
      "a count that lies",
      zip([{ name: "word/document.xml", data: "x" }], { count: 60_000 }),
      "a.docx",
      DOCX,
      "archive",
    ],
  ])("refuses %s", async (_what, bytes, name, type, problem) => {
    expect(await look(bytes, name, type)).toEqual({ ok: false, message: fileProblems[problem] });
  });
});

import { crc32, deflateRawSync } from "node:zlib";

/** An entry of an archive made by hand; `claims` is the size that it says it unpacks to. */
export type Made = { name: string; data?: Buffer | string; claims?: number; encrypted?: boolean; at?: number };

/** An archive, byte by byte, so that it can lie. */
export function zip(entries: readonly Made[], { count = entries.length } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data = "", claims, encrypted = false, at } of entries) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain);
    const named = Buffer.from(name, "utf8");
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(sum(plain), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims ?? plain.length, 18);
    shared.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, named, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at ?? offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 3]), shared, tail, named]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\u0005\u0006"), end]);
}

// Node 20.15 has it; the types of Node 20.0 may not.
const sum = (data: Buffer) => crc32(data);

const types: Made = { name: "[Content_Types].xml", data: "<Types/>" };
export const docxEntries: readonly Made[] = [types, { name: "word/document.xml", data: "<w:document/>" }];
export const xlsxEntries: readonly Made[] = [types, { name: "xl/workbook.xml", data: "<workbook/>" }];
export const docx = (more: readonly Made[] = []) => zip([...docxEntries, ...more]);
export const xlsx = (more: readonly Made[] = []) => zip([...xlsxEntries, ...more]);

export const pdf = (more = "") => Buffer.from(`%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n${more}\n%%EOF\n`);
export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
export const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from("\0\u0010JFIF\0"),
  Buffer.alloc(32),
]);

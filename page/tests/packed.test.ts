import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytes, entries, inflated, lines } from "../src/packed";

/** As Python's `page_text.text` makes it. */
function text(data: Uint8Array): string {
  const bits = [...data].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const sevens = (bits.match(/.{1,7}/g) ?? []).map((one) => String.fromCharCode(parseInt(one.padEnd(7, "0"), 2)));
  return sevens.join("").replace(/([\0\r<])([^]?)/g, (_, changed: string, behind: string) =>
    String.fromCharCode(0x100 + "\0\r<".indexOf(changed) * 128 + (behind || "\0").charCodeAt(0)),
  );
}

describe("parts", () => {
  test("seven bits to a character: known ones, and all bytes", () => {
    // The test of `page_text` has the same.
    expect([...bytes("\x1e\x0f\x07Capx\u0200").subarray(0, 7)]).toEqual(Array(7).fill(0x3c));
    expect([...bytes("\u0100\u0100\u0100\u0100").subarray(0, 7)]).toEqual(Array(7).fill(0));
    const every = Uint8Array.from({ length: 1024 }, (_, at) => (at * 7) % 256);
    expect(bytes(text(every)).subarray(0, 1024)).toEqual(every);
  });

  test("a part is inflated to what it was, whatever its length", async () => {
    for (const size of [0, 1, 2, 3, 4, 5, 1000]) {
      const data = new Uint8Array(size).fill(7);
      const packed = gzipSync(data);
      expect(await inflated(`${packed.length}:${text(packed)}`)).toEqual(data);
    }
  });

  test("a dictionary's lines are put together of their columns", () => {
    // As Python's `page_library.columns` makes them: the test there has the same.
    const columns = "0120\0B超\n机\n场\n𠮷\n".replace(/\n$/, "") + "\x003\n5\n7\n9\0n\nn\nns\nnr";
    const told = new TextDecoder().decode(lines(new TextEncoder().encode(columns)));
    expect(told).toBe("B超 3 n\nB机 5 n\nB机场 7 ns\n𠮷 9 nr\n");
  });

  test("an archive's files, with their folders", () => {
    const tar = new Uint8Array(512 * 5);
    const put = (at: number, text: string) => tar.set(new TextEncoder().encode(text), at);
    put(0, "b.txt");
    put(124, "00000000003\0");
    put(345, "a");
    put(512, "abc");
    put(1024, "空.txt");
    put(1024 + 124, "00000000000\0");
    const found = [...entries(tar)].map(({ name, data }) => [name, new TextDecoder().decode(data)]);
    expect(found).toEqual([["a/b.txt", "abc"], ["空.txt", ""]]);
  });
});

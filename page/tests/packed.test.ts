import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytes, entries, inflated, lines } from "../src/packed";

/** As Python's `base64.b85encode` makes it, with `"` for `<`. */
const DIGITS = `0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;"=>?@^_\`{|}~`;
function base85(data: Uint8Array): string {
  const padded = new Uint8Array(Math.ceil(data.length / 4) * 4);
  padded.set(data);
  const view = new DataView(padded.buffer);
  let made = "";
  for (let at = 0; at < padded.length; at += 4) {
    let value = view.getUint32(at);
    let word = "";
    for (let digit = 0; digit < 5; digit++) {
      word = DIGITS[value % 85]! + word;
      value = Math.floor(value / 85);
    }
    made += word;
  }
  return made;
}

describe("parts", () => {
  test("base85: known bytes, and all of them", () => {
    expect([...bytes("00000")]).toEqual([0, 0, 0, 0]);
    expect([...bytes("|NsC0")]).toEqual([255, 255, 255, 255]);
    const every = Uint8Array.from({ length: 1024 }, (_, at) => (at * 7) % 256);
    expect(bytes(base85(every))).toEqual(every);
  });

  test("a part is inflated to what it was, whatever its length", async () => {
    for (const size of [0, 1, 2, 3, 4, 5, 1000]) {
      const data = new Uint8Array(size).fill(7);
      const packed = gzipSync(data);
      expect(await inflated(`${packed.length}:${base85(packed)}`)).toEqual(data);
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

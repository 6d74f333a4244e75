/** Parts of the page: gzip, then base85, each in an inert script element. */

export async function inflated(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const [size, packed] = text.split(":", 2);
  const stream = new Blob([bytes(packed!).subarray(0, Number(size))]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const DIGITS = `0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;"=>?@^_\`{|}~`;

/** Base85 of RFC 1924, with `"` for `<`: five characters are four bytes. */
export function bytes(base85: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let at = 0; at < DIGITS.length; at++) values[DIGITS.charCodeAt(at)] = at;
  const digit = (at: number) => values[base85.charCodeAt(at)]!;
  const made = new DataView(new ArrayBuffer((base85.length / 5) * 4));
  for (let at = 0, to = 0; at < base85.length; at += 5, to += 4) {
    const value = (((digit(at) * 85 + digit(at + 1)) * 85 + digit(at + 2)) * 85 + digit(at + 3)) * 85 + digit(at + 4);
    made.setUint32(to, value);
  }
  return new Uint8Array(made.buffer);
}

/** A dictionary's lines of their columns, parted by NUL: how many characters a word begins with like the last, the rest, and so on. */
export function lines(columns: Uint8Array): Uint8Array {
  const [alike, ...more] = new TextDecoder().decode(columns).split("\0") as [string, ...string[]];
  const [rests, frequencies, tags] = more.map((column) => column.split("\n")) as [string[], string[], string[]];
  let word: string[] = [];
  const made = rests.map((rest, at) => {
    word = [...word.slice(0, alike.charCodeAt(at) - 48), ...rest];
    return `${word.join("")} ${frequencies[at]} ${tags[at]}\n`;
  });
  return new TextEncoder().encode(made.join(""));
}

export interface Entry {
  name: string;
  data: Uint8Array;
}

const BLOCK = 512;

/** The files of a tar archive (ustar or GNU, names as UTF-8). */
export function* entries(tar: Uint8Array): Generator<Entry> {
  const text = new TextDecoder();
  const field = (at: number, size: number) => {
    const raw = tar.subarray(at, at + size);
    const end = raw.indexOf(0);
    return text.decode(end < 0 ? raw : raw.subarray(0, end));
  };
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = parseInt(field(at + 124, 12), 8);
    const prefix = field(at + 345, 155);
    const name = field(at, 100);
    yield { name: prefix ? `${prefix}/${name}` : name, data: tar.subarray(at + BLOCK, at + BLOCK + size) };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

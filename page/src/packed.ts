/** Parts of the page: gzip, then text, each in an inert script element. */

export async function inflated(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const at = text.indexOf(":");
  const stream = new Blob([bytes(text.slice(at + 1)).subarray(0, Number(text.slice(0, at)))]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const CHANGED = "\0\r<";
const TWO = 0x100;

/**
 * The bytes of a text with seven bits to a character, and zeros behind them: see `commands/page_text.py`. A character
 * from U+0100 on stands for one that HTML would change, and the one behind it.
 */
export function bytes(text: string): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(Math.ceil((text.length * 2 * 7) / 8));
  let [to, bits, held] = [0, 0, 0];
  const put = (seven: number) => {
    held = ((held << 7) | seven) & 0x3fff;
    bits += 7;
    if (bits >= 8) made[to++] = held >> (bits -= 8);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= TWO) put(CHANGED.charCodeAt((code - TWO) >> 7));
    put(code & 0x7f);
  }
  return made.subarray(0, to);
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

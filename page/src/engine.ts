/** What stands behind the page: Python in this tab, or `speechlint serve`. Both answer the same requests. */

import { inflated } from "./packed";

export interface Reply {
  told: Record<string, unknown>;
  data: Uint8Array<ArrayBuffer>;
}

export interface Engine {
  /** Characters of a draft, and megabytes of a file, that it takes. */
  readonly most: number;
  readonly largest: number;
  /** Suffixes that it reads besides those of every page. */
  readonly formats: string;
  /** Asks for something; `data` are the bytes of a file. Rejects where the engine itself fails. */
  ask(asked: Record<string, unknown>, data?: Uint8Array): Promise<Reply>;
}

const NEWLINE = 10;

/** A request, or a reply, on the wire: one line of JSON, and the bytes of a file behind it. */
export function framed(asked: Record<string, unknown>, data: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(asked) + "\n");
  const made = new Uint8Array(head.length + data.length);
  made.set(head);
  made.set(data, head.length);
  return made;
}

export function parted(reply: Uint8Array<ArrayBuffer>): Reply {
  const end = reply.indexOf(NEWLINE);
  const told = JSON.parse(new TextDecoder().decode(reply.subarray(0, end))) as Record<string, unknown>;
  return { told, data: reply.subarray(end + 1) };
}

/** Python in a worker, made of the parts in this page. Rejects where the browser lacks what it takes. */
export async function inTab(part: (name: string) => string): Promise<Engine> {
  const [code, wasm, stdlib, lib] = await Promise.all(
    ["worker", "wasm", "stdlib", "lib"].map(async (name) => inflated(part(name))),
  );
  const url = URL.createObjectURL(new Blob([code!], { type: "text/javascript" }));
  const worker = new Worker(url);
  const waiting = new Map<number, { done: (reply?: Uint8Array<ArrayBuffer>) => void; failed: (why: Error) => void }>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<{ id: number; reply?: Uint8Array<ArrayBuffer>; error?: string }>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) one?.failed(new Error(data.error));
    else one?.done(data.reply);
  };
  worker.onerror = (event) => {
    for (const one of waiting.values()) one.failed(new Error(event.message || "worker"));
    waiting.clear();
  };
  const say = (message: object, transfer: Transferable[]) =>
    new Promise<Uint8Array<ArrayBuffer> | undefined>((done, failed) => {
      waiting.set(++last, { done, failed });
      worker.postMessage({ ...message, id: last }, transfer);
    });
  await say({ parts: { wasm, stdlib, lib } }, [wasm!.buffer, stdlib!.buffer, lib!.buffer]);
  return {
    most: 1_000_000,
    largest: 50,
    formats: "",
    async ask(asked, data) {
      const request = framed(asked, data);
      return parted((await say({ request }, [request.buffer]))!);
    },
  };
}

/** `speechlint serve`: the token is in the address that it opened, and goes with every request. */
export function served(token: string): Engine {
  const desk = crypto.randomUUID();
  return {
    most: 20_000_000,
    largest: 150,
    formats: ",.doc,.wps,.odt,.rtf,.pdf",
    async ask(asked, data) {
      const reply = await fetch("desk", {
        method: "POST",
        headers: { "X-Speechlint-Token": token, "X-Speechlint-Desk": desk, "Content-Type": "application/octet-stream" },
        body: framed(asked, data),
      });
      if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
      return parted(new Uint8Array(await reply.arrayBuffer()));
    },
  };
}

import { python, type Python } from "../src/python";

interface Held extends Python {
  lib: Uint8Array<ArrayBuffer>;
  check: Uint8Array<ArrayBuffer>;
}

let check: (text: string) => string;

self.onmessage = ({ data }: MessageEvent<Held | { text: string }>) => done(data).catch((why) => self.postMessage(String(why)));

async function done(data: Held | { text: string }) {
  if ("text" in data) {
    check(data.text);
    self.postMessage("checked");
  } else {
    const held = await python(data);
    held.unpackArchive(data.lib, "tar", { extractDir: "/lib/python3.14/site-packages" });
    held.runPython(new TextDecoder().decode(data.check));
    check = held.globals.get("warm");
    self.postMessage("yes");
  }
}

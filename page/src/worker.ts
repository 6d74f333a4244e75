/** Python in a worker: it is given its parts, and then answers requests. */

import { entries, lines } from "./packed";
import { python, type Python } from "./python";

interface Parts extends Python {
  lib: Uint8Array<ArrayBuffer>;
}

interface Answerer {
  answer(request: Uint8Array): { toJs(): Uint8Array; destroy(): void };
}

const SITE = "/lib/python3.14/site-packages";
const COLUMNS = ".columns";
const KEPT = "kept/"; // what speechlint would keep in the user's cache folder
const CACHE = "/home/pyodide/.cache/speechlint";

async function started(parts: Parts): Promise<Answerer> {
  const { FS, pyimport } = await python(parts);
  collector = pyimport("gc") as Collector;
  collector.disable();
  const made = new Set<string>();
  for (const { name, data } of entries(parts.lib)) {
    const path = name.startsWith(KEPT) ? `${CACHE}/${name.slice(KEPT.length)}` : `${SITE}/${name.replace(COLUMNS, "")}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(folder)) {
      FS.mkdirTree(folder);
      made.add(folder);
    }
    FS.writeFile(path, name.endsWith(COLUMNS) ? lines(data) : data);
    FS.chmod(path, 0o600); // a cache that others may write is not read
  }
  return pyimport("speechlint.api.desk").Desk() as Answerer;
}

interface Collector {
  disable(): void;
  collect(): number;
  freeze(): void;
}

let desk: Answerer | undefined;
let collector: Collector | undefined;
let answers = 0;
const SETTLED = 4; // answers, of which one was a check

/** Python's garbage, once the answer is out: looked for amid a check of a long draft, it takes a quarter of its time. */
function collected(): void {
  collector?.collect();
  if (answers++ < SETTLED) collector?.freeze(); // the rules stay for good
}

self.onmessage = async ({ data }: MessageEvent<{ id: number; parts?: Parts; request?: Uint8Array }>) => {
  try {
    if (data.parts) {
      desk = await started(data.parts);
      self.postMessage({ id: data.id });
    } else if (desk && data.request) {
      const told = desk.answer(data.request);
      const reply = told.toJs();
      told.destroy();
      self.postMessage({ id: data.id, reply }, { transfer: [reply.buffer] });
      collected();
    }
  } catch (why) {
    self.postMessage({ id: data.id, error: String(why) });
  }
};

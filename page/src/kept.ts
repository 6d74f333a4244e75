/** The draft kept for the next time, in this browser, only where the user ticked it. */

export interface Kept {
  name: string;
  data: Uint8Array;
  text: string;
  ignores: string;
  asked: Record<string, string>;
}

const [BASE, STORE, KEY] = ["speechlint", "draft", "last"];

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

async function store<Value>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const opening = indexedDB.open(BASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const base = await done(opening);
  try {
    return await done(use(base.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    base.close();
  }
}

/** What was kept; undefined where nothing was, or the browser keeps nothing. Makes no store of its own. */
export async function kept(): Promise<Kept | undefined> {
  try {
    const bases = await indexedDB.databases();
    if (!bases.some((one) => one.name === BASE)) return undefined;
    return await store("readonly", (one) => one.get(KEY) as IDBRequest<Kept | undefined>);
  } catch {
    return undefined;
  }
}

export const keep = (state: Kept): Promise<unknown> => store("readwrite", (one) => one.put(state, KEY));

export const forget = (): Promise<unknown> => done(indexedDB.deleteDatabase(BASE));

/** Imported first: Pyodide tries this as soon as it is read, and takes a worker that has it for one it does not know. */

self.importScripts = () => {
  throw new TypeError("no scripts are imported");
};

export {};

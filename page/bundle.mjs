import { build } from "vite";

// Else Vite puts the 10 MB of wasm into the worker: it comes beside it.
const apart = {
  name: "wasm-apart",
  enforce: "pre",
  transform: (code, id) =>
    id.endsWith("pyodide.asm.mjs") ? code.replace('new URL("pyodide.asm.wasm",import.meta.url).href', '"pyodide.asm.wasm"') : null,
};
const known = new Set(["EVAL", "COMMONJS_VARIABLE_IN_ESM"]); // Pyodide's own

/** One script of a module and all that it imports, and its style. */
export const bundle = async (entry, outDir) =>
  build({
    configFile: false,
    logLevel: "error",
    plugins: [apart],
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      minify: true,
      lib: { entry, formats: ["iife"], name: "page", fileName: () => "out.js", cssFileName: "out" },
      rollupOptions: {
        output: { codeSplitting: false },
        onLog: (level, log, handler) => known.has(log.code) || handler(level, log),
      },
    },
  });

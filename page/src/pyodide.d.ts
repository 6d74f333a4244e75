declare module "pyodide/pyodide.asm.mjs";

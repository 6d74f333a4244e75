import assert from "node:assert";
import { test } from "node:test";
import { withReason } from "./reason";

test("理由跟着原来的参数走", async () => {
  const given = await withReason([{ uri: "file:///a.txt", code: "PLH001" }], async () => " 会前再填 ");
  assert.deepEqual(given, [{ uri: "file:///a.txt", code: "PLH001", reason: "会前再填" }]);
});

test("没有说理由的不做", async () => {
  assert.equal(await withReason([{ uri: "a" }], async () => undefined), undefined);
  assert.equal(await withReason([{ uri: "a" }], async () => "  "), undefined);
});

test("不认识的参数照旧", async () => {
  assert.deepEqual(await withReason([], async () => "x"), []);
});

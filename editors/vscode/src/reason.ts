// 要记下“这一处不必改”的，先在编辑器里问清为什么，再交给服务器。

export const IGNORE = "speechlint.ignore";

export type Ask = (question: string) => PromiseLike<string | undefined>;

/** 服务器的命令的参数，加上问来的理由；没有说理由的不做，给 undefined。 */
export async function withReason(args: unknown[], ask: Ask): Promise<unknown[] | undefined> {
  const [said, ...rest] = args;
  if (typeof said !== "object" || said === null) {
    return args;
  }
  const reason = (await ask("为什么不必改？"))?.trim();
  return reason ? [{ ...said, reason }, ...rest] : undefined;
}

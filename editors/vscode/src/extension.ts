import { ExtensionContext, window, workspace } from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";
import { IGNORE, withReason } from "./reason";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const settings = workspace.getConfiguration("speechlint");
  const command = settings.get<string>("command", "speechlint-lsp");
  const server: ServerOptions = { command, args: [] };
  const options: LanguageClientOptions = {
    documentSelector: ["file", "untitled"].flatMap((scheme) =>
      ["plaintext", "markdown"].map((language) => ({ scheme, language })),
    ),
    initializationOptions: { lang: settings.get<string>("lang", "zh") },
    synchronize: { configurationSection: "speechlint" },
    middleware: {
      executeCommand: async (name, args, next) => {
        const given = name === IGNORE ? await withReason(args, (prompt) => window.showInputBox({ prompt })) : args;
        return given && next(name, given);
      },
    },
  };
  client = new LanguageClient("speechlint", "speechlint", server, options);
  context.subscriptions.push(client);
  try {
    await client.start();
  } catch {
    void window.showErrorMessage(`启动不了 ${command}：先装 pip install 'speechlint[lsp]'，或在设置 speechlint.command 里写明它在哪里`);
  }
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

# VS Code：先 pip install 'speechlint[lsp]'；扩展在源码的 editors/vscode 里，打一次包（要 Node.js），装上
# VS Code: first pip install 'speechlint[lsp]'; the extension is in editors/vscode of the source: pack it once (takes Node.js), install it
cd editors/vscode && npm install --ignore-scripts && npm run package
code --install-extension speechlint-0.1.0.vsix

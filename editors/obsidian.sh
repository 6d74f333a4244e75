# Obsidian：没有语言服务器的接口。在库的文件夹里开一个终端放在旁边，存一次查一遍
# Obsidian: it has no way to a language server. Keep a terminal beside it in the folder of the vault: each time you save is a check
speechlint --watch .

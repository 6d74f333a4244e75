" Vim：存为 ~/.vim/after/ftplugin/text.vim（和 markdown.vim）；:make 查，:cnext 逐处跳
setlocal makeprg=speechlint\ --format\ concise\ --column-unit\ byte\ %:S
setlocal errorformat=%f:%l:%c:\ %m

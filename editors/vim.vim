" Vim：存为 ~/.vim/after/ftplugin/text.vim（和 markdown.vim）；:make 查，:cnext 逐处跳
" Vim: save as ~/.vim/after/ftplugin/text.vim (and markdown.vim); :make checks, :cnext goes from place to place
setlocal makeprg=speechlint\ --format\ concise\ --column-unit\ byte\ %:S
setlocal errorformat=%f:%l:%c:\ %m

;; Emacs：写进 init.el。29 以上自带 eglot，28 装 elpa-eglot（M-x package-install RET eglot）
;; Emacs: into init.el. 29 and later has eglot, for 28 install elpa-eglot (M-x package-install RET eglot)
(require 'eglot)
(add-to-list 'eglot-server-programs '((text-mode markdown-mode) . ("speechlint-lsp")))
(add-hook 'text-mode-hook #'eglot-ensure)
;; 不用语言服务器的：M-x compile RET speechlint --format concise 讲话稿.txt，C-x ` 逐处跳
;; Without the language server: M-x compile RET speechlint --format concise DRAFT.txt, C-x ` goes from place to place
(setq compilation-first-column 1)
(with-eval-after-load 'compile
  (setq-default compilation-error-screen-columns nil))

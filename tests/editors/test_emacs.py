"""Emacs: eglot and flymake, set up as ``speechlint setup emacs`` says, and compilation without a server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import write
from real import COLUMNS, FAULTY, FIXED, needs, ran, settings

pytestmark = pytest.mark.editors
EGLOT = """
(package-initialize)
(load-file "init.el")
(require 'cl-lib)
(require 'json)
(setq eglot-confirm-server-initiated-edits nil eglot-sync-connect 60 eglot-connect-timeout 60 eglot-autoshutdown t)
(defun until (what done)
  (let ((left 1200))
    (while (and (> left 0) (not (funcall done)))
      (accept-process-output nil 0.05)
      (when (= 0 (% left 20)) (flymake-start))
      (setq left (1- left)))
    (when (= left 0) (message "没有等到%s" what) (kill-emacs 3))))
(defun told ()
  (sort (cl-loop for one in (flymake-diagnostics)
                 when (string-match-p "截至" (flymake-diagnostic-text one))
                 collect (list (line-number-at-pos (flymake-diagnostic-beg one))
                               (save-excursion (goto-char (flymake-diagnostic-beg one)) (- (point) (line-beginning-position)))
                               (- (flymake-diagnostic-end one) (flymake-diagnostic-beg one))))
        (lambda (one other) (< (car one) (car other)))))
(defun choose (wanted)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_ all &rest _)
               (let ((all (mapcar (lambda (one) (if (consp one) (car one) one)) all)))
                 (or (cl-find-if (lambda (one) (string-match-p wanted one)) all) (car all))))))
    (let ((last-nonmenu-event t)) (eglot-code-actions (point) (point) nil t))))
(find-file "稿.txt")
(text-mode)
(apply #'eglot--connect (eglot--guess-contact))
(flymake-mode 1)
(until "诊断" (lambda () (= (length (told)) 5)))
(setq found (told))
(goto-char (point-min))
(forward-line 1)
(forward-char 5)
(choose "改为")
(setq one (buffer-string))
(eglot--signal-textDocument/didChange) ; 有人在用时是空下来就发
(until "改后的诊断" (lambda () (= (length (told)) 4)))
(eglot-execute-command (eglot-current-server) 'speechlint.fixAll (vector (plist-get (eglot--TextDocumentIdentifier) :uri)))
(until "全改" (lambda () (not (string-match-p "截止" (buffer-string)))))
(save-buffer)
(with-temp-file "told.json" (insert (json-encode (list (cons 'told (vconcat found)) (cons 'one one)))))
(kill-emacs 0)
"""
COMPILE = """
(load-file "init.el")
(require 'compile)
(find-file "稿.txt")
(setq buffer (compilation-start "speechlint --format concise 稿.txt"))
(while (process-live-p (get-buffer-process buffer)) (accept-process-output nil 0.05))
(accept-process-output nil 0.2)
(set-buffer buffer)
(compilation-parse-errors (point-min) (point-max))
(goto-char (point-min))
(setq next-error-last-buffer buffer)
(condition-case nil
    (while t
      (with-current-buffer buffer (compilation-next-error 1) (save-window-excursion (compile-goto-error)
        (with-current-buffer "稿.txt" (message "at %d %d" (line-number-at-pos) (- (point) (line-beginning-position)))))))
  (error nil))
(kill-emacs 0)
"""


def test_eglot_shows_and_fixes(tmp_path: Path) -> None:
    emacs = needs("emacs")
    write(tmp_path / "稿.txt", FAULTY)
    write(tmp_path / "init.el", settings("emacs"))
    write(tmp_path / "script.el", EGLOT)
    said = ran([emacs, "--batch", "-l", "script.el"], tmp_path)
    assert (tmp_path / "told.json").exists(), said
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert told["told"] == [[row, column, 2] for row, column in enumerate(COLUMNS, 1)]
    lines = FAULTY.split("\n")
    assert told["one"] == "\n".join([lines[0], FIXED.split("\n")[1], *lines[2:]])
    assert (tmp_path / "稿.txt").read_text(encoding="utf-8") == FIXED


def test_compilation_goes_to_each_place(tmp_path: Path) -> None:
    emacs = needs("emacs")
    write(tmp_path / "稿.txt", FAULTY)
    write(
        tmp_path / "init.el",
        settings("emacs").replace("(require 'eglot)", "").replace("(add-to-list 'eglot", "(ignore 'eglot"),
    )
    write(tmp_path / "script.el", COMPILE)
    said = ran([emacs, "--batch", "-l", "script.el"], tmp_path)
    at = [line.split()[1:] for line in said.splitlines() if line.startswith("at ")]
    assert {(row, column) for row, column in enumerate(COLUMNS, 1)} <= {
        (int(row), int(column)) for row, column in at
    }, said

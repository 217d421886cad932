;;; emacs.el --- What somebody sees who opens the record with Eglot -*- lexical-binding: t -*-
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:
;; Run by editor_test.sh, with editors/emacs. One line for each thing seen; tabs separate what it
;; is, its name, and the text in the buffer.

;;; Code:
(let ((default-directory "/usr/share/emacs/site-lisp/elpa/"))
  (normal-top-level-add-subdirs-to-load-path))
(add-to-list 'load-path (concat (getenv "EMRLINT_EDITORS") "/emacs"))
(require 'emrlint)
(require 'flymake)
(require 'nxml-mode)

(defconst patience 60 "Seconds; nothing takes that long unless it never comes.")
(defvar seen nil "The lines, the last one first.")
(defvar published 0 "How often the server has sent findings.")

(defun note (&rest fields)
  (push (mapconcat #'identity fields "\t") seen))

(defun wait (what condition)
  (let ((end (+ (float-time) patience)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(cl-defmethod eglot-handle-notification :after
  (_server (_method (eql textDocument/publishDiagnostics)) &rest _)
  (setq published (1+ published)))

(defun wait-for-findings (after)
  (wait "findings" (lambda () (> published after))))

(defun code-of (finding)
  (plist-get (cdr (assoc 'eglot-lsp-diag (eglot--diag-data finding))) :code))

(defun text-of (finding)
  (buffer-substring-no-properties (flymake-diagnostic-beg finding)
                                  (flymake-diagnostic-end finding)))

(defun note-findings (step)
  (let ((lines (mapcar (lambda (finding)
                         (format "%s\t%s\t%s" step (code-of finding) (text-of finding)))
                       (sort (flymake-diagnostics)
                             (lambda (a b)
                               (if (= (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))
                                   (string< (code-of a) (code-of b))
                                 (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))))
    (mapc #'note lines)))

(defun go (text)
  "Puts point on TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun note-hover ()
  (let (shown)
    (go "[未填写]")
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
    (wait "a hover" (lambda () shown))
    (note "hover" (if (string-match "completeness-placeholder-text" shown)
                      (match-string 0 shown)
                    shown))))

(defun fix ()
  (let ((before published)
        (last-nonmenu-event t)
        title)
    (go "J15900")
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt actions &rest _)
                 (setq title (car (cl-find "write" actions :key #'car :test #'string-prefix-p))))))
      (eglot-code-actions (point) (point) nil t))
    (eglot--signal-textDocument/didChange)
    (wait-for-findings before)
    (note "fixed" title (string-trim (thing-at-point 'line t)))))

(defun note-due ()
  "A stay in a folder below, at a time when it is still going on."
  (let ((record (current-buffer)))
    (setq-default eglot-workspace-configuration
                  '((:emrlint . (:lang "en" :now "2024-05-01T10:00:00+08:00"))))
    (eglot-signal-didChangeConfiguration (eglot-current-server))
    (wait "what is due" (lambda ()
                          (with-current-buffer record (emrlint-due))
                          (> (buffer-size (get-buffer "*emrlint due*")) 0)))
    (set-buffer "*emrlint due*")
    (goto-char (point-min))
    (note "due" "first" (string-join (append (tabulated-list-get-entry) nil) "  "))
    (emrlint-due-visit)
    (note "due" (buffer-name) (buffer-substring-no-properties (point) (line-end-position)))
    (switch-to-buffer record)))

(defun note-new ()
  "A discharge record of the patient whose record is on the screen."
  (let ((record (current-buffer)))
    (emrlint-new "discharge-record")
    (note "new" (buffer-name) (progn (search-forward "<name>")
                                     (string-trim (thing-at-point 'line t))))
    (set-buffer-modified-p nil)
    (kill-buffer)
    (switch-to-buffer record)))

(define-derived-mode json-mode js-mode "JSON"
  "Emacs 28 has none of that name.")

(defun note-new-in-chart ()
  "One more document in the file of a chart, by a server of its own."
  (find-file (concat (getenv "EMRLINT_RECORD") "/next/chart.json"))
  (json-mode)
  (apply #'eglot--connect (eglot--guess-contact))
  (emrlint-new "progress-note")
  (note "new" (buffer-name) (progn (search-forward "title")
                                   (string-trim (thing-at-point 'line t))))
  (goto-char (point-min))
  (let ((chart (json-parse-buffer :object-type 'plist)))
    (note "new" "documents" (number-to-string (length (plist-get chart :documents)))))
  (eglot-shutdown (eglot-current-server) nil patience)
  (set-buffer-modified-p nil))

(defun session ()
  (set-language-environment "UTF-8")
  (setq emrlint-options '(:lang "en" :now nil)
        eglot-sync-connect patience
        eglot-connect-timeout patience
        flymake-no-changes-timeout 0.01)
  (find-file (concat (getenv "EMRLINT_RECORD") "/admission.xml"))
  (nxml-mode)
  (apply #'eglot--connect (eglot--guess-contact))
  (flymake-start)
  (wait-for-findings 0)
  (note-findings "open")

  ;; A change before a finding on its line.
  (go "[未填写]")
  (beginning-of-line)
  (forward-char 10)
  (let ((before published))
    (insert "<!-- 𠮷𠮷 -->")
    (eglot--signal-textDocument/didChange)
    (flymake-start)
    (wait-for-findings before))
  (note-findings "edited")

  (note-hover)
  (fix)
  (note-new)
  (note-due)
  (eglot-shutdown (eglot-current-server) nil patience)
  (unless (getenv "EMRLINT_WRONG") (note-new-in-chart)))

(let ((status 0))
  (condition-case problem (session)
    (error (note "failed" (format "%S" problem))
           (setq status 1)))
  (let ((coding-system-for-write 'utf-8))
    (write-region (concat (mapconcat #'identity (reverse seen) "\n") "\n") nil
                  (getenv "EMRLINT_SEEN") nil 'silent))
  (kill-emacs status))
;;; emacs.el ends here

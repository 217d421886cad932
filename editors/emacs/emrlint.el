;;; emrlint.el --- The language server of emrlint for Eglot -*- lexical-binding: t -*-
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:
;; (require 'emrlint), then M-x eglot in a record.

;;; Code:
(require 'eglot)

(defgroup emrlint nil
  "Checks of medical records."
  :group 'tools)

(defcustom emrlint-program "emrlint"
  "The program, in `exec-path' or with its whole path."
  :type 'string)

(defcustom emrlint-options nil
  "What the server is started with: a property list such as (:lang \"en\").
docs/editors.md says what there is."
  :type 'plist)

(defun emrlint-contact (&optional _interactive)
  "What Eglot starts."
  (list emrlint-program "lsp" :initializationOptions
        ;; An empty property list would be sent as null.
        (or emrlint-options (make-hash-table))))

(add-to-list 'eglot-server-programs
             '((nxml-mode json-mode js-json-mode json-ts-mode) . emrlint-contact))

(require 'emrlint-due)
(require 'emrlint-new)

(provide 'emrlint)
;;; emrlint.el ends here

;;; emrlint-new.el --- A new document from a template -*- lexical-binding: t -*-
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:
;; M-x emrlint-new asks for the type and begins the document beside the record on the screen. It is
;; saved when its writer saves it.

;;; Code:
(require 'eglot)

(defun emrlint-new--server ()
  (or (eglot-current-server) (user-error "No server is running: M-x eglot")))

(defun emrlint-new--read-type ()
  "The id of a type that the user chooses by its name."
  (let* ((templates (jsonrpc-request (emrlint-new--server) :emrlint/documentTemplates
                                     (make-hash-table)))
         (types (mapcar (lambda (one) (cons (plist-get one :name) (plist-get one :type)))
                        templates)))
    (cdr (assoc (completing-read "Document: " types nil t) types))))

;;;###autoload
(defun emrlint-new (type)
  "Begins a document of TYPE with the sections of its standard."
  (interactive (list (emrlint-new--read-type)))
  (let ((made (jsonrpc-request (emrlint-new--server) :emrlint/newDocument
                               (list :uri (eglot--path-to-uri (or buffer-file-name
                                                                  default-directory))
                                     :type type))))
    (find-file (eglot--uri-to-path (plist-get made :uri)))
    (insert (plist-get made :text))
    (goto-char (point-min))))

(provide 'emrlint-new)
;;; emrlint-new.el ends here

;;; emrlint-new.el --- A new document from a template -*- lexical-binding: t -*-
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:
;; M-x emrlint-new asks for the type and begins the document beside the record on the screen, or in
;; its file where that holds all documents of the chart. It is saved when its writer saves it.

;;; Code:
(require 'eglot)

(defun emrlint-new--server ()
  (or (eglot-current-server) (user-error "No server is running: M-x eglot")))

(defun emrlint-new--place ()
  "The URI of what is on the screen."
  (eglot--path-to-uri (or buffer-file-name default-directory)))

(defun emrlint-new--read-type ()
  "The id of a type that the user chooses by its name."
  (let* ((templates (jsonrpc-request (emrlint-new--server) :emrlint/documentTemplates
                                     (list :uri (emrlint-new--place))))
         (types (mapcar (lambda (one) (cons (plist-get one :name) (plist-get one :type)))
                        templates)))
    (unless types (user-error "Nothing can be added to this file as it is"))
    (cdr (assoc (completing-read "Document: " types nil t) types))))

;;;###autoload
(defun emrlint-new (type)
  "Begins a document of TYPE with the sections of its standard."
  (interactive (list (emrlint-new--read-type)))
  (let* ((made (jsonrpc-request (emrlint-new--server) :emrlint/newDocument
                                (list :uri (emrlint-new--place) :type type)))
         (range (plist-get made :range)))
    (find-file (eglot--uri-to-path (plist-get made :uri)))
    (goto-char (point-min))
    (when range
      (let ((region (eglot--range-region range)))
        (goto-char (car region))
        (delete-region (car region) (cdr region))))
    (save-excursion (insert (plist-get made :text)))))

(provide 'emrlint-new)
;;; emrlint-new.el ends here

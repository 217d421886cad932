;;; emrlint-due.el --- What is due next in the charts of a folder -*- lexical-binding: t -*-
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:
;; M-x emrlint-due lists it; RET goes to what its time is counted from, g asks again.

;;; Code:
(require 'eglot)
(require 'tabulated-list)

(defvar-local emrlint-due--server nil "The server that is asked.")

(defun emrlint-due--entry (item)
  "The line of ITEM, which is also its id."
  (list item
        (vector (plist-get item :timeLeft)
                (plist-get item :until)
                (string-trim (concat (plist-get item :chart) " " (plist-get item :patient)))
                (plist-get item :message))))

(defun emrlint-due--refresh ()
  (let* ((due (jsonrpc-request emrlint-due--server :emrlint/dueNext (make-hash-table)))
         (items (append (plist-get due :items) nil)))
    (setq tabulated-list-entries (mapcar #'emrlint-due--entry items))
    (unless items (message "emrlint: nothing is due"))))

(defun emrlint-due-visit ()
  "Goes to what the time of the item at point is counted from."
  (interactive)
  (let* ((item (or (tabulated-list-get-id) (user-error "Nothing is due here")))
         (location (plist-get item :location))
         (start (plist-get (plist-get location :range) :start)))
    (find-file-other-window (eglot--uri-to-path (plist-get location :uri)))
    (goto-char (eglot--lsp-position-to-point start))))

(define-derived-mode emrlint-due-mode tabulated-list-mode "Due"
  "What is due next, the soonest first."
  (setq tabulated-list-format [("Left" 18 nil) ("Until" 17 nil) ("Chart" 20 nil) ("What" 0 nil)])
  (define-key emrlint-due-mode-map (kbd "RET") #'emrlint-due-visit)
  (add-hook 'tabulated-list-revert-hook #'emrlint-due--refresh nil t)
  (tabulated-list-init-header))

;;;###autoload
(defun emrlint-due ()
  "Lists what is due next in the charts of the folder of this record."
  (interactive)
  (let ((server (or (eglot-current-server) (user-error "No server is running: M-x eglot"))))
    (pop-to-buffer "*emrlint due*")
    (emrlint-due-mode)
    (setq emrlint-due--server server)
    (emrlint-due--refresh)
    (tabulated-list-print)))

(provide 'emrlint-due)
;;; emrlint-due.el ends here

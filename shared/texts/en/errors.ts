import type { Texts } from '../catalogue.ts';

export const errors = {
  'invalid-request': 'The details could not be read. Check the fields and try again.',
  internal: 'Something went wrong in the program. If it happens again, call support and give the support code.',
  'not-configured': 'Card payments have not been set up on this computer yet. Ask support for a setup file.',
  'operator-missing': 'First choose who is at the desk.',
  'terminal-missing': 'The terminal is no longer in the list. Choose another terminal.',
  'terminal-held': 'This terminal still has an open payment. Wait until it is over or choose another terminal.',
  'desk-busy': 'The previous payment is still in progress. Wait until it is over.',
  'payment-unknown': 'The payment was not found. Restart the program. If the payment is still missing, call support.',
  'not-possible-now': 'This cannot be done right now. Wait a moment and try again.',
  'press-too-old': 'Too much time has passed since you pressed, so nothing was sent to the terminal. Press again if the guest is here.',
  'terminal-changed': 'The terminal changed after you pressed, so nothing was sent to the terminal. Check the terminal and press again.',
  'form-changed':
    'The details changed after you pressed, so nothing was sent to the terminal. Check the amount and the reference and press again.',
  'lookup-too-soon': 'The status was checked just now. Wait 10 seconds before the next check.',
  'confirmation-needed': 'Confirm the warning before charging.',
  'journal-unavailable': 'The payment could not be saved to the disk, so it was not started. Call support.',
  'settings-unreadable': 'The settings still cannot be read. Import the setup file or call support.',
  'journal-unreadable': 'The payments still cannot be read from the disk. Wait a moment and try again, or call support.',
  'history-unreadable':
    'The payments could not be read into the list. They are saved and were not touched. Try again. If that does not help, call support.',
  'search-over': 'The list has changed. Search again.',
  'disk-full': 'The disk is full, so the payment was not started. Free up disk space and try again.',
  'card-number-in-text': 'The text contains a card number. Remove it: card numbers must not be saved.',
  'training-unavailable': 'Training mode could not be opened. Try again or call support.',
  'training-refused': 'Training mode cannot be opened while a real payment is still in progress.',
  'nets-host-mismatch':
    'The payment was made in another Nets environment, so it cannot be checked, refunded or voided with these settings. Call support.',
  'not-refundable': 'This payment cannot be refunded: it was not charged on this computer.',
  'login-in-use':
    'The Nets login or address cannot be changed while the status of a payment is open or unclear. Resolve the payment first: it can only be checked with the same login.',
  'open-elsewhere': 'Another user account still has the program open on this computer. Close the program there and try again.',
  'bad-address': 'The address is not valid. It must begin with https:// and must not contain a login.',
  'secret-needed': 'Enter the password or token as well: none is saved, or it is saved for another address or user.',
  'terminals-needed':
    'Strapi cannot be left out: the setup file had no terminals, so the list would be empty. Import a file that has them.',
  'not-voidable':
    'The payment can no longer be voided: something else or a Nets reconciliation has been done on the terminal, or the payment has been refunded or was made on an earlier day. Use a refund.',
  'day-closed': 'This day is already closed. Open it from the list of closed days.',
  'day-running': 'The day cannot be closed yet: a payment or a Nets reconciliation is in progress. Wait until it is over and press again.',
  'day-verdict-missing': 'The day was not closed: choose for each terminal whether it matches, and enter the reason if it does not.',
  'day-open': 'The day was not closed: every open item needs a reason and a name. Check the list and press again.',
  'day-changed': 'The day’s figures changed, so the day was not closed. Check the new figures and press again.',
  reconciling: 'Another Nets reconciliation is in progress. Wait until it is over: it takes two minutes at most.',
  'terminal-reconciling':
    'The terminal is being reconciled with Nets, so nothing was sent to it. Wait up to two minutes or choose another terminal.',
  'rest-too-large':
    'Less than that is left of the payment: the rest has been paid or may have been paid, or the payment was voided or refunded. Open the payment from the list and see what is left.',
  'request-used':
    'This payment request from Willba has been paid, may have been paid or is in progress. Nothing was sent. See the payment in today’s list.',
  'refund-too-large': 'The refund is larger than what is left of the payment. Check the amount.',
  'printers-unavailable': 'The printers could not be read from the system. Check that the print service is on and open the settings again.',
  'no-printer':
    'This computer has no printer, so nothing was printed. The payment is saved. Add a printer in the system settings or save a PDF.',
  'printer-gone':
    'The chosen printer is no longer on this computer, so nothing was printed. The payment is saved. Choose a printer in the settings and print again.',
  'print-refused':
    'The printer or its queue did not accept the job, so nothing was printed. The payment is saved. Check that the printer is on and its queue is not stopped, and print again.',
  'print-failed': 'Printing failed, and nothing was printed. The payment is saved. Check the printer and try again, or save a PDF.',
  'print-not-recorded':
    'The printing could not be noted on the disk, so nothing was printed: otherwise the receipt could have two originals. The payment is saved. Free up disk space and try again, or call support.',
  'pdf-failed': 'The PDF file could not be made, so nothing was saved. The payment is saved. Try again, or print the receipt.',
  'file-exists': 'A file with the same name already exists, so nothing was saved. Save again under another name.',
  'file-foreign':
    'The chosen place holds a link, a folder or another user account’s file, so nothing was saved. Save again under another name.',
  'file-disk-full': 'The disk is full, so the file was not saved. Free up disk space or choose another disk, and save again.',
  'file-in-use': 'The file is open in another program, so it was not saved. Close it there or choose another name, and save again.',
  'file-read-only': 'The folder or the file cannot be written to, so nothing was saved. Choose another folder and save again.',
  'file-unwritable':
    'The file could not be saved: the folder does not exist, or the network drive is disconnected. Choose another folder and save again.',
} satisfies Texts<'errors'>;

export const warnings = {
  'same-reference-paid': 'A payment with the same reference has already been made. The guest may have paid this bill.',
  'same-reference-unclear': 'The status of an earlier payment with the same reference is unclear. The card may already have been charged.',
  'same-reference-elsewhere': 'Another desk has a payment with the same reference. The guest may already have paid.',
  'same-sum-just-charged': 'The same amount was charged or recorded just now. Charge the same guest a second time?',
  'same-sum-unclear': 'The status of a payment of the same amount is unclear. The card may already have been charged in that payment.',
  'terminal-has-unclear':
    'This terminal has a payment whose status is unclear. A new payment hides its details, and its status can then no longer be checked on the terminal.',
  'older-proven-paid':
    'It was just confirmed that an earlier unclear payment has been charged. See it in today’s list: the guest may already have paid.',
  'terminal-renamed': 'This computer’s terminal now has another name. Check that the amount goes to the right terminal.',
  'payments-may-be-missing':
    'Payments may be missing from this computer, this guest’s too. Check the terminal’s receipts to see that the guest has not already paid.',
  'large-sum': 'The amount is larger than usual. Check the digits and the terminal.',
} satisfies Texts<'warnings'>;

export const justCharged = {
  charged: '{{sum}} was charged just now, at {{time}}, on terminal {{terminal}}. Is this another guest or another bill?',
  maybe: '{{sum}} may have been charged at {{time}} on terminal {{terminal}}. Is this another guest or another bill?',
  recorded: '{{sum}} was recorded by hand just now, at {{time}}. Is this another guest or another bill?',
} satisfies Texts<'justCharged'>;

export const elsewhere = {
  charged: 'Another desk ({{where}}) has taken a payment with the same reference: {{sum}}, {{time}}. Is this another payer?',
  recorded: 'Another desk ({{where}}) has recorded a payment by hand with the same reference: {{sum}}, {{time}}. Is this another payer?',
  running:
    'A payment with the same reference is in progress at another desk ({{where}}): {{sum}}, {{time}}. The card may be charged there.',
  unclear:
    'Another desk ({{where}}) has a payment with the same reference whose status is unclear: {{sum}}, {{time}}. The card may have been charged.',
  unnamed: 'name not known',
  at: 'at {{time}}',
  others_one: 'Other desks also have one payment with the same reference.',
  others_other: 'Other desks also have {{count}} payments with the same reference.',
} satisfies Texts<'elsewhere'>;

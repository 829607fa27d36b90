"""What DOCX and PDF papers share: parts, page, words."""

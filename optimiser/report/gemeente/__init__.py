"""One gemeente or region on one page: its facts, in sentences, and as one A4."""

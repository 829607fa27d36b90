"""From the bytes of a file to cells: encodings, delimiters, workbooks, within limits."""

"""Files that leave the program: tables, workbooks, map layers, packages; whole or not at all."""

"""Text cells to values of typed columns, and headings: what a file in counts may hold."""

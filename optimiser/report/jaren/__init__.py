"""Half-years together for a reader: pictures with their words, and workbooks."""

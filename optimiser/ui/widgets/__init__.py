"""Parts that several pages use: tables, maps, fields, downloads."""

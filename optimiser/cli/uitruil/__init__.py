"""Commands of ``taakstelling uitruil``: toets, zoek, besluit, register."""

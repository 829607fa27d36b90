"""Page *Koppelen*: do the households fit the dwellings, and who could go where."""

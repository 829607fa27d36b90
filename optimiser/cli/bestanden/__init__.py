"""Commands on files a user brings: how one is read, and templates to fill in."""

"""Testing agreements: each by itself and all together, with the facts of every finding."""

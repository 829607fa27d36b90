"""Commands for who manages a shared installation."""

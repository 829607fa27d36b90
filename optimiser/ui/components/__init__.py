"""Parts that pages put together; each shows something or returns what the user picked."""

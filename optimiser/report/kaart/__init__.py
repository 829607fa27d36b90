"""One map made up the same way for app, command and kit."""

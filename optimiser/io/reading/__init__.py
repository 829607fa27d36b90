"""Tables that a user brings: read strictly, every fault told, nothing guessed."""

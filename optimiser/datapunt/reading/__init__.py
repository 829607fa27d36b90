"""From a file to typed rows of one of the tables that can be delivered."""
